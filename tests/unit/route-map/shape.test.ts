import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markupOf, type Shape, Sketch } from '../../../src/route-map/shape.ts'

const attrs = fc.dictionary(fc.constantFrom('x', 'd', 'fill'), fc.option(fc.string(), { nil: undefined }), {
  noNullPrototype: true,
})
const leaf = (key: string): fc.Arbitrary<Shape> =>
  fc.record({ tag: fc.constantFrom('path', 'text'), key: fc.constant(key), attrs, content: fc.string() })
const group = (key: string): fc.Arbitrary<Shape> =>
  fc.record({
    tag: fc.constant('g' as const),
    key: fc.constant(key),
    attrs,
    content: fc.shuffledSubarray(['a', 'b', 'c']).chain((keys) => fc.tuple(...keys.map(leaf))),
  })
const drawing = fc
  .shuffledSubarray(['a', 'b', 'c', 'd'])
  .chain((keys) => fc.tuple(...keys.map((key) => fc.oneof(leaf(key), group(key)))))

function parsed(markup: string): Element {
  const holder = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  holder.innerHTML = markup
  return holder
}

describe('a sketch', () => {
  it('shows each drawing as its markup would, whatever was there before', () => {
    fc.assert(
      fc.property(fc.array(drawing, { minLength: 1, maxLength: 6 }), (drawings) => {
        const parent = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
        const sketch = new Sketch(parent)
        for (const shapes of drawings) {
          sketch.draw(shapes)
          expect(parent.isEqualNode(parsed(markupOf(shapes)))).toBe(true)
        }
      }),
    )
  })

  it('writes nothing when nothing has changed', async () => {
    const parent = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const sketch = new Sketch(parent)
    const shapes = (): Shape[] => [
      {
        tag: 'g',
        key: 'g',
        attrs: { id: 'g' },
        content: [{ tag: 'text', key: 't', attrs: { x: 1 }, content: 'North' }],
      },
    ]
    sketch.draw(shapes())
    const observer = new MutationObserver(() => {})
    observer.observe(parent, { attributes: true, childList: true, subtree: true, characterData: true })
    sketch.draw(shapes())
    expect(observer.takeRecords()).toEqual([])
  })

  it('keeps an element that only moves among the others', () => {
    const parent = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const sketch = new Sketch(parent)
    const circle = (key: string): Shape => ({ tag: 'circle', key, attrs: { id: key } })
    sketch.draw([circle('a'), circle('b')])
    const [first] = parent.children
    sketch.draw([circle('b'), circle('a')])
    expect(parent.children[1]).toBe(first)
  })
})
