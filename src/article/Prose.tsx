import { Fragment } from 'react'
import type { PrintedLanguage } from '../language/language.ts'
import type { Block, Inline } from '../story/prose.ts'
import styles from './Prose.module.css'

/** A passage, block by block. */
export function Prose({ blocks, language }: { blocks: Block[]; language: PrintedLanguage }) {
  return blocks.map((block, i) => <ProseBlock key={i} block={block} language={language} />)
}

function ProseBlock({ block, language }: { block: Block; language: PrintedLanguage }) {
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
    case 'list':
      return (
        <ul className={styles.list}>
          {block.items.map((item, i) => (
            <li key={i}>
              <Text text={item} language={language} />
            </li>
          ))}
        </ul>
      )
    case 'image':
      return (
        <figure className={styles.image}>
          <img src={block.src} alt={block.alt} loading="lazy" />
          <figcaption>
            <Text text={block.caption} language={language} />
          </figcaption>
        </figure>
      )
  }
}

/** A run of text with its emphasis, links and reference marks. */
export function Text({ text, language }: { text: Inline[]; language: PrintedLanguage }) {
  return text.map((part, i) => <Fragment key={i}>{inline(part, language)}</Fragment>)
}

function inline(part: Inline, language: PrintedLanguage) {
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
    case 'cite':
      return <References sources={part.sources} language={language} />
  }
}

/** Small marks that open the sources in the list at the end. */
export function References({ sources, language }: { sources: number[]; language: PrintedLanguage }) {
  return (
    <sup className={styles.references}>
      {sources.map((number) => (
        <a key={number} href={`#_source-${number}`} aria-label={language.source(number)}>
          {number}
        </a>
      ))}
    </sup>
  )
}
