import { Fragment } from 'react'
import type { PrintedLanguage } from '../../language/language.ts'
import styles from './References.module.css'

/** Maximum number of marks kept on one line: more would not fit next to a long word in large type. */
const MAX_GROUP = 3

/**
 * Reference marks that link to the list of sources. Lines break only between groups of even size, so no mark is alone.
 */
export function References({ sources, language }: { sources: number[]; language: PrintedLanguage }) {
  const groups = Math.ceil(sources.length / MAX_GROUP)
  const groupOf = (i: number) => Math.floor((i * groups) / sources.length)
  return (
    <sup className={styles.references}>
      {/* Separates text and number when read aloud or copied. Non-breaking, so no line starts with a mark. */}
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
