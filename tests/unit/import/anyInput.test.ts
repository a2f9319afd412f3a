// @vitest-environment node
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../../src/content/problems.ts'
import { importFile } from '../../../src/import/importFile.ts'

/** Pieces that mean something to HTML, Markdown, YAML, our own marks or a spreadsheet. */
const PIECES = [
  ...[
    'gale',
    ' ',
    '\n',
    '\n\n',
    '<p>',
    '</p>',
    '<b>',
    '<a href="https://example.org/a b">',
    '</a>',
    '<br><br>',
    '<ul><li>',
    '</li></ul>',
  ],
  ...[
    '<blockquote>',
    '<cite>',
    '</cite></blockquote>',
    '<table><tr><td>',
    '</td></tr></table>',
    '<img src="x.jpg">',
    '<!-- x -->',
    '<pre>',
  ],
  ...[
    '[@A1]',
    '[^1]',
    '{#gale}',
    '{lang=xx}',
    '![a](b.jpg)',
    '*',
    '_',
    '`',
    '#',
    '> ',
    '- ',
    '1. ',
    '---',
    '|',
    '\\',
    '&amp;',
    '&#8203;',
    '&',
  ],
  ...[
    '\u200B',
    '\u00AD',
    '\u00A0',
    '\u202E',
    '\u2067',
    '“',
    '”',
    "'",
    '"',
    ': ',
    '{',
    '}',
    '[',
    ']',
    '@',
    '%',
    '0',
    '1815',
    '-44',
    '44 BC',
    'null',
  ],
  ...[
    'https://example.org/x?y=(z)',
    'mailto:a@example.org',
    'www.example.org',
    'Łódź',
    '港',
    '👩‍🚀',
    '\0',
    '\uFFFD',
    '<iframe src="https://youtu.be/aBcDeFgHiJk">',
  ],
]
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''))
const value = fc.oneof({ weight: 6, arbitrary: text }, fc.integer(), fc.constant(null), fc.boolean())
const year = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: -12_000, max: 12_000 }) },
  fc.constantFrom('1,815', '', 'c. 1500', '0'),
)
const part = fc.oneof(fc.integer({ min: -1, max: 61 }), fc.constant(''))
const date = fc.record({ year, month: part, day: part, hour: part, minute: part, display_date: text })
const media = fc.option(
  fc.record({
    url: fc.oneof(text, fc.constantFrom('https://example.org/a.jpg', 'a.mp4')),
    caption: value,
    credit: value,
    alt: value,
  }),
)
const words = fc.record({ headline: value, text: value })
const group = fc.constantFrom('', 'one', 'two', 'A very long name of a group')

const timeline = fc.record({
  title: fc.option(fc.record({ text: words, media })),
  events: fc.array(
    fc.record({ start_date: date, end_date: fc.option(date), text: words, media, group, unique_id: value }),
    { minLength: 1, maxLength: 4 },
  ),
  eras: fc.array(fc.record({ start_date: date, end_date: date, text: words }), { maxLength: 2 }),
})
const cell = text.map((words) => `"${words.replaceAll('"', '""')}"`)
const sheet = fc.array(fc.tuple(fc.integer({ min: 1000, max: 2000 }), cell, cell, cell, cell), {
  minLength: 1,
  maxLength: 4,
})

/** What the import of a file says: why nothing was written, or what the check finds. */
async function problemsOf(content: string | Uint8Array) {
  const root = mkdtempSync(join(tmpdir(), 'datelines-any-'))
  try {
    const file = join(root, 'input')
    writeFileSync(file, content)
    const { folder, problems } = await importFile(file, {
      stories: join(root, 'stories'),
      slug: 'told',
      now: new Date(0),
    })
    const errors = problems.filter(({ severity }) => severity === 'error').map(formatProblem)
    const shown =
      folder && errors.length ? ['story.yaml', 'en.md'].map((name) => readFileSync(join(folder, name), 'utf8')) : []
    return { written: folder !== undefined, errors, shown }
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** The same runs every time; `DATELINES_FUZZ=5000` asks for others, and more. */
function runs(number: number) {
  const more = process.env['DATELINES_FUZZ']
  return more ? { numRuns: Number(more), endOnFailure: true } : { numRuns: number, seed: 28 }
}

describe('any input', () => {
  it.each([
    ['a timeline', timeline.map((data) => JSON.stringify(data))],
    ['a sheet', sheet.map((rows) => ['date,heading,text,lane,source', ...rows].join('\n'))],
  ])('%s becomes a story that passes the check, or is refused with one message', async (_, inputs) => {
    await fc.assert(
      fc.asyncProperty(inputs, async (content) => {
        const { written, errors, shown } = await problemsOf(content)
        expect(errors.slice(written ? 0 : 1), [...errors, ...shown].join('\n')).toEqual([])
      }),
      runs(40),
    )
  })

  it('of any bytes is refused with one message', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom('', 'PK\u0003\u0004', '{"events":', '<kml>'),
        async (bytes, start) => {
          const { written, errors } = await problemsOf(Buffer.concat([Buffer.from(start), bytes]))
          expect({ written, errors: errors.length }).toEqual({ written: false, errors: 1 })
        },
      ),
      runs(100),
    )
  })
})
