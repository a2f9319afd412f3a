/** The names and numbers on the map. */
import { Fragment, memo } from 'react'
import type { Label } from '../story/map.ts'
import type { Rect } from '../story/projection.ts'
import { tenth } from '../story/rounding.ts'
import { EDGE_ARROW, LETTERING, LINE_HEIGHT } from '../story/viewport.ts'
import type { Moment, Viewport } from './moment.ts'
import { Pin } from './Pin.tsx'
import type { Paint } from './paint.ts'

interface NamesProps extends Viewport {
  labels: Label[]
  moment: Moment
  paint: Paint
}

export const Names = memo(function Names({ labels, moment, paint, view, scale }: NamesProps) {
  const visible = labels.filter((label) => isShown(label, moment, scale))
  const kinds = [...new Set(visible.map(({ kind }) => kind))]
  const { colour, font } = paint
  return (
    <g strokeWidth="3" strokeLinejoin="round" paintOrder="stroke">
      {kinds.map((kind) => {
        const { size, weight, spacing } = LETTERING[kind]
        const quiet = kind === 'country' || kind === 'sea' || kind === 'town'
        return (
          <g
            key={kind}
            data-kind={kind}
            fontFamily={font}
            fontSize={size}
            fontWeight={weight === 400 && !font ? undefined : weight}
            fontStyle={kind === 'sea' || kind === 'note' ? 'italic' : undefined}
            letterSpacing={spacing ? tenth(spacing * size) : undefined}
            fill={colour(quiet ? 'map-muted' : 'ink')}
            stroke={colour(kind === 'sea' ? 'sea' : 'land')}
          >
            {visible
              .filter((label) => label.kind === kind)
              .map((label) => (
                <Fragment key={`${label.of ?? ''} ${label.text} ${label.x} ${label.y}`}>
                  {/* Separates the names in text copied from the page */}
                  <Name label={label} view={view} paint={paint} />{' '}
                </Fragment>
              ))}
          </g>
        )
      })}
    </g>
  )
})

function isShown(label: Label, { marks, legs, itinerary, drawn }: Moment, scale: number): boolean {
  if ((label.from ?? 0) > scale) return false
  if (label.kind === 'place') return label.of === undefined || marks.includes(label.of)
  // Who stays where is shown once every leg is complete.
  if (label.kind === 'stay') return !itinerary && legs.every((leg) => drawn(leg).grown === 1)
  if (label.kind !== 'people') return true
  const leg = legs.find(({ id }) => id === label.of)
  if (!leg || (itinerary && !itinerary.includes(leg.id))) return false
  const { grown, announced } = drawn(leg)
  return grown === 1 || (announced && grown === 0)
}

function Name({ label, view, paint: { colour } }: { label: Label; view: Rect; paint: Paint }) {
  const { kind, text, dx, dy, anchor, light, leader, angle } = label
  const { size } = LETTERING[kind]
  const lines = text.split('\n')
  const [x1, y1, x2, y2] = leader ?? []
  return (
    <Pin at={label} view={view}>
      {leader && <line x1={x1} y1={y1} x2={x2} y2={y2} stroke={colour('ink')} strokeWidth="1" />}
      {kind === 'beyond' && (
        <path
          d={`M${EDGE_ARROW} 0L${-EDGE_ARROW * 0.6} ${-EDGE_ARROW * 0.8}V${EDGE_ARROW * 0.8}z`}
          transform={`rotate(${angle ?? 0})`}
          fill={colour('accent')}
          stroke="none"
        />
      )}
      <text
        {...(lines.length === 1 && { x: dx, y: dy })}
        textAnchor={anchor === 'start' ? undefined : anchor}
        stroke={light && kind !== 'sea' ? colour('focus-land') : undefined}
      >
        {lines.length === 1
          ? text
          : lines.map((line, i) => (
              <tspan key={line} x={dx} y={tenth(dy + i * size * LINE_HEIGHT)}>
                {line}
              </tspan>
            ))}
      </text>
    </Pin>
  )
}
