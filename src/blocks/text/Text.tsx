import { Fragment } from 'react'
import type { PrintedLanguage } from '../../language/language.ts'
import type { Inline } from '../../story/prose.ts'
import { References } from '../sources/References.tsx'
import type { BlockProps } from '../view.ts'
import styles from './Text.module.css'

export function Paragraph({ block, language }: BlockProps<'paragraph'>) {
  return (
    <p className={styles.paragraph}>
      <Text text={block.text} language={language} />
    </p>
  )
}

export function Subheading({ block, language }: BlockProps<'subheading'>) {
  return (
    <h3 className={styles.subheading}>
      <Text text={block.text} language={language} />
    </h3>
  )
}

/** Inline text with emphasis, links and reference marks. */
export function Text({ text, language }: { text: Inline[]; language: PrintedLanguage }) {
  return text.map((part, i) => <Fragment key={i}>{renderInline(keepMarkOnLine(part, text[i + 1]), language)}</Fragment>)
}

/** Makes the space before reference marks non-breaking, so that no line starts with a mark. */
function keepMarkOnLine(part: Inline, next: Inline | undefined): Inline {
  const isBeforeMark = typeof next === 'object' && next.kind === 'cite'
  return typeof part === 'string' && isBeforeMark ? part.replace(/ $/, '\u00a0') : part
}

function renderInline(part: Inline, language: PrintedLanguage) {
  if (typeof part === 'string') return part
  if (part.kind === 'cite') return <References sources={part.sources} language={language} />
  const text = <Text text={part.text} language={language} />
  switch (part.kind) {
    case 'emphasis':
      return <em>{text}</em>
    case 'strong':
      return <strong>{text}</strong>
    case 'link':
      return <a href={part.href}>{text}</a>
    case 'person':
      return (
        <a className={styles.person} href={`#_person-${part.id}`} data-person={part.id}>
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
