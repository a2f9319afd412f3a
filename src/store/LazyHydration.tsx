import { type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'

/**
 * A view whose script may come after the page's. Until it is there the view stays as it was served and is asked for
 * nothing: a change would make React blank what it cannot take over yet. Then it gets all that has changed.
 */
export function LazyHydration({ children }: { children: ReactNode }) {
  const [alive, setAlive] = useState(false)
  const [served] = useState(children)
  const content = alive ? children : served
  return useMemo(
    () => (
      <Suspense>
        {content}
        <Alive tell={setAlive} />
      </Suspense>
    ),
    [content],
  )
}

/** Stands beside what may come later, and so comes alive with it. */
function Alive({ tell }: { tell: (alive: boolean) => void }) {
  useEffect(() => tell(true), [tell])
  return null
}
