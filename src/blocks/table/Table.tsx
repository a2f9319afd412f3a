import { Text } from '../text/Text.tsx'
import type { BlockProps } from '../view.ts'
import styles from './Table.module.css'

/** A table. On narrow screens its cells wrap; it never scrolls. */
export function Table({ block: { head, rows, align }, language }: BlockProps<'table'>) {
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
