import { useEffect, useRef } from 'react'
import type { Language } from '../language/language.ts'
import { isModified } from '../store/browser.ts'
import styles from './PageFooter.module.css'

/** The list of keyboard shortcuts, opened by “?” or by a button: a native popover, which needs no script. */
export function KeyboardShortcuts({ language }: { language: Language }) {
  const { title, list } = language.keys
  const popover = useRef<HTMLDivElement>(null)

  useEffect(function openOnQuestionMark() {
    function onKeyDown(event: KeyboardEvent) {
      const { key, target } = event
      const isTyping = target instanceof Element && target.closest('input, textarea, select')
      if (key === '?' && !isTyping && !isModified(event)) popover.current?.togglePopover?.()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <>
      <button type="button" popoverTarget="_keys">
        {title}
      </button>
      <div
        ref={popover}
        id="_keys"
        popover="auto"
        className={styles.keys}
        aria-labelledby="_keys-title"
        role="dialog"
        tabIndex={-1}
        onToggle={({ newState, currentTarget }) => newState === 'open' && currentTarget.focus()}
      >
        <h2 id="_keys-title">{title}</h2>
        <ul>
          {list.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <button type="button" popoverTarget="_keys" popoverTargetAction="hide">
          {language.close}
        </button>
      </div>
    </>
  )
}
