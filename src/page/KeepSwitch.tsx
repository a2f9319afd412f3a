import { useEffect, useState } from 'react'
import type { Language } from '../language/language.ts'
import { canKeep, isKept } from '../offline/kept.ts'
import { useHydrated } from '../reader/useHydrated.ts'

/** Keeps the page for reading without a network, and gives it up again. `root`: from it to the root of the site. */
export function KeepSwitch({ language, root }: { language: Language; root: string }) {
  const hydrated = useHydrated()
  const [state, setState] = useState<'offered' | 'working' | 'kept' | 'failed'>('offered')

  useEffect(function rememberKept() {
    if (canKeep()) isKept().then((kept) => kept && setState('kept'))
  }, [])

  if (!hydrated || !canKeep()) return null
  const { offline } = language

  function press() {
    if (state === 'working') return
    const kept = state === 'kept'
    setState('working')
    changeKept(!kept, root).then(
      () => setState(kept ? 'offered' : 'kept'),
      (error: unknown) => {
        console.warn('Datelines: the page could not be kept, or given up.', error)
        setState('failed')
      },
    )
  }

  return (
    <>
      {state === 'kept' && <span role="status">{offline.kept}</span>}
      {state === 'failed' && <span role="alert">{offline.failed}</span>}{' '}
      <button type="button" aria-busy={state === 'working'} onClick={press}>
        {state === 'working' ? offline.working : state === 'kept' ? offline.drop : offline.keep}
      </button>
    </>
  )
}

/** Few readers keep a page, so how it is done comes when one asks for it. */
async function changeKept(keep: boolean, root: string) {
  const { dropPage, keepPage } = await import('../offline/keeping.ts')
  await (keep ? keepPage(root) : dropPage())
}
