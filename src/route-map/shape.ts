/**
 * SVG as plain data. What the map shows is worked out once, as a list of shapes; the build writes them as markup, the
 * page keeps its elements in step with them, and both are the same picture.
 */

export interface Shape {
  tag: 'svg' | 'g' | 'path' | 'circle' | 'rect' | 'text' | 'tspan' | 'a' | 'line' | 'use'
  /** Tells it from the shapes beside it, from one drawing to the next */
  key: string
  /** What is undefined is not written */
  attrs: Record<string, string | number | undefined>
  content?: Shape[] | string
}

/** The shapes as markup. Text and attributes are escaped. */
export function markupOf(shapes: Shape[]): string {
  return shapes
    .map(({ tag, attrs, content = [] }) => {
      const written = Object.entries(attrs)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
      // Where no style sheet is read, words stand apart.
      const apart = tag === 'svg' ? ' ' : ''
      return `<${tag}${written.join('')}>${typeof content === 'string' ? escaped(content) : markupOf(content)}</${tag}>${apart}`
    })
    .join('')
}

/** Text as it may stand in SVG, between tags or in quotation marks. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

interface Drawn {
  shape: Shape
  element: SVGElement
  content: Drawn[]
}

/**
 * Keeps the content of one element in step with a list of shapes, and writes only what has changed. What was in it before
 * goes when the first drawing is complete: if that fails, it is still there.
 */
export class Sketch {
  private drawn: Drawn[] | undefined

  constructor(private readonly parent: Element) {}

  draw(shapes: Shape[]) {
    if (this.drawn) {
      this.drawn = update(this.parent, this.drawn, shapes)
      return
    }
    const first = document.createDocumentFragment()
    this.drawn = update(first, [], shapes)
    this.parent.replaceChildren(first)
    this.parent.removeAttribute('data-served')
  }
}

function update(parent: ParentNode & Node, before: Drawn[], shapes: Shape[]): Drawn[] {
  const known = new Map(before.map((drawn) => [drawn.shape.key, drawn]))
  let behind: ChildNode | null = parent.firstChild
  const after = shapes.map((shape) => {
    const old = known.get(shape.key)
    const drawn = old?.shape.tag === shape.tag ? old : create(shape.tag)
    if (drawn === old) known.delete(shape.key)
    if (drawn.element === behind) behind = behind.nextSibling
    else parent.insertBefore(drawn.element, behind)
    write(drawn, shape)
    return drawn
  })
  for (const { element } of known.values()) element.remove()
  return after
}

function create(tag: Shape['tag']): Drawn {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  return { shape: { tag, key: '', attrs: {} }, element, content: [] }
}

function write(drawn: Drawn, shape: Shape) {
  const { element, shape: old } = drawn
  for (const [name, value] of Object.entries(shape.attrs)) {
    if (old.attrs[name] === value) continue
    if (value === undefined) element.removeAttribute(name)
    else element.setAttribute(name, String(value))
  }
  for (const name of Object.keys(old.attrs)) if (!(name in shape.attrs)) element.removeAttribute(name)
  if (typeof shape.content === 'string') {
    if (old.content !== shape.content) element.textContent = shape.content
  } else drawn.content = update(element, drawn.content, shape.content ?? [])
  drawn.shape = shape
}
