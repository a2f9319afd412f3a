import { citesIn, union } from '../sources/cites.ts'
import { Receipt } from '../sources/Receipt.tsx'
import { Text } from '../text/Text.tsx'
import type { BlockProps } from '../view.ts'
import styles from './Quotation.module.css'

/** A quotation, with the line of its speaker as caption. */
export function Quotation({ block: { text, by }, ...around }: BlockProps<'quotation'>) {
  const { words, ...cites } = citesIn(by)
  return (
    <figure className={styles.quotation}>
      <blockquote>
        <p>
          <Text text={text} />
        </p>
      </blockquote>
      <figcaption>
        <Text text={words} />
        <Receipt {...cites} cited={union([citesIn(text).cited, cites.cited])} {...around} />
      </figcaption>
    </figure>
  )
}
