// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { printStory } from '../compose-story.ts'
import { makeStoryFolder } from '../make-story-folder.ts'

type Change = [from: string, to: string]

/** Tells the three steps of the islands on other dates. */
const dated = (...dates: string[]): Change[] =>
  ['2024-05-01', '2024-05-02', '2024-05-03/2024-05-04'].map((from, i) => [
    `date: ${from}, phase`,
    `date: ${dates[i]}, phase`,
  ])

const withoutPhases: Change[] = [
  ['phases: [storm, crossing]\n', ''],
  [', phase: storm', ''],
  [', phase: crossing', ''],
  ['phases: { storm: Storm, crossing: Crossing }\n', ''],
]

const oneTown: Change[] = [
  ['lat: 60.10, lon: 4.20', 'lat: 51.5101, lon: -0.1340'],
  ['lat: 60.30, lon: 4.60', 'lat: 51.5120, lon: -0.1280'],
  ['lat: 60.00, lon: 4.90', 'lat: 51.5080, lon: -0.1281'],
]

describe('a story of another shape', () => {
  it.each([
    ['before our era', dated('-0043-03-14', '-0043-03-15', '-0029'), ['15 March 44 BC', '>40 BC<']],
    [
      'of a billion years',
      dated('Y-1000000000', 'Y-66000000', '2020'),
      ['1 billion years ago', '66 million years ago', '>now<'],
    ],
    [
      'of three hours',
      dated('2010-10-13T09:05', '2010-10-13T10:30', '2010-10-13T11:50'),
      ['13 October 2010 at 10:30', '>10:30<'],
    ],
    [
      'of forty seconds',
      dated('1986-04-26T01:23:04', '1986-04-26T01:23:40', '1986-04-26T01:23:45'),
      ['dateTime="1986-04-26T01:23:40"', '26 April 1986 at 01:23:40', 'data-short="01:23:45"', '26 Apr, 01:23:00'],
    ],
    [
      'of ages close together',
      dated('Y-13798000000', 'Y-13797930000', 'Y-66000000'),
      ['13.798 billion years ago', '13.7979 billion years ago', '66 million years ago'],
    ],
    ['without phases', withoutPhases, ['The gale']],
    ['in one town', oneTown, ['The gale']],
  ])('is printed whole: %s', async (_, changes, texts) => {
    const { page, embed, poster, structured } = await printStory(makeStoryFolder(...changes))
    for (const text of texts) expect(page).toContain(text)
    for (const print of [page, embed, poster, structured])
      expect(print.replace(/sha256-\S+/g, '')).not.toMatch(/NaN|Infinity|undefined|\[object|Invalid/)
  })

  const withoutDates: Change[] = ['2024-05-01', '2024-05-02', '2024-05-03/2024-05-04'].map((date) => [
    `date: ${date}, phase`,
    'phase',
  ])

  it('without dates has numbered beads and no axis', async () => {
    const { page, embed, poster, story, structured } = await printStory(makeStoryFolder(...withoutDates))
    expect(story.axis).toBeUndefined()
    expect(story.steps.map(({ date, short }) => [date, short])).toEqual([
      [undefined, '1'],
      [undefined, '2'],
      [undefined, '3'],
    ])
    expect(page).toContain('aria-label="The boats"')
    expect(page).toContain('North to Middle')
    for (const print of [page, embed, poster, structured])
      expect(print.replace(/sha256-\S+/g, '')).not.toMatch(/NaN|Infinity|undefined|\[object|Invalid/)
  })

  it('may date some steps only, or in words only', async () => {
    const { story, copy } = await printStory(
      makeStoryFolder(...withoutDates.slice(0, 2), ['notes:', 'dates: { boats: the next morning }\nnotes:']),
    )
    expect(story.steps.map(({ date, short }) => [date, short])).toEqual([
      [undefined, ''],
      ['the next morning', ''],
      ['3–4 May 2024', '3–4 May'],
    ])
    expect(story.steps.map(({ at }) => at === undefined)).toEqual([true, true, false])
    expect(story.axis?.levels).toBeUndefined()
    expect(copy.passages[1]?.date).toEqual({ label: 'the next morning', short: '' })
  })

  it('says once whose clock it tells, and which calendar', async () => {
    const changes: Change[] = [
      ...dated('1519-09-20', '1520-11-01', '1521-04-27T08:00'),
      ['published', 'zone: "+08:00"\ncalendar: julian\npublished'],
    ]
    const { page, embed } = await printStory(makeStoryFolder(...changes))
    for (const print of [page, embed])
      expect(print.match(/Dates follow the Julian calendar\. Times are local time \(UTC\+8\)\./g)).toHaveLength(1)
    expect(page).not.toContain('dateTime="1519')
  })

  it('follows the clock of a place through summer time', async () => {
    const changes: Change[] = [
      ...dated('2022-02-24T05:00', '2022-07-01T03:00Z', '2022-07-01T07:00'),
      ['published', 'zone: Europe/Kyiv\npublished'],
    ]
    const { page } = await printStory(makeStoryFolder(...changes))
    expect(page).toContain('Times are local time (Ukraine Time, UTC+2 and UTC+3).')
    expect(page).toContain('dateTime="2022-02-24T05:00+02:00"')
    expect(page).toContain('1 July 2022 at 06:00')
    expect(page).toContain('dateTime="2022-07-01T07:00+03:00"')
  })

  it('shows the author’s own words for a date', async () => {
    const { story, copy } = await printStory(
      makeStoryFolder(['notes:', 'dates: { gale: early in May, boats: 2 May }\nnotes:']),
    )
    expect(copy.passages.map(({ date }) => date?.label)).toEqual(['early in May', '2 May', '3–4 May 2024'])
    expect(story.steps[0]).toMatchObject({ date: 'early in May', short: 'early in May' })
    expect(copy.passages[0]?.date?.time).toBe('2024-05-01')
  })

  it('has eras on its axis, named for those who do not see it too, and breaks', async () => {
    const { page, story } = await printStory(
      makeStoryFolder(
        ...dated('1960', '2024-05-01', '2024-05-04'),
        ['steps:\n', 'axis: { breaks: [boats] }\neras:\n  - { id: calm, from: 1960, to: 1980 }\nsteps:\n'],
        ['notes:', 'eras: { calm: The calm }\nnotes:'],
      ),
    )
    // The author's, and one before what came after the end.
    expect(story.axis?.breaks).toHaveLength(2)
    expect(story.axis?.eras?.[0]).toMatchObject({ label: 'The calm', from: 0 })
    expect(page).toContain('1960–1980: The calm')
  })
})

describe('a step', () => {
  it('may have several places: all are named and marked', async () => {
    const { story, copy } = await printStory(
      makeStoryFolder(['phase: storm, place: north', 'phase: storm, places: [north, south]']),
    )
    expect(copy.passages[0]?.where).toBe('North and South')
    expect(story.steps[0]).toMatchObject({ places: ['north', 'south'] })
  })

  it('may set the view, by its edges or closer', async () => {
    const plain = (await printStory(makeStoryFolder())).story.route.views
    const { views, extent } = (
      await printStory(
        makeStoryFolder(
          ['phase: storm, place: north', 'phase: storm, place: north, view: [-20, 50, 20, 65]'],
          ['place: middle, note: first', 'place: middle, note: first, zoom: 2'],
        ),
      )
    ).story.route
    const [wide, close] = views
    expect(wide?.width).toBeGreaterThan(5 * (plain[0]?.width ?? 0))
    expect(wide?.x).toBeGreaterThanOrEqual(extent.x)
    expect((wide?.x ?? 0) + (wide?.width ?? 0)).toBeLessThanOrEqual(extent.x + extent.width + 1)
    expect(close?.width).toBeCloseTo((plain[1]?.width ?? 0) / 2, -1)
  })
})
