import { formatNumber, type Language } from '../language/index.ts'
import type { Figures } from '../story/story.ts'
import { References } from './Prose.tsx'
import styles from './UnitChart.module.css'

/** Marks in a row of the chart, and the side of the square each stands in. */
const COLUMNS = 50
const CELL = 10

/** One mark, one person: those released beside those who remain. Drawn as two paths, however many people there are. */
export function UnitChart({ figures, language }: { figures: Figures; language: Language }) {
  const { released, remaining } = figures
  const number = (value: number) => formatNumber(value, language.code)
  const remainingNumber =
    remaining && (remaining.more ? language.moreThan(number(remaining.people)) : number(remaining.people))
  const total = released.people + (remaining?.people ?? 0)
  const rows = Math.ceil(total / COLUMNS)
  return (
    <figure className={styles.chart}>
      <h3>{figures.title}</h3>
      <svg
        viewBox={`0 0 ${COLUMNS * CELL} ${rows * CELL}`}
        role="img"
        aria-label={language.chart(
          `${number(released.people)} ${released.label}`,
          `${remainingNumber ?? ''} ${remaining?.label ?? ''}`,
        )}
      >
        <path className={styles.released} d={marks(0, released.people)} />
        <path className={styles.remaining} d={marks(released.people, total)} />
      </svg>
      <figcaption>
        <p className={styles.releasedLabel}>
          <strong>{number(released.people)}</strong> {released.label}
          <References sources={released.sources} language={language} />
        </p>
        {remaining && (
          <p className={styles.remainingLabel}>
            <strong>{remainingNumber}</strong> {remaining.label}
            <References sources={remaining.sources} language={language} />
          </p>
        )}
      </figcaption>
    </figure>
  )
}

/** The marks from number `from` up to, not including, `to`, row by row, as dots of a round-capped line. */
function marks(from: number, to: number): string {
  let path = ''
  for (let i = from; i < to; i += 1) {
    const [x, y] = [(i % COLUMNS) * CELL + CELL / 2, Math.floor(i / COLUMNS) * CELL + CELL / 2]
    path += i === from || i % COLUMNS === 0 ? `M${x} ${y}h0` : `m${CELL} 0h0`
  }
  return path
}
