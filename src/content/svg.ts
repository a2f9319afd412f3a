import { createHash } from 'node:crypto'
import { DOMParser, type Element, type Node, ParseError } from '@xmldom/xmldom'
import { escapeHtml } from '../story/escapeHtml.ts'
import type { Report } from './problems.ts'
import {
  type Declarations,
  EXTERNAL_REFERENCE,
  externalReferenceIn,
  idsIn,
  type Names,
  printRules,
  readRules,
  readStyle,
  simpleDeclarationsFor,
} from './svgRules.ts'

/** An SVG for inlining in a page, where it takes on the page's typeface and colours. */
export interface Svg {
  /** The element without its accessible name, which comes from the text of each language */
  markup: string
  /** Rules for the page's inline style; the same for drawings with the same `<style>` */
  rules: string
  /** CSS pixels */
  width: number
  height: number
  /** True if its parts refer to each other by id, so that a page can include it only once */
  once: boolean
}

const SVG = 'http://www.w3.org/2000/svg'

const BEGINNING = `an SVG begins with <svg xmlns="${SVG}" viewBox="0 0 480 320">`

/** Allowed elements: those that only draw. All others load, run or link to something. */
const SHAPES = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['text', 'tspan', 'textPath', 'linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'pattern', 'marker'],
  ...['filter', 'feBlend', 'feColorMatrix', 'feComposite', 'feDropShadow', 'feFlood', 'feGaussianBlur', 'feMerge'],
  ...['feMergeNode', 'feMorphology', 'feOffset', 'feTile', 'feTurbulence'],
])
const TEXTS = new Set(['text', 'tspan', 'textPath'])

/** Elements to drop: rules (read separately), descriptions (replaced by the alternative text) and metadata. */
const DROPPED_ELEMENTS = new Set(['style', 'title', 'desc', 'metadata'])

const HINTS: Record<string, string> = {
  script: 'take it out: nothing in a drawing runs',
  image: 'save the whole drawing as PNG or JPEG',
  foreignObject: 'write its words as <text>',
  a: 'take the link out, and put it into the text of the story',
}

/** Attributes to drop: without meaning in a page, handled elsewhere, or set by the page (the typeface). */
const DROPPED_ATTRIBUTES =
  /^(?:xmlns|version|baseProfile|id|class|style|role|focusable|tabindex|font-family|enable-background|aria-.*|data-.*)$/

/** Properties that exist as presentation attributes. */
const AS_ATTRIBUTE =
  /^(?:(?:fill|stroke|stop|flood|marker|clip|mask)(?:-[a-z]+)*|opacity|font-(?:size|weight|style)|text-anchor|dominant-baseline|display|visibility)$/

/** Reads an SVG file. Reports why and returns undefined if it cannot be inlined. */
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

/** Adds the alternative text to the markup of an SVG. */
export function namedSvg(markup: string, alt: string): string {
  return markup.replace('<svg', () => `<svg role="img" aria-label="${escapeHtml(alt)}"`)
}

function parse(text: string, report: Report): Element | undefined {
  try {
    const root = new DOMParser({ onError: stop }).parseFromString(text, 'image/svg+xml').documentElement
    if (root?.localName === 'svg' && root.namespaceURI === SVG) return root
    report(root?.lineNumber ?? 1, 'the file is no SVG', BEGINNING)
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    const line = error.locator?.lineNumber || 1
    const reason = error.message.replace(/^Reporting.*caused ParseError: /s, '')
    const isWhole = /<\/(?:\w+:)?svg\s*>\s*$/.test(text)
    const message = isWhole ? `the SVG cannot be read as XML: ${reason}` : 'the SVG is cut off in the middle'
    if (/<(?:\w+:)?svg\b/.test(text)) report(line, message, 'save it again from the program that drew it')
    else report(line, 'the file is no SVG', BEGINNING)
  }
  return
}

function stop(level: string, message: string, { locator }: { locator?: unknown }) {
  if (level !== 'warning') throw new ParseError(message, locator)
}

type Size = Pick<Svg, 'width' | 'height'>

/** The size of an SVG in pixels, from its width and height or else from its viewBox. */
function sizeOf(root: Element, report: Report): Size | undefined {
  const pixels = (name: string) => Number(/^\s*([\d.]+)(?:px)?\s*$/.exec(root.getAttribute(name) ?? '')?.[1])
  const box = (root.getAttribute('viewBox') ?? '').trim().split(/[\s,]+/)
  const sizes = [
    { width: pixels('width'), height: pixels('height') },
    { width: Number(box[2]), height: Number(box[3]) },
  ]
  const size = sizes.find(({ width, height }) => width > 0 && height > 0)
  if (size) return size
  report(root.lineNumber ?? 1, 'the SVG has no size', 'write viewBox="0 0 480 320", with its width and height')
  return
}

/** Rewrites an SVG with what a page allows, and reports the rest. */
class Rewriter {
  private readonly rules: ReturnType<typeof readRules>
  /** Declarations by style attribute; classes `s0`, `s1` … replace the attributes */
  private readonly styles = new Map<string, Declarations>()
  /** New ids by old ids, for elements that are referred to */
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
    // Repeat the class, so that a style attribute stays more specific than ordinary selectors.
    const styleRules = [...this.styles.values()].map((declarations, i) => ({
      selectors: [`.s${i}.s${i}.s${i}`],
      declarations,
      when: undefined,
    }))
    return { markup, rules: printRules([...this.rules, ...styleRules], this.names), once: this.ids.size > 0 }
  }

  private node(node: Node, parent: string): string {
    if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE)
      return TEXTS.has(parent) ? escapeHtml((node.nodeValue ?? '').replace(/\s+/g, ' ')) : ''
    if (!isElement(node) || node.namespaceURI !== SVG || DROPPED_ELEMENTS.has(node.localName ?? '')) return ''
    const name = node.localName ?? ''
    if (SHAPES.has(name)) return this.element(node, name)
    const hint = HINTS[name] ?? 'take it out: a drawing is shapes and text'
    this.report(node.lineNumber ?? 1, `<${name}> cannot be in a drawing`, hint)
    return ''
  }

  private element(element: Element, name: string, { class: scope = '', ...size }: Record<string, string> = {}): string {
    const style = styleOf(element)
    const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean)
    const index = [...this.styles.keys()].indexOf(style)
    const allClasses = [scope, ...classes, index < 0 ? '' : `s${index}`].filter(Boolean)
    const id = this.ids.get(element.getAttribute('id') ?? '')
    const written = new Map<string, string>([
      ...(allClasses.length ? [['class', allClasses.join(' ')] as const] : []),
      ...(id ? [['id', id] as const] : []),
      ...Object.entries(size),
      ...this.attributes(element).filter(([attribute]) => attribute === 'viewBox' || !(attribute in size)),
    ])
    // Reader modes remove classes and styles but keep attributes; in the page, the rules override these.
    for (const [property, value] of [
      ...simpleDeclarationsFor(this.rules, name, classes),
      ...(this.styles.get(style) ?? []),
    ])
      if (AS_ATTRIBUTE.test(property) && !/var\(|!/.test(value)) written.set(property, this.names.value(value))
    const inside = [...element.childNodes].map((child) => this.node(child, name)).join('')
    const tag = `${name}${[...written].map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join('')}`
    return inside ? `<${tag}>${inside}</${name}>` : `<${tag}/>`
  }

  /** The attributes of an element that a page allows. */
  private attributes(element: Element): [name: string, value: string][] {
    const refuse = (message: string, hint: string) => {
      this.report(element.lineNumber ?? 1, message, hint)
      return []
    }
    return [...element.attributes].flatMap(({ name, localName, namespaceURI, value }): [string, string][] => {
      if (/^on/i.test(name)) return refuse(`${name} in a drawing`, 'take it out: nothing in a drawing runs')
      if (localName === 'href') {
        const id = this.ids.get(value.trim().replace(/^#/, ''))
        if (id && value.trim().startsWith('#')) return [['href', `#${id}`]]
        return refuse(EXTERNAL_REFERENCE[0](value), 'a drawing refers to nothing but its own parts: href="#id"')
      }
      if (name === 'xml:lang') return [['lang', value]]
      if (namespaceURI || DROPPED_ATTRIBUTES.test(name)) return []
      const external = externalReferenceIn(value)
      if (external === undefined) return [[name, this.names.value(value)]]
      return refuse(EXTERNAL_REFERENCE[0](external), EXTERNAL_REFERENCE[1])
    })
  }
}

/** A `url()` reference within the file. */
const REFERENCE = /url\(\s*["']?#([^"')\s]+)["']?\s*\)/g

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE
}

function styleOf(element: Element): string {
  return element.getAttribute('style')?.trim() ?? ''
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6)
}
