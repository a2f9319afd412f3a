import { Fragment } from 'react'
import type { PrintedLanguage } from '../language/language.ts'
import type { Block, Inline } from '../story/prose.ts'
import type { Copy } from '../story/story.ts'
import { Chart } from './Chart.tsx'
import { Comparison } from './Comparison.tsx'
import { MediaFigure } from './MediaFigure.tsx'
import styles from './Prose.module.css'
import { References } from './References.tsx'

interface ProseProps {
  blocks: Block[]
  /** All figures of the story; chart blocks refer to them by id */
  figures: Copy['figures']
  language: PrintedLanguage
  /** From this page to the folder of the story: './' */
  home: string
}

/** The blocks of a passage. */
export function Prose({ blocks, ...more }: ProseProps) {
  return blocks.map((block, i) => <ProseBlock key={i} block={block} {...more} />)
}

function ProseBlock({ block, figures, language, home }: Omit<ProseProps, 'blocks'> & { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className={styles.paragraph}>
          <Text text={block.text} language={language} />
        </p>
      )
    case 'quotation':
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
    case 'list': {
      const items = block.items.map((item, i) => (
        <li key={i}>
          <Text text={item} language={language} />
        </li>
      ))
      if (block.start === undefined) return <ul className={styles.list}>{items}</ul>
      return (
        <ol className={styles.list} start={block.start}>
          {items}
        </ol>
      )
    }
    case 'chart': {
      const figure = figures.find(({ id }) => id === block.id)
      return figure && <Chart figure={figure} language={language} />
    }
    case 'subheading':
      return (
        <h3 className={styles.subheading}>
          <Text text={block.text} language={language} />
        </h3>
      )
    case 'table':
      return <ProseTable table={block} language={language} />
    case 'media':
      if (block.compared) return <Comparison media={block.media} home={home} language={language} />
      if (block.media.length > 1)
        return (
          <div className={styles.gallery}>
            {block.media.map((medium) => (
              <MediaFigure key={medium.src} medium={medium} home={home} language={language} />
            ))}
          </div>
        )
      return block.media.map((medium) => (
        <MediaFigure key={medium.src} medium={medium} home={home} language={language} />
      ))
  }
}

/** A table. On narrow screens its cells wrap; it never scrolls. */
function ProseTable({ table, language }: { table: Extract<Block, { kind: 'table' }>; language: PrintedLanguage }) {
  const { head, rows, align } = table
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {head.map((cell, i) => (
            <th key={i} scope="col" data-align={align[i]}>
              <Text text={cell} language={language} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            {row.map((cell, j) => (
              <td key={j} data-align={align[j]}>
                <Text text={cell} language={language} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
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
  switch (part.kind) {
    case 'emphasis':
      return (
        <em>
          <Text text={part.text} language={language} />
        </em>
      )
    case 'strong':
      return (
        <strong>
          <Text text={part.text} language={language} />
        </strong>
      )
    case 'link':
      return (
        <a href={part.href}>
          <Text text={part.text} language={language} />
        </a>
      )
    case 'person':
      return (
        <a className={styles.person} href={`#_person-${part.id}`} data-person={part.id}>
          <Text text={part.text} language={language} />
        </a>
      )
    case 'foreign':
      return (
        <span lang={part.lang} dir="auto">
          <Text text={part.text} language={language} />
        </span>
      )
    case 'cite':
      return <References sources={part.sources} language={language} />
  }
}
