// @vitest-environment node
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadEditions } from '../../../src/compose/editions.ts'
import { daysBetween } from '../../../src/compose/timeline.ts'
import { parseDate } from '../../../src/content/edtf.ts'
import { languageOf } from '../../../src/language/index.ts'
import { makeAnyStory } from '../make-any-story.ts'

const days = (start: string, end: string) => {
  const [first, last] = [parseDate(start), parseDate(end)]
  if (!first || !last) throw new Error('no date')
  return daysBetween(first, last)
}

/** The spans of a story from 2020 to 2025, composed. */
async function spansOf(...spans: string[]) {
  const folder = makeAnyStory({
    places: { north: 'lat: 60.1, lon: 4.2' },
    steps: { first: 'place: north', last: 'place: north' },
    dates: ['2020-08-09', '2025-12-13'],
    facts: `spans:\n${spans.map((span, i) => `  - { id: s${i}, ${span}, sources: [A1] }`).join('\n')}`,
    front: `spans: { ${spans.map((_, i) => `s${i}: { name: Name ${i}, what: in exile }`).join(', ')} }`,
  })
  const [edition] = await loadEditions(join(folder, '..'))
  if (!edition) throw new Error('no story')
  return edition.story
}

describe('the length of a span', () => {
  it('is counted in days between exact dates', () => {
    expect(days('2021-07-14', '2025-12-13')).toBe(1613)
    expect(days('2025-12-13T23:00', '2025-12-14T01:00')).toBe(1)
  })

  it.each([
    ['2021-07', '2025-12-13'],
    ['2020', '2025-12-13'],
    ['2020-09-07/2020-09-08', '2025-12-13'],
    ['2021-07-14~', '2025-12-13'],
    ['2021-07-14', '2025-12-13?'],
  ])('is left out where a date is not exact: %s to %s', (start, end) => {
    expect(days(start, end)).toBeUndefined()
  })

  it.each([
    ['en', '1 day', '1,613 days'],
    ['be', '1 дзень', '1613 дзён'],
    ['lt', '1 diena', '1 613 dienų'],
    ['pl', '1 dzień', '1613 dni'],
    ['ru', '1 день', '1613 дней'],
    ['uk', '1 день', '1613 днів'],
  ])('is said in the language of the reader: %s', (code, one, many) => {
    const plain = (text: string) => text.replace(/\s/g, ' ')
    expect(plain(languageOf(code).days(1))).toBe(one)
    expect(plain(languageOf(code).days(1613)).replace(/(\d) (\d)/, code === 'lt' ? '$1 $2' : '$1$2')).toBe(many)
  })
})

describe('the bars of spans', () => {
  it('are as long as their time, on the scale of the steps', async () => {
    const { spans, steps } = await spansOf('start: 2021-07-14, end: 2025-12-13', 'start: 2023-07-14, end: 2023-12-13')
    const [long, short] = spans.map(({ from, to }) => to - from)
    expect((long ?? 0) / (short ?? 1)).toBeCloseTo(1614 / 153, 0)
    expect(spans[0]?.to).toBeCloseTo(steps[1]?.at ?? 0, 2)
  })

  it('have their length on them where it fits, and in words always', async () => {
    const { spans } = await spansOf('start: 2021-07-14, end: 2025-12-13', 'start: 2023-07-14, end: 2023-07-16')
    expect(spans.map(({ length }) => length)).toEqual(['1,613 days', undefined])
    expect(spans.map(({ text }) => text)).toEqual([
      'Name 0, in exile: 14 July 2021 – 13 December 2025, 1,613 days',
      'Name 1, in exile: 14 July 2023 – 16 July 2023, 2 days',
    ])
  })

  it('begin before the story if their time did, and go on to its end if they do', async () => {
    const { spans, axis } = await spansOf('start: 2018-05, end: 2019', 'start: 2024-01-01')
    expect(axis?.labels[0]?.text).toBe('2018')
    expect(spans[1]?.to).toBe(1)
    expect(spans[1]?.text).toBe('Name 1, in exile: since 1 January 2024')
  })
})
