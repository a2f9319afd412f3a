/** Where the members of a counted group are on the map, or on the section: one dot for each. */
import { copyAt, lengthOf, pointAt, speedAt } from './line.ts'
import type { Leg, Place } from './map.ts'
import type { Member } from './members.ts'
import type { Point } from './projection.ts'
import { tenth } from './rounding.ts'

/** Distance between two dots on a map `width` pixels wide, pixels. A small group has larger dots. */
export function dotSpacing(width: number, members: number): number {
  const spacing = Math.min(5, Math.max(2.9, width / 160))
  return members <= 20 ? spacing * 1.6 : spacing
}

/** Radius of a dot as a fraction of the spacing. */
export const DOT_RADIUS = 0.33

/** Space for the mark of the place in the middle of its crowd, pixels. */
const HOLE = 7.5

/** Distance of the outermost of `count` dots from its place, pixels; the mark of the place alone without any. */
export function crowdRadius(count: number, spacing: number): number {
  return count === 0 ? 0 : slotDistance(count - 1, spacing) + spacing / 2
}

/** Dots fill a disc evenly (Vogel, A better way to construct the sunflower head, 1979). */
function slotDistance(slot: number, spacing: number): number {
  return Math.sqrt(HOLE ** 2 + ((slot + 0.5) * spacing ** 2 * 1.1) / Math.PI)
}

/** Number of dots in a row on a section; more stand above it. */
const ROW = 40

/** Position of a dot in the rows beside a place on a section, pixels from the place. */
function placeInRow(slot: number, spacing: number): Point {
  return { x: (1.5 + (slot % ROW)) * spacing, y: -Math.floor(slot / ROW) * spacing }
}

/** Length of the rows of `count` dots beside a place on a section, pixels; 0 without any. */
export function rowLength(count: number, spacing: number): number {
  return count === 0 ? 0 : (Math.min(count, ROW) + 1) * spacing
}

/** Distance between two dots on a section `width` pixels wide, pixels: there is room to count them. */
export function rowSpacing(width: number): number {
  return Math.min(11, Math.max(4.4, width / 80))
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** Number of members at each place while `grown` of each leg is done; who is on the way or lost is at none. */
export function crowdsAt(members: Member[], grown: (leg: Leg) => number, scale = 1, spacing = 0): Map<string, number> {
  const counts = new Map<string, number>()
  for (const member of members) {
    const { place } = whereaboutsOf(member, { scale, spacing, grown })
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return counts
}

interface CrowdView {
  places: Place[]
  /** Pixels per map unit */
  scale: number
  /** Pixels between two dots */
  spacing: number
  /** Middle of the view, map units from the left */
  middle?: number | undefined
  /** The drawn fraction of a leg, 0 to 1 */
  grown: (leg: Leg) => number
}

/** The positions of `members`, map units. */
export function positionsOf(members: Member[], view: CrowdView): Point[] {
  return members.map((member) => positionOf(member, view))
}

/** At a place, in one of its slots, or on a leg, of which `fraction` is behind them. */
type Whereabouts = { place: string; slot: number } | { place?: undefined; leg: Leg; fraction: number; rank: number }

function whereaboutsOf(
  { start, travels, lostAt }: Member,
  { scale, spacing, grown }: Omit<CrowdView, 'places'>,
): Whereabouts {
  let { place, slot } = start
  for (const [i, { leg, rank, slot: next }] of travels.entries()) {
    const isLast = i === travels.length - 1
    const fraction = fractionOf(leg, rank, grown(leg), scale, spacing)
    const end = isLast && lostAt !== undefined ? lostAt : 1
    if (fraction <= 0) break
    if (fraction < end || end < 1) return { leg, fraction: Math.min(fraction, end), rank }
    place = leg.to
    slot = next
  }
  return { place, slot }
}

function positionOf(member: Member, { places, ...view }: CrowdView): Point {
  const { scale, spacing } = view
  const where = whereaboutsOf(member, view)
  if (where.place === undefined) return onLeg(where.leg, where.fraction, where.rank, view)
  const { place, slot } = where
  const point: Point & Pick<Place, 'section'> = places.find(({ id }) => id === place) ?? { x: 0, y: 0 }
  if (point.section) {
    const { x, y } = placeInRow(slot, spacing)
    return { x: point.x + (point.section === 'left' ? -x : x) / scale, y: point.y + y / scale }
  }
  const [distance, angle] = [slotDistance(slot, spacing) / scale, slot * GOLDEN_ANGLE]
  return { x: point.x + Math.cos(angle) * distance, y: point.y + Math.sin(angle) * distance }
}

/** Number of dots side by side on a leg: as many as its width holds. */
function rowsOf(leg: Leg, spacing: number): number {
  return Math.max(1, Math.floor(leg.width / (spacing * 0.8)))
}

/**
 * The fraction of `leg` that the first traveller has behind it while `grown` of the leg is done: columns leave one after
 * the other, at the distance of two dots, and the last arrives when the leg is done. May exceed 1.
 */
export function frontOf(leg: Leg, grown: number, scale: number, spacing: number): number {
  return grown * (1 + (columnsOf(leg, spacing) - 1) * gapOf(leg, scale, spacing))
}

function columnsOf(leg: Leg, spacing: number): number {
  return typeof leg.amount === 'number' ? Math.ceil(leg.amount / rowsOf(leg, spacing)) : 1
}

/** Distance between two columns as a fraction of the leg. */
function gapOf(leg: Leg, scale: number, spacing: number): number {
  const [line] = leg.lines
  if (leg.singly || !line) return 1
  return Math.min(spacing / (lengthOf(line) * scale), 1 / columnsOf(leg, spacing))
}

/** The fraction of `leg` that the traveller `rank` has behind it, at most 1; 0 or less before it has left. */
function fractionOf(leg: Leg, rank: number, grown: number, scale: number, spacing: number): number {
  if (grown >= 1) return 1
  const column = Math.floor(rank / rowsOf(leg, spacing))
  return Math.min(1, frontOf(leg, grown, scale, spacing) - column * gapOf(leg, scale, spacing))
}

/** A point beside the middle of a leg, in one of its rows. */
function onLeg(
  leg: Leg,
  t: number,
  rank: number,
  { scale, spacing, middle }: Omit<CrowdView, 'places' | 'grown'>,
): Point {
  const line = copyAt(leg.lines, t, middle)
  if (!line) return { x: 0, y: 0 }
  const [at, speed] = [pointAt(line, t), speedAt(line, t)]
  const length = Math.hypot(speed.x, speed.y) || 1
  const rows = rowsOf(leg, spacing)
  const aside = (((rank % rows) - (rows - 1) / 2) * spacing * 0.8) / scale
  return { x: at.x - (speed.y / length) * aside, y: at.y + (speed.x / length) * aside }
}

/** SVG path of dots at `points`, to be drawn with round caps. Map units. */
export function dotsPath(points: Point[]): string {
  return points.map(({ x, y }) => `M${tenth(x)} ${tenth(y)}h0`).join('')
}
