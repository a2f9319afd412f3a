/**
 * What the map shows over its ground, from the route and the moment of the story: the one account of it, for the page,
 * the poster and a picture the reader saves.
 */

import {
  AREA_RADIUS,
  arrowhead,
  EDGE_ARROW,
  FRAME_WIDTHS,
  headOf,
  LETTERING,
  LINE_HEIGHT,
  percentIn,
  viewBoxOf,
} from '../story/frame.ts'
import type { Rect } from '../story/projection.ts'
import { pathTo, pointAt } from '../story/route.ts'
import type { Label, Leg, Place, Route, Step } from '../story/story.ts'
import { type Drawn, isTold } from './growth.ts'
import type { Shape } from './shape.ts'

/** The colours of the style sheet a map is painted with. */
export const COLOURS = [
  'paper',
  'ink',
  'muted',
  'accent',
  'sea',
  'land',
  'focus-land',
  'border',
  'water',
  'map-muted',
] as const

export type Colour = (typeof COLOURS)[number]

/** The moment the map shows. */
export interface Moment {
  /** What the frame shows, and its pixels a map unit */
  view: Rect
  scale: number
  /** Ids of the places that are marked, and the legs that may be there */
  marks: string[]
  legs: Leg[]
  drawn: (leg: Leg) => Drawn
  /** The active step and its place; undefined before the story has begun */
  step?: Step | undefined
  /** Ids of the legs one person travelled, while the others stand back */
  way?: string[] | undefined
}

/** How it is painted. */
export interface Paint {
  colour: (name: Colour) => string
  /** Whether strokes keep their width by themselves, or are given it in map units */
  lines: 'screen' | 'map'
  /** The family of the lettering, where no style sheet says it */
  font?: string
}

/** Before the page knows its size, lines are cut for the widest frame: never too short, at most a little too long. */
export const SERVED_SCALE = (view: Rect) => (FRAME_WIDTHS.at(-1)?.[1] ?? 0) / view.width

/** Where the mark of a place leads, and what the link is called. */
export type LinkTo = (place: Place) => { href: string; name: string } | undefined

/** The mark of a place leads to the first step that happens there. `bead`: how a date and a heading are said. */
export function linksTo(steps: Step[], bead: (date: string, heading: string) => string): LinkTo {
  return ({ name, step: index }: Place) => {
    const step = index === undefined ? undefined : steps[index]
    return step && { href: `#${step.id}`, name: `${name}: ${bead(step.date.label, step.heading)}` }
  }
}

/** Side of the square a finger can hit, CSS pixels: WCAG 2.5.5. */
const TARGET = 44

/** What a leg that is not wholly there looks like under its missing part. */
const PALE = 0.28
const FULL = 0.88
/** What stands back while one person's way is shown. */
const BACK = 0.2

const DASHES = { announced: '6 5', reported: '0 5' } as const

interface DrawingOptions {
  route: Route
  moment: Moment
  /** The names of each range of frame widths; one list where the width is known */
  labels: Label[][]
  paint: Paint
  /** A number of people as the page's language writes it */
  count: (people: number) => string
  /** What the picture is called, for those who do not see it */
  name?: string
  linkTo?: LinkTo
}

/** Everything over the ground: lines and areas, then names, then the marks of places. */
export function drawingOf({ route, moment, labels, paint, count, name, linkTo }: DrawingOptions): Shape[] {
  const written = labels.map((range, i): Shape => {
    const attrs = labels.length > 1 ? { 'data-range': i } : {}
    return { tag: 'g', key: `names ${i}`, attrs, content: lettersOf(range, moment, paint) }
  })
  return [
    {
      tag: 'g',
      key: 'picture',
      attrs: name === undefined ? {} : { role: 'img', 'aria-label': name },
      content: [
        { tag: 'g', key: 'lines', attrs: {}, content: linesOf(route, moment, paint) },
        {
          tag: 'g',
          key: 'letters',
          attrs: { 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' },
          content: [...written, ...tipsOf(moment, paint, count)],
        },
      ],
    },
    { tag: 'g', key: 'marks', attrs: {}, content: marksOf(route, moment, paint, linkTo) },
  ]
}

/** The lines with their arrowheads, and the soft areas under them. */
function linesOf(route: Route, moment: Moment, paint: Paint): Shape[] {
  const areas = route.places.filter(({ id, roughly }) => roughly !== undefined && moment.marks.includes(id))
  return [
    ...areas.map((place) => area(place, moment, paint)),
    ...moment.legs.flatMap((leg) => {
      const onWay = moment.way?.includes(leg.id)
      const { grown, ahead } = onWay ? { grown: 1, ahead: 'none' as const } : moment.drawn(leg)
      const back = moment.way && !onWay ? BACK : 1
      return [
        ...(ahead !== 'none' && grown < 1
          ? [line(leg, 1, ahead === 'announced' ? 'announced' : undefined, PALE * back, 'ahead', moment, paint)]
          : []),
        ...(grown > 0
          ? [
              leg.status === 'happened'
                ? line(leg, grown, undefined, FULL * back, 'done', moment, paint)
                : line(leg, grown, leg.status, PALE * back, 'done', moment, paint),
            ]
          : []),
      ]
    }),
  ]
}

/** A band as wide as its people are many, with its arrowhead; `core`: the thin line in it that says how sure it is. */
function line(
  leg: Leg,
  grown: number,
  core: 'announced' | 'reported' | undefined,
  opacity: number,
  part: 'ahead' | 'done',
  { view, scale }: Moment,
  { colour, lines }: Paint,
): Shape {
  const last = leg.arcs.length - 1
  const heads = leg.arcs.map((arc) => headOf(arc, leg.width, scale, grown))
  const path = leg.arcs.map((arc, i) => pathTo(arc, heads[i]?.cut ?? grown)).join('')
  const head = heads[last]
  const { length, half } = arrowhead(leg.width)
  const stroke = (width: number) =>
    lines === 'screen'
      ? { 'stroke-width': width, 'vector-effect': 'non-scaling-stroke' }
      : { 'stroke-width': width / scale }
  const dash = (pattern: string) =>
    lines === 'screen'
      ? pattern
      : pattern
          .split(' ')
          .map((part) => Number(part) / scale)
          .join(' ')
  const pale = { opacity: Math.round(opacity * 100) / 100 }
  return {
    tag: 'g',
    key: `${leg.id} ${part}`,
    attrs: {
      'data-leg': leg.id,
      'data-part': part,
      'data-grown': grown < 1 ? 'part' : 'whole',
      'data-status': core ?? 'happened',
    },
    content: [
      {
        tag: 'g',
        key: 'band',
        attrs: pale,
        content: [
          {
            tag: 'svg',
            key: 'line',
            attrs: { viewBox: viewBoxOf(view) },
            content: [
              {
                tag: 'path',
                key: 'path',
                attrs: { d: path, fill: 'none', stroke: colour('accent'), ...stroke(leg.width) },
              },
            ],
          },
          ...(head
            ? [
                pin('head', head.at, view, [
                  {
                    tag: 'path',
                    key: 'head',
                    attrs: {
                      d: `M${Math.round(-head.back * 10) / 10} 0l${-length} ${-half}v${2 * half}z`,
                      fill: colour('accent'),
                      transform: `rotate(${Math.round(head.angle)})`,
                    },
                  },
                ]),
              ]
            : []),
        ],
      },
      ...(core
        ? [
            {
              tag: 'svg' as const,
              key: 'core',
              attrs: { viewBox: viewBoxOf(view) },
              content: [
                {
                  tag: 'path' as const,
                  key: 'path',
                  attrs: {
                    d: path,
                    fill: 'none',
                    stroke: colour('accent'),
                    'stroke-dasharray': dash(DASHES[core]),
                    'stroke-linecap': core === 'reported' ? 'round' : undefined,
                    ...stroke(core === 'reported' ? 2.5 : 1.5),
                  },
                },
              ],
            },
          ]
        : []),
    ],
  }
}

/** A place known only roughly: a soft disc as large as the doubt, and never too small to be seen. */
function area(place: Place, { view, step }: Moment, { colour }: Paint): Shape {
  const fill = colour(place.id === step?.place ? 'accent' : 'map-muted')
  return {
    tag: 'g',
    key: `area ${place.id}`,
    attrs: { opacity: 0.2, 'data-area': place.id },
    content: [
      {
        tag: 'svg',
        key: 'wide',
        attrs: { viewBox: viewBoxOf(view) },
        content: [{ tag: 'circle', key: 'disc', attrs: { cx: place.x, cy: place.y, r: place.roughly ?? 0, fill } }],
      },
      pin('near', place, view, [{ tag: 'circle', key: 'disc', attrs: { r: AREA_RADIUS, fill } }]),
    ],
  }
}

/**
 * The marks of the places. One that a step happens in is a link to its passage, so that it works before and without the
 * script.
 */
function marksOf(route: Route, moment: Moment, paint: Paint, linkTo?: LinkTo): Shape[] {
  return route.places
    .filter(({ id, beyond }) => moment.marks.includes(id) && !beyond)
    .map((place) => {
      const mark = markOf(place, moment, paint)
      const link = linkTo?.(place)
      const target: Shape = { tag: 'circle', key: 'target', attrs: { r: TARGET / 2, fill: 'transparent' } }
      const content: Shape[] = link
        ? [{ tag: 'a', key: 'link', attrs: { href: link.href, 'aria-label': link.name }, content: [target, ...mark] }]
        : mark
      return pin(`place ${place.id}`, place, moment.view, content, { 'data-place': place.id })
    })
}

function markOf(place: Place, { step, drawn, legs }: Moment, { colour }: Paint): Shape[] {
  const circle = (r: number, fill: string, stroke: string, width: number, more: Shape['attrs'] = {}): Shape[] => [
    { tag: 'circle', key: 'mark', attrs: { r, fill, stroke, 'stroke-width': width, ...more } },
  ]
  // A soft area has no point to mark.
  if (place.roughly !== undefined) return []
  if (place.id === step?.place) return circle(7, colour('accent'), colour('paper'), 2)
  if (place.symbolic) return circle(5.5, colour('paper'), colour('ink'), 2, { 'stroke-dasharray': '3.3 2.46' })
  const incoming = legs.filter(({ to }) => to === place.id)
  const isStart = legs.some(({ from }) => from === place.id) && incoming.length === 0
  const reached =
    isStart ||
    incoming.some((leg) => drawn(leg).grown === 1) ||
    (step !== undefined && place.step !== undefined && place.step <= step.index)
  if (incoming.length === 0 && !isStart) return circle(4, colour('ink'), colour('paper'), 1.5)
  return reached ? circle(5, colour('ink'), colour('paper'), 1.5) : circle(5, colour('paper'), colour('ink'), 2)
}

/** The names and numbers. */
function lettersOf(labels: Label[], moment: Moment, paint: Paint): Shape[] {
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

/** The count that rides the tip of a growing line. */
function tipsOf({ view, drawn, way, legs }: Moment, { colour }: Paint, count: (people: number) => string): Shape[] {
  return legs.flatMap((leg) => {
    const { grown } = drawn(leg)
    const arc = leg.arcs.at(-1)
    if (!arc || grown === 0 || grown === 1 || way) return []
    const { size, weight } = LETTERING.people
    return [
      pin(
        `tip ${leg.id}`,
        pointAt(arc, grown),
        view,
        [
          {
            tag: 'text',
            key: 'text',
            attrs: {
              x: 14,
              y: 5,
              'font-size': size,
              'font-weight': weight,
              fill: colour('ink'),
              stroke: colour('land'),
            },
            content: count(Math.round(leg.people * grown)),
          },
        ],
        { 'data-tip': leg.id },
      ),
    ]
  })
}

/** Something pinned to a map point: it keeps its size whatever the view. */
function pin(
  key: string,
  at: { x: number; y: number },
  view: Rect,
  content: Shape[],
  attrs: Shape['attrs'] = {},
): Shape {
  return { tag: 'svg', key, attrs: { ...percentIn(view, at), ...attrs }, content }
}
