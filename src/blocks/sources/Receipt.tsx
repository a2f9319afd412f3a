import type { Surroundings } from '../view.ts'
import type { Cited } from './cites.ts'
import styles from './Receipt.module.css'

interface ReceiptProps extends Partial<Cited>, Pick<Surroundings, 'sources' | 'language'> {
  /** Numbers of the sources, counted from 1 */
  cited: number[]
  /** Those whose numbers paper shows here; the others stand in the text before it */
  printed?: number[]
}

/**
 * “6 sources”, or “6 sources, which differ”: the mark that ends a paragraph and opens in place to say who published what, without a script too. Each
 * entry links to the list of sources; `followReceipts.ts` replaces it by the entry there. On paper the mark is numbers.
 */
export function Receipt({ cited, printed = cited, differ, open = [], sources, language }: ReceiptProps) {
  if (cited.length === 0) return
  const entries = cited.flatMap((number) => {
    const source = sources[number - 1]
    return source ? [{ ...source, number }] : []
  })
  const counted = language.sourceCount(cited.length)
  const count = differ ? language.sourcesDiffer(counted) : counted
  const publishers = new Set(entries.map(({ publisher }) => publisher))
  return (
    <>
      {/* Keeps text and mark apart when read aloud or copied, and on one line. */}
      {'\u00a0'}
      <details name="_receipt" className={cited.length === 1 ? `${styles.receipt} ${styles.single}` : styles.receipt}>
        <summary data-label={printed.join(' ')} aria-label={`${count}: ${[...publishers].join(', ')}`}>
          {count}
        </summary>
        {entries.map(({ number, publisher, date }) => (
          <a key={number} href={`#_source-${number}`}>
            {[`${number} ${publisher}`, ...(date ? [date] : [])].join(', ')}
          </a>
        ))}
        {open.map((id) => (
          <a key={id} href={`#_unknown-${id}`}>
            {language.notKnown}
          </a>
        ))}
      </details>
    </>
  )
}

/** Numbers of sources within a text, on paper only. */
export function SourceNumbers({ sources }: { sources: number[] }) {
  return <sup className={styles.numbers}>{`\u00a0${sources.join(' ')}`}</sup>
}
