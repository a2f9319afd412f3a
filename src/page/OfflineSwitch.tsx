import { useEffect, useState } from 'react'
import type { Language } from '../language/language.ts'
import { canSave, isSaved } from '../offline/savedFiles.ts'
import { useHydrated } from '../store/useHydrated.ts'

/** Keeps the page for reading without a network, and gives it up again. `root`: from it to the root of the site. */
export function OfflineSwitch({ language, root }: { language: Language; root: string }) {
  const hydrated = useHydrated()
  const [kept, setKept] = useState(false)
  const [state, setState] = useState<'resting' | 'working' | 'failed'>('resting')

  useEffect(function rememberKept() {
    if (canSave()) isSaved().then(setKept)
  }, [])

  if (!hydrated || !canSave()) return null
  const { offline } = language

  function press() {
    if (state === 'working') return
    setState('working')
    changeKept(!kept, root).then(
      () => {
        setKept(!kept)
        setState('resting')
      },
      (error: unknown) => {
        console.warn('Datelines: the page could not be kept, or given up.', error)
        setState('failed')
      },
    )
  }

  return (
    <>
      {kept && state === 'resting' && <span role="status">{offline.kept}</span>}
      {state === 'failed' && <span role="alert">{kept ? offline.dropFailed : offline.keepFailed}</span>}
      <button type="button" aria-busy={state === 'working'} onClick={press}>
        {kept ? offline.drop : state === 'working' ? offline.working : offline.keep}
      </button>
    </>
  )
}

/** Few readers keep a page, so how it is done comes when one asks for it. */
async function changeKept(keep: boolean, root: string) {
  const { removePage, savePage } = await import('../offline/savePage.ts')
  await (keep ? savePage(root) : removePage())
}
