/** The fonts of a page: which characters of which face it needs. */
import { fallbackFontRules } from './fallbackFonts.ts'
import { FACES, type Face, type Subset, subsetOf } from './fonts.ts'

/** The text of a page, by how it is set. */
export interface PageText {
  /** At the top of the page: these should have the same number of lines in a fallback font */
  opening: { headings: string[]; paragraphs: string[] }
  /** Bold serif */
  headings: string[]
  /** Serif */
  article: string[]
  /** Sans */
  other: string[]
  /** What dialogs and messages may say */
  later: string[]
}

/**
 * The fonts of a page. One file per face has all characters of the page, since each font that arrives causes a layout; one
 * more has what only dialogs and messages need. Metric-compatible fallback fonts show until then.
 */
export interface PageFonts {
  /** Returns the rules for a page whose font files are in `folder`: first those that it needs at once */
  rules: (folder: string) => string
  files: Subset[]
}

/**
 * Makes the fonts of a page. `fitted`: with fallback fonts that have the same measures, which is most of the work and needed
 * only where fonts take time to come.
 */
export async function pageFontsOf(
  { opening, headings, article, other, later }: PageText,
  fitted = true,
): Promise<PageFonts> {
  const texts = {
    headings: headings.join(' '),
    article: article.join(' '),
    everything: [...headings, ...article, ...other].join(' '),
  }
  const letters: Record<string, string> = {
    'source-serif-4 400': texts.article + SIGNS,
    'source-serif-4 700': texts.headings,
    'source-sans-3 400': texts.everything + SIGNS,
    // Kicker and datelines are in capitals.
    'source-sans-3 600': `${texts.everything}${texts.everything.toUpperCase()}${SIGNS}`,
  }
  const textOf = ({ file, weight }: Face) => {
    if (file === 'source-sans-3') return { text: other.join(' '), first: [] }
    return weight > 400
      ? { text: texts.headings, first: opening.headings }
      : { text: texts.article, first: opening.paragraphs.filter((text) => text.length > LONG) }
  }
  const fallbacks = fitted ? fallbackFontRules(textOf) : ''
  const site = [...texts.everything, ...TYPED, ...later.join('')].filter((character) => character >= ' ')
  const [first, rest]: [Subset[], Subset[]] = [[], []]
  for (const face of FACES) {
    const text = new Set(letters[`${face.file} ${face.weight}`])
    const own = await subsetOf(face, text)
    const more = await subsetOf(
      face,
      site.filter((character) => !text.has(character)),
    )
    if (own) first.push(own)
    if (more) rest.push(more)
  }
  const files = [...first, ...rest]
  return { rules: (folder) => fallbacks + files.map(({ name, rule }) => rule(folder + name)).join(''), files }
}

/** Signs that views add to the text: in buttons, between parts of a line, before a number. */
const SIGNS = '‹›←→↑↓+−·()&/?\u00a0'

/** Printable ASCII and typographic punctuation. */
const TYPED = `${String.fromCharCode(...Array.from({ length: 95 }, (_, i) => i + 32))}–—‘’“”…·`

/** Minimum length of a paragraph of several lines. */
const LONG = 100
