// @vitest-environment node
import { expect, it } from 'vitest'
import { textWidth } from '../../../src/press/names/widths.ts'

it.each([
  ['a thin space', '7\u20098', '7 8'],
  ['a zero-width space', 'Nor\u200Bth', 'North'],
  ['a byte order mark', '\uFEFFNorth', 'North'],
])('%s, as the words of a date may bring it, has a width too', (_, text, like) => {
  const face = { family: 'source-sans-3', weight: 400 } as const
  expect(textWidth(text, face, 10)).toBe(textWidth(like, face, 10))
})

it('of Cyrillic is that of its own letters, also beside others', () => {
  const face = { family: 'source-sans-3', weight: 600 } as const
  expect(textWidth('Мінск', face, 14)).toBeCloseTo(35.9, 1)
  const apart = textWidth('Łódź', face, 14) + textWidth(' ', face, 14) + textWidth('Мінск', face, 14)
  expect(textWidth('Łódź Мінск', face, 14)).toBeCloseTo(apart, 0)
})
