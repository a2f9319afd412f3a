import type { Language } from '../language/language.ts'
import { useHydrated } from '../store/useHydrated.ts'
import type { Story } from '../story/story.ts'
import { EmbedButton } from './EmbedButton.tsx'
import { KeyboardShortcuts } from './KeyboardShortcuts.tsx'
import { OfflineSwitch } from './OfflineSwitch.tsx'
import styles from './PageFooter.module.css'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import { UncertaintySwitch } from './UncertaintySwitch.tsx'

interface PageFooterProps {
  story: Story
  language: Language
  /** Path from this page to the root of the site */
  root: string
  /** Whether readers may save the page for offline reading */
  offline: boolean
}

/**
 * The footer, in two groups: tools for this page, and what it is made of. Text that can change is in
 * an element of its own: page translation in browsers replaces text nodes, which React then could not update.
 */
export function PageFooter({ story, language, root, offline }: PageFooterProps) {
  const hydrated = useHydrated()
  return (
    <div className={styles.credit} lang={language.code}>
      <fieldset className={`${styles.group} ${styles.tools}`} aria-labelledby="_this-page">
        <span id="_this-page">{language.thisPage}</span>
        {hydrated && <EmbedButton story={story} language={language} />}
        {hydrated && offline && <OfflineSwitch language={language} />}
        <KeyboardShortcuts language={language} />
        {hydrated && (
          <>
            <ThemeSwitch language={language} />
            <UncertaintySwitch language={language} />
          </>
        )}
      </fieldset>
      <p className={styles.group}>
        <span>{language.thisSite}</span>
        <span>{language.mapData}</span>
        <span>{language.madeWith}</span>
        <a href={`${root}accessibility/`}>{language.accessibility}</a>
      </p>
    </div>
  )
}
