/** Converts the rules of an SVG's `<style>` for use in a page: scoped to the drawing, and dark when the page is dark. */
import postcss, { type AtRule, CssSyntaxError, type Rule } from 'postcss'
import type { Report } from './problems.ts'

/** Properties and values, in order */
export type Declarations = [property: string, value: string][]

interface SvgRule {
  selectors: string[]
  declarations: Declarations
  /** The condition under which it applies; undefined: always */
  when: Scheme | 'print' | undefined
}

type Scheme = 'light' | 'dark'

/** The first reference in a value to something outside the file; undefined if there is none. */
export function externalReferenceIn(value: string): string | undefined {
  // A backslash can disguise the name of a function.
  if (value.includes('\\')) return value
  const references = value.matchAll(/\b(?:url|src|image|image-set|cross-fade|element|paint)\(\s*(["']?)([^)]*)/gi)
  return [...references].map(([, , address = '']) => address.trim()).find((address) => !address.startsWith('#'))
}

/** Message and hint for an external reference. */
export const EXTERNAL_REFERENCE: [message: (reference: string) => string, hint: string] = [
  (reference) => `the drawing asks for ${reference}, which is not in it`,
  'a drawing refers to nothing but its own parts: url(#id)',
]

/** Parses the content of a `<style>` element that begins at `line` of its file. */
export function readRules(css: string, line: number, report: Report): SvgRule[] {
  try {
    return postcss.parse(css).nodes.flatMap((node) => rulesIn(node, line - 1, report))
  } catch (error) {
    const [errorLine, reason] =
      error instanceof CssSyntaxError ? ([error.line ?? 1, error.reason] as const) : ([1, `${error}`] as const)
    report(line - 1 + errorLine, `the rules of the drawing cannot be read: ${reason}`, 'mend what stands in <style>')
    return []
  }
}

/** Parses a style attribute. */
export function readStyle(style: string, line: number, report: Report): Declarations {
  return readRules(`a{${style}}`, line, report).flatMap(({ declarations }) => declarations)
}

function rulesIn(node: postcss.ChildNode, before: number, report: Report, when?: SvgRule['when']): SvgRule[] {
  const line = before + (node.source?.start?.line ?? 1)
  if (node.type === 'rule')
    return [{ selectors: node.selectors, declarations: declarationsOf(node, before, report), when }]
  if (node.type !== 'atrule') return []
  const condition = node.name === 'media' && !when ? conditionOf(node) : undefined
  if (condition) return (node.nodes ?? []).flatMap((inner) => rulesIn(inner, before, report, condition))
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

/** The condition of a media query, if it is one of the three that a drawing may use. */
function conditionOf({ params }: AtRule): SvgRule['when'] {
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
    const external = externalReferenceIn(value)
    // A value must not contain </style>, which would end the style element.
    if (external !== undefined || value.includes('<')) {
      report(line, EXTERNAL_REFERENCE[0](external ?? value), EXTERNAL_REFERENCE[1])
      return []
    }
    // The page sets the typeface.
    if (prop === 'font-family') return []
    return [[prop, important && !prop.startsWith('font') ? `${value}!important` : value]]
  })
}

/** Ids in the selectors of `rules`. */
export function idsIn(rules: SvgRule[]): string[] {
  const selectors = rules.flatMap((rule) => rule.selectors)
  return selectors.flatMap((selector) => [...selector.matchAll(ID)].map(([, id = '']) => id))
}

const ID = /#([\w-]+)/g

/** Names of a drawing in the page: its scope class, and new ids for its parts. */
export interface Names {
  scope: string
  idOf: (id: string) => string
  value: (value: string) => string
}

/** Prints the rules in an early cascade layer, so that the page's rules for all drawings, such as the typeface, win. */
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
 * Prints rules with the same condition. A colour scheme is chosen as for the page, see `build/styles.ts`: the reader's
 * choice or else the device's; always the device's under forced colours; light in print.
 */
function printBlock(rules: SvgRule[], names: Names): string {
  const under = (root: string) => rules.map((rule) => printRule(rule, names, root)).join('')
  const when = rules[0]?.when
  if (when === undefined) return under('')
  if (when === 'print') return `@media print{${under('')}}`
  const other = when === 'dark' ? 'light' : 'dark'
  // `:where` adds no specificity.
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
  const renamed = selector.replace(/\s+/g, ' ').replace(ID, (_, id) => `#${idOf(id)}`)
  const root = /^(?:svg|:root)(?![\w-])/
  return root.test(renamed) ? renamed.replace(root, `.${scope}`) : `.${scope} ${renamed}`
}

/**
 * Declarations of simple rules (`text`, `.ink`, `circle.ink`) for an element in light colours, least specific first:
 * for reader modes, which remove classes and styles.
 */
export function simpleDeclarationsFor(rules: SvgRule[], element: string, classes: string[]): Declarations {
  /** 0 if the selector does not match */
  const specificityOf = (selector: string) => {
    const [whole, name = '', className = ''] = /^([\w-]*)(?:\.([\w-]+))?$/.exec(selector) ?? []
    const matches = whole && (!name || name === element) && (!className || classes.includes(className))
    return matches ? (className ? 2 : 0) + (name ? 1 : 0) : 0
  }
  return rules
    .filter(({ when }) => when === undefined)
    .map(({ selectors, declarations }) => ({ specificity: Math.max(...selectors.map(specificityOf)), declarations }))
    .filter(({ specificity }) => specificity > 0)
    .sort((a, b) => a.specificity - b.specificity)
    .flatMap(({ declarations }) => declarations)
}
