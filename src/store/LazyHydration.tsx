import { type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'

/**
 * A view whose script may load after the page's. Until it is hydrated, it keeps its first props: a change would make
 * React remove the served HTML. Then it gets the current props.
 */
export function LazyHydration({ children }: { children: ReactNode }) {
  const [isHydrated, setHydrated] = useState(false)
  const [initial] = useState(children)
  const content = isHydrated ? children : initial
  return useMemo(
    () => (
      <Suspense>
        {content}
        <OnHydrated report={setHydrated} />
      </Suspense>
    ),
    [content],
  )
}

/** In the same Suspense boundary as the view, so its effect runs when the view is hydrated. */
function OnHydrated({ report }: { report: (hydrated: boolean) => void }) {
  useEffect(() => report(true), [report])
  return null
}
