/** The map as SVG that needs nothing else: no style sheet, no font file, no script. */
import type { Point, Rect } from '../story/projection.ts'
import { pathTo } from '../story/route.ts'
import type { Label, Leg, Place, Route } from '../story/story.ts'
import { frameIn, LETTERING, seenIn } from './frame.ts'
import { type Drawn, isTold } from './growth.ts'

/** The tokens of `styles/tokens.css` a picture is painted with. */
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

export type Colours = Record<(typeof COLOURS)[number], string>

export interface PictureOptions {
  route: Route
  /** The ground as our own build draws it */
  basemap: string
  /** What the frame shows, and the names on it */
  view: Rect
  labels: Label[]
  drawn: (leg: Leg) => Drawn
  /** Id of the active place */
  place?: string | undefined
  colours: Colours
  /** Pixels */
  width: number
  height: number
}

const SANS = "'Source Sans 3', 'Helvetica Neue', Arial, sans-serif"

/**
 * The map as SVG elements, from 0, 0 to `width`, `height` pixels: ground, lines, marks and names as the page shows
 * them. The ground goes on beyond that box; what stands beside the map is painted after it.
 */
export function pictureOf(options: PictureOptions): string {
  const { route, basemap, view, labels, drawn, place: active, colours, width, height } = options
  const frame = frameIn({ width, height })
  const scale = frame.width / view.width
  const seen = seenIn(view, { width, height })
  const told = isTold(route, drawn)
  const put = ({ x, y }: Point) => ({ x: tenth((x - seen.x) * scale), y: tenth((y - seen.y) * scale) })
  const shown = (label: Label) => {
    if ((label.from ?? 0) > scale || (label.kind === 'stay' && !told)) return false
    const leg = label.kind === 'people' && route.legs.find(({ id }) => id === label.of)
    return !leg || drawn(leg).grown === 1 || (drawn(leg).announced && drawn(leg).grown === 0)
  }
  const mark = (place: Place) => {
    const { x, y } = put(place)
    const here = place.id === active
    const end = route.legs.some(({ from, to }) => from === place.id || to === place.id)
    return `<circle cx="${x}" cy="${y}" r="${here ? 7 : end ? 5 : 3.5}" fill="${here ? colours.accent : end ? colours.ink : colours['map-muted']}" stroke="${colours.paper}" stroke-width="2"/>`
  }
  return [
    `<rect width="${width}" height="${height}" fill="${colours.sea}"/>`,
    `<g transform="scale(${scale}) translate(${-seen.x} ${-seen.y})">`,
    paint(basemap, colours, 1 / scale),
    `<g fill="none" stroke="${colours.accent}">${route.legs.map((leg) => lines(leg, drawn(leg), scale)).join('')}</g>`,
    '</g>',
    ...route.places.map(mark),
    ...labels.filter(shown).map((label) => lettering(label, put(label), colours)),
  ].join('\n')
}

/** The layers of the ground with their paint on them; `pixel` is a pixel in map units. */
function paint(basemap: string, colours: Colours, pixel: number): string {
  const line = (colour: string) => `fill="none" stroke="${colour}" stroke-linejoin="round" stroke-width="${pixel}"`
  const paints: Record<string, string> = {
    land: `fill="${colours.land}"`,
    focus: `fill="${colours['focus-land']}"`,
    lakes: `fill="${colours.sea}"`,
    rivers: line(colours.water),
    borders: line(colours.border),
  }
  return basemap.replace(/<path id="ground-(\w+)"/g, (_, layer: string) => `<path ${paints[layer] ?? 'fill="none"'}`)
}

function lines(leg: Leg, { grown, announced }: Drawn, scale: number): string {
  const draw = (part: number, width: number, more: string) =>
    `<path d="${leg.arcs.map((arc) => pathTo(arc, part)).join('')}" stroke-width="${width / scale}" ${more}/>`
  const dashed = `stroke-dasharray="${6 / scale} ${5 / scale}"`
  const dotted = `stroke-dasharray="0 ${5 / scale}" stroke-linecap="round"`
  const pale = 'opacity="0.28"'
  const ahead = announced && grown < 1 ? draw(1, leg.width, pale) + draw(1, 1.5, dashed) : ''
  if (grown === 0) return ahead
  if (leg.status === 'happened') return ahead + draw(grown, leg.width, 'opacity="0.88"')
  return ahead + draw(grown, leg.width, pale) + draw(grown, 1.5, leg.status === 'announced' ? dashed : dotted)
}

function lettering({ kind, text, dx, dy, anchor, light }: Label, { x, y }: { x: number; y: number }, colours: Colours) {
  const { size, weight, spacing } = LETTERING[kind]
  const quiet = kind === 'country' || kind === 'sea' || kind === 'town'
  const halo = kind === 'sea' ? colours.sea : light ? colours['focus-land'] : colours.land
  return `<text x="${tenth(x + dx)}" y="${tenth(y + dy)}" text-anchor="${anchor}" font-family="${SANS}" font-size="${size}" font-weight="${weight}"${
    spacing ? ` letter-spacing="${tenth(spacing * size)}"` : ''
  } fill="${quiet ? colours['map-muted'] : colours.ink}" stroke="${halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${escaped(text)}</text>`
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** Text as it may stand in SVG. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
