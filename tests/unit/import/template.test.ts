// @vitest-environment node
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { writeSheet } from '../../../src/import/sheet/template.ts'
import { importText } from './import-text.ts'
import { makeOds, makeXlsx } from './sheet-files.ts'

const HEADER = 'date,place,latitude,longitude,heading,text,source,picture,credit,lane,from,to,amount,unit,status'

const SHEET = `${HEADER}
2024-05-01,North,60.1,"4,2",The gale,"It blew for a night.

It was *cold*.","Island Post: The storm, https://example.org/storm",,,,,,,,
2 May 2024,Middle,"60.3, 4.6",,The boats,Two boats put out.,https://example.org/boats; Harbour Office: Log,,,,North,Middle,~40,people,
,,,,,,,,,,Middle,South,30-40,ships,announced
2024-05-03,South,60° N,4.9° E,The harbour,They came in. See [the list](https://example.org/list).,,,,,,,,,
`

describe('our own sheet', () => {
  it('becomes a story: places, ways, sources, and a row that adds to the step above', async () => {
    const { errors, story, words, folder = '', printed } = await importText('crossing.csv', SHEET)
    expect(errors).toEqual([])
    expect(story?.file).toMatchObject({
      slug: 'crossing',
      places: { north: { lat: 60.1, lon: 4.2 }, middle: { lat: 60.3, lon: 4.6 }, south: { lat: 60, lon: 4.9 } },
      steps: [
        { id: 'the-gale', date: '2024-05-01', place: 'north' },
        { id: 'the-boats', date: '2024-05-02', place: 'middle' },
        { id: 'the-harbour', date: '2024-05-03', place: 'south' },
      ],
      units: ['ships'],
      legs: [
        { from: 'north', to: 'middle', amount: [40, 40], step: 'the-boats', status: 'happened', sources: ['L2', 'L3'] },
        { from: 'middle', to: 'south', amount: [30, 40], unit: 'ships', step: 'the-boats', status: 'announced' },
      ],
      sources: {
        L1: { publisher: 'Island Post', title: 'The storm', url: 'https://example.org/storm' },
        L3: { publisher: 'Harbour Office', title: 'Log' },
      },
    })
    expect(words?.steps['the-gale']?.body).toHaveLength(2)
    const text = readFileSync(join(folder, 'en.md'), 'utf8')
    expect(text).toContain('It was *cold*. [@L1]')
    expect(text).toContain('Two boats put out. [@L2 @L3]')
    expect(text).toContain('See [the list](https://example.org/list). [@L4 @?]')
    expect(printed).toMatch(/changed +the date “2 May 2024” is written 2024-05-02 \(row 3\)/)
  })

  it('is written empty, but for an example, as .csv or .xlsx, and never over another', async () => {
    const root = mkdtempSync(join(tmpdir(), 'datelines-sheet-'))
    onTestFinished(() => rmSync(root, { recursive: true, force: true }))
    for (const name of ['empty.csv', 'empty.xlsx']) {
      const file = join(root, name)
      await writeSheet(file)
      const { errors, story } = await importText(name, readFileSync(file))
      expect(errors).toEqual([])
      expect(story?.file.steps).toMatchObject([{ date: '2024-05-01', place: 'first-town' }])
    }
    await expect(writeSheet(join(root, 'empty.csv'))).rejects.toThrow('is there already')
    await expect(writeSheet(join(root, 'sheet.doc'))).rejects.toThrow('let it end in .xlsx or .csv')
  })

  it('as .xlsx and .ods with days and numbers as such programs keep them', async () => {
    const row = ['', 'North', 60.1, 4.2, 'The gale', 'It blew.']
    const header = ['date', 'place', 'latitude', 'longitude', 'heading', 'text']
    for (const bytes of [
      makeXlsx([header, [45413, ...row.slice(1)]], [0]),
      makeOds([header, [{ type: 'date', value: '2024-05-01' }, ...row.slice(1)]]),
    ]) {
      const { errors, story } = await importText('days.bin', bytes)
      expect(errors).toEqual([])
      expect(story?.file.steps).toMatchObject([{ date: '2024-05-01', place: 'north' }])
    }
  })

  it.each([
    [
      'swapped coordinates',
      '2024,East,142.3,35.6,x,y',
      /row 2: latitude and longitude are the wrong way round — write latitude 35\.6, longitude 142\.3/,
    ],
    ['a latitude in words', '2024,East,far,35.6,x,y', /row 2: latitude “far”, longitude “35\.6” is no position/],
    [
      'a status',
      '2024,A,1,2,x,y,,,,,A,B,,,hapened\n2025,B,3,4,z,y',
      /row 2: “hapened” is none of happened.* — did you mean “happened”/,
    ],
    ['an amount', '2024,A,1,2,x,y,,,,,A,B,many,,\n2025,B,3,4,z,y', /row 2: the amount “many” is no number — write 200/],
    ['half a way', '2024,A,1,2,x,y,,,,,A,,,,', /row 2: a way has a start and an end/],
    ['one name for two places', '2024,A,1,2,x,y\n2025,A,3,4,x,y', /row 3: “A” is at 3, 4 here and at 1, 2 above/],
    [
      '5,000 rows',
      Array.from({ length: 5000 }, () => '2024,,,,x,y').join('\n'),
      /has 5,000 events, and a story 500 steps/,
    ],
  ])('bad input gets one message: %s', async (_, rows, message) => {
    expect((await importText('bad.csv', `${HEADER}\n${rows}`)).errors).toEqual([expect.stringMatching(message)])
  })

  it('says what only a person can decide', async () => {
    const { printed } = await importText(
      'ask.csv',
      `${HEADER},note\n2024,Nowhere,,,x,y,,,,one,Nowhere,Elsewhere,,,\n03/04/2024,,,,z,y\n`,
    )
    expect(printed).toMatch(/to decide +latitude and longitude of “Nowhere”/)
    expect(printed).toMatch(/to decide +the way from Nowhere to Elsewhere/)
    expect(printed).toMatch(/to decide +which date “03\/04\/2024” is: 2024-04-03 or 2024-03-04/)
    expect(printed).toMatch(/to decide +a second lane beside “one”/)
    expect(printed).toMatch(/left out +the column “note”, which the sheet does not have/)
  })
})

describe('our own sheet, imported again', () => {
  /** Imports the sheet, edits the story by hand, and imports the sheet with changes. */
  async function again(
    change: (sheet: string) => string,
    edits: { [file: string]: [from: string, to: string][] } = {},
  ) {
    const first = await importText('crossing.csv', SHEET)
    const path = (file: string) => join(first.folder ?? '', file)
    for (const [file, pairs] of Object.entries(edits)) {
      let text = readFileSync(path(file), 'utf8')
      for (const [from, to] of pairs) {
        expect(text).toContain(from)
        text = text.replace(from, to)
      }
      writeFileSync(path(file), text)
    }
    const edited = { yaml: readFileSync(path('story.yaml'), 'utf8'), words: readFileSync(path('en.md'), 'utf8') }
    const second = await importText('crossing.csv', change(SHEET), {
      stories: first.stories,
      now: new Date('2026-12-24T00:00:00Z'),
    })
    return {
      ...second,
      edited,
      yaml: readFileSync(path('story.yaml'), 'utf8'),
      text: readFileSync(path('en.md'), 'utf8'),
    }
  }

  const BY_HAND = {
    'story.yaml': [
      ['place: north }', 'place: north, zoom: 2 }'],
      ['published: 2026-05-06', 'published: 2026-05-01'],
    ] as [string, string][],
    'en.md': [
      ['Headline to be written', 'Forty crossed the sound'],
      ['It was *cold*.', 'It was bitterly cold.'],
    ] as [string, string][],
  }

  it('changes nothing where the sheet did not change', async () => {
    const { yaml, text, edited, errors } = await again((sheet) => sheet, BY_HAND)
    expect(errors).toEqual([])
    expect({ yaml, words: text }).toEqual(edited)
  })

  it('changes what changed in the sheet, and keeps what was edited by hand', async () => {
    const { story, words, errors, printed, text } = await again(
      (sheet) =>
        sheet
          .replace('2024-05-01', '2024-04-30')
          .replace('Two boats put out.', 'Three boats put out.')
          .replace('The harbour,', 'Into the harbour,')
          .concat('2024-05-04,South,,,The morning after,Nobody slept.,,,,,,,,,\n'),
      BY_HAND,
    )
    expect(errors).toEqual([])
    expect(printed).not.toContain('changed by hand and in the sheet')
    expect(story?.file.published).toBe('2026-05-01')
    expect(story?.file.steps).toMatchObject([
      { id: 'the-gale', date: '2024-04-30', zoom: 2 },
      { id: 'the-boats' },
      { id: 'the-harbour' },
      { id: 'the-morning-after', place: 'south' },
    ])
    expect(words?.front.headline).toBe('Forty crossed the sound')
    expect(words?.steps['the-harbour']?.heading).toBe('Into the harbour')
    expect(text).toContain('It was bitterly cold.')
    expect(text).toContain('Three boats put out.')
  })

  it('names what changed in both, and keeps the edit by hand', async () => {
    const { text, printed } = await again((sheet) => sheet.replace('It was *cold*.', 'It was warm.'), BY_HAND)
    expect(text).toContain('It was bitterly cold. [@L1]')
    expect(printed).toMatch(
      /to decide +changed by hand and in the sheet: “It was bitterly cold\. \[@L1\]” stands, the sheet says “It was warm\. \[@L1\]” \(en\.md:\d+\)/,
    )
  })

  it('keeps the id of a step, which is its address, when its heading changes', async () => {
    const sheets = [
      SHEET,
      SHEET.replace('The harbour,', 'Into the harbour,'),
      SHEET.replace('The harbour,', 'Into the harbour,').replace('2024-05-03', '2024-05-04'),
    ]
    const { stories } = await importText('crossing.csv', SHEET)
    for (const sheet of sheets) {
      const { story } = await importText('crossing.csv', sheet, { stories })
      expect(story?.file.steps.at(-1)?.id).toBe('the-harbour')
    }
  })

  it('takes out a step whose row is gone; of one that was edited it asks', async () => {
    const without = (sheet: string) =>
      sheet
        .split('\n')
        .filter((row) => !row.includes('The harbour'))
        .join('\n')
    const gone = await again(without)
    expect(gone.errors).toEqual([])
    expect(gone.story?.file.steps.map(({ id }) => id)).toEqual(['the-gale', 'the-boats'])
    expect(gone.printed).not.toContain('changed by hand')
    const edited = await again(without, { 'en.md': [['They came in.', 'They came in at noon.']] })
    expect(edited.text).toContain('They came in at noon.')
    expect(edited.printed).toMatch(/to decide +changed by hand and in the sheet: “[^”]*They came in at noon/)
  })
})
