/** An SVG beside a story, made ready to stand in the page itself, so that it has the page's typeface and colours. */
import { createHash } from 'node:crypto'
import { DOMParser, type Element, type Node, ParseError } from '@xmldom/xmldom'
import type { Report } from './problems.ts'
import {
  type Declarations,
  FOREIGN,
  foreignIn,
  idsIn,
  type Names,
  plainFor,
  printRules,
  readRules,
  readStyle,
} from './svg-rules.ts'

/** An SVG as it stands in a page. */
export interface Svg {
  /** The whole element but for its name, which the text of each language gives */
  markup: string
  /** Its rules for the page's own style; drawings with the same `<style>` have the same */
  rules: string
  /** CSS pixels */
  width: number
  height: number
  /** True where its parts refer to each other by id, so that a page can have it only once */
  once: boolean
}

const SVG = 'http://www.w3.org/2000/svg'

const BEGINNING = `an SVG begins with <svg xmlns="${SVG}" viewBox="0 0 480 320">`

/** What draws. Everything else loads something, runs something or leads somewhere. */
const SHAPES = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['text', 'tspan', 'textPath', 'linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'pattern', 'marker'],
  ...['filter', 'feBlend', 'feColorMatrix', 'feComposite', 'feDropShadow', 'feFlood', 'feGaussianBlur', 'feMerge'],
  ...['feMergeNode', 'feMorphology', 'feOffset', 'feTile', 'feTurbulence'],
])
const TEXTS = new Set(['text', 'tspan', 'textPath'])

/** Rules, which are taken apart; words about the drawing, for which its alternative text stands; notes of programs. */
const UNSEEN = new Set(['style', 'title', 'desc', 'metadata'])

const HINTS: Record<string, string> = {
  script: 'take it out: nothing in a drawing runs',
  image: 'save the whole drawing as PNG or JPEG',
  foreignObject: 'write its words as <text>',
  a: 'take the link out, and put it into the text of the story',
}

/** What says nothing in a page: names for others, what is taken over in another way, and the typeface, which is the page's. */
const DROPPED =
  /^(?:xmlns|version|baseProfile|id|class|style|role|focusable|tabindex|font-family|enable-background|aria-.*|data-.*)$/

/** Rules that can be said by an attribute as well. */
const AS_ATTRIBUTE =
  /^(?:(?:fill|stroke|stop|flood|marker|clip|mask)(?:-[a-z]+)*|opacity|font-(?:size|weight|style)|text-anchor|dominant-baseline|display|visibility)$/

/** Reads the SVG called `name`. Undefined where it cannot stand in a page; then it has been reported why. */
export function readSvg(name: string, text: string, report: Report): Svg | undefined {
  let refused = false
  const refuse: Report = (line, message, hint) => {
    refused = true
    report(line, message, hint)
  }
  const root = parse(text, refuse)
  const size = root && sizeOf(root, refuse)
  if (!root || !size) return
  const svg = { ...new Rewriter(name, root, refuse).rewrite(size), ...size }
  return refused ? undefined : svg
}

/** The markup of an SVG with the words for those who do not see it. */
export function namedSvg(markup: string, alt: string): string {
  return markup.replace('<svg', () => `<svg role="img" aria-label="${escaped(alt)}"`)
}

function parse(text: string, report: Report): Element | undefined {
  try {
    const root = new DOMParser({ onError: stop }).parseFromString(text, 'image/svg+xml').documentElement
    if (root?.localName === 'svg' && root.namespaceURI === SVG) return root
    report(root?.lineNumber ?? 1, 'the file is no SVG', BEGINNING)
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    const reason = error.message.replace(/^Reporting.*caused ParseError: /s, '')
    const [message, hint] = !/<(?:\w+:)?svg\b/.test(text)
      ? ['the file is no SVG', BEGINNING]
      : /<\/(?:\w+:)?svg\s*>\s*$/.test(text)
        ? [`the SVG cannot be read as XML: ${reason}`, 'save it again from the program that drew it']
        : ['the SVG is cut off in the middle', 'save it again from the program that drew it']
    report(error.locator?.lineNumber || 1, message, hint)
  }
  return
}

function stop(level: string, message: string, { locator }: { locator?: unknown }) {
  if (level !== 'warning') throw new ParseError(message, locator)
}

interface Size {
  width: number
  height: number
}

/** The size an SVG asks for in pixels, else that of its view box. */
function sizeOf(root: Element, report: Report): Size | undefined {
  const pixels = (name: string) => Number(/^\s*([\d.]+)(?:px)?\s*$/.exec(root.getAttribute(name) ?? '')?.[1])
  const [, , boxWidth = 0, boxHeight = 0] = (root.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const asked = { width: pixels('width'), height: pixels('height') }
  const size = asked.width > 0 && asked.height > 0 ? asked : { width: boxWidth, height: boxHeight }
  if (size.width > 0 && size.height > 0) return size
  report(root.lineNumber ?? 1, 'the SVG has no size', 'write viewBox="0 0 480 320", with its width and height')
  return
}

/** Writes an SVG anew with what may stand in a page, and reports the rest. */
class Rewriter {
  private readonly rules: ReturnType<typeof readRules>
  /** What each style attribute says; the classes `s0`, `s1` … stand for them */
  private readonly styles = new Map<string, Declarations>()
  /** New ids by the old ones, of the elements that are referred to */
  private readonly ids = new Map<string, string>()
  private readonly names: Names

  constructor(
    name: string,
    private readonly root: Element,
    private readonly report: Report,
  ) {
    const elements = [root, ...root.getElementsByTagName('*')].filter(({ namespaceURI }) => namespaceURI === SVG)
    const sheets = elements.filter(({ localName }) => localName === 'style')
    this.rules = sheets.flatMap((sheet) => readRules(sheet.textContent ?? '', sheet.lineNumber ?? 1, report))
    for (const element of elements) {
      const style = styleOf(element)
      if (style && !this.styles.has(style)) this.styles.set(style, readStyle(style, element.lineNumber ?? 1, report))
    }
    const values = elements.flatMap((element) => [...element.attributes].map(({ value }) => value))
    const css = sheets.map((sheet) => sheet.textContent ?? '')
    const referred = new Set([
      ...[...values, ...css].flatMap((value) => [...value.matchAll(REFERENCE)].map(([, id = '']) => id)),
      ...values.flatMap((value) => (value.startsWith('#') ? value.slice(1) : [])),
      ...idsIn(this.rules),
    ])
    for (const element of elements) {
      const id = element.getAttribute('id')
      if (id && referred.has(id) && SHAPES.has(element.localName ?? ''))
        this.ids.set(id, `_svg-${hashOf(name)}-${this.ids.size}`)
    }
    this.names = {
      scope: `svg-${hashOf([...css, ...this.styles.keys(), this.ids.size ? name : ''].join('\n'))}`,
      idOf: (id) => this.ids.get(id) ?? id,
      value: (value) => value.replace(REFERENCE, (_, id) => `url(#${this.ids.get(id) ?? id})`),
    }
  }

  rewrite({ width, height }: Size): Omit<Svg, keyof Size> {
    const size = { width: `${width}`, height: `${height}`, viewBox: `0 0 ${width} ${height}` }
    const markup = this.element(this.root, 'svg', { class: this.names.scope, ...size })
    // The class of a style attribute is told three times, to be stronger than the selectors that people write.
    const own = [...this.styles.values()].map((declarations, i) => ({
      selectors: [`.s${i}.s${i}.s${i}`],
      declarations,
      when: undefined,
    }))
    return { markup, rules: printRules([...this.rules, ...own], this.names), once: this.ids.size > 0 }
  }

  private node(node: Node, parent: string): string {
    if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE)
      return TEXTS.has(parent) ? escaped((node.nodeValue ?? '').replace(/\s+/g, ' ')) : ''
    if (!isElement(node) || node.namespaceURI !== SVG || UNSEEN.has(node.localName ?? '')) return ''
    const name = node.localName ?? ''
    if (SHAPES.has(name)) return this.element(node, name)
    const hint = HINTS[name] ?? 'take it out: a drawing is shapes and text'
    this.report(node.lineNumber ?? 1, `<${name}> cannot be in a drawing`, hint)
    return ''
  }

  private element(element: Element, name: string, own: Record<string, string> = {}): string {
    const style = styleOf(element)
    const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean)
    const id = this.ids.get(element.getAttribute('id') ?? '')
    const written = new Map<string, string>()
    const index = [...this.styles.keys()].indexOf(style)
    const all = [own['class'] ?? '', ...classes, index < 0 ? '' : `s${index}`].filter(Boolean)
    if (all.length) written.set('class', all.join(' '))
    if (id) written.set('id', id)
    for (const [attribute, value] of Object.entries(own)) if (attribute !== 'class') written.set(attribute, value)
    for (const [attribute, value] of this.attributes(element))
      if (attribute === 'viewBox' || !(attribute in own)) written.set(attribute, value)
    // Reader modes leave classes and style out, and keep attributes; here the rules are stronger.
    for (const [property, value] of [...plainFor(this.rules, name, classes), ...(this.styles.get(style) ?? [])])
      if (AS_ATTRIBUTE.test(property) && !/var\(|!/.test(value)) written.set(property, this.names.value(value))
    const inside = [...element.childNodes].map((child) => this.node(child, name)).join('')
    const tag = `${name}${[...written].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}`
    return inside ? `<${tag}>${inside}</${name}>` : `<${tag}/>`
  }

  /** The attributes of an element that may stand in a page. */
  private attributes(element: Element): [name: string, value: string][] {
    const line = element.lineNumber ?? 1
    return [...element.attributes].flatMap(({ name, localName, namespaceURI, value }): [string, string][] => {
      if (/^on/i.test(name)) {
        this.report(line, `${name} in a drawing`, 'take it out: nothing in a drawing runs')
        return []
      }
      if (localName === 'href') {
        const id = this.ids.get(value.trim().replace(/^#/, ''))
        if (id && value.trim().startsWith('#')) return [['href', `#${id}`]]
        this.report(line, FOREIGN[0](value), 'a drawing refers to nothing but its own parts: href="#id"')
        return []
      }
      if (name === 'xml:lang') return [['lang', value]]
      if (namespaceURI || DROPPED.test(name)) return []
      const foreign = foreignIn(value)
      if (foreign === undefined) return [[name, this.names.value(value)]]
      this.report(line, FOREIGN[0](foreign), FOREIGN[1])
      return []
    })
  }
}

/** A reference to a part of the same file. */
const REFERENCE = /url\(\s*["']?#([^"')\s]+)["']?\s*\)/g

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE
}

function styleOf(element: Element): string {
  return element.getAttribute('style')?.trim() ?? ''
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6)
}
