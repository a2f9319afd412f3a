/** The poster: headline and map in one picture, for link previews, oEmbed and the fallback of an embed. */
import { Resvg } from '@resvg/resvg-js'
import { renderToStaticMarkup } from 'react-dom/server'
import { cachedAsync } from '../cache.ts'
import { textWidth } from '../cartography/names/boxes.ts'
import type { Edition } from '../compose/editions.ts'
import { FACES, fileOf } from '../fonts/fonts.ts'
import { momentOf } from '../map/moment.ts'
import { pictureOf } from '../map/picture.tsx'
import { escapeHtml } from '../story/escapeHtml.ts'
import { labelsAt } from '../story/labels.ts'
import { withoutHyphens } from '../story/prose.ts'
import { openingOf } from '../story/section.ts'
import type { Step } from '../story/story.ts'
import { rangeOf, viewportIn } from '../story/viewport.ts'
import type { Palette } from '../styles/colours.ts'

/** The size for link previews, pixels */
export const POSTER = { width: 1200, height: 630 }

/** Where the text ends and the map begins, pixels */
const MAP_FROM = 500
const MARGIN = 48
/** Font sizes of the headline, pixels; the largest that fits is used, or the smallest */
const SIZES = [56, 50, 44, 38, 33, 28]
const LINE_HEIGHT = 1.12
const MOST_HEIGHT = 400

/** The poster of an edition as a PNG file. `site`: the publisher's name. */
export async function drawPoster(edition: Edition, site: string): Promise<Buffer> {
  const svg = posterOf(edition, site)
  const font = { fontFiles: FACES.map(fileOf), loadSystemFonts: false }
  return cachedAsync('poster', svg, async () => new Resvg(svg, { font }).render().asPng())
}

/** The poster as SVG. */
export function posterOf({ story, copy, basemap, colours: { light: colours } }: Edition, site: string): string {
  const { route } = story
  const opening = openingOf(route)
  const note = route.section?.opens ? route.section.legend : route.legend
  const [width, height] = [POSTER.width - MAP_FROM, POSTER.height]
  // Without a map the headline has the whole width.
  const hasMap = route.places.length > 0
  const room = (hasMap ? MAP_FROM - 36 : POSTER.width - MARGIN) - MARGIN
  const { lines, size } = setHeadline(withoutHyphens(story.headline), room, hasMap ? SIZES : [84, 72, 64, ...SIZES])
  const serif = (y: number, text: string) =>
    `<text x="${MARGIN}" y="${y}" font-family="Source Serif 4" font-size="${size}" font-weight="700" fill="${colours.ink}">${escapeHtml(text)}</text>`
  const sans = (y: number, text: string, fill: string, weight: number) =>
    `<text x="${MARGIN}" y="${y}" font-family="Source Sans 3" font-size="22" font-weight="${weight}" fill="${fill}">${escapeHtml(text)}</text>`
  const map = hasMap && {
    markup: pictureOf(
      {
        route,
        ground: basemap,
        moment: momentOf(route),
        view: opening,
        labels: labelsAt(
          route,
          opening.labels[rangeOf(viewportIn({ width, height }, opening.width / opening.height).width)],
        ),
        colours,
        width,
        height,
      },
      renderToStaticMarkup,
    ),
    legend: note ? legend(note, colours) : '',
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${POSTER.width}" height="${POSTER.height}">
${map ? `<g transform="translate(${MAP_FROM} 0)">${map.markup}</g>` : ''}
<rect width="${map ? MAP_FROM : POSTER.width}" height="${POSTER.height}" fill="${colours.paper}"/>
<rect x="${MARGIN}" y="${MARGIN}" width="56" height="6" fill="${colours.accent}"/>
${sans(MARGIN + 44, copy.kicker, colours.accent, 600)}
${lines.map((line, i) => serif(MARGIN + 64 + Math.round(size * (1 + i * LINE_HEIGHT)), line)).join('\n')}
${sans(POSTER.height - MARGIN, `${site} · ${copy.updated.label}`, colours.muted, 400)}
${map ? map.legend : axisOf(story.steps, colours)}
</svg>`
}

/** The steps on a line of time, in place of a map. */
function axisOf(steps: Step[], colours: Palette): string {
  const [y, length] = [POSTER.height - 130, POSTER.width - 2 * MARGIN]
  const marks = steps.map(
    ({ index, at = index / Math.max(1, steps.length - 1) }) =>
      `<circle cx="${MARGIN + at * length}" cy="${y}" r="11" fill="${colours.accent}"/>`,
  )
  return `<path d="M${MARGIN} ${y}h${length}" stroke="${colours.ink}" stroke-width="2"/>${marks.join('')}`
}

/** What the lines mean, at the bottom of the map. */
function legend(text: string, colours: Palette): string {
  const size = 17
  const width = textWidth(text, { family: 'source-sans-3', weight: 400 }, size) + 20
  return `<rect x="${POSTER.width - width}" y="${POSTER.height - 30}" width="${width}" height="30" fill="${colours.paper}"/>
<text x="${POSTER.width - width + 10}" y="${POSTER.height - 10}" font-family="Source Sans 3" font-size="${size}" font-weight="400" fill="${colours.muted}">${escapeHtml(text)}</text>`
}

/** Breaks the headline into lines of at most `width` pixels. */
function setHeadline(text: string, width: number, sizes: number[]): { lines: string[]; size: number } {
  let set = { size: 0, lines: [text] }
  for (const size of sizes) {
    set = { size, lines: wrap(text, width, size) }
    if (set.lines.length * size * LINE_HEIGHT <= MOST_HEIGHT) break
  }
  return set
}

function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word
    if (lines.length && textWidth(longer, { family: 'source-serif-4', weight: 700 }, size) <= width)
      lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
