import type { Label } from '../story/story.ts'
import { frameIn, rangeOf } from './frame.ts'
import { COLOURS, type Colours, escaped, type PictureOptions, pictureOf } from './picture.ts'

interface Saved extends Pick<PictureOptions, 'route' | 'view' | 'drawn' | 'place'> {
  file: string
  /** The names for each range of frame widths, or one list for all */
  names: Label[][]
  title: string
  note: string
}

/** Height of the lines above and below the map, pixels. */
const [HEAD, FOOT] = [44, 26]

/** Offers the map of `stage`, as it is, as an SVG file with its title and its credits. */
export function savePicture(stage: HTMLElement, { file, names, title, note, ...map }: Saved) {
  const { clientWidth: width, clientHeight: height } = stage
  const style = getComputedStyle(stage)
  const colours = Object.fromEntries(
    COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as Colours
  const basemap = stage.querySelector('[data-drawing="ground"]')?.innerHTML ?? ''
  const labels = names[rangeOf(frameIn({ width, height }).width)] ?? names[0] ?? []
  const line = (text: string, y: number, size: number, weight: number, colour: string) =>
    `<text x="12" y="${y}" font-family="'Source Sans 3', Arial, sans-serif" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(text)}</text>`
  download(
    file,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEAD + height + FOOT}">
<title>${escaped(title)}</title>
<g transform="translate(0 ${HEAD})">${pictureOf({ ...map, basemap, labels, colours, width, height })}</g>
<rect width="${width}" height="${HEAD}" fill="${colours.paper}"/>
<rect y="${HEAD + height}" width="${width}" height="${FOOT}" fill="${colours.paper}"/>
${line(title, 28, 17, 600, colours.ink)}
${line(note, HEAD + height + 18, 12, 400, colours.muted)}
</svg>
`,
  )
}

function download(file: string, svg: string) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  const link = document.createElement('a')
  link.href = address
  link.download = file
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
