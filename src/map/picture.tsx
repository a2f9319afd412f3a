/** The map as SVG that needs nothing else: no style sheet, no font file, no script. */
import type { ReactElement } from 'react'
import type { Rect } from '../story/projection.ts'
import type { Label, Route } from '../story/story.ts'
import { GRID, viewportIn, visibleIn } from '../story/viewport.ts'
import { Legs } from './Legs.tsx'
import { Marks } from './Marks.tsx'
import type { Colour, Moment, Paint } from './moment.ts'
import { Names } from './Names.tsx'

export type Colours = Record<Colour, string>

export interface PictureOptions {
  route: Route
  /** The basemap as the build draws it */
  ground: string
  moment: Moment
  view: Rect
  labels: Label[]
  colours: Colours
  /** Pixels */
  width: number
  height: number
}

const SANS = "'Source Sans 3', 'Helvetica Neue', Arial, sans-serif"

/**
 * The map as SVG elements, from 0, 0 to `width`, `height` pixels: ground, lines, marks and names as the page shows them.
 * The ground goes on beyond that box; what stands beside the map is painted after it. `markupOf` renders React elements.
 */
export function pictureOf(options: PictureOptions, markupOf: (element: ReactElement) => string): string {
  const { route, ground, moment, view, labels, colours, width, height } = options
  const frame = viewportIn({ width, height })
  const scale = frame.width / view.width
  const seen = visibleIn(view, { width, height })
  const paint: Paint = { colour: (name) => colours[name], strokes: 'map', font: SANS }
  const drawing = (
    <svg x={frame.x} y={frame.y} width={frame.width} height={frame.height} overflow="visible">
      <Legs route={route} moment={moment} paint={paint} view={view} scale={scale} />
      <Names labels={labels} moment={moment} paint={paint} view={view} scale={scale} />
      <Marks route={route} moment={moment} view={view} paint={paint} />
    </svg>
  )
  return [
    `<rect width="${width}" height="${height}" fill="${colours.sea}"/>`,
    `<g transform="scale(${scale}) translate(${-seen.x} ${-seen.y})">${painted(ground, colours, 1 / scale / GRID)}</g>`,
    markupOf(drawing),
  ].join('\n')
}

/** Text as it may stand in SVG, between tags or in quotation marks. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
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
