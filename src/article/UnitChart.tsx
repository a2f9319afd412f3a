import type { PrintedLanguage } from '../language/language.ts'
import { formatNumber } from '../language/say.ts'
import type { Figures } from '../story/story.ts'
import { References } from './Prose.tsx'
import styles from './UnitChart.module.css'

/** Marks in a row of the chart, and the side of the square each stands in. */
const COLUMNS = 50
const CELL = 10

/** More marks than these are counted by nobody. */
const MOST_MARKS = 1500

/** Those released beside those who remain, a mark for each or for as many as keep the marks few. Drawn as two paths. */
export function UnitChart({ figures, language }: { figures: Figures; language: PrintedLanguage }) {
  const { released, remaining } = figures
  const number = (value: number) => formatNumber(value, language.locale)
  const remainingNumber =
    remaining && (remaining.more ? language.moreThan(number(remaining.people)) : number(remaining.people))
  const unit = unitFor(released.people + (remaining?.people ?? 0))
  // However few they are beside the others, they are there.
  const marksFor = (people: number) => Math.max(1, Math.round(people / unit))
  const first = marksFor(released.people)
  const total = first + (remaining ? marksFor(remaining.people) : 0)
  const rows = Math.ceil(total / COLUMNS)
  const oneMark = language.oneMark(unit, number(unit))
  return (
    <figure className={styles.chart}>
      <h3>{figures.title}</h3>
      <svg
        viewBox={`0 0 ${COLUMNS * CELL} ${rows * CELL}`}
        role="img"
        aria-label={language.chart(
          oneMark,
          `${number(released.people)} ${released.label}`,
          remaining && `${remainingNumber} ${remaining.label}`,
        )}
      >
        <path className={styles.released} d={marks(0, first)} />
        {remaining && <path className={styles.remaining} d={marks(first, total)} />}
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
        {unit > 1 && <p className={styles.unit}>{oneMark}</p>}
      </figcaption>
    </figure>
  )
}

/** How many people a mark stands for: 1, 10, 100 and so on. */
function unitFor(people: number): number {
  let unit = 1
  while (people / unit > MOST_MARKS) unit *= 10
  return unit
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
