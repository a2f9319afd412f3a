import type { Language } from '../language/language.ts'
import type { Story } from '../story/story.ts'
import styles from './Credit.module.css'
import { EmbedButton } from './EmbedButton.tsx'
import { Keys } from './Keys.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'

/** The last line of the page: whose the map data are, the reader's colours, and the way to embed the story. */
export function Credit({ story, language, root }: { story: Story; language: Language; root: string }) {
  return (
    <div className={styles.credit}>
      {language.credit} · {language.madeWith} · <a href={`${root}accessibility/`}>{language.accessibility}</a>{' '}
      <ThemeSwitch language={language} /> <EmbedButton story={story} language={language} /> <Keys language={language} />
    </div>
  )
}
