/** The map as SVG that needs nothing else: no style sheet, no font file, no script. */

import { frameIn, GRID, seenIn } from '../story/frame.ts'
import type { Label, Route } from '../story/story.ts'
import { drawingOf } from './drawing.ts'
import type { Colour, Moment } from './moment.ts'
import { markupOf } from './shape.ts'

export type Colours = Record<Colour, string>

export interface PictureOptions {
  route: Route
  /** The ground as our own build draws it */
  ground: string
  moment: Omit<Moment, 'scale'>
  labels: Label[]
  colours: Colours
  count: (people: number) => string
  /** Pixels */
  width: number
  height: number
}

const SANS = "'Source Sans 3', 'Helvetica Neue', Arial, sans-serif"

/**
 * The map as SVG elements, from 0, 0 to `width`, `height` pixels: ground, lines, marks and names as the page shows
 * them. The ground goes on beyond that box; what stands beside the map is painted after it.
 */
export function pictureOf({ route, ground, moment, labels, colours, count, width, height }: PictureOptions): string {
  const frame = frameIn({ width, height })
  const scale = frame.width / moment.view.width
  const seen = seenIn(moment.view, { width, height })
  const drawing = drawingOf({
    route,
    moment: { ...moment, scale },
    labels: [labels],
    paint: { colour: (name) => colours[name], lines: 'map', font: SANS },
    count,
  })
  return [
    `<rect width="${width}" height="${height}" fill="${colours.sea}"/>`,
    `<g transform="scale(${scale}) translate(${-seen.x} ${-seen.y})">${painted(ground, colours, 1 / scale / GRID)}</g>`,
    `<svg x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}" overflow="visible">`,
    // Here no style sheet says that what is pinned may reach beyond its pin.
    markupOf(drawing).replaceAll('<svg ', '<svg overflow="visible" '),
    '</svg>',
  ].join('\n')
}

/** The layers of the ground with their paint on them; `pixel` is a pixel on its grid. */
function painted(ground: string, colours: Colours, pixel: number): string {
  const line = (colour: string, fill = 'none') =>
    `fill="${fill}" stroke="${colour}" stroke-linejoin="round" stroke-width="${pixel}"`
  const paints: Record<string, string> = {
    land: line(colours.coast, colours.land),
    focus: line(colours.coast, colours['focus-land']),
    lakes: line(colours.coast, colours.sea),
    rivers: line(colours.water),
    borders: line(colours.border),
  }
  return ground.replace(/<path id="_ground-(\w+)"/g, (_, layer: string) => `<path ${paints[layer] ?? 'fill="none"'}`)
}
