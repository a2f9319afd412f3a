/** The type of an edition: which characters of which face its pages need. */
import { fallbackFontRules } from './fallbackFonts.ts'
import { FACES, type Subset, subsetOf } from './fonts.ts'

/** Where a page finds its fonts; the build puts the way to the root before it. */
const FOLDER = './assets/'

/**
 * The fonts of a page. One file for each face has all characters of the page, so that few files come and each comes
 * once. They swap with fallback fonts of the same measure when they arrive.
 */
export interface Type {
  /** Rules for a page's own style */
  rules: string
  /** Rules for the style sheet that comes later: characters that only a dialog or a message needs */
  laterRules: string
  files: Subset[]
}

/**
 * The type for `pages`, the contents of an edition's pages as HTML, and for what their script may say. `folder`: address
 * of the font files.
 */
export async function typeOf(pages: string[], said: string, folder = FOLDER): Promise<Type> {
  const html = pages.join('')
  const everything = textOf(html)
  // Drawings in the article are set in the sans alone.
  const running = textOf(elements(html.replace(/<svg\b.*?<\/svg>/gs, ' '), /<(header|article)\b.*?<\/\1>/gs))
  const texts: Record<string, string> = {
    'source-serif-4 400': running,
    'source-serif-4 700': textOf(elements(html, /<(h[1-6])\b.*?<\/\1>/gs)),
    'source-sans-3 400': everything,
    // Kicker and datelines are set in capitals; the buttons come with the script.
    'source-sans-3 600': `${everything}${running.toUpperCase()}‹›`,
  }
  const site = [...new Set(everything + TYPED + said)].filter((character) => character >= ' ')
  // Prose is set in the serif; what stands around it in the sans.
  const around = textOf(html.replace(/<article\b.*?<\/article>/gs, ' '))
  const fallbacks = fallbackFontRules(({ file, weight }) => ({
    text: squeezed(file === 'source-sans-3' ? around : (texts[`${file} ${weight}`] ?? '')),
    first: file === 'source-sans-3' ? [] : readFirst(html, weight > 400 ? 'h[12]' : 'p'),
  }))
  const type: Type = { rules: fallbacks, laterRules: '', files: [] }
  for (const face of FACES) {
    const text = new Set(texts[`${face.file} ${face.weight}`])
    const first = await subsetOf(face, text)
    const later = await subsetOf(
      face,
      site.filter((character) => !text.has(character)),
    )
    if (first) type.rules += first.rule(`${folder}${first.name}`)
    if (later) type.laterRules += later.rule(`${folder}${later.name}`)
    for (const subset of [first, later]) if (subset) type.files.push(subset)
  }
  return type
}

/** Printable ASCII and the marks of good typography. */
const TYPED = `${String.fromCharCode(...Array.from({ length: 95 }, (_, i) => i + 32))}–—‘’“”…·`

function elements(html: string, pattern: RegExp): string {
  return (html.match(pattern) ?? []).join(' ')
}

/** What is read first: headings, or paragraphs that are long enough to have lines, of the masthead and the first section. */
function readFirst(html: string, tag: 'h[12]' | 'p'): string[] {
  const opening =
    elements(html, /<header\b.*?<\/header>/s) + elements(html, /<section\b[^>]*\barticle\b.*?<\/section>/s)
  const found = opening.replace(/<sup\b.*?<\/sup>/gs, '').match(new RegExp(`<(${tag})\\b.*?</\\1>`, 'gs')) ?? []
  return found.map((element) => squeezed(textOf(element)).trim()).filter((text) => tag !== 'p' || text.length > LONG)
}

/** Characters of a paragraph that has lines to count: kicker, byline and dateline are shorter. */
const LONG = 100

/** `text` without the white space that a browser does not show. */
function squeezed(text: string): string {
  return text.replace(/[ \n\t]+/g, ' ')
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
