import { Fragment } from 'react'
import type { Language } from '../language/index.ts'
import type { Story } from '../story/story.ts'
import styles from './Masthead.module.css'

interface MastheadProps {
  story: Story
  language: Language
  /** From this page to the folder of the story: './' */
  home: string
}

/** Kicker, headline, dek, byline and the other languages. */
export function Masthead({ story, language, home }: MastheadProps) {
  const [main] = story.languages
  const others = story.languages.filter(({ code }) => code !== story.language)
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
          {others.map(({ code, name }) => (
            <Fragment key={code}>
              {' · '}
              <a href={code === main?.code ? home : `${home}${code}/`} lang={code} hrefLang={code}>
                {name}
              </a>
            </Fragment>
          ))}
        </p>
      </div>
    </header>
  )
}
