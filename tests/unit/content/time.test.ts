// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../../src/content/problems.ts'
import { readStory } from '../../../src/content/read.ts'
import { makeStoryFolder } from '../make-story-folder.ts'

type Change = [from: string, to: string]

/** Tells the three steps of the islands on other dates. */
const dated = (...dates: [string, string, string]): Change[] =>
  ['2024-05-01', '2024-05-02', '2024-05-03/2024-05-04'].map((from, i) => [
    `date: ${from}, phase`,
    `date: ${dates[i]}, phase`,
  ])

async function messagesOf(...changes: Change[]): Promise<string[]> {
  const folder = makeStoryFolder(...changes)
  const { problems } = await readStory(folder)
  return problems.map((problem) => formatProblem(problem).replace(`${folder}/`, ''))
}

describe('the dates of a story', () => {
  it.each([
    ['before our era', dated('-0043-03-14', '-0043-03-15', '-0029')],
    ['in the first centuries', dated('0009', '0014', '0043')],
    ['in deep time', dated('Y-66000000', 'Y-300000', '-03XX')],
    ['of one night', dated('2010-10-12T23:30-03:00', '2010-10-13', '2010-10-13T00:11-03:00')],
    ['known roughly', dated('19XX', '195X~', '1960-21')],
    ['without a beginning and without an end', dated('../1984', '1985', '1986/..')],
  ])('may be %s', async (_, changes) => {
    expect(await messagesOf(...changes)).toEqual([])
  })

  it.each([
    [
      'years before our era',
      dated('-0029', '-0043', '2020'),
      'the step “boats” is out of order: -0043 comes before -0029',
    ],
    ['ages', dated('Y-1000000', 'Y-66000000', '2020'), 'the step “boats” is out of order'],
    [
      'times of different zones',
      [
        ...dated('2010-10-13T00:11-03:00', '2010-10-13T03:00Z', '2010-10-14'),
        ['published', 'zone: "-03:00"\npublished'],
      ],
      'story.yaml:12  error  the step “boats” is out of order',
    ],
  ] satisfies [string, Change[], string][])('stand in their order: %s', async (_, changes, message) => {
    const messages = await messagesOf(...changes)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(message)
  })

  it('of two zones need the clock of the story', async () => {
    expect(await messagesOf(...dated('2010-10-13T00:11-03:00', '2010-10-13T03:30Z', '2010-10-14'))).toEqual([
      'story.yaml:11  error  the times are in two zones, -03:00 and Z — say once in which the story is told: zone: "-03:00", or a place whose clock changes: zone: Europe/Kyiv',
    ])
  })

  it.each([
    [
      'zone: Chile',
      'story.yaml:3  error  zone: “Chile” is no zone: write "-03:00", or a place whose clock changes: Europe/Kyiv',
    ],
    ['zone: +0300', 'story.yaml:3  error  zone: “+0300” is no zone: write "+03:00"'],
    ['zone: UTC-4', 'story.yaml:3  error  zone: “UTC-4” is no zone: write "-04:00"'],
    ['zone: Kyiv', 'story.yaml:3  error  zone: “Kyiv” is no zone: write Europe/Kyiv'],
    ['zone: Europe/Kiyv', 'story.yaml:3  error  zone: “Europe/Kiyv” is no zone: did you mean “Europe/Kiev”?'],
    ['calendar: roman', 'story.yaml:3  error  calendar: “roman” is none of julian'],
  ])('%s is no clock', async (line, message) => {
    expect(await messagesOf(['published', `${line}\npublished`])).toEqual([message])
  })

  it('that are doubtful are warned of, wherever they stand, and the story is built', async () => {
    const folder = makeStoryFolder(
      ['date: 2024-05-01, phase', 'date: 476, phase'],
      ['date: 2024-05-02, phase', 'date: 0480, phase'],
      ['title: Notice', 'title: Notice, date: 2020-21'],
      ['published', 'eras: [{ id: calm, from: 12/2025 }]\npublished'],
      ['notes:', 'eras: { calm: The calm }\nnotes:'],
    )
    const { story, problems } = await readStory(folder)
    expect(story).toBeDefined()
    expect(problems.map(({ line, severity, message }) => `${line} ${severity} ${message}`)).toEqual([
      '11 warning “476” is read as the years 4760 to 4769',
      '30 warning “2020-21” is read as a season, March to May 2020',
      '3 warning in “12/2025”, “12” is read as the years 1200 to 1299',
    ])
  })

  it.each([
    ['date: 20251213', 'story.yaml:10  error  “20251213” is not a date we can read — write 2025-12-13'],
    ['date: 2023-02-29', 'story.yaml:10  error  “2023-02-29” is no day: February 2023 has 28 days'],
  ])('are refused with their line: %s', async (date, message) => {
    const messages = await messagesOf(['date: 2024-05-01, phase', `${date}, phase`])
    expect(messages).toEqual([expect.stringContaining(message)])
  })

  it('of publication are offered as they should be', async () => {
    expect(await messagesOf(['published: 2024-05-09', 'published: 2024-05-09T10:00:00.000Z'])).toEqual([
      'story.yaml:3  error  published: “2024-05-09T10:00:00.000Z” is no day and no time — write 2024-05-09T10:00:00Z',
    ])
  })

  it('are in order by the clock of the world where that of a place goes back', async () => {
    const zone: Change = ['published', 'zone: Europe/Kyiv\npublished']
    const night = dated('2022-10-30T03:50+03:00', '2022-10-30T03:10+02:00', '2022-10-30T05:00')
    expect(await messagesOf(...night, zone)).toEqual([])
    const back = dated('2022-10-30T03:10+02:00', '2022-10-30T03:50+03:00', '2022-10-30T05:00')
    expect(await messagesOf(...back, zone)).toEqual([expect.stringContaining('“boats” is out of order')])
  })

  it('may be said in other words, by the id of a step', async () => {
    expect(await messagesOf(['notes:', 'dates: { gale: early in May }\nnotes:'])).toEqual([])
    expect(await messagesOf(['notes:', 'dates: { gail: early in May }\nnotes:'])).toEqual([
      'en.md:9  error  dates: there is no step “gail” in story.yaml — did you mean “gale”?',
    ])
  })
})

describe('spans', () => {
  const span = (fields: string, words = '{ name: Exile, what: in exile }'): Change[] => [
    ['steps:\n', `spans:\n  - { id: exile, ${fields} }\nsteps:\n`],
    ['notes:', `spans: { exile: ${words} }\nnotes:`],
  ]

  it('are read', async () => {
    expect(
      await messagesOf(...span('start: 2024-02/2024-03, end: 2024-05-04, person: skipper, sources: [A1]')),
    ).toEqual([])
    expect(await messagesOf(...span('start: 2024-02-01, sources: [A1]'))).toEqual([])
  })

  it.each([
    [
      'start: 2024-05-04, end: 2024-05-03, sources: [A1]',
      'story.yaml:10  error  the span “exile” ends before it starts',
    ],
    ['start: last year, end: 2024-05-03, sources: [A1]', 'story.yaml:10  error  “last year” is not a date we can read'],
    ['start: 2024-05-01, person: skiper, sources: [A1]', 'unknown person “skiper” — did you mean “skipper”?'],
    ['start: 2024-05-01, sources: [A7]', 'story.yaml:10  error  unknown source “A7”'],
    ['start: 2024-05-01, sources: []', 'a claim needs at least one source'],
  ])('%s is told', async (fields, message) => {
    const messages = await messagesOf(...span(fields))
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(message)
  })

  it('need their words in each language, short enough to stand beside a bar', async () => {
    expect(await messagesOf(['steps:\n', 'spans:\n  - { id: exile, start: 2024, sources: [A1] }\nsteps:\n'])).toEqual([
      'en.md:2  error  spans: “exile” has no name in this language',
    ])
    const [message] = await messagesOf(...span('start: 2024, sources: [A1]', '{ name: The long years of their exile }'))
    expect(message).toContain('a span has a word or two beside its bar')
    expect(await messagesOf(['notes:', 'spans: { exil: { name: Exile } }\nnotes:'])).toEqual([
      'en.md:9  error  spans: there is no “exil” in story.yaml',
    ])
  })
})

describe('axis, eras and views', () => {
  it.each([
    ['axis: { breaks: [boat] }', 'unknown step “boat” — did you mean “boats”?'],
    ['axis: { breaks: [gale] }', 'the axis cannot be broken before its first step, “gale” — name a later one'],
    ['axis: { breaks: [harbour, boats] }', 'the break before “boats” is out of order'],
    ['eras:\n  - { id: calm, from: 1980, to: 1960 }', 'the era “calm” ends before it begins'],
    ['eras:\n  - { id: calm, from: long ago }', '“long ago” is not a date we can read'],
  ])('%s is told', async (lines, message) => {
    const messages = await messagesOf(
      ['steps:\n', `${lines}\nsteps:\n`],
      ['notes:', 'eras: { calm: The calm }\nnotes:'],
    )
    expect(messages.join('\n')).toContain(message)
  })

  it.each([
    ['view: [4, 61, 5, 60]', 'the view of the step “gale” is no part of the globe — write [west, south, east, north]'],
    ['view: [4, 60, 5, 61], zoom: 2', 'the step “gale” has view and zoom — keep one of them'],
    ['places: [north, south]', 'the step “gale” has place and places — write all of them under places'],
    ['zoom: 0', 'steps.gale.zoom: “0” is not above 0'],
  ])('%s is told', async (more, message) => {
    const messages = await messagesOf(['phase: storm, place: north', `phase: storm, place: north, ${more}`])
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(message)
  })

  it('an era needs its name', async () => {
    expect(await messagesOf(['steps:\n', 'eras:\n  - { id: calm, from: 1960 }\nsteps:\n'])).toEqual([
      'en.md:2  error  eras: “calm” has no name in this language',
    ])
  })
})
