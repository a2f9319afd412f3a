import { Text } from '../text/Text.tsx'
import type { BlockProps } from '../view.ts'
import styles from './List.module.css'

export function List({ block: { items, start }, language }: BlockProps<'list'>) {
  const Tag = start === undefined ? 'ul' : 'ol'
  return (
    <Tag className={styles.list} {...(start !== undefined && { start })}>
      {items.map((item, i) => (
        <li key={i}>
          <Text text={item} language={language} />
        </li>
      ))}
    </Tag>
  )
}
