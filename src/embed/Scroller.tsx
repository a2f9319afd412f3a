import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import styles from './Embed.module.css'

interface ScrollerProps {
  box: RefObject<HTMLElement | null>
  /** Accessible name of the box, which can be focused and scrolled by keyboard */
  name: string
  /** Hint shown when there is more below */
  more: string
  /** True when it shows one passage at a time: a new passage starts at the top */
  onePassage: boolean
  /** Index of the active passage */
  active: number
  children: ReactNode
}

/** A scrolling box for text, with a hint when there is more below. */
export function Scroller({ box, name, more, onePassage, active, children }: ScrollerProps) {
  const [hasMore, setHasMore] = useState(false)

  useEffect(
    function watchEnd() {
      const element = box.current
      if (!element) return
      function update() {
        if (element) setHasMore(element.scrollTop + element.clientHeight < element.scrollHeight - 4)
      }
      if (onePassage) element.scrollTop = 0
      update()
      const observer = new ResizeObserver(update)
      observer.observe(element)
      element.addEventListener('scroll', update, { passive: true })
      return () => {
        observer.disconnect()
        element.removeEventListener('scroll', update)
      }
    },
    // `active`: another passage has another height.
    [box, onePassage, active],
  )

  return (
    <div className={styles.text} data-view="text" data-more={hasMore || undefined}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section className={styles.passages} ref={box} aria-label={name} tabIndex={0}>
        {children}
      </section>
      <p className={styles.more} aria-hidden="true">
        {more} ↓
      </p>
    </div>
  )
}
