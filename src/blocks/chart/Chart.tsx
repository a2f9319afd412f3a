import type { ReactNode } from 'react'
import type { PrintedLanguage } from '../../language/language.ts'
import type { Figure } from '../../story/copy.ts'
import { percent } from '../../story/rounding.ts'
import { union } from '../sources/cites.ts'
import { Receipt, SourceNumbers } from '../sources/Receipt.tsx'
import type { BlockProps, Surroundings } from '../view.ts'
import styles from './Chart.module.css'
import { Labelled, UnitChart } from './UnitChart.tsx'

/** The figure that a passage includes. */
export function ChartBlock({ block, figures, ...around }: BlockProps<'chart'>) {
  const figure = figures.find(({ id }) => id === block.id)
  return figure && <Chart figure={figure} {...around} />
}

interface ChartProps extends Pick<Surroundings, 'sources' | 'language'> {
  figure: Figure
}

/** A figure of the story as a chart and in text. Rendered at build only. */
export function Chart({ figure, sources, language }: ChartProps) {
  const ofValues = figure.kind === 'series' ? [] : figure.values.map((value) => value.sources)
  // On paper the numbers stand in title and labels.
  const receipt = (
    <Receipt cited={union([figure.sources, ...ofValues])} printed={[]} sources={sources} language={language} />
  )
  return (
    <figure className={styles.chart}>
      <h3>
        {figure.title}
        {figure.sources.length > 0 && <SourceNumbers sources={figure.sources} />}
      </h3>
      {figure.kind === 'part' && <UnitChart figure={figure} language={language} receipt={receipt} />}
      {figure.kind === 'pair' && <PairChart figure={figure} receipt={receipt} />}
      {figure.kind === 'series' && <SeriesChart figure={figure} language={language} receipt={receipt} />}
    </figure>
  )
}

/** Two numbers as bars on one scale, each with its label below. */
function PairChart({ figure: { values }, receipt }: { figure: Extract<Figure, { kind: 'pair' }>; receipt: ReactNode }) {
  const most = Math.max(...values.map(({ value }) => value))
  return (
    <figcaption>
      {values.map((value, i) => (
        <div key={value.label} className={styles.bar}>
          <svg height="10" aria-hidden="true">
            <rect className={i === 0 ? styles.first : styles.rest} width={percent(value.value / most)} height="10" />
          </svg>
          <Labelled value={value} />
        </div>
      ))}
      {receipt}
    </figcaption>
  )
}

/** Height of the columns, and of the space above for numbers and below for dates, pixels. */
const SERIES = { height: 150, above: 22, below: 24 }
/** Maximum numbers and dates that fit side by side on a phone. */
const MOST_NUMBERS = 8
const MOST_DATES = 4

/** A column for each step, evenly spaced like the beads of the timeline, and a table for screen readers. */
function SeriesChart({
  figure: { title, label, values },
  language,
  receipt,
}: {
  figure: Extract<Figure, { kind: 'series' }>
  language: PrintedLanguage
  receipt: ReactNode
}) {
  const most = Math.max(...values.map(({ value }) => value))
  const [base, slot] = [SERIES.above + SERIES.height, 1 / values.length]
  const highest = values.findIndex(({ value }) => value === most)
  const last = values.length - 1
  const numbered = (i: number) => values.length <= MOST_NUMBERS || i === 0 || i === highest || i === last
  const every = Math.ceil(values.length / MOST_DATES)
  const columns = values.map(({ value, text, date }, i) => {
    const height = (value / most) * SERIES.height
    const middle = percent((i + 0.5) * slot)
    return (
      <g key={i}>
        <rect x={percent((i + 0.12) * slot)} y={base - height} width={percent(0.76 * slot)} height={height} />
        {numbered(i) && (
          <text x={middle} y={base - height - 6}>
            {text}
          </text>
        )}
        {i % every === 0 && (
          <text x={middle} y={base + 17} className={styles.date}>
            {date.short}
          </text>
        )}
      </g>
    )
  })
  return (
    <>
      <svg className={styles.columns} height={base + SERIES.below} aria-hidden="true">
        {columns}
        <line x1="0" x2="100%" y1={base + 0.5} y2={base + 0.5} />
      </svg>
      <figcaption>
        {label}
        {receipt}
      </figcaption>
      {/* On a wrapper, since a table does not get narrower than its words. */}
      <div className="visually-hidden">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{language.figure.date}</th>
              <th scope="col">{language.figure.step}</th>
              <th scope="col">{label ?? language.figure.value}</th>
            </tr>
          </thead>
          <tbody>
            {values.map(({ text, step, date }, i) => (
              <tr key={i}>
                <td>{date.label}</td>
                <td>{step}</td>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
