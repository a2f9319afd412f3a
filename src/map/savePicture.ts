import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { escapeHtml } from '../story/escapeHtml.ts'
import { COLOURS } from './paint.ts'
import { type Colours, type PictureOptions, pictureOf, SANS } from './picture.tsx'

interface PictureFile extends Pick<PictureOptions, 'route' | 'moment' | 'view' | 'labels'> {
  file: string
  title: string
  /** Lines of text under the map: legend and credits */
  notes: string[]
}

/** Height of the title above the map, of each line below it, and padding below those, pixels. */
const [HEAD, LINE, EDGE] = [44, 17, 10]

/** Downloads the map in `box` as an SVG file with title, legend and credits. */
export function savePicture(box: HTMLElement, { file, title, notes, ...map }: PictureFile) {
  const { clientWidth: width, clientHeight: height } = box
  const style = getComputedStyle(box)
  const colours = Object.fromEntries(
    COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as Colours
  const ground = box.querySelector('#_ground > g')?.innerHTML ?? ''
  const footHeight = notes.length * LINE + EDGE
  const line = (text: string, y: number, size: number, weight: number, colour: string) =>
    `<text x="12" y="${y}" font-family="${SANS}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escapeHtml(text)}</text>`
  download(
    file,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEAD + height + footHeight}">
<title>${escapeHtml(title)}</title>
<g transform="translate(0 ${HEAD})">${pictureOf({ ...map, ground, colours, width, height }, markupInBrowser)}</g>
<rect width="${width}" height="${HEAD}" fill="${colours.paper}"/>
<rect y="${HEAD + height}" width="${width}" height="${footHeight}" fill="${colours.paper}"/>
${line(title, 28, 17, 600, colours.ink)}
${notes.map((note, i) => line(note, HEAD + height + (i + 1) * LINE, 12, 400, colours.muted)).join('\n')}
</svg>
`,
  )
}

/** Renders an SVG element to markup without `react-dom/server`, which is a second renderer to load. */
function markupInBrowser(element: ReactElement): string {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const root = createRoot(svg)
  flushSync(() => root.render(element))
  const markup = [...svg.children].map((child) => new XMLSerializer().serializeToString(child)).join('')
  root.unmount()
  return markup
}

function download(file: string, svg: string) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  const link = document.createElement('a')
  link.href = address
  link.download = file
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
