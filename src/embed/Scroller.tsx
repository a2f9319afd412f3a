import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import styles from './Embed.module.css'

interface ScrollerProps {
  box: RefObject<HTMLElement | null>
  /** What the box is called: it can be focused, to be scrolled by keys */
  name: string
  /** What is said when there is more below */
  more: string
  /** True when it shows one passage at a time: a new one begins at its top */
  turns: boolean
  /** Index of the passage it shows */
  shows: number
  children: ReactNode
}

/** A box for text that may be longer than it; it says so when there is more below. */
export function Scroller({ box, name, more, turns, shows, children }: ScrollerProps) {
  const [hasMore, setHasMore] = useState(false)

  useEffect(
    function watchEnd() {
      const element = box.current
      if (!element) return
      function look() {
        if (element) setHasMore(element.scrollTop + element.clientHeight < element.scrollHeight - 4)
      }
      if (turns) element.scrollTop = 0
      look()
      const observer = new ResizeObserver(look)
      observer.observe(element)
      element.addEventListener('scroll', look, { passive: true })
      return () => {
        observer.disconnect()
        element.removeEventListener('scroll', look)
      }
    },
    // `shows` changes with the passage, whose length is another.
    [box, turns, shows],
  )

  return (
    <div className={styles.text} data-view="text" data-more={hasMore || undefined}>
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
