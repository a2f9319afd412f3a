import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import styles from './Frame.module.css'

interface ScrollerProps {
  box: RefObject<HTMLElement | null>
  /** What the box is called: it can be focused, to be scrolled by keys */
  name: string
  /** What is said when there is more below */
  more: string
  /** Changes with what the box shows; it then begins at its top */
  shows: string
  children: ReactNode
}

/** A box for text that may be longer than it; it says so when there is more below. */
export function Scroller({ box, name, more, shows, children }: ScrollerProps) {
  const [hasMore, setHasMore] = useState(false)

  useEffect(
    function watchEnd() {
      const element = box.current
      if (!element) return
      function look() {
        if (element) setHasMore(element.scrollTop + element.clientHeight < element.scrollHeight - 4)
      }
      if (shows.startsWith('click')) element.scrollTop = 0
      look()
      const observer = new ResizeObserver(look)
      observer.observe(element)
      element.addEventListener('scroll', look, { passive: true })
      return () => {
        observer.disconnect()
        element.removeEventListener('scroll', look)
      }
    },
    [box, shows],
  )

  return (
    <div className={styles.text} data-more={hasMore || undefined}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={styles.passages} ref={box} aria-label={name} tabIndex={0}>
        {children}
      </section>
      <p className={styles.more} aria-hidden="true">
        {more} ↓
      </p>
    </div>
  )
}
