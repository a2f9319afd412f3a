/** The names and numbers on the map. */
import { EDGE_ARROW, LETTERING, LINE_HEIGHT } from '../story/frame.ts'
import type { Label } from '../story/story.ts'
import { isTold } from './growth.ts'
import { type Moment, type Paint, pin } from './moment.ts'
import type { Shape } from './shape.ts'

/** The names and numbers. */
export function lettersOf(labels: Label[], moment: Moment, paint: Paint): Shape[] {
  const done = isTold(moment.legs, moment.drawn)
  const shown = (label: Label) => {
    if ((label.from ?? 0) > moment.scale) return false
    if (label.kind === 'place') return label.of === undefined || moment.marks.includes(label.of)
    if (label.kind === 'stay') return done && !moment.way
    if (label.kind !== 'people') return true
    const leg = moment.legs.find(({ id }) => id === label.of)
    if (!leg || (moment.way && !moment.way.includes(leg.id))) return false
    const { grown, ahead } = moment.drawn(leg)
    return grown === 1 || moment.way !== undefined || (ahead === 'announced' && grown === 0)
  }
  const kinds = [...new Set(labels.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const { size, weight, spacing } = LETTERING[kind]
    const { colour, font } = paint
    const quiet = kind === 'country' || kind === 'sea' || kind === 'town'
    return {
      tag: 'g',
      key: kind,
      attrs: {
        'data-kind': kind,
        'font-family': font,
        'font-size': size,
        'font-weight': weight === 400 && !font ? undefined : weight,
        'font-style': kind === 'sea' || kind === 'note' ? 'italic' : undefined,
        'letter-spacing': spacing ? Math.round(spacing * size * 10) / 10 : undefined,
        fill: colour(quiet ? 'map-muted' : 'ink'),
        stroke: colour(kind === 'sea' ? 'sea' : 'land'),
      },
      content: labels
        .filter((label) => label.kind === kind && shown(label))
        .map((label) => lettering(label, moment, paint)),
    }
  })
}

function lettering(label: Label, { view }: Moment, { colour }: Paint): Shape {
  const { kind, text, dx, dy, anchor, light, of, leader, angle } = label
  const { size } = LETTERING[kind]
  const lines = text.split('\n')
  const [x1, y1, x2, y2] = leader ?? []
  const line: Shape[] = leader
    ? [{ tag: 'line', key: 'leader', attrs: { x1, y1, x2, y2, stroke: colour('ink'), 'stroke-width': 1 } }]
    : []
  const arrow: Shape[] =
    kind === 'beyond'
      ? [
          {
            tag: 'path',
            key: 'arrow',
            attrs: {
              d: `M${EDGE_ARROW} 0L${-EDGE_ARROW * 0.6} ${-EDGE_ARROW * 0.8}V${EDGE_ARROW * 0.8}z`,
              transform: `rotate(${angle ?? 0})`,
              fill: colour('accent'),
              stroke: 'none',
            },
          },
        ]
      : []
  const words: Shape = {
    tag: 'text',
    key: 'text',
    attrs: {
      ...(lines.length === 1 ? { x: dx, y: dy } : {}),
      'text-anchor': anchor === 'start' ? undefined : anchor,
      stroke: light && kind !== 'sea' ? colour('focus-land') : undefined,
    },
    content:
      lines.length === 1
        ? text
        : lines.map((part, i) => ({
            tag: 'tspan',
            key: String(i),
            attrs: { x: dx, y: Math.round((dy + i * size * LINE_HEIGHT) * 10) / 10 },
            content: part,
          })),
  }
  return pin(`${of ?? ''} ${text} ${label.x} ${label.y}`, label, view, [...line, ...arrow, words])
}
