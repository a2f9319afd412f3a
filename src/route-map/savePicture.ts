import type { Label } from '../story/story.ts'
import { COLOURS } from './moment.ts'
import { type Colours, type PictureOptions, pictureOf } from './picture.ts'
import { escaped } from './shape.ts'

interface Saved extends Pick<PictureOptions, 'route' | 'moment' | 'count'> {
  file: string
  labels: Label[]
  title: string
  /** Lines under the map: what the lines stand for, whose the data are */
  notes: string[]
}

/** Height of the line above the map, of each line below it, and of the white around those, pixels. */
const [HEAD, LINE, EDGE] = [44, 17, 10]

/** Offers the map of `box`, as it is, as an SVG file with its title, what it means and its credits. */
export function savePicture(box: HTMLElement, { file, title, notes, ...map }: Saved) {
  const { clientWidth: width, clientHeight: height } = box
  const style = getComputedStyle(box)
  const colours = Object.fromEntries(
    COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as Colours
  const ground = box.querySelector('[data-drawing="ground"]')?.innerHTML ?? ''
  const foot = notes.length * LINE + EDGE
  const line = (text: string, y: number, size: number, weight: number, colour: string) =>
    `<text x="12" y="${y}" font-family="'Source Sans 3', Arial, sans-serif" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(text)}</text>`
  download(
    file,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEAD + height + foot}">
<title>${escaped(title)}</title>
<g transform="translate(0 ${HEAD})">${pictureOf({ ...map, ground, colours, width, height })}</g>
<rect width="${width}" height="${HEAD}" fill="${colours.paper}"/>
<rect y="${HEAD + height}" width="${width}" height="${foot}" fill="${colours.paper}"/>
${line(title, 28, 17, 600, colours.ink)}
${notes.map((note, i) => line(note, HEAD + height + (i + 1) * LINE, 12, 400, colours.muted)).join('\n')}
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
