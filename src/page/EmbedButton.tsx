import { useState } from 'react'
import type { Language } from '../language/language.ts'
import { ErrorBoundary } from '../store/ErrorBoundary.tsx'
import { useLazy } from '../store/useLazy.ts'
import type { Story } from '../story/story.ts'

/** Opens “Embed this”. The dialog is loaded on demand, since few readers need it. */
export function EmbedButton({ story, language }: { story: Story; language: Language }) {
  const [open, setOpen] = useState(false)
  const { value: EmbedDialog, state, load, fail } = useLazy(async () => (await import('./EmbedDialog.tsx')).EmbedDialog)

  function openDialog() {
    setOpen(true)
    if (!EmbedDialog) load()
  }

  return (
    <>
      <button type="button" aria-haspopup="dialog" aria-busy={state === 'loading'} onClick={openDialog}>
        {language.embed.open}
      </button>
      {state === 'loading' && <span>{language.coming}</span>}
      {state === 'failed' && <span role="alert">{language.couldNotLoad}</span>}
      {open && EmbedDialog && (
        <ErrorBoundary onError={fail}>
          <EmbedDialog story={story} language={language} onClose={() => setOpen(false)} />
        </ErrorBoundary>
      )}
    </>
  )
}
