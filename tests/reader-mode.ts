import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'

/** What the reader mode of Firefox makes of a page, and what the page itself says. */
export interface ReaderMode {
  title: string
  /** Every line of the text on the page, in its order: dek, passages, end matter */
  lines: string[]
  /** Those that reader mode does not have, or not after the ones before */
  lost: string[]
  /** Links within the page whose target is not in reader mode */
  dead: string[]
  /** All of what reader mode shows, its spaces made even */
  text: string
}

const LINES = 'h2, h3, p, li, dt, dd, th, td, figcaption'

/** Reads `html` as Firefox does when its reader asks for reader mode; no script of the page has run. */
export function inReaderMode(html: string): ReaderMode {
  const page = new JSDOM(html, { url: 'https://news.example/story/', virtualConsole: new VirtualConsole() }).window
  const lines = [...page.document.querySelectorAll('.story')]
    .flatMap((part) => [...part.querySelectorAll(LINES)])
    .filter((line) => !line.querySelector(LINES) && !line.closest('nav, noscript'))
    .map((line) => {
      for (const beside of line.querySelectorAll('.share, [aria-hidden]')) beside.remove()
      return even(line.textContent)
    })
  const read = new Readability(new JSDOM(html, { url: 'https://news.example/story/' }).window.document).parse()
  const shown = new JSDOM(read?.content ?? '').window.document
  const text = even(shown.body.textContent)
  let from = 0
  const lost = lines.filter((line) => {
    const at = text.indexOf(line, from)
    if (at >= 0) from = at + line.length
    return at < 0
  })
  const dead = [...shown.querySelectorAll('a[href*="#"]')]
    .map((link) => link.getAttribute('href')?.split('#')[1] ?? '')
    .filter((id) => !shown.getElementById(id))
  return { title: read?.title ?? '', lines, lost, dead, text }
}

function even(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
