import { citesIn, union } from '../sources/cites.ts'
import { Receipt } from '../sources/Receipt.tsx'
import { Text } from '../text/Text.tsx'
import type { BlockProps } from '../view.ts'
import styles from './Table.module.css'

/** A table. On narrow screens its cells wrap; it never scrolls. */
export function Table({ block: { head, rows, align }, ...around }: BlockProps<'table'>) {
  const cited = union([head, ...rows].flat().map((cell) => citesIn(cell).cited))
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((cell, i) => (
              <th key={i} scope="col" className={styles[align[i] ?? '']}>
                <Text text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j} className={styles[align[j] ?? '']}>
                  <Text text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* On paper the numbers stand in the cells. */}
      <Receipt cited={cited} printed={[]} {...around} />
    </>
  )
}
