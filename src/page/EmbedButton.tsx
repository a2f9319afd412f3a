import { lazy, Suspense, useState } from 'react'
import type { Language } from '../language/index.ts'
import { useHydrated } from '../reader/useHydrated.ts'
import type { Story } from '../story/story.ts'

/** Few readers embed, so the dialog is loaded when one asks for it. */
const EmbedDialog = lazy(async () => ({ default: (await import('./EmbedDialog.tsx')).EmbedDialog }))

/** Opens “Embed this”. */
export function EmbedButton({ story, language }: { story: Story; language: Language }) {
  const hydrated = useHydrated()
  const [open, setOpen] = useState(false)
  if (!hydrated) return null
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {language.embed.open}
      </button>
      {open && (
        <Suspense>
          <EmbedDialog story={story} language={language} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
