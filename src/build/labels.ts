/**
 * Places every name on a view so that none covers another, the route or the controls. Greedy point labelling: names
 * take their turn by rank, each the first free one of a few positions around its point (Imhof, Positioning Names on
 * Maps, 1975: right above first); a name of the story that finds none takes the least bad, any other is left out.
 */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Font, create as openFont } from 'fontkit'
import { FRAME_WIDTHS, LETTERING, MARK_RADIUS } from '../route-map/frame.ts'
import type { Point, Rect } from '../story/projection.ts'
import { pointAt } from '../story/route.ts'
import type { Label, Leg, Place } from '../story/story.ts'
import type { Gazetteer } from './basemap.ts'

const require = createRequire(import.meta.url)

/** A box in pixels of the frame, from its top left corner. */
interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** A possible position: a map point and an offset in pixels. */
type Candidate = Pick<Label, 'x' | 'y' | 'dx' | 'dy' | 'anchor'>

export interface Atlas {
  places: Place[]
  legs: Leg[]
  countries: { name: string; rings: Point[][] }[]
  seas: { name: string; at: Point }[]
  towns: Gazetteer['towns']
  /** Outlines of the countries drawn lighter */
  light: Point[][]
}

/** White space kept around a name, pixels. */
const AIR = 3
/** How many context towns a view names at most, for each range of widths. */
const TOWNS = [0, 2, 5, 9, 12]
/** Buttons in the top right corner of the frame, pixels. */
const CONTROLS = { width: 236, height: 58 }
/** The credit line in the bottom right corner, pixels. */
const CREDIT = { width: 140, height: 20 }
/** The locator inset in the bottom left corner, on wide frames only, pixels. */
const INSET = { from: 720, width: 176, height: 140 }

/** The names of one view, for each range of frame widths. */
export function placeLabels(view: Rect, atlas: Atlas): Label[][] {
  const countries = atlas.countries.map(({ name, rings }) => ({
    text: name.toLocaleUpperCase(),
    spots: within(rings, view),
  }))
  return FRAME_WIDTHS.map(([from, to], range) => {
    const sizes = [from, (from + to) / 2, to - 1].map((width) => new Sheet(view, width, atlas))
    const taken: Label[] = []
    const put = (label: Omit<Label, keyof Candidate>, candidates: Candidate[], needed: boolean) => {
      const best = choose({ ...label }, candidates, sizes, needed)
      if (!best) return false
      taken.push({ ...best, light: contains(atlas.light, best) || undefined })
      for (const sheet of sizes) sheet.block(sheet.boxOf(best))
      return true
    }
    for (const place of atlas.places) put({ kind: 'place', text: place.name, of: place.id }, around(place), true)
    for (const leg of atlas.legs) put({ kind: 'people', text: String(leg.people), of: leg.id }, beside(leg), true)
    for (const { text, spots } of countries) put({ kind: 'country', text }, spots, false)
    for (const sea of atlas.seas)
      put({ kind: 'sea', text: sea.name }, [{ ...sea.at, dx: 0, dy: 4, anchor: 'middle' }], false)
    let towns = TOWNS[range] ?? 0
    for (const town of atlas.towns) {
      if (towns > 0 && put({ kind: 'town', text: town.name }, around(town.at, 5), false)) towns -= 1
    }
    return taken
  })
}

function choose(
  label: Omit<Label, keyof Candidate>,
  candidates: Candidate[],
  sizes: Sheet[],
  needed: boolean,
): Label | undefined {
  let best: { label: Label; cost: number } | undefined
  for (const candidate of candidates) {
    const trial = { ...label, ...candidate }
    const cost = sizes.reduce((sum, sheet) => sum + sheet.cost(trial), 0)
    if (cost === 0) return trial
    if (!best || cost < best.cost) best = { label: trial, cost }
  }
  return needed ? best?.label : undefined
}

/** Positions around a point, the best first; `reach` is the radius to stay clear of, pixels. */
function around({ x, y }: Point, reach = MARK_RADIUS): Candidate[] {
  const near = reach + 4
  const positions: [number, number, Label['anchor']][] = [
    [near, -reach + 3, 'start'],
    [near, 5, 'start'],
    [near, reach + 10, 'start'],
    [-near, -reach + 3, 'end'],
    [-near, 5, 'end'],
    [-near, reach + 10, 'end'],
    [0, -near - 2, 'middle'],
    [0, near + 11, 'middle'],
    [near + 8, 5, 'start'],
    [-near - 8, 5, 'end'],
    [0, -near - 12, 'middle'],
    [0, near + 22, 'middle'],
  ]
  return positions.map(([dx, dy, anchor]) => ({ x, y, dx, dy, anchor }))
}

/** Positions beside a leg, near its middle first, on either side. */
function beside({ arcs, width }: Leg): Candidate[] {
  const [arc] = arcs
  if (!arc) return []
  return [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].flatMap((t) => {
    const at = pointAt(arc, t)
    const [ahead, behind] = [pointAt(arc, t + 0.01), pointAt(arc, t - 0.01)]
    const length = Math.hypot(ahead.x - behind.x, ahead.y - behind.y) || 1
    const [nx, ny] = [-(ahead.y - behind.y) / length, (ahead.x - behind.x) / length]
    return [-1, 1].flatMap((side) =>
      [15, 20].map((gap) => {
        const [dx, dy] = [nx * side * (width / 2 + gap), ny * side * (width / 2 + gap * 0.8) + 5]
        return { ...at, dx: Math.round(dx), dy: Math.round(dy), anchor: 'middle' as const }
      }),
    )
  })
}

/** Points inside a country and well inside the view, the farthest from its borders first. */
function within(rings: Point[][], view: Rect): Candidate[] {
  const near = rings.filter((ring) => meets(ring, view))
  if (near.length === 0) return []
  const [columns, rows] = [28, 21]
  const spots: { at: Point; room: number }[] = []
  for (let i = 1; i < columns; i += 1) {
    for (let j = 1; j < rows; j += 1) {
      const at = { x: view.x + (view.width * i) / columns, y: view.y + (view.height * j) / rows }
      if (contains(near, at)) spots.push({ at, room: roomAround(near, at, view) })
    }
  }
  return spots
    .sort((a, b) => b.room - a.room)
    .slice(0, 120)
    .map(({ at }) => ({ x: Math.round(at.x), y: Math.round(at.y), dx: 0, dy: 4, anchor: 'middle' }))
}

function meets(ring: Point[], { x, y, width, height }: Rect): boolean {
  const [xs, ys] = [ring.map((point) => point.x), ring.map((point) => point.y)]
  return Math.max(...xs) > x && Math.min(...xs) < x + width && Math.max(...ys) > y && Math.min(...ys) < y + height
}

function contains(rings: Point[][], { x, y }: Point): boolean {
  let odd = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[i], ring[j]]
      if (a && b && a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) odd = !odd
    }
  }
  return odd
}

/** Distance from `at` to the nearest border or edge of the view, counting up and down double: names lie flat. */
function roomAround(rings: Point[][], at: Point, view: Rect): number {
  const edge = Math.min(
    at.x - view.x,
    view.x + view.width - at.x,
    2 * (at.y - view.y),
    2 * (view.y + view.height - at.y),
  )
  let nearest = edge
  for (const ring of rings) for (const p of ring) nearest = Math.min(nearest, Math.hypot(p.x - at.x, 2 * (p.y - at.y)))
  return nearest
}

/** The view at one width on the screen, with what is already there. */
class Sheet {
  private readonly blocked: Box[]
  private readonly scale: number

  constructor(
    private readonly view: Rect,
    private readonly width: number,
    atlas: Atlas,
  ) {
    this.scale = width / view.width
    const height = view.height * this.scale
    this.blocked = [
      { left: width - CONTROLS.width, top: 0, right: width, bottom: CONTROLS.height },
      { left: width - CREDIT.width, top: height - CREDIT.height, right: width, bottom: height },
      ...(width >= INSET.from ? [{ left: 0, top: height - INSET.height, right: INSET.width, bottom: height }] : []),
      ...atlas.places.map((place) => this.disc(place, MARK_RADIUS)),
      ...atlas.legs.flatMap((leg) =>
        leg.arcs.flatMap((arc) => steps(60).map((t) => this.disc(pointAt(arc, t), leg.width / 2))),
      ),
    ]
  }

  /** Covered square pixels; a little more for a name that leaves the frame, so that it does so only in need. */
  cost(label: Label): number {
    const box = this.boxOf(label)
    const height = this.view.height * this.scale
    const outside =
      Math.max(0, -box.left) +
      Math.max(0, box.right - this.width) +
      Math.max(0, -box.top) +
      Math.max(0, box.bottom - height)
    return this.blocked.reduce((sum, other) => sum + overlap(box, other), outside * 20)
  }

  block(box: Box) {
    this.blocked.push(box)
  }

  boxOf({ x, y, dx, dy, anchor, kind, text }: Label): Box {
    const { size } = LETTERING[kind]
    const width = textWidth(text, kind)
    const left = (x - this.view.x) * this.scale + dx - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2)
    const baseline = (y - this.view.y) * this.scale + dy
    return {
      left: left - AIR,
      top: baseline - size * 0.78 - AIR,
      right: left + width + AIR,
      bottom: baseline + size * 0.22 + AIR,
    }
  }

  private disc({ x, y }: Point, radius: number): Box {
    const [cx, cy] = [(x - this.view.x) * this.scale, (y - this.view.y) * this.scale]
    return { left: cx - radius, top: cy - radius, right: cx + radius, bottom: cy + radius }
  }
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}

function steps(count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => i / count)
}

const fonts = new Map<number, Font>()
const widths = new Map<string, number>()

/** Width of a text on the map in pixels, measured in the font that will draw it. */
function textWidth(text: string, kind: Label['kind']): number {
  const key = `${kind} ${text}`
  const width = widths.get(key) ?? measure(text, kind)
  widths.set(key, width)
  return width
}

function measure(text: string, kind: Label['kind']): number {
  const { size, weight, spacing } = LETTERING[kind]
  const font = fonts.get(weight) ?? loadFont(weight)
  fonts.set(weight, font)
  const advance = font.layout(text).advanceWidth / font.unitsPerEm
  return (advance + spacing * text.length) * size
}

function loadFont(weight: number): Font {
  const font = openFont(
    readFileSync(require.resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`)),
  )
  if ('fonts' in font) throw new Error('labels: expected one font, found a collection')
  return font
}
