import { Fragment } from 'react'
import type { PrintedLanguage } from '../language/language.ts'
import styles from './Prose.module.css'

/** Marks kept together on a line: as many as fit beside a long word in large letters. */
const TOGETHER = 3

/** Small marks that open the sources in the list at the end. A line breaks only between even groups, so that none is alone. */
export function References({ sources, language }: { sources: number[]; language: PrintedLanguage }) {
  const groups = Math.ceil(sources.length / TOGETHER)
  const groupOf = (i: number) => Math.floor((i * groups) / sources.length)
  return (
    <sup className={styles.references}>
      {/* Heard and copied, text and number are two words. It does not break: no mark begins a line. */}
      {'\u00a0'}
      {sources.map((number, i) => (
        <Fragment key={number}>
          {i > 0 && (groupOf(i) === groupOf(i - 1) ? '\u00a0' : ' ')}
          <a href={`#_source-${number}`} aria-label={language.source(number)}>
            {number < 10 ? `${number}\u2007` : number}
          </a>
        </Fragment>
      ))}
    </sup>
  )
}
