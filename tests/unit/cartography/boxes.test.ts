// @vitest-environment node
import { expect, it } from 'vitest'
import { textWidth } from '../../../src/cartography/names/boxes.ts'

it.each([
  ['a zero-width space', 'Nor\u200Bth', 'North'],
  ['a byte order mark', '\uFEFFNorth', 'North'],
])('%s, as the words of a date may bring it, takes no room', (_, text, like) => {
  const face = { family: 'source-sans-3', weight: 400 } as const
  expect(textWidth(text, face, 10)).toBe(textWidth(like, face, 10))
})

it('a thin space is narrower than a space', () => {
  const face = { family: 'source-sans-3', weight: 400 } as const
  expect(textWidth('7\u20098', face, 10)).toBeGreaterThan(textWidth('78', face, 10))
  expect(textWidth('7\u20098', face, 10)).toBeLessThan(textWidth('7 8', face, 10))
})

it('of Cyrillic is that of its own letters, also beside others', () => {
  const face = { family: 'source-sans-3', weight: 600 } as const
  expect(textWidth('Мінск', face, 14)).toBeCloseTo(35.9, 1)
  const apart = textWidth('Łódź', face, 14) + textWidth(' ', face, 14) + textWidth('Мінск', face, 14)
  expect(textWidth('Łódź Мінск', face, 14)).toBeCloseTo(apart, 0)
})
