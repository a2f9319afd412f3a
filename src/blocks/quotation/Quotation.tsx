import { Text } from '../text/Text.tsx'
import type { BlockProps } from '../view.ts'
import styles from './Quotation.module.css'

/** A quotation, with the line of its speaker as caption. */
export function Quotation({ block, language }: BlockProps<'quotation'>) {
  return (
    <figure className={styles.quotation}>
      <blockquote>
        <p>
          <Text text={block.text} language={language} />
        </p>
      </blockquote>
      <figcaption>
        <Text text={block.by} language={language} />
      </figcaption>
    </figure>
  )
}
