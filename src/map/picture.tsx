/** The map as standalone SVG, without style sheet, font file or script. */
import type { ReactElement } from 'react'
import type { Label, Route } from '../story/map.ts'
import type { Rect } from '../story/projection.ts'
import { PASSAGE_EDGE, PASSAGE_WIDTH } from '../story/section.ts'
import { GRID, viewportIn, visibleIn } from '../story/viewport.ts'
import { DepthScale } from './DepthScale.tsx'
import { Legs } from './Legs.tsx'
import { Marks } from './Marks.tsx'
import type { Moment } from './moment.ts'
import { Names } from './Names.tsx'
import type { Colour, Paint } from './paint.ts'

export type Colours = Record<Colour, string>

export interface PictureOptions {
  route: Route
  /** Markup of the basemap */
  ground: string
  moment: Moment
  view: Rect
  labels: Label[]
  colours: Colours
  /** Pixels */
  width: number
  height: number
}

export const SANS = "'Source Sans 3', 'Helvetica Neue', Arial, sans-serif"

/**
 * The map as SVG markup from 0, 0 to `width`, `height` pixels: basemap, legs, marks and names as on the page. The
 * basemap extends beyond this box, so paint anything beside the map after it. `markupOf` renders React elements.
 */
export function pictureOf(options: PictureOptions, markupOf: (element: ReactElement) => string): string {
  const { route, ground, moment, view, labels, colours, width, height } = options
  const viewport = viewportIn({ width, height }, view.width / view.height)
  const scale = viewport.width / view.width
  const seen = visibleIn(view, { width, height })
  const paint: Paint = { colour: (name) => colours[name], strokes: 'map', font: SANS }
  const drawing = (
    <svg x={viewport.x} y={viewport.y} width={viewport.width} height={viewport.height} overflow="visible">
      {moment.section && route.section && <DepthScale section={route.section} view={view} paint={paint} />}
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

/** The layers of the basemap with colours. `pixel`: size of a pixel in units of its grid. */
function painted(ground: string, colours: Colours, pixel: number): string {
  const line = (colour: string, fill = 'none', width = 1) =>
    `fill="${fill}" stroke="${colour}" stroke-linejoin="round" stroke-width="${pixel * width}"`
  const paints: Record<string, string> = {
    land: line(colours.coast, colours.land),
    focus: line(colours.coast, colours['focus-land']),
    lakes: line(colours.coast, colours.sea),
    rivers: line(colours.water),
    borders: line(colours.border),
    // The shapes of a section are in map units.
    sky: `fill="${colours.paper}"`,
    rock: line(colours['map-muted'], colours.land, GRID),
    depths: line(colours.coast, colours.sea, GRID),
    opening: line(colours['map-muted'], colours.paper, GRID),
    broken: line(colours['map-muted'], 'none', GRID),
    edge: line(colours['map-muted'], 'none', (PASSAGE_WIDTH + 2 * PASSAGE_EDGE) * GRID),
    passage: line(colours.paper, 'none', PASSAGE_WIDTH * GRID),
  }
  return ground.replace(
    /<path (?:id="_ground-|class="section-)(\w+)"/g,
    (_, layer: string) => `<path ${paints[layer] ?? 'fill="none"'}`,
  )
}
