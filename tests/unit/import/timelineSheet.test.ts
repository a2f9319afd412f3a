// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { importText } from './import-text.ts'
import { makeOds, makeXlsx } from './sheet-files.ts'

const HEADER =
  'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background'

const CSV = `${HEADER}
,,,,,,,,,The harbour,"<p class=""lead"">How it was
built.</p>",,,,,title,,#333
1905,6,7,2:15 PM,,,,,,A crane,"It <b>lifts</b>.",,,,,,North,
"1,901",,,,1903,5,,,about then,"A pier, long",,,,,,,South,
-43,,,,,,,,,Rome,,,,,,,North,
1900,,,,1910,,,,,Sail,,,,,,era,,
,,,,,,,,,,,,,,,,,
`

describe('the TimelineJS spreadsheet', () => {
  it.each([
    ['with commas', CSV],
    [
      'with tabs and a byte order mark',
      `\uFEFF${HEADER.replaceAll(',', '\t')}\r\n1905\t6\t7\t14:15\t\t\t\t\t\tA crane\tIt lifts.`,
    ],
  ])('as CSV %s', async (_, csv) => {
    const { errors, story } = await importText('sheet.csv', csv)
    expect(errors).toEqual([])
    expect(story?.file.steps.at(-1)).toMatchObject({ id: 'a-crane', date: '1905-06-07T14:15' })
  })

  it('has a title, events, eras and groups', async () => {
    const { story, words, printed } = await importText('sheet.csv', CSV)
    expect(words?.front).toMatchObject({
      headline: 'The harbour',
      dek: 'How it was built.',
      eras: { sail: 'Sail' },
      dates: { 'a-pier-long': 'about then' },
    })
    expect(story?.file).toMatchObject({
      steps: [{ date: '-0042' }, { date: '1901/1903-05' }, { date: '1905-06-07T14:15' }],
      eras: [{ from: '1900', to: '1910' }],
      lanes: ['north', 'south'],
    })
    expect(printed).toMatch(/left out +backgrounds of slides \(row 2\)/)
  })

  it('as .xlsx and .ods, where years are numbers and cells are empty', async () => {
    const header = HEADER.split(',')
    const row = (cells: Record<string, string | number>) => header.map((name) => cells[name] ?? '')
    const rows = [
      header,
      row({ Headline: 'The harbour', Text: 'How it was built.', Type: 'title' }),
      row({ Year: 1905, Month: 6, Day: 7, Headline: 'A crane & rails', Text: 'It lifts.\n\nIt holds.' }),
    ]
    for (const bytes of [makeXlsx(rows), makeOds(rows)]) {
      const { errors, story, words } = await importText('sheet.bin', bytes)
      expect(errors).toEqual([])
      expect(story?.file.steps).toMatchObject([{ id: 'a-crane-rails', date: '1905-06-07' }])
      expect(words?.front.headline).toBe('The harbour')
      expect(words?.steps['a-crane-rails']).toMatchObject({ heading: 'A crane & rails', body: [{}, {}] })
    }
  })

  it('of the old kind has Start Date, End Date and Tag', async () => {
    const header = 'Start Date,End Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Tag'
    const csv = `${header}\n1/2/1901,,A pier,Long.,,,,,,\n25/12/1902,,A crane,,,,,,,\n1903,1904-05,Rails,,,,,,,\n,,The harbour,How.,,,,,title,\n`
    const { errors, story, words, printed } = await importText('old.csv', csv)
    expect(errors).toEqual([])
    expect(story?.file.steps.map(({ date }) => date)).toEqual(['1901-01-02', '1902-12-25', '1903/1904-05'])
    expect(words?.front.headline).toBe('The harbour')
    expect(printed).toMatch(/changed +dates with slashes are read with the month first, as TimelineJS does \(row 2\)/)
    const days = makeXlsx([header.split(','), [1988, '', 'A pier', 'Long.'], [700, '', 'First', 'x']], [0])
    expect((await importText('old.xlsx', days)).story?.file.steps.map(({ date }) => date)).toEqual([
      '1901-11-30',
      '1905-06-10',
    ])
  })

  it.each([
    ['an empty file', '\n\n', /is empty/],
    ['only a header', HEADER, /has no rows below its header/],
    [
      'other columns',
      'Name,Age\nAnn,7',
      /row 1: no known columns, but “name, age” — the first row of our sheet has date, place.*of TimelineJS Year/,
    ],
    [
      'two titles',
      `${HEADER}\n,,,,,,,,,One,,,,,,title,,\n,,,,,,,,,Two,,,,,,title,,`,
      /row 3: the second title, after row 2 — keep one/,
    ],
    ['a row without a year', `${HEADER}\n,,,,,,,,,A pier,,,,,,,,`, /row 2: the event “A pier” has no year/],
    ['an open quotation mark', `${HEADER}\n1905,,,,,,,,,"A pier,,,,,,,,`, /quotation mark is opened and not closed/],
    [
      'a sign-in page',
      '<!DOCTYPE html><html><a href="https://accounts.google.com/ServiceLogin">',
      /is the page that asks to sign in to Google: the sheet is not shared — in Google Sheets choose File, Download/,
    ],
  ])('bad input gets one message: %s', async (_, csv, message) => {
    const { errors } = await importText('sheet.csv', csv)
    expect(errors).toEqual([expect.stringMatching(message)])
  })
})
