/** The fonts of an edition: which characters of which face its pages need. */
import { fallbackFontRules } from './fallbackFonts.ts'
import { FACES, type Subset, subsetOf } from './fonts.ts'

/** Folder of the font files; the build puts the path to the site's root before it. */
const FOLDER = './assets/'

/**
 * The fonts of a page. One file per face has all characters of the page, since each font that arrives causes a layout.
 * Metric-compatible fallback fonts show until then.
 */
export interface PageFonts {
  /** Rules for the page's inline style */
  rules: string
  /** Rules for the deferred style sheet: characters that only dialogs and messages need */
  laterRules: string
  files: Subset[]
}

/**
 * Makes the fonts for the HTML of an edition's pages and for the text that their script may add. `folder`: address of the
 * font files.
 */
export async function pageFontsOf(pages: string[], scriptText: string, folder = FOLDER): Promise<PageFonts> {
  const html = pages.join('')
  const everything = textOf(html)
  // Drawings in the article use only the sans.
  const articleText = textOf(elements(html.replace(/<svg\b.*?<\/svg>/gs, ' '), /<(header|article)\b.*?<\/\1>/gs))
  const texts: Record<string, string> = {
    'source-serif-4 400': articleText,
    'source-serif-4 700': textOf(elements(html, /<(h[1-6])\b.*?<\/\1>/gs)),
    'source-sans-3 400': everything,
    // Kicker and datelines are in capitals; the script adds the buttons.
    'source-sans-3 600': `${everything}${articleText.toUpperCase()}‹›`,
  }
  const site = [...new Set(everything + TYPED + scriptText)].filter((character) => character >= ' ')
  // The article uses the serif, everything else the sans.
  const outsideArticle = textOf(html.replace(/<article\b.*?<\/article>/gs, ' '))
  const fallbacks = fallbackFontRules(({ file, weight }) => ({
    text: collapsed(file === 'source-sans-3' ? outsideArticle : (texts[`${file} ${weight}`] ?? '')),
    first: file === 'source-sans-3' ? [] : firstTexts(html, weight > 400 ? 'h[12]' : 'p'),
  }))
  const fonts: PageFonts = { rules: fallbacks, laterRules: '', files: [] }
  for (const face of FACES) {
    const text = new Set(texts[`${face.file} ${face.weight}`])
    const first = await subsetOf(face, text)
    const later = await subsetOf(
      face,
      site.filter((character) => !text.has(character)),
    )
    if (first) fonts.rules += first.rule(`${folder}${first.name}`)
    if (later) fonts.laterRules += later.rule(`${folder}${later.name}`)
    for (const subset of [first, later]) if (subset) fonts.files.push(subset)
  }
  return fonts
}

/** Printable ASCII and typographic punctuation. */
const TYPED = `${String.fromCharCode(...Array.from({ length: 95 }, (_, i) => i + 32))}–—‘’“”…·`

function elements(html: string, pattern: RegExp): string {
  return (html.match(pattern) ?? []).join(' ')
}

/** Headings, or paragraphs of several lines, of the masthead and the first section. */
function firstTexts(html: string, tag: 'h[12]' | 'p'): string[] {
  const opening =
    elements(html, /<header\b.*?<\/header>/s) + elements(html, /<section\b[^>]*\barticle\b.*?<\/section>/s)
  const found = opening.replace(/<sup\b.*?<\/sup>/gs, '').match(new RegExp(`<(${tag})\\b.*?</\\1>`, 'gs')) ?? []
  return found.map((element) => collapsed(textOf(element)).trim()).filter((text) => tag !== 'p' || text.length > LONG)
}

/** Minimum length of a paragraph of several lines: kicker, byline and dateline are shorter. */
const LONG = 100

/** Collapses white space as browsers do. */
function collapsed(text: string): string {
  return text.replace(/[ \n\t]+/g, ' ')
}

/** The text content of `html`. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}
