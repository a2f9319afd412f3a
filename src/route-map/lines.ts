/** The lines of the route with their arrowheads, the counts that ride them, and the soft areas under them. */
import { AREA_RADIUS, arrowhead, headOf, LETTERING, viewBoxOf } from '../story/frame.ts'
import { pathTo, pointAt, turnAt } from '../story/line.ts'
import { isAt } from '../story/route.ts'
import type { Leg, Place, Route } from '../story/story.ts'
import { type Moment, type Paint, pin } from './moment.ts'
import type { Shape } from './shape.ts'

/** What a leg that is not wholly there looks like under its missing part. */
const PALE = 0.28
const FULL = 0.88
/** What stands back while one person's way is shown. */
const BACK = 0.2

const DASHES = { announced: '6 5', reported: '0 5' } as const

/** The lines with their arrowheads, and the soft areas under them. */
export function linesOf(route: Route, moment: Moment, paint: Paint): Shape[] {
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

/** A band as wide as what it carries is much, with its arrowhead; `core`: the thin line in it that says how sure it is. */
function line(
  leg: Leg,
  grown: number,
  core: 'announced' | 'reported' | undefined,
  opacity: number,
  part: 'ahead' | 'done',
  { view, scale }: Moment,
  { colour, lines }: Paint,
): Shape {
  const tip = turnAt(leg.lines, grown)
  const there = tip && headOf(tip, leg.width, scale, grown)
  const head = there?.fits || grown < 1 ? there : undefined
  const path = leg.lines.map((way) => pathTo(way, head?.cut ?? grown)).join('')
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
                attrs: { d: path, fill: 'none', stroke: colour('route'), ...stroke(leg.width) },
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
                      fill: colour('route'),
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
                    stroke: colour('route'),
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
  const fill = colour(isAt(step, place.id) ? 'accent' : 'map-muted')
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

/** How many have set out when a line has grown so far; where some are lost or join on the way, how many there still are. */
function underWay(amount: number, arrive: number | undefined, grown: number): number {
  return Math.round(arrive === undefined ? amount * grown : amount + (arrive - amount) * grown)
}

/** The count that rides the tip of a growing line, where it is known exactly. */
export function tipsOf(
  { view, drawn, way, legs }: Moment,
  { colour }: Paint,
  count: (people: number) => string,
): Shape[] {
  return legs.flatMap((leg) => {
    const { grown } = drawn(leg)
    const line = turnAt(leg.lines, grown)
    if (!line || typeof leg.amount !== 'number' || grown === 0 || grown === 1 || way) return []
    const { size, weight } = LETTERING.people
    return [
      pin(
        `tip ${leg.id}`,
        pointAt(line, grown),
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
            content: count(underWay(leg.amount, leg.arrive, grown)),
          },
        ],
        { 'data-tip': leg.id },
      ),
    ]
  })
}
