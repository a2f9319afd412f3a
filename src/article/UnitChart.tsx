import type { PrintedLanguage } from '../language/language.ts'
import type { Figure, FigureValue } from '../story/story.ts'
import styles from './Chart.module.css'
import { References } from './References.tsx'

/** Marks in a row of the chart, and the side of the square each stands in. */
const COLUMNS = 50
const CELL = 10

/** The parts of a whole, a mark for each or for as many as keep the marks few; the first in the accent. */
export function UnitChart({
  figure,
  language,
}: {
  figure: Extract<Figure, { kind: 'part' }>
  language: PrintedLanguage
}) {
  const { values, marks, unit, oneMark } = figure
  const total = marks.reduce((sum, count) => sum + count, 0)
  const rows = Math.ceil(total / COLUMNS)
  const begins = marks.map((_, i) => marks.slice(0, i).reduce((sum, count) => sum + count, 0))
  return (
    <>
      <svg
        className={styles.marks}
        fill="none"
        strokeDasharray={`0 ${CELL}`}
        viewBox={`0 0 ${COLUMNS * CELL} ${rows * CELL}`}
        role="img"
        aria-label={language.unitChart(
          oneMark,
          values.map(({ text, label }) => `${text} ${label}`),
        )}
      >
        {values.map(({ label }, i) => (
          <path
            key={label}
            className={toneOf(i)}
            data-part={i}
            d={rowsOf(begins[i] ?? 0, (begins[i] ?? 0) + (marks[i] ?? 0))}
          />
        ))}
      </svg>
      <figcaption>
        {values.map((value, i) => (
          <Labelled key={value.label} value={value} tone={toneOf(i)} language={language} />
        ))}
        {unit > 1 && <p className={styles.unit}>{oneMark}</p>}
      </figcaption>
    </>
  )
}

/** A number with what it counts. */
export function Labelled({
  value: { text, label, sources },
  tone,
  language,
}: {
  value: FigureValue
  tone?: string | undefined
  language: PrintedLanguage
}) {
  return (
    <p className={tone && `${styles.label} ${tone}`}>
      <strong>{text}</strong> {label}
      {sources.length > 0 && <References sources={sources} language={language} />}
    </p>
  )
}

/** The first is what the story is about; of more than two the last is the palest. */
function toneOf(index: number): string | undefined {
  return [styles.first, styles.rest, styles.third][Math.min(index, 2)]
}

/** The marks from number `from` up to, not including, `to`: a line for each row, for dashes of no length with round caps. */
function rowsOf(from: number, to: number): string {
  let path = ''
  for (let i = from; i < to; i += COLUMNS - (i % COLUMNS)) {
    const [x, y] = [(i % COLUMNS) * CELL + CELL / 2, Math.floor(i / COLUMNS) * CELL + CELL / 2]
    const last = Math.min(to - i, COLUMNS - (i % COLUMNS)) - 1
    // A little longer, since a dash just at the end of a line may be left out.
    path += `M${x} ${y}h${last * CELL + 1}`
  }
  return path
}
