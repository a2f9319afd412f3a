/** The rules of an SVG's `<style>`, made ready for the style of a page: kept to the drawing, dark where the page is dark. */
import postcss, { type AtRule, CssSyntaxError, type Rule } from 'postcss'
import type { Report } from './problems.ts'

/** Property and value, in their order */
export type Declarations = [property: string, value: string][]

interface SvgRule {
  selectors: string[]
  declarations: Declarations
  /** Where it holds; undefined: everywhere */
  when: Scheme | 'print' | undefined
}

type Scheme = 'light' | 'dark'

/** What in a value asks for something that is not in the file; undefined where nothing does. */
export function foreignIn(value: string): string | undefined {
  // A backslash can spell the name of a function in another way.
  if (value.includes('\\')) return value
  const asked = value.matchAll(/\b(?:url|src|image|image-set|cross-fade|element|paint)\(\s*(["']?)([^)]*)/gi)
  return [...asked].map(([, , address = '']) => address.trim()).find((address) => !address.startsWith('#'))
}

/** What to write in place of a reference to something else. */
export const FOREIGN: [message: (what: string) => string, hint: string] = [
  (what) => `the drawing asks for ${what}, which is not in it`,
  'a drawing refers to nothing but its own parts: url(#id)',
]

/** Reads `<style>` elements, the first line of each at `line` of its file. */
export function readRules(css: string, line: number, report: Report): SvgRule[] {
  try {
    return postcss.parse(css).nodes.flatMap((node) => rulesIn(node, line - 1, report))
  } catch (error) {
    const at = error instanceof CssSyntaxError ? ([error.line ?? 1, error.reason] as const) : ([1, `${error}`] as const)
    report(line - 1 + at[0], `the rules of the drawing cannot be read: ${at[1]}`, 'mend what stands in <style>')
    return []
  }
}

/** Reads a style attribute. */
export function readStyle(style: string, line: number, report: Report): Declarations {
  return readRules(`a{${style}}`, line, report).flatMap(({ declarations }) => declarations)
}

function rulesIn(node: postcss.ChildNode, before: number, report: Report, when?: SvgRule['when']): SvgRule[] {
  const line = before + (node.source?.start?.line ?? 1)
  if (node.type === 'rule')
    return [{ selectors: node.selectors, declarations: declarationsOf(node, before, report), when }]
  if (node.type !== 'atrule') return []
  const asked = node.name === 'media' && !when ? schemeOf(node) : undefined
  if (asked) return (node.nodes ?? []).flatMap((inner) => rulesIn(inner, before, report, asked))
  const [message, hint] = REFUSED[node.name] ?? [
    `@${node.name} ${node.params} in the rules of a drawing`,
    'write rules that hold everywhere, and those for dark colours in @media (prefers-color-scheme: dark)',
  ]
  report(line, message, hint)
  return []
}

const REFUSED: Record<string, [message: string, hint: string]> = {
  import: ['@import in the rules of a drawing: it can load nothing', 'write the rules themselves into <style>'],
  'font-face': ['@font-face in the rules of a drawing: its text is set in the page’s own face', 'take the rule out'],
}

/** What a media query asks for, of the three things a drawing may ask for. */
function schemeOf({ params }: AtRule): SvgRule['when'] {
  const query = params.trim().toLowerCase().replace(/\s+/g, ' ')
  if (query === 'print') return 'print'
  const [, scheme] =
    /^(?:(?:only )?(?:screen|all) and )?\( ?prefers-color-scheme ?: ?(light|dark) ?\)$/.exec(query) ?? []
  return scheme === 'light' || scheme === 'dark' ? scheme : undefined
}

function declarationsOf(rule: Rule, before: number, report: Report): Declarations {
  return rule.nodes.flatMap((node): Declarations => {
    const line = before + (node.source?.start?.line ?? 1)
    if (node.type === 'comment') return []
    if (node.type !== 'decl') {
      report(line, 'a rule inside a rule of a drawing', 'write each with its whole selector')
      return []
    }
    const { prop, value, important } = node
    const foreign = foreignIn(value)
    // A style element ends at the first </style>, wherever it stands.
    if (foreign !== undefined || value.includes('<')) {
      report(line, FOREIGN[0](foreign ?? value), FOREIGN[1])
      return []
    }
    // The typeface is the page's.
    if (prop === 'font-family') return []
    return [[prop, important && !prop.startsWith('font') ? `${value}!important` : value]]
  })
}

/** Ids that the selectors of rules name. */
export function idsIn(rules: SvgRule[]): string[] {
  return rules.flatMap(({ selectors }) => selectors.flatMap((each) => [...each.matchAll(ID)].map(([, id = '']) => id)))
}

const ID = /#([\w-]+)/g

/** How a drawing is called in the page: its own class, and the new ids of its parts. */
export interface Names {
  scope: string
  idOf: (id: string) => string
  value: (value: string) => string
}

/**
 * The rules as text. They stand in an early layer, so that what the page says of all drawings, such as the typeface of
 * their text, comes after them.
 */
export function printRules(rules: SvgRule[], names: Names): string {
  const blocks: SvgRule[][] = []
  for (const rule of rules) {
    const last = blocks.at(-1)
    if (last && last[0]?.when === rule.when) last.push(rule)
    else blocks.push([rule])
  }
  const text = blocks.map((block) => printBlock(block, names)).join('')
  return text && `@layer base{${text}}`
}

/**
 * Rules that hold in the same colours. They change as those of the page do, see `build/styles.ts`: they are the device's
 * unless the reader has chosen, under forced colours always the device's, and paper is light.
 */
function printBlock(rules: SvgRule[], names: Names): string {
  const under = (root: string) => rules.map((rule) => printRule(rule, names, root)).join('')
  const when = rules[0]?.when
  if (when === undefined) return under('')
  if (when === 'print') return `@media print{${under('')}}`
  const other = when === 'dark' ? 'light' : 'dark'
  // `:where` leaves the weight of a selector as it was.
  const root = (chosen: string) => under(`:where(:root${chosen}) `)
  return [
    when === 'light' ? `@media print{${under('')}}` : '',
    `@media screen and (prefers-color-scheme:${when}){${root(`:not([data-theme="${other}"])`)}}`,
    `@media screen and (forced-colors:none){${root(`[data-theme="${when}"]`)}}`,
    `@media screen and (forced-colors:active) and (prefers-color-scheme:${when}){${root(`[data-theme="${other}"]`)}}`,
  ].join('')
}

function printRule({ selectors, declarations }: SvgRule, names: Names, root: string): string {
  const block = declarations.map(([property, value]) => `${property}:${names.value(value)}`).join(';')
  return block && `${selectors.map((selector) => root + scopedTo(names, selector)).join()}{${block}}`
}

function scopedTo({ scope, idOf }: Names, selector: string): string {
  const own = selector.replace(/\s+/g, ' ').replace(ID, (_, id) => `#${idOf(id)}`)
  const root = /^(?:svg|:root)(?![\w-])/
  return root.test(own) ? own.replace(root, `.${scope}`) : `.${scope} ${own}`
}

/**
 * What simple rules (`text`, `.ink`, `circle.ink`) say of an element in light colours, the weakest first: for reader
 * modes, which leave classes and style out.
 */
export function plainFor(rules: SvgRule[], element: string, classes: string[]): Declarations {
  return rules
    .flatMap(({ selectors, declarations, when }) => {
      if (when !== undefined) return []
      const met = selectors.flatMap((selector) => {
        const [whole, name = '', one = ''] = /^([\w-]*)(?:\.([\w-]+))?$/.exec(selector) ?? []
        const meets = whole && (!name || name === element) && (!one || classes.includes(one))
        return meets ? [(one ? 2 : 0) + (name ? 1 : 0)] : []
      })
      return met.length ? [{ weight: Math.max(...met), declarations }] : []
    })
    .sort((a, b) => a.weight - b.weight)
    .flatMap(({ declarations }) => declarations)
}
