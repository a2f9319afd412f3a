// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { PhrasingContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../src/content/edtf.ts'
import { type ReadStory, readStory } from '../../../src/content/read.ts'
import { exportStory, type Format } from '../../../src/export/exportStory.ts'
import { importFile } from '../../../src/import/importFile.ts'
import { putInOrder } from '../../../src/import/order.ts'
import { writeStory } from '../../../src/import/writeStory.ts'
import type { Inline } from '../../../src/story/prose.ts'

const two = (number: number) => String(number).padStart(2, '0')
const year = fc
  .integer({ min: -9998, max: 9998 })
  .map((number) => `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(4, '0')}`)
const month = fc.integer({ min: 1, max: 12 }).map(two)
const day = fc.tuple(year, month, fc.integer({ min: 1, max: 28 }).map(two)).map((parts) => parts.join('-'))
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }).map(two), fc.integer({ min: 1, max: 59 }).map(two))
  .map((parts) => parts.join(':'))

/** Dates that every format can hold. */
const exact = fc
  .oneof(
    year,
    day,
    fc.tuple(year, month).map((parts) => parts.join('-')),
    fc.tuple(day, clock).map((parts) => parts.join('T')),
    fc.tuple(day, day).map((parts) => parts.join('/')),
    fc.tuple(year, year).map((parts) => parts.join('/')),
    fc.integer({ min: -9e9, max: -20_000 }).map((number) => `Y${number}`),
  )
  .filter((date) => parseDate(date) !== undefined && new Set(date.split('/')).size === date.split('/').length)

/** Dates that TimelineJS would show otherwise. */
const any = fc.oneof(
  exact,
  fc.constantFrom('2020~', '1990?', '196X', '19XX', '2004-XX', '2001-25', '2020/..', '../1984', '1986-04-26T01:23:04'),
)

const phrase = fc
  .array(
    fc.constantFrom(
      ...[
        'gale',
        'über',
        'Łódź',
        'море',
        '港',
        '*star*',
        '_a_b',
        '[x]',
        '1 < 2 & 3',
        '#5',
        '“said”',
        '"so"',
        '<b>',
        'a|b',
      ],
      ...[
        '`tick`',
        '\\n',
        '~60',
        '1.',
        '{#id}',
        '&amp;',
        '!',
        '- x',
        '> y',
        "it's",
        '(c)',
        'a, b; c: d',
        '=1+1',
        '---',
      ],
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((words) => words.join(' '))

const link = fc.record({
  words: fc.oneof(phrase, fc.constant('https://example.org/a')),
  url: fc.constantFrom(
    ...[
      'https://example.org/a',
      'https://example.org/b?c=d_e&f=(g)',
      'http://example.com/%C5%82#h',
      'https://a.example/*b*',
    ],
  ),
})

const degrees = (least: number, most: number) =>
  fc.integer({ min: least * 100, max: most * 100 }).map((number) => number / 100)

const steps = (date: fc.Arbitrary<string>) =>
  fc.array(
    fc.record({
      date,
      heading: phrase,
      text: phrase,
      links: fc.array(link, { maxLength: 2 }),
      // No latitude lies beyond 90: else the check may take two for swapped.
      place: fc.option(fc.record({ name: phrase, lat: degrees(-89, 89), lon: degrees(91, 179) })),
    }),
    { minLength: 1, maxLength: 5 },
  )

type Step = ReturnType<typeof steps> extends fc.Arbitrary<(infer S)[]> ? S : never

const NAMING = { slug: 'told', language: 'en', published: '2026-05-06' }

/** A story with these steps, in the order of time, as files in a new folder below `root`. */
function writeFolder(root: string, told: Step[]): string {
  // A sheet tells places apart by their names.
  const places = told.map(({ place }, i) => place && { ...place, name: `${place.name} ${i}` })
  const text = (value: string): PhrasingContent => ({ type: 'text', value })
  const drafted = told.map(({ date, heading, text: said, links, place }, i) => ({
    where: `row ${i}`,
    heading,
    date,
    place: place ? places.filter(Boolean).indexOf(places[i] ?? null) : undefined,
    body: [
      {
        type: 'paragraph' as const,
        children: [
          text(`${said} `),
          ...links.flatMap(({ words, url }) => [{ type: 'link' as const, url, children: [text(words)] }, text(' ')]),
          { type: 'html' as const, value: '[@?]' },
        ],
      },
    ],
  }))
  const draft = {
    headline: 'Told',
    dek: 'So.',
    places: places.flatMap((place) => place ?? []),
    eras: [],
    sources: [],
    files: new Map(),
  }
  const texts = writeStory({ ...draft, ...putInOrder({ steps: drafted, legs: [] }, () => {}) }, NAMING, () => {})
  const folder = join(root, 'told')
  mkdirSync(folder)
  for (const [name, content] of texts) writeFileSync(join(folder, name), content)
  return folder
}

/** What has to come back: by step, in order. */
function facts({ file, languages }: ReadStory) {
  const [words] = Object.values(languages)
  const hrefs = (text: Inline[]): string[] =>
    text.flatMap((part) =>
      typeof part === 'string' || part.kind === 'cite' ? [] : part.kind === 'link' ? part.href : hrefs(part.text),
    )
  return file.steps.map(({ id, date, place = '' }) => {
    const { heading, body = [] } = words?.steps[id] ?? {}
    const { lat, lon } = file.places[place] ?? {}
    const links = body.flatMap((block) => ('text' in block ? hrefs(block.text) : []))
    return { date, heading, links, place: place && [words?.front.places[place], lat, lon] }
  })
}

/** Exports a story with these steps and imports what came of it; the stories before and after. */
async function roundTrip(told: Step[], format: Format) {
  const root = mkdtempSync(join(tmpdir(), 'datelines-trip-'))
  try {
    const folder = writeFolder(root, told)
    const before = await readStory(folder)
    if (!before.story) throw new Error(JSON.stringify(before.problems))
    const { files } = await exportStory(folder, format)
    const [[name, content] = ['', '']] = files
    writeFileSync(join(root, name), content)
    const { folder: back = '', problems } = await importFile(join(root, name), {
      stories: join(root, 'stories'),
      now: new Date(0),
    })
    const after = await readStory(back)
    if (!after.story) throw new Error(JSON.stringify(problems))
    return { before: facts(before.story), after: facts(after.story) }
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** The same runs every time; `DATELINES_FUZZ=5000` asks for others, and more. */
function runs(number: number) {
  const more = process.env['DATELINES_FUZZ']
  return more ? { numRuns: Number(more), endOnFailure: true } : { numRuns: number, seed: 28 }
}

describe('what is exported and imported again', () => {
  it('keeps all dates, headings and links in TimelineJS', async () => {
    await fc.assert(
      fc.asyncProperty(steps(exact), async (told) => {
        const { before, after } = await roundTrip(told, 'timelinejs')
        // TimelineJS has no places.
        expect(after).toEqual(before.map((step) => ({ ...step, place: '' })))
      }),
      runs(15),
    )
  })

  it.each(['geojson', 'csv'] as const)('keeps all dates, places, headings and links in %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(steps(any), async (told) => {
        const { before, after } = await roundTrip(told, format)
        expect(after).toEqual(before)
      }),
      runs(15),
    )
  })
})
