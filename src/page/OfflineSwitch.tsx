import { useEffect, useState } from 'react'
import type { Language } from '../language/language.ts'
import { canSave, isSaved } from '../offline/savedFiles.ts'

/** Saves the page for offline reading, and removes it again. */
export function OfflineSwitch({ language }: { language: Language }) {
  const [saved, setSaved] = useState(false)
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle')

  useEffect(function readSaved() {
    if (canSave()) isSaved().then(setSaved)
  }, [])

  if (!canSave()) return null
  const { offline } = language

  function toggle() {
    if (state === 'working') return
    setState('working')
    changeSaved(!saved).then(
      () => {
        setSaved(!saved)
        setState('idle')
      },
      (error: unknown) => {
        console.warn('Datelines: the page could not be saved or removed.', error)
        setState('failed')
      },
    )
  }

  return (
    <>
      {saved && state === 'idle' && <span role="status">{offline.kept}</span>}
      {state === 'failed' && <span role="alert">{saved ? offline.dropFailed : offline.keepFailed}</span>}
      <button type="button" aria-busy={state === 'working'} onClick={toggle}>
        {saved ? offline.drop : state === 'working' ? offline.working : offline.keep}
      </button>
    </>
  )
}

/** The code is loaded on demand, since few readers save a page. */
async function changeSaved(save: boolean) {
  const { removePage, savePage } = await import('../offline/savePage.ts')
  await (save ? savePage() : removePage())
}
