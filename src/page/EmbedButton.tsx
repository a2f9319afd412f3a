import { useState } from 'react'
import type { Language } from '../language/language.ts'
import { ErrorBoundary } from '../store/ErrorBoundary.tsx'
import { useHydrated } from '../store/useHydrated.ts'
import { useLazy } from '../store/useLazy.ts'
import type { Story } from '../story/story.ts'

/** Opens “Embed this”. Few readers embed, so the dialog is loaded when one asks for it. */
export function EmbedButton({ story, language }: { story: Story; language: Language }) {
  const hydrated = useHydrated()
  const [open, setOpen] = useState(false)
  const { part: EmbedDialog, state, want, fail } = useLazy(async () => (await import('./EmbedDialog.tsx')).EmbedDialog)
  if (!hydrated) return null

  function ask() {
    setOpen(true)
    if (!EmbedDialog) want()
  }

  return (
    <>
      <button type="button" aria-haspopup="dialog" aria-busy={state === 'coming'} onClick={ask}>
        {language.embed.open}
      </button>
      {state === 'coming' && <span>{language.coming}</span>}
      {state === 'failed' && <span role="alert">{language.couldNotLoad}</span>}
      {open && EmbedDialog && (
        <ErrorBoundary onError={fail}>
          <EmbedDialog story={story} language={language} onClose={() => setOpen(false)} />
        </ErrorBoundary>
      )}
    </>
  )
}
