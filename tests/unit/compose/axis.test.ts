// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidth } from '../../../src/cartography/names/boxes.ts'
import { makeAxis } from '../../../src/compose/axis.ts'
import { parseDate, type StoryDate } from '../../../src/content/edtf.ts'
import type { AxisLabel } from '../../../src/story/story.ts'

const read = (text: string): StoryDate => {
  const date = parseDate(text)
  if (!date) throw new Error(`no date: ${text}`)
  return date
}
const axisOf = (...texts: string[]) => makeAxis(texts.map(read), 'en')

/** Length of the axis on windows of 320 and of 1280 pixels */
const WIDTHS = { narrow: 216, wide: 1032 }
type Width = keyof typeof WIDTHS
const shownOn = (labels: AxisLabel[], width: Width) => labels.filter(({ on }) => on === undefined || on === width)
const textsOn = (labels: AxisLabel[], width: Width) => shownOn(labels, width).map(({ text }) => text)

describe('the true-scale axis', () => {
  it('gives five years their true length and five days theirs', () => {
    const { at } = axisOf('2020-08-09', '2023-02-15', '2025-12-13', '2025-12-18')
    const [first = 0, middle = 0, release = 0, arrival = 0] = at
    expect((middle - first) / (release - first)).toBeCloseTo(920 / 1952, 3)
    expect(arrival - release).toBeLessThan(0.004)
  })

  it('begins and ends on whole years and names each in its middle', () => {
    const { axis } = axisOf('2020-08-09', '2025-12-18')
    expect(axis.labels.map(({ text }) => text)).toEqual(['2020', '2021', '2022', '2023', '2024', '2025'])
    expect(axis.labels.every(({ on }) => on === undefined)).toBe(true)
    expect(axis.ticks[0]).toBe(0)
    expect(axis.ticks.at(-1)).toBe(1)
    expect(axis.labels[0]?.at).toBeCloseTo((axis.ticks[1] ?? 0) / 2, 3)
  })

  it.each([
    ['five days', ['2025-12-13', '2025-12-18'], ['13 Dec', '14 Dec', '15 Dec', '16 Dec', '17 Dec', '18 Dec']],
    [
      'one day',
      ['2010-10-13T00:11', '2010-10-13T21:55'],
      ['13 Oct', '03:00', '06:00', '09:00', '12:00', '15:00', '18:00', '21:00', '14 Oct'],
    ],
    [
      'three hours',
      ['2010-10-13T09:05', '2010-10-13T11:50'],
      ['13 Oct, 09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00'],
    ],
    ['a night', ['2010-10-12T22:00', '2010-10-13T03:00'], ['22:00', '23:00', '13 Oct', '01:00', '02:00', '03:00']],
    ['18 months', ['2023-11-01', '2025-05-01'], ['2023', '2024', '2025']],
    [
      'a turn of the year',
      ['2025-11-28', '2026-01-10'],
      [
        '24 Nov 2025',
        '1 Dec 2025',
        '8 Dec 2025',
        '15 Dec 2025',
        '22 Dec 2025',
        '29 Dec 2025',
        '5 Jan 2026',
        '12 Jan 2026',
      ],
    ],
    [
      'two days',
      ['2025-12-30T08:00', '2025-12-31T20:00'],
      ['06:00', '12:00', '18:00', '31 Dec', '06:00', '12:00', '18:00', '1 Jan'],
    ],
    ['sixty years', ['1960-03-01', '2019-05-01'], ['1960', '1970', '1980', '1990', '2000', '2010', '2020']],
    [
      'the turn of the eras',
      ['-0199', '0220'],
      ['200 BC', '150 BC', '100 BC', '50 BC', '1 AD', '50 AD', '100', '150', '200', '250'],
    ],
    [
      'the ice age',
      ['Y-120000', '-0043'],
      ['120,000 BC', '100,000 BC', '80,000 BC', '60,000 BC', '40,000 BC', '20,000 BC', '1 AD'],
    ],
    [
      'forty seconds',
      ['1986-04-26T01:23:04', '1986-04-26T01:23:45'],
      ['26 Apr, 01:23:00', '01:23:10', '01:23:20', '01:23:30', '01:23:40'],
    ],
    [
      'ages that lie close together',
      ['Y-13798000000', 'Y-13797930000'],
      ['13.79804 billion years ago', '13.798 billion', '13.79796 billion', '13.79792 billion', '13.79788 billion'],
    ],
    ['an age', ['Y-66000000', '2020'], ['70 million years ago', '50 million', '30 million', '10 million']],
    [
      'a billion years',
      ['Y-1400000000', 'Y-500000000'],
      ['1.4 billion years ago', '1.2 billion', '1 billion', '800 million', '600 million', '400 million'],
    ],
    ['a year alone', ['1970'], ['Jan 1970', 'Apr 1970', 'Jul 1970', 'Oct 1970', 'Jan 1971']],
    ['a day alone', ['2025-12-13'], ['13 Dec', '14 Dec']],
    [
      'a minute alone',
      ['2010-10-13T00:11'],
      ['13 Oct, 00:10', '00:20', '00:30', '00:40', '00:50', '01:00', '01:10', '01:20'],
    ],
  ])('counts as people do: %s', (_, texts, labels) => {
    expect(textsOn(axisOf(...texts).axis.labels, 'wide')).toEqual(labels)
  })

  it('puts 1960 at 1960, and 2000 two thirds of the way to 2020', () => {
    const { labels } = axisOf('1960-03-01', '2019-05-01').axis
    expect(labels.find(({ text }) => text === '1960')?.at).toBe(0)
    expect(labels.find(({ text }) => text === '2000')?.at).toBeCloseTo(2 / 3, 3)
  })
})

describe('an axis that is broken', () => {
  const dates = ['1969-07-20', '1970-04-13', '2010-10-13T00:11', '2010-10-13T21:55'].map(read)
  const { axis, at } = makeAxis(dates, 'en', { breaks: [2] })

  it('says where, and gives each part a scale of its own', () => {
    expect(axis.breaks).toHaveLength(1)
    const [[from = 0, to = 0] = []] = axis.breaks ?? []
    expect(at[1]).toBeLessThanOrEqual(from)
    expect(at[2]).toBeGreaterThanOrEqual(to)
    expect((at[3] ?? 0) - (at[2] ?? 0)).toBeGreaterThan(0.3)
  })

  it('has its ticks and names in its parts, never in the break', () => {
    const [[from = 0, to = 0] = []] = axis.breaks ?? []
    for (const place of [...axis.ticks, ...axis.labels.map((label) => label.at)])
      expect(place <= from || place >= to, String(place)).toBe(true)
    const texts = textsOn(axis.labels, 'wide')
    expect(texts[0]).toContain('1969')
    expect(texts).toContain('13 Oct 2010')
  })
})

describe('the eras of an axis', () => {
  const dates = ['1960', '2000'].map(read)
  const era = (label: string, from: string, to?: string) => ({
    label,
    dates: from,
    from: read(from),
    to: to ? read(to) : undefined,
  })

  it('reach from their first moment to their last, and no further than the axis', () => {
    const { axis } = makeAxis(dates, 'en', { eras: [era('Before', '1900', '1969'), era('After', '1970')] })
    expect(axis.eras?.map(({ label }) => label)).toEqual(['Before', 'After'])
    expect(axis.eras?.[0]?.from).toBe(0)
    expect(axis.eras?.[0]?.to).toBeCloseTo(axis.eras?.[1]?.from ?? 0, 3)
    expect(axis.eras?.[1]?.to).toBe(1)
  })

  it('keep their names to themselves where there is no room', () => {
    const { axis } = makeAxis(dates, 'en', {
      eras: [era('A rather long name of an era', '1960', '1969'), era('Short', '1962', '1962-06')],
    })
    expect(axis.eras?.map(({ on }) => on)).toEqual(['wide', 'none'])
  })
})

const [MINUTE, DAY, YEAR] = [60_000, 86_400_000, 365.2425 * 86_400_000]

/** A moment as an author would write it in a story of that length. */
function written(time: number, span: number): string {
  if (span > 5000 * YEAR)
    return `Y${Math.round(time / YEAR + 1970)}`.replace(
      /^Y(-?)(\d{1,4})$/,
      (_, sign, year) => sign + year.padStart(4, '0'),
    )
  const iso = new Date(time).toISOString().replace(/^-00(\d{4})/, '-$1')
  return iso.slice(0, iso.indexOf('T') + (span < 4 * DAY ? 6 : 0))
}

const story = fc
  .record({
    // From minutes to billions of years
    span: fc.double({ min: Math.log(5 * MINUTE), max: Math.log(4e9 * YEAR), noNaN: true }).map(Math.exp),
    end: fc.double({ min: 0, max: 1, noNaN: true }),
    moments: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
  })
  .map(({ span, end, moments }) => {
    // No later than 2100, no earlier than fits the four digits of a year where the story has any.
    const last = 130 * YEAR - end * (span > 5000 * YEAR ? 0 : 5000 * YEAR - span)
    return moments
      .sort((a, b) => a - b)
      .map((part) => written(last - (1 - part) * span, span))
      .filter((text) => parseDate(text))
  })
  .filter((texts) => texts.length > 0)

/** The moments a label may mean that are nearest to `time`: what it leaves out is that of the label before it. */
function meant(text: string, time: number): number[] {
  const year = new Date(time).getUTCFullYear()
  if (/^\d\d:\d\d$/.test(text)) {
    const [hours = 0, minutes = 0] = text.split(':').map(Number)
    const midnight = Math.floor(time / DAY) * DAY
    return [-1, 0, 1].map((day) => midnight + day * DAY + (hours * 60 + minutes) * MINUTE)
  }
  if (/^(\d+ )?[A-Z][a-z]+(, \d\d:\d\d)?$/.test(text)) {
    const [, day = '1 ', month = '', clock = ', 00:00'] =
      /^(\d+ )?([A-Z][a-z]{2})[a-z]*(, \d\d:\d\d)?$/.exec(text) ?? []
    return [year - 1, year, year + 1].map((y) => {
      const inLeap = new Date(Date.parse(`${day}${month} 2000${clock} UTC`))
      return new Date(inLeap).setUTCFullYear(y)
    })
  }
  if (/^(\d+ )?[A-Z][a-z]+ \d{4}$/.test(text))
    return [Date.parse(`${text.replace(/^[A-Z]/, '1 $&').replace('Sept', 'Sep')} UTC`)]
  const era = / BC/.test(text)
  const years = Number(text.replaceAll(',', '').replace(/ (BC|AD)/, ''))
  if (!Number.isNaN(years)) return [new Date(0).setUTCFullYear(era ? (years > 9999 ? -years : 1 - years) : years, 0, 1)]
  return []
}

/** The forms of these labels of a calendar: '13 Dec', 'Dec 2025', '2025'. */
function forms(texts: string[]): Set<string> {
  const dated = texts.filter((text) => !/BC|AD|illion|,\d{3}|\d\d:\d\d|^[+\d]{1,3}$|now/.test(text))
  return new Set(
    dated.map((text) =>
      text
        .replace(/\p{L}+/gu, 'a')
        .replace(/\d{4}/g, 'year')
        .replace(/\d+/g, '1'),
    ),
  )
}

/** Axes in a run of each property; DATELINES_FUZZ asks for more. */
const RUNS = Number(process.env['DATELINES_FUZZ'] ?? 150)

describe('an axis of any length', () => {
  it('has ticks in order from end to end, and every step between them', () => {
    fc.assert(
      fc.property(story, (texts) => {
        const { axis, at } = axisOf(...texts)
        expect(axis.ticks[0]).toBe(0)
        expect(axis.ticks.at(-1)).toBe(1)
        expect([...new Set(axis.ticks)].sort((a, b) => a - b)).toEqual(axis.ticks)
        expect(axis.ticks.length).toBeLessThan(16)
        expect([...at].sort((a, b) => a - b)).toEqual(at)
        expect(at.every((place) => place >= 0 && place <= 1)).toBe(true)
      }),
      { numRuns: RUNS, seed: 7 },
    )
  })

  it('has names in order, no two alike but hours, none over another, none beyond its ends', () => {
    fc.assert(
      fc.property(story, (texts) => {
        const { labels } = axisOf(...texts).axis
        for (const width of ['narrow', 'wide'] as const) {
          const shown = shownOn(labels, width)
          expect(shown.length, `${width}: ${texts}`).toBeGreaterThan(0)
          const days = shown.map(({ text }) => text).filter((text) => !/^\d\d:\d\d/.test(text))
          expect(new Set(days).size).toBe(days.length)
          expect(forms(days).size, `one form: ${days}`).toBeLessThanOrEqual(1)
          let end = -2
          for (const { at, text, anchor } of shown) {
            const room = textWidth(text, { family: 'source-sans-3', weight: 400 }, 12)
            const left = at * WIDTHS[width] - (anchor === 'start' ? 0 : anchor === 'end' ? room : room / 2)
            expect(left, `${text} in ${shown.map((label) => label.text)}`).toBeGreaterThan(end)
            end = left + room
          }
          expect(end).toBeLessThan(WIDTHS[width] + 2)
        }
      }),
      { numRuns: RUNS, seed: 8 },
    )
  })

  it('has every name at the moment it names', () => {
    let checked = 0
    fc.assert(
      fc.property(story, (texts) => {
        const { axis, at } = axisOf(...texts)
        const moments = texts.map((text) => read(text).at)
        const [start = 0, end = 0, from = 0, to = 0] = [at[0], at.at(-1), moments[0], moments.at(-1)]
        if (end - start < 0.3) return
        const length = (to - from) / (end - start)
        const timeAt = (place: number) => from + (place - start) * length
        const stretches = axis.labels.every((label) => !axis.ticks.includes(label.at))
        for (const label of axis.labels) {
          const tick = stretches ? Math.max(...axis.ticks.filter((place) => place < label.at)) : label.at
          const time = timeAt(tick)
          // A year with ticks at months is anywhere in what the axis shows of it.
          const inYear = new Date(timeAt(label.at)).getUTCFullYear() === Number(label.text)
          const named = inYear ? [time] : meant(label.text, time)
          if (named.some((moment) => !(Math.abs(moment) < 250_000 * YEAR)) || named.length === 0) continue
          checked += 1
          const off = Math.min(...named.map((moment) => Math.abs(moment - time)))
          expect(off / length, `${label.text} of ${texts}`).toBeLessThan(0.002)
        }
      }),
      { numRuns: RUNS, seed: 9 },
    )
    expect(checked).toBeGreaterThan(RUNS / 2)
  })

  it('says a year wherever it is longer than one', () => {
    fc.assert(
      fc.property(story, (texts) => {
        const dates = texts.map(read)
        const [first, last] = [dates[0]?.at ?? 0, dates.at(-1)?.at ?? 0]
        if (last - first < YEAR) return
        for (const width of ['narrow', 'wide'] as const)
          expect(
            textsOn(axisOf(...texts).axis.labels, width).some((text) => /\d{4}|BC|AD|illion|,000|^\d+$/.test(text)),
          ).toBe(true)
      }),
      { numRuns: RUNS, seed: 10 },
    )
  })
})
