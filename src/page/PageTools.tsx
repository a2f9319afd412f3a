import type { Language } from '../language/language.ts'
import { useHydrated } from '../store/useHydrated.ts'
import type { Story } from '../story/story.ts'
import { EmbedButton } from './EmbedButton.tsx'
import { KeyboardShortcuts } from './KeyboardShortcuts.tsx'
import { OfflineSwitch } from './OfflineSwitch.tsx'
import styles from './PageFooter.module.css'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import { UncertaintySwitch } from './UncertaintySwitch.tsx'

interface PageToolsProps {
  story: Story
  language: Language
  /** Whether readers may save the page for offline reading */
  offline: boolean
}

/**
 * What a reader can do with this page, in its footer. Text that can change is in an element of its own: page translation
 * in browsers replaces text nodes, which React then could not update.
 */
export function PageTools({ story, language, offline }: PageToolsProps) {
  const hydrated = useHydrated()
  return (
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
  )
}
