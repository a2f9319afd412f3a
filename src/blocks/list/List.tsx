import { SourcedText } from '../text/Text.tsx'
import type { BlockProps } from '../view.ts'
import styles from './List.module.css'

export function List({ block: { items, start }, sources, language }: BlockProps<'list'>) {
  const Tag = start === undefined ? 'ul' : 'ol'
  return (
    <Tag className={styles.list} {...(start !== undefined && { start })}>
      {items.map((item, i) => (
        <li key={i}>
          <SourcedText text={item} sources={sources} language={language} />
        </li>
      ))}
    </Tag>
  )
}
