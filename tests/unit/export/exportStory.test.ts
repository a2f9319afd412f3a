// @vitest-environment node
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportStory, type Format } from '../../../src/export/exportStory.ts'
import { formatTable } from '../../../src/import/remarks.ts'
import { makeAnyStory } from '../make-any-story.ts'
import { makeStoryFolder } from '../make-story-folder.ts'

/** The exported story as text, and the table as printed. */
async function exported(folder: string, format: Format) {
  const { files, table, problems } = await exportStory(folder, format)
  const [[name, content] = ['', '']] = files
  return { name, text: String(content), files: [...files.keys()], printed: formatTable(table), problems }
}

describe('a story as TimelineJS', () => {
  it('has title, events with dates and groups, and the sources as links', async () => {
    const { name, text } = await exported(makeStoryFolder(), 'timelinejs')
    expect(name).toBe('islands.json')
    const { title, events } = JSON.parse(text)
    expect(title.text).toEqual({
      headline: 'How forty islanders crossed the sound',
      text: '<p>A storm, two boats and a harbour.</p>',
    })
    expect(events[0]).toEqual({
      unique_id: 'gale',
      start_date: { year: 2024, month: 5, day: 1 },
      text: {
        headline: 'The gale',
        text: '<p>It blew for a night. (<a href="https://example.org/storm" title="The storm">Island Post</a>)</p>',
      },
      group: 'Storm',
    })
    expect(events[1].text.text).toContain(
      '<blockquote><p>“We went.”</p><cite>A sailor, quoted by Island Post (<a href="https://example.org/storm" title="The storm">Island Post</a>)</cite></blockquote>',
    )
    expect(events[2]).toMatchObject({ start_date: { day: 3 }, end_date: { day: 4 } })
  })

  it('counts years as TimelineJS does, and says in words what it cannot show', async () => {
    const folder = makeAnyStory({
      steps: { a: '', b: '', c: '', d: '', e: '' },
      dates: ['Y-66000000', '-0043', '0000', '1990~', '2010-10-13T00:11:04'],
      front: 'dates: { b: the Ides }',
    })
    const { text, printed } = await exported(folder, 'timelinejs')
    expect(JSON.parse(text).events.map(({ text: _, group: __, ...dates }: Record<string, unknown>) => dates)).toEqual([
      { unique_id: 'a', start_date: { year: -66_000_000 } },
      { unique_id: 'b', start_date: { year: -44 }, display_date: 'the Ides' },
      { unique_id: 'c', start_date: { year: -1 } },
      { unique_id: 'd', start_date: { year: 1990 }, display_date: 'about 1990' },
      { unique_id: 'e', start_date: { year: 2010, month: 10, day: 13, hour: 0, minute: 11, second: 4 } },
    ])
    expect(printed).toMatch(/changed +dates that are not exact.* \(About d\)/)
  })
})

describe('a story as GeoJSON', () => {
  it('has a point for each step and a line for each way', async () => {
    const { text } = await exported(makeStoryFolder(), 'geojson')
    const { features, ...rest } = JSON.parse(text)
    expect(rest).toMatchObject({ type: 'FeatureCollection', name: 'How forty islanders crossed the sound' })
    expect(features[0]).toMatchObject({
      id: 'gale',
      geometry: { type: 'Point', coordinates: [4.2, 60.1] },
      properties: { name: 'The gale', date: '2024-05-01', place: 'North', group: 'Storm' },
    })
    expect(features[3]).toEqual({
      type: 'Feature',
      id: 'first',
      geometry: {
        type: 'LineString',
        coordinates: [
          [4.2, 60.1],
          [4.6, 60.3],
        ],
      },
      properties: { step: 'boats', status: 'happened', amount: '40' },
    })
  })
})

describe('a story as our sheet', () => {
  it('has a row a step, its Markdown without marks, its sources and ways', async () => {
    const { text, name } = await exported(
      makeStoryFolder(['It blew for a night.', 'It *blew*, “[ja]{lang=no}”.']),
      'csv',
    )
    expect(name).toBe('islands.csv')
    const rows = text.split('\n')
    expect(rows[0]).toBe(
      'id,date,place,latitude,longitude,heading,text,source,picture,credit,lane,from,to,amount,unit,status',
    )
    expect(rows[1]).toBe(
      'gale,2024-05-01,North,60.1,4.2,The gale,"It *blew*, “ja”.",Island Post: The storm https://example.org/storm,,,,,,,,',
    )
    expect(text).toContain('Ann Skipper and another put out.')
    expect(text).toMatch(/Harbour Office: Notice",,,,North,Middle,40,,happened/)
  })

  it('takes the pictures along', async () => {
    const folder = makeAnyStory({
      steps: { a: '' },
      text: { a: '![A quay](quay.svg "The quay. Credit: A. B.")' },
      files: { 'quay.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>' },
    })
    const { files, text } = await exported(folder, 'csv')
    expect(files).toEqual(['shape.csv', 'quay.svg'])
    expect(text).toContain('quay.svg,A. B.')
  })
})

describe('any export', () => {
  it('lists what the format cannot hold', async () => {
    const folder = makeStoryFolder()
    const { printed } = await exported(folder, 'timelinejs')
    for (const what of [
      'places (3)',
      'ways of people (2)',
      'who stays where (2)',
      'figures',
      'people',
      'what came since (2)',
      'what is not known',
      'notes on the map',
      'kicker, byline',
    ])
      expect(printed).toContain(`left out   ${what}`)
    expect((await exported(folder, 'geojson')).printed).not.toContain('places')
    expect((await exported(folder, 'csv')).printed).toContain('left out   phases (2)')
  })

  it('of a story with errors gives the errors', async () => {
    const folder = makeStoryFolder()
    writeFileSync(join(folder, 'en.md'), readFileSync(join(folder, 'en.md'), 'utf8').replace('{#gale}', '{#gail}'))
    const { problems, files } = await exported(folder, 'csv')
    expect(files).toEqual([])
    expect(problems[0]?.message).toContain('gail')
  })
})
