import { useEffect, useRef } from 'react'
import type { Language } from '../language/language.ts'
import { isModified } from '../store/browser.ts'
import styles from './PageFooter.module.css'

/** The keys of the page, on “?” or by a button that needs no script: a native popover. */
export function KeyboardShortcuts({ language }: { language: Language }) {
  const { title, list } = language.keys
  const popover = useRef<HTMLDivElement>(null)

  useEffect(function openOnQuestionMark() {
    function press(event: KeyboardEvent) {
      const { key, target } = event
      const writes = target instanceof Element && target.closest('input, textarea, select')
      if (key === '?' && !writes && !isModified(event)) popover.current?.togglePopover?.()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])

  return (
    <>
      <button type="button" popoverTarget="_keys">
        {title}
      </button>
      <div ref={popover} id="_keys" popover="auto" className={styles.keys} aria-label={title} role="dialog">
        <ul>
          {list.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </>
  )
}
