import type { Language } from '../language/language.ts'
import type { Story } from '../story/story.ts'
import styles from './Credit.module.css'
import { EmbedButton } from './EmbedButton.tsx'
import { KeepSwitch } from './KeepSwitch.tsx'
import { Keys } from './Keys.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'

interface CreditProps {
  story: Story
  language: Language
  /** From this page to the root of the site */
  root: string
  /** Whether the page may be kept for reading without a network */
  offline: boolean
}

/** The last line of the page: whose the map data are, the reader's colours, the ways to embed the story and to keep it. */
export function Credit({ story, language, root, offline }: CreditProps) {
  return (
    <div className={styles.credit} lang={language.code}>
      {language.credit} · {language.madeWith} · <a href={`${root}accessibility/`}>{language.accessibility}</a>{' '}
      <ThemeSwitch language={language} /> <EmbedButton story={story} language={language} /> <Keys language={language} />{' '}
      {offline && <KeepSwitch language={language} root={root} />}
    </div>
  )
}
