import type { Language } from '../language/language.ts'
import type { Story } from '../story/story.ts'
import { EmbedButton } from './EmbedButton.tsx'
import { KeyboardShortcuts } from './KeyboardShortcuts.tsx'
import { OfflineSwitch } from './OfflineSwitch.tsx'
import styles from './PageFooter.module.css'
import { ThemeSwitch } from './ThemeSwitch.tsx'

interface PageFooterProps {
  story: Story
  language: Language
  /** From this page to the root of the site */
  root: string
  /** Whether the page may be kept for reading without a network */
  offline: boolean
}

/**
 * The end of the page, in three groups: whose the map data are, what the reader can do with the page, what the site says
 * of itself. Every text that may change or be replaced is an element of its own: a browser that translates the page
 * puts other nodes in the place of texts, and React could not find them again.
 */
export function PageFooter({ story, language, root, offline }: PageFooterProps) {
  return (
    <div className={styles.credit} data-view="credit" lang={language.code}>
      <p>{language.mapData}</p>
      <fieldset className={`${styles.group} ${styles.tools}`} aria-labelledby="_this-page">
        <span id="_this-page">{language.thisPage}</span>
        <EmbedButton story={story} language={language} />
        {offline && <OfflineSwitch language={language} root={root} />}
        <KeyboardShortcuts language={language} />
        <ThemeSwitch language={language} />
      </fieldset>
      <p className={styles.group}>
        <span>{language.thisSite}</span>
        <span>{language.madeWith}</span>
        <a href={`${root}accessibility/`}>{language.accessibility}</a>
      </p>
    </div>
  )
}
