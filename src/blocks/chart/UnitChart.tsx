import type { ReactNode } from 'react'
import type { PrintedLanguage } from '../../language/language.ts'
import type { Figure, FigureValue } from '../../story/copy.ts'
import { SourceNumbers } from '../sources/Receipt.tsx'
import styles from './Chart.module.css'
import { CELL, COLUMNS, markAt } from './marks.ts'

/** The parts of a whole as marks, each for one or more units; the first part in the accent colour. */
export function UnitChart({
  figure,
  language,
  receipt,
}: {
  figure: Extract<Figure, { kind: 'part' }>
  language: PrintedLanguage
  /** Of the figure and all its values */
  receipt: ReactNode
}) {
  const { values, marks, unit, oneMark } = figure
  const total = marks.reduce((sum, count) => sum + count, 0)
  const rows = Math.ceil(total / COLUMNS)
  const starts = marks.map((_, i) => marks.slice(0, i).reduce((sum, count) => sum + count, 0))
  return (
    <>
      <svg
        id={figure.gathers ? '_gather' : undefined}
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
          <path key={label} className={toneOf(i)} d={rowsOf(starts[i] ?? 0, (starts[i] ?? 0) + (marks[i] ?? 0))} />
        ))}
      </svg>
      <figcaption>
        {values.map((value, i) => (
          <Labelled key={value.label} value={value} tone={toneOf(i)} />
        ))}
        {unit > 1 && <p className={styles.unit}>{oneMark}</p>}
        {receipt}
      </figcaption>
    </>
  )
}

/** A number with its label. */
export function Labelled({ value: { text, label, sources }, tone }: { value: FigureValue; tone?: string | undefined }) {
  return (
    <p className={tone && `${styles.label} ${tone}`}>
      <strong>{text}</strong> {label}
      {sources.length > 0 && <SourceNumbers sources={sources} />}
    </p>
  )
}

/** Class for the colour of a part: the first is the subject of the story, the third and later ones are the palest. */
function toneOf(index: number): string | undefined {
  return [styles.first, styles.rest, styles.third][Math.min(index, 2)]
}

/**
 * Path of the marks `from` up to, not including, `to`: a line per row, drawn with zero-length dashes and round caps.
 */
function rowsOf(from: number, to: number): string {
  let path = ''
  for (let i = from; i < to; i += COLUMNS - (i % COLUMNS)) {
    const { x, y } = markAt(i)
    const last = Math.min(to - i, COLUMNS - (i % COLUMNS)) - 1
    // One unit longer, since browsers may drop a dash at the very end of a line.
    path += `M${x} ${y}h${last * CELL + 1}`
  }
  return path
}
