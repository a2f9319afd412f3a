// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { composeFigure } from '../../../src/compose/figures.ts'
import { Quantities } from '../../../src/compose/quantities.ts'
import { languageOf } from '../../../src/language/index.ts'

const language = languageOf('en')

/** Whether the dots of `crowd` become the marks of a figure with this first value, of `unit`. */
function gathers(
  first: number,
  crowd: { count: number; unit: string } | undefined,
  sign: '' | '~' = '',
  unit?: string,
) {
  const values = [first, 1000].map((number) => ({ value: { number, sign }, sources: [] }))
  const figure = composeFigure(
    { id: 'held', kind: 'part', values, unit, sources: [] },
    { title: 'Held', labels: ['freed', 'held'] },
    {
      language,
      quantities: new Quantities(language, { ships: { other: 'ships' } }, []),
      number: () => 1,
      step: () => {
        throw new Error('not a series')
      },
      crowd,
    },
  )
  return figure.kind === 'part' && figure.gathers
}

describe('a figure of parts', () => {
  const people = { count: 123, unit: 'people' }

  it('takes in the dots of the map when its first value counts as many of the same', () => {
    expect(gathers(123, people)).toBe(true)
    expect(gathers(24, { count: 24, unit: 'ships' }, '', 'ships')).toBe(true)
  })

  it('leaves them on the map when it counts others, or might', () => {
    expect(gathers(122, people), 'another number').toBe(false)
    expect(gathers(123, people, '~'), 'about as many').toBe(false)
    expect(gathers(123, people, '', 'ships'), 'ships, not people').toBe(false)
    expect(gathers(3, { count: 3, unit: 'people' }), 'so few that it may be chance').toBe(false)
    expect(gathers(123, undefined), 'no dots').toBe(false)
  })
})
