// @vitest-environment node
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, it, vi } from 'vitest'
import { readStory } from '../../../src/content/read.ts'
import { printStory } from '../compose-story.ts'
import { makeStoryFolder, STORY, WORDS } from '../make-story-folder.ts'

// Drawing the ground and placing names takes most of the time; names are placed for some of the stories only.
const placing = vi.hoisted(() => ({ on: false }))
vi.mock('../../../src/cartography/atlas/basemap.ts', () => ({
  drawBasemap: () => ({
    basemap: { land: '', focus: '', lakes: '', rivers: '', borders: '' },
    gazetteer: { countries: [], towns: [] },
  }),
}))
vi.mock('../../../src/cartography/names/byView.ts', async (original) => {
  const actual = await original<typeof import('../../../src/cartography/names/byView.ts')>()
  return {
    ...actual,
    placeLabels: ((...of) => (placing.on ? actual.placeLabels(...of) : [])) as typeof actual.placeLabels,
  }
})
vi.mock('../../../src/cartography/names/byZoom.ts', async (original) => {
  const actual = await original<typeof import('../../../src/cartography/names/byZoom.ts')>()
  return {
    ...actual,
    nameByZoom: ((...of) => (placing.on ? actual.nameByZoom(...of) : [])) as typeof actual.nameByZoom,
  }
})

/** Folders in a run; DATELINES_FUZZ asks for more, other ones each time. */
const MORE = Number(process.env['DATELINES_FUZZ'] ?? 0)
const RUNS = MORE || 120
/** Of the stories that pass the check, one in so many gets its names. */
const NAMED = 12

const FACTS = STORY.replace('phases:', 'focus: [NO]\nphases:')
  .replace(
    'lat: 60.00, lon: 4.90 }',
    'lat: 60.00, lon: 4.90, approximate: 20 }\n  far: { lat: 40.1, lon: -70, beyond: true }',
  )
  .replace('phase: storm, place: north }', 'phase: storm, place: far }')
  .replace('step: boats, status', 'step: boats, bend: right, avoid: [SE], marks: [far], status')
  .replace(
    'kind: part, values: [40], sources: [A1] }',
    'kind: part, values: [40, ">900"], sources: [A1] }\n  - { id: boats, kind: series, values: [{ step: gale, value: 3 }, { step: boats, value: ~2 }], sources: [A2] }',
  )
  .replace('people: 10, sources', 'people: 10, by: 2024-05-05, sources')
  .replace(
    'lat: 60.30, lon: 4.60 }',
    'lat: 60.30, lon: 4.60, lost: { amount: 1, sources: [A1] }, joined: [{ amount: ~3, step: boats, sources: [A1] }] }',
  )
  .replace('count: 40', 'context: { hide: [DK], add: [Bergen] }')
const PROSE = WORDS.replace(
  'south: South }',
  'south: South, far: "Far away" }\nroute: Every line is schematic.\nlegend: Schematic',
)
  .replace(
    '[those who crossed] } }',
    '[those who crossed, others] }, boats: { title: Boats } }\nlegs: { first: [the north, the sound] }',
  )
  .replace(
    '## Since then',
    '## The end {#closing}\n\nIt *was* [over](https://example.org/). [@A1]\n\n- So **they** say. [@A2]\n\n## Since then',
  )

const NASTY = [
  ...'\t"\'“”{}[]:,#&*!|>%@`\\-?~_=<()\n\u0000\u200B\u2009\uFEFF\u00A0\u202E\uFFFD'.split(''),
  ...[
    ': ',
    '- ',
    ' #',
    '  ',
    '\n\n',
    '\r',
    '---\n',
    '...\n',
    '{#',
    '[@',
    '[@A9]',
    '](',
    '![](',
    '> ',
    '## ',
    '```\n',
    '<!--',
  ],
  ...['__proto__', 'constructor', 'toString', 'true', 'null', '~', '[]', '{}', '&a', '*a', '<<: *a', '!!binary', '""'],
  ...[
    '0',
    '-1',
    '90',
    '-90',
    '180',
    '-180',
    '85.06',
    '1e309',
    '.nan',
    '-.inf',
    '0x10',
    '36,778',
    '1e-9',
    '0.5',
    '100000000',
  ],
  ...[
    '9007199254740993',
    '2024-02-30',
    '0000',
    '9999-12-31',
    '0001-01-01/9999-12-31',
    '2024-05-02~',
    '2024-13',
    '20240502',
    '476',
    '2023-24',
    '05/2024',
    '2023-02-29',
  ],
  ...[
    'javascript:alert(1)',
    'data:,x',
    'file:///',
    '//e.org',
    '<script>alert(1)</script>',
    '</script>',
    ']]>',
    '&#8203;',
  ],
  ...['漢字', '👩‍🚀', 'عربي', 'é', 'x'.repeat(300), '['.repeat(60), '*'.repeat(60), ' '.repeat(120), '{a: '.repeat(50)],
]

type Texts = Record<'story.yaml' | 'en.md', string>
type Edit = (text: string, at: number, other: number) => string

const tokens = /[\w.-]+|[^\w\s]/g
/** What a hand, an editor or a bad transfer may do to a text. */
const EDITS: Edit[] = [
  (text, at, other) => insert(text, at, NASTY[other % NASTY.length] ?? ''),
  (text, at, other) => replaceToken(text, at, NASTY[other % NASTY.length] ?? ''),
  (text, at, other) => replaceToken(text, at, [...text.matchAll(tokens)].at(other % 97)?.[0] ?? ''),
  (text, at) => replaceToken(text, at, ''),
  (text, at, other) => text.slice(0, at % text.length) + text.slice((at % text.length) + 1 + (other % 40)),
  (text, at) => text.slice(0, at % text.length),
  (text, at) => lines(text, at, () => []),
  (text, at) => lines(text, at, (line) => [line, line]),
  (text, at, other) => lines(text, at, (line) => [' '.repeat(other % 5) + line]),
  (text, at) => lines(text, at, (line) => [line.trimStart()]),
  (text, at, other) => lines(text, at, (line) => [line, ...text.split('\n').slice(other % 20, (other % 20) + 1)]),
]

function insert(text: string, at: number, what: string): string {
  const place = at % (text.length + 1)
  return text.slice(0, place) + what + text.slice(place)
}

function replaceToken(text: string, at: number, what: string): string {
  const found = [...text.matchAll(tokens)]
  const token = found[at % Math.max(1, found.length)]
  return token ? text.slice(0, token.index) + what + text.slice(token.index + token[0].length) : text
}

function lines(text: string, at: number, change: (line: string) => string[]): string {
  const all = text.split('\n')
  return all.flatMap((line, i) => (i === at % all.length ? change(line) : line)).join('\n')
}

const edit = fc.record({
  file: fc.constantFrom('story.yaml' as const, 'en.md' as const),
  kind: fc.nat(EDITS.length - 1),
  at: fc.nat(100_000),
  other: fc.nat(100_000),
})
const edits = fc.array(edit, { minLength: 1, maxLength: 3 })
const encoding = fc.oneof(
  { weight: 30, arbitrary: fc.constant('utf8' as const) },
  { weight: 1, arbitrary: fc.constantFrom('utf16le' as const, 'latin1' as const) },
)

/** Words of parsers and of programs. What the author wrote and is told back may have any. */
const JARGON =
  /mapping|must match|implicit|\bflow\b|token|expected|invalid input|NaN|undefined|\[object|\bnull\b|regex|[a-z](Reference|Definition)\b|\bat line\b/i
const ownWords = (message: string) => message.replace(/“[^”]*”?|".*"|: .*/gs, '')

let folder: string
let [passed, named] = [0, 0]

beforeAll(() => {
  folder = makeStoryFolder()
})

async function holds(changes: typeof edits extends fc.Arbitrary<infer Value> ? Value : never, as: BufferEncoding) {
  const texts: Texts = { 'story.yaml': FACTS, 'en.md': PROSE }
  for (const { file, kind, at, other } of changes) texts[file] = EDITS[kind]?.(texts[file], at, other) ?? texts[file]
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), Buffer.from(text, as))
  const { story, problems } = await readStory(folder)
  for (const { file, line, message } of problems) {
    expect(file).toMatch(/islands\/(story\.yaml|[a-z]{2,3}\.md)$/)
    const length = file.endsWith('story.yaml') ? texts['story.yaml'] : texts['en.md']
    expect(line, message).toBeGreaterThanOrEqual(1)
    expect(line, message).toBeLessThanOrEqual(length.split(/\n|\r/).length)
    expect(ownWords(message)).not.toMatch(JARGON)
  }
  expect(story === undefined).toBe(problems.some(({ severity }) => severity === 'error'))
  if (!story) return
  passed += 1
  placing.on = passed % NAMED === 0
  if (placing.on) named += 1
  const { page, embed, poster, data, structured, oembed } = await printStory(folder)
  for (const print of [page, embed, poster])
    expect(print.replace(/sha256-\S+/g, '')).not.toMatch(/NaN|Infinity|undefined|\[object/)
  for (const json of [data, structured, oembed]) expect(JSON.parse(json)).toBeTypeOf('object')
}

it('the story the folders are made of is sound', async () => {
  await holds([], 'utf8')
  expect(passed).toBe(1)
})

it(`of ${RUNS} spoilt folders every one is either refused, with file and line, or printed`, async () => {
  await fc.assert(fc.asyncProperty(edits, encoding, holds), { numRuns: RUNS, ...(MORE ? {} : { seed: 11 }) })
  expect(passed, 'stories that pass all the same').toBeGreaterThan(RUNS / 20)
  expect(named).toBeGreaterThan(0)
}, 600_000)
