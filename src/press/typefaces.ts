/** The type of an edition: which characters of which face its pages need, and when a page asks for them. */
import { type Cut, cutFont, FACES } from './fonts.ts'
import { standInRules } from './standins.ts'

/** Where a page finds its fonts; the build puts the way to the root before it. */
const FOLDER = './assets/'
/** A piece with fewer letters is for a foreign name or two, perhaps on a map of another size: it is not preloaded. */
const FEWEST = 12
/** Article and map stand side by side. */
const WIDE = '(min-width: 1024px)'

/**
 * A page's fonts are `optional`: those that come before the first paint, from a fast line or a visit before, are used;
 * else the page stays in the stand-ins, and nothing moves. Chromium holds the first paint for what `<head>` preloads,
 * and on a slow line in vain. So only wide screens wait, which show much type at once and mostly have a fast line; on
 * others the fonts begin to load with the body, the sans after all of it.
 */
export interface Type {
  /** Rules for a page's own style, and for the sheet that comes later */
  rules: string
  laterRules: string
  /** Preloads for `<head>`, for the beginning of `<body>` and for its end */
  preloads: { head: string; first: string; last: string }
  files: Cut[]
}

/**
 * The type for `pages`, the contents of an edition's pages as HTML, and for what their script may say. `folder`: address
 * of the font files.
 */
export async function typeOf(pages: string[], said: string, folder = FOLDER): Promise<Type> {
  const html = pages.join('')
  const everything = textOf(html)
  const running = textOf(elements(html, /<(header|article)\b.*?<\/\1>/gs))
  const texts: Record<string, string> = {
    'source-serif-4 400': running,
    'source-serif-4 700': textOf(elements(html, /<(h[1-6])\b.*?<\/\1>/gs)),
    'source-sans-3 400': everything,
    // Kicker and datelines are set in capitals; the buttons come with the script.
    'source-sans-3 600': `${everything}${running.toUpperCase()}‹›`,
  }
  const site = [...new Set(everything + TYPED + said)]
  const type: Type = { rules: '', laterRules: '', preloads: { head: '', first: '', last: '' }, files: [] }
  for (const face of FACES) {
    const text = new Set(texts[`${face.file} ${face.weight}`])
    for (const cut of await cutFont(face, text)) {
      type.files.push(cut)
      type.rules += cut.rule(`${folder}${cut.name}`, 'optional')
      if (new Set(cut.characters.map((character) => character.toLowerCase())).size < FEWEST) continue
      const preload = `<link rel="preload" href="${folder}${cut.name}" as="font" type="font/woff2" crossorigin`
      type.preloads.head += `${preload} media="${WIDE}">`
      type.preloads[face.file === 'source-serif-4' ? 'first' : 'last'] += `${preload}>`
    }
    // What only a dialog or a message says; it is loaded when one does.
    const others = site.filter((character) => character >= ' ' && !text.has(character))
    for (const cut of await cutFont(face, others)) {
      type.files.push(cut)
      type.laterRules += cut.rule(`${folder}${cut.name}`, 'swap')
    }
  }
  type.rules += standInRules()
  return type
}

/** Printable ASCII and the marks of good typography. */
const TYPED = `${String.fromCharCode(...Array.from({ length: 95 }, (_, i) => i + 32))}–—‘’“”…·`

function elements(html: string, pattern: RegExp): string {
  return (html.match(pattern) ?? []).join(' ')
}

/** What a reader reads of `html`. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}
