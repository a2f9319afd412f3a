import type { Language } from '../language/index.ts'
import type { Story } from '../story/story.ts'
import styles from './Masthead.module.css'

/** Kicker, headline, dek and byline. */
export function Masthead({ story, language }: { story: Story; language: Language }) {
  return (
    <header className={styles.masthead}>
      <div>
        <p className={styles.kicker}>{story.kicker}</p>
        <h1 className={styles.headline}>{story.headline}</h1>
      </div>
      <div>
        <p className={styles.dek}>{story.dek}</p>
        <p className={styles.byline}>
          {story.byline} · <time dateTime={story.published.iso}>{story.published.label}</time> ·{' '}
          {language.minutes(story.minutes)}
        </p>
      </div>
    </header>
  )
}
