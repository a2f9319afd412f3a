import { Fragment } from 'react'
import type { Inline } from '../../story/prose.ts'
import { citesIn } from '../sources/cites.ts'
import { Receipt, SourceNumbers } from '../sources/Receipt.tsx'
import type { BlockProps, Surroundings } from '../view.ts'
import styles from './Text.module.css'

export function Paragraph({ block: { text }, ...around }: BlockProps<'paragraph'>) {
  const { words, ...cites } = citesIn(text)
  if (cites.cited.length === 0)
    return (
      <p className={styles.paragraph}>
        <Text text={text} />
      </p>
    )
  // HTML allows no `<details>` in a `<p>`.
  return (
    <div className={styles.paragraph}>
      <p>
        <Text text={words} />
      </p>
      <Receipt {...cites} {...around} />
    </div>
  )
}

export function Subheading({ block }: BlockProps<'subheading'>) {
  return (
    <h3 className={styles.subheading}>
      <Text text={block.text} />
    </h3>
  )
}

/** Inline text that ends in the receipt of its sources. */
export function SourcedText({ text, ...around }: { text: Inline[] } & Pick<Surroundings, 'sources' | 'language'>) {
  const { words, ...cites } = citesIn(text)
  return (
    <>
      <Text text={words} />
      <Receipt {...cites} {...around} />
    </>
  )
}

/** Inline text with emphasis, links and, on paper, numbers of sources. */
export function Text({ text }: { text: Inline[] }) {
  return text.map((part, i) => <Fragment key={i}>{renderInline(part)}</Fragment>)
}

function renderInline(part: Inline) {
  if (typeof part === 'string') return part
  if (part.kind === 'cite')
    return part.awaits ? <mark className={styles.awaits}>[?]</mark> : <SourceNumbers sources={part.sources} />
  const text = <Text text={part.text} />
  switch (part.kind) {
    case 'emphasis':
      return <em>{text}</em>
    case 'strong':
      return <strong>{text}</strong>
    case 'link':
      return <a href={part.href}>{text}</a>
    case 'person':
      return (
        <a className={styles.person} href={`#_person-${part.id}`}>
          {text}
        </a>
      )
    case 'foreign':
      return (
        <span lang={part.lang} dir="auto">
          {text}
        </span>
      )
  }
}
