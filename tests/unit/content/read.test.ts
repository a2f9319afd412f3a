// @vitest-environment node
import { unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../../src/content/problems.ts'
import { readStory } from '../../../src/content/read.ts'
import { makeStoryFolder, STORY, WORDS } from '../make-story-folder.ts'

async function problemsOf(...changes: [string, string][]): Promise<string[]> {
  const folder = makeStoryFolder(...changes)
  const { problems } = await readStory(folder)
  return problems.map((problem) => formatProblem(problem).replace(`${folder}/`, ''))
}

describe('a sound story', () => {
  it('is read without a word', async () => {
    const { story, problems } = await readStory(makeStoryFolder())
    expect(problems).toEqual([])
    expect(story?.file.slug).toBe('islands')
  })

  it('numbers its sources in the order in which the text first cites them', async () => {
    const { story } = await readStory(makeStoryFolder(['It blew for a night. [@A1]', 'It blew for a night. [@A2]']))
    expect(story?.languages['en']?.sourceOrder).toEqual(['A2', 'A1'])
    expect(story?.languages['en']?.steps['boats']?.body[0]).toEqual({
      kind: 'paragraph',
      text: [
        { kind: 'person', id: 'skipper', text: ['Ann Skipper'] },
        ' and another put out.',
        { kind: 'cite', sources: [1, 2] },
      ],
    })
  })

  it('keeps a quotation apart from who said it', async () => {
    const { story } = await readStory(makeStoryFolder())
    expect(story?.languages['en']?.steps['boats']?.body[1]).toEqual({
      kind: 'quotation',
      text: ['“We went.”'],
      by: ['— A sailor, quoted by Island Post', { kind: 'cite', sources: [1] }],
    })
  })

  it('takes a bare year as a date', async () => {
    expect(await problemsOf(['date: 2024-05-01,', 'date: 2023,'])).toEqual([])
  })
})

/** What an author changes, and the one message it must give. */
const MISTAKES: [rule: string, change: [string, string][], message: string][] = [
  [
    'an unknown place',
    [['place: north }', 'place: norht }']],
    'story.yaml:10  error  unknown place “norht” — did you mean “north”?',
  ],
  ['an unknown phase', [['phase: storm,', 'phase: strom,']], 'unknown phase “strom” — did you mean “storm”?'],
  [
    'an unknown step',
    [['step: boats,', 'step: boat,']],
    'story.yaml:14  error  unknown step “boat” — did you mean “boats”?',
  ],
  ['a leg that ends nowhere', [['to: middle', 'to: midle']], 'unknown place “midle” — did you mean “middle”?'],
  ['an unknown leg', [['after: first', 'after: frist']], 'unknown leg “frist” — did you mean “first”?'],
  [
    'an unknown source in the facts',
    [['people: 10, sources: [A2]', 'people: 10, sources: [A9]']],
    'story.yaml:17  error  unknown source “A9” — did you mean “A1”?',
  ],
  [
    'an unknown source in the words',
    [['came in. [@A2]', 'came in. [@A7]']],
    'en.md:29  error  unknown source “A7” — did you mean “A1”?',
  ],
  [
    'an unknown key',
    [
      [
        'status: happened, sources: [A1] }\n  - { id: second',
        'statu: happened, status: happened, sources: [A1] }\n  - { id: second',
      ],
    ],
    'unknown key “statu” in legs.first — did you mean “status”?',
  ],
  ['a missing key', [['published: 2024-05-09\n', '']], 'published is missing'],
  [
    'a wrong status',
    [['announced: boats, after: first, status: happened', 'announced: boats, after: first, status: maybe']],
    'story.yaml:15  error  legs.second.status: “maybe” is none of happened, announced, reported',
  ],
  ['a duplicate step', [['id: harbour,', 'id: boats,']], 'story.yaml:12  error  the step “boats” appears twice'],
  ['a duplicate leg', [['id: second,', 'id: first,']], 'story.yaml:15  error  the leg “first” appears twice'],
  [
    'a duplicate place',
    [['  middle: { lat', '  north: { lat: 1, lon: 1 }\n  middle: { lat']],
    'story.yaml:7  error  the same name appears twice',
  ],
  [
    'a duplicate section',
    [['## The gale {#gale}', '## Once {#gale}\n\nText. [@A1]\n\n## The gale {#gale}']],
    'the section “gale” appears twice',
  ],
  [
    'a slug that is not the folder',
    [['slug: islands', 'slug: isles']],
    'the slug “isles” is not the name of its folder — write “islands”',
  ],
  [
    'a step without words',
    [['## The boats {#boats}\n\n', '']],
    'en.md:1  error  a step without words: “boats” — write “## Heading {#boats}”',
  ],
  [
    'words without a step',
    [['## The boats {#boats}', '## The boats {#boots}']],
    'en.md:19  error  words without a step: “boots” — did you mean “boats”?',
  ],
  [
    'a section without an id',
    [['## The gale {#gale}', '## The gale']],
    'the section “The gale” has no id — write “## Heading {#step-id}”',
  ],
  [
    'sections out of order',
    [
      ['## The gale {#gale}', '## The gale {#boats}'],
      ['## The boats {#boats}', '## The boats {#gale}'],
    ],
    'is not where its step is',
  ],
  [
    'text before the first section',
    [['## The gale {#gale}\n', 'Text. [@A1]\n\n## The gale {#gale}\n']],
    'en.md:15  error  text before the first section',
  ],
  ['a name missing in a language', [['north: North, ', '']], 'places: “north” has no name in this language'],
  ['a name too many', [['north: North,', 'north: North, west: West,']], 'places: there is no “west” in story.yaml'],
  [
    'a date that is none',
    [['date: 2024-05-02, phase', 'date: 2 May, phase']],
    'story.yaml:11  error  “2 May” is not a date we can read — write 2020, 2020-09, 2025-12-13',
  ],
  [
    'a day that is none',
    [['date: 2024-05-02, phase', 'date: 2024-02-30, phase']],
    '“2024-02-30” is no day: February 2024 has 29 days',
  ],
  [
    'a story without a day',
    [['published: 2024-05-09', 'published: 2024-05']],
    'published: “2024-05” is no day and no time — write 2025-12-19 or 2025-12-19T09:30:00Z',
  ],
  [
    'a change before the publication',
    [['published: 2024-05-09', 'published: 2024-05-09T10:00:00Z\nupdated: 2024-05-09T09:00:00Z']],
    'story.yaml:4  error  “2024-05-09T09:00:00Z” is before the story was published',
  ],
  [
    'a person the story does not know',
    [['(@skipper)', '(@skiper)']],
    'en.md:21  error  unknown person “skiper” — did you mean “skipper”?',
  ],
  [
    'a language nobody knows',
    [['[Ann Skipper](@skipper)', '[Ann Skipper](@skipper) said [bien]{lang=Spanish}']],
    'en.md:21  error  “Spanish” is no language code — write {lang=es}',
  ],
  [
    'a person the text never names',
    [['[Ann Skipper](@skipper)', 'Ann Skipper']],
    'the person “skipper” is never named in the text — write [their name](@skipper)',
  ],
  [
    'a person without words',
    [['  skipper: { name', '  skiper: { name']],
    'en.md:11  error  people: there is no “skiper” in story.yaml — did you mean “skipper”?',
  ],
  ['a fate without words', [[', became: At sea again. }', ' }']], 'people: what became of “skipper” has no words'],
  [
    'a portrait that is not there',
    [
      ['way: [first] }', 'way: [first], portrait: { file: ann.jpg, credit: Island Post } }'],
      ['who: Sailed first.', 'who: Sailed first., alt: A woman at a rudder'],
    ],
    'story.yaml:22  error  the picture ann.jpg is missing — put it beside story.yaml',
  ],
  [
    'a person’s way over an unknown leg',
    [['way: [first]', 'way: [frist]']],
    'unknown leg “frist” — did you mean “first”?',
  ],
  [
    'a note on an unknown place',
    [['note: first', 'note: midle']],
    'story.yaml:11  error  a note on an unknown place or leg “midle” — did you mean “middle”?',
  ],
  [
    'a note without words',
    [['notes: { boats: Two of three boats }\n', '']],
    'notes: “boats” has no name in this language',
  ],
  [
    'a note that is too long',
    [['Two of three boats', '"Two of the three boats of the island: the third was being mended"']],
    'notes.boats: a note on the map has about eight words',
  ],
  [
    'updates out of order',
    [['date: 2024-05-20, sources', 'date: 2024-06-20, sources']],
    'story.yaml:25  error  the update “return” is out of order: 2024-06 comes before 2024-06-20 — the newest stands last',
  ],
  [
    'an update without a source',
    [['date: 2024-05-20, sources: [A1]', 'date: 2024-05-20, sources: []']],
    'updates.repair.sources: a claim needs at least one source',
  ],
  [
    'an update without words',
    [['- The boats were mended. {#repair}\n', '']],
    'an update without words: “repair” — end an entry of the list with {#repair}',
  ],
  [
    'words without an update',
    [['mended. {#repair}', 'mended. {#repairs}']],
    'words without an update: “repairs” — did you mean “repair”?',
  ],
  ['updates that are complete to no day', [['complete: 2024-07-01\n', '']], 'complete is missing'],
  [
    'updates after the day to which they are complete',
    [['complete: 2024-07-01', 'complete: 2024-05-30']],
    'the updates are complete to 2024-05-30, but one is of 2024-06',
  ],
  [
    'a mark on an unknown place',
    [
      [
        'status: happened, sources: [A1] }\n  - { id: second',
        'marks: [nroth], status: happened, sources: [A1] }\n  - { id: second',
      ],
    ],
    'unknown place “nroth” — did you mean “north”?',
  ],
  [
    'steps out of order',
    [['date: 2024-05-02, phase', 'date: 2024-04-02, phase']],
    'story.yaml:11  error  the step “boats” is out of order: 2024-04-02 comes before 2024-05-01',
  ],
  [
    'phases out of order',
    [['phase: crossing, place: south', 'phase: storm, place: south']],
    'the step “harbour” goes back to the phase “storm”',
  ],
  [
    'a phase without a step',
    [
      ['phases: [storm, crossing]', 'phases: [storm, calm, crossing]'],
      ['phases: { storm: Storm,', 'phases: { storm: Storm, calm: Calm,'],
    ],
    'the phase “calm” has no step',
  ],
  [
    'a place off the globe',
    [['lat: 60.10, lon: 4.20', 'lat: 160.10, lon: 204.20']],
    'story.yaml:6  error  the place “north” is not on the globe',
  ],
  [
    'latitude and longitude changed round, out of range',
    [['lat: 60.10, lon: 4.20', 'lat: 160.10, lon: 4.20']],
    'the place “north” has latitude and longitude the wrong way round — write lat: 4.2, lon: 160.1',
  ],
  [
    'latitude and longitude changed round, in range',
    [['lat: 60.10, lon: 4.20', 'lat: 4.20, lon: 60.10']],
    'the place “north” has latitude and longitude the wrong way round — write lat: 60.1, lon: 4.2',
  ],
  [
    'a leg that ends where it begins',
    [['from: north, to: middle', 'from: middle, to: middle']],
    'the leg “first” ends where it begins',
  ],
  [
    'a leg that starts before the one it continues',
    [['step: harbour, announced: boats,', 'step: gale,']],
    'the leg “second” starts before “first”, which it continues',
  ],
  [
    'a leg that starts elsewhere',
    [['from: middle, to: south', 'from: north, to: south']],
    'the leg “second” starts at “north”, but “first” ends at “middle”',
  ],
  [
    'a leg announced too late',
    [['step: harbour, announced: boats', 'step: boats, announced: harbour']],
    'the leg “second” is announced after it has begun',
  ],
  [
    'head-counts that do not add up',
    [['people: 10,', 'people: 9,']],
    'story.yaml:14  error  at “middle” 40 arrive, but 30 leave and 9 stay',
  ],
  [
    'a total that does not add up',
    [['count: 40', 'count: 41']],
    'the story counts 41 people, but its stays add up to 40',
  ],
  ['a claim without a source', [['They came in. [@A2]', 'They came in.']], 'en.md:29  error  a claim without a source'],
  [
    'a leg without a source',
    [
      [
        'announced: boats, after: first, status: happened, sources: [A1]',
        'announced: boats, after: first, status: happened, sources: []',
      ],
    ],
    'legs.second.sources: a claim needs at least one source',
  ],
  [
    'a source never cited',
    [['A2: {', 'A3: { publisher: P, title: T }\n  A2: {']],
    'story.yaml:29  error  the source “A3” is never cited',
  ],
  ['HTML in the words', [['It blew for', 'It <b>blew</b> for']], 'en.md:17  warning  HTML is left out: <b>'],
  [
    'a script in the words',
    [['It blew for a night. [@A1]', 'It blew for a night. [@A1]\n\n<script>alert(1)</script>']],
    'en.md:19  warning  HTML is left out',
  ],
  [
    'a link that runs code',
    [['It blew for a night.', 'It [blew](javascript:alert(1)) for a night.']],
    'the link to javascript:alert(1) is left out',
  ],
  [
    'an image without alternative text',
    [['It blew for a night. [@A1]', '![](gale.jpg)']],
    'the image gale.jpg has no alternative text',
  ],
  [
    'a quotation without a speaker',
    [['> — A sailor, quoted by Island Post [@A1]', '> So they did. [@A1]']],
    'a quotation without its speaker',
  ],
  [
    'a language without words',
    [['languages: [en]', 'languages: [en, pl]']],
    'story.yaml:2  error  the words in “pl” are missing',
  ],
  ['no front matter', [[WORDS.slice(0, WORDS.indexOf('## The gale')), '']], 'the front matter is missing'],
  [
    'words for a leg that is none',
    [['stays: { middle: in', 'legs: { frist: [the north, the sound] }\nstays: { middle: in']],
    'legs: there is no “frist” in story.yaml — did you mean “first”?',
  ],
  ['a stay without words', [['middle: in the middle, ', '']], 'stays: “middle” has no words in this language'],
  [
    'a unit chart without words',
    [['figures: { crossed: { title: One mark, labels: [those who crossed] } }\n', '']],
    'figures: “crossed” has no words in this language',
  ],
  [
    'YAML that is none',
    [['slug: islands', 'slug: [islands']],
    'story.yaml:1  error  a bracket is opened and not closed',
  ],
]

describe('a mistake', () => {
  it.each(MISTAKES)('%s is named with file, line and what to do', async (_, change, message) => {
    expect(await problemsOf(...change)).toEqual([expect.stringContaining(message)])
  })

  it.each([
    ['the end of a leg', 'to: middle', 'to: midle'],
    ['the start of a leg', 'from: middle', 'from: midle'],
    ['where people stay', '{ place: middle, people', '{ place: midle, people'],
  ])('in %s is one message, not the sums that follow from it too', async (_, from, to) => {
    const problems = await problemsOf([from, to])
    expect(problems.filter((problem) => problem.startsWith('story.yaml'))).toHaveLength(1)
  })

  it('in what is said of a portrait is named too', async () => {
    const folder = makeStoryFolder([
      'way: [first] }',
      'way: [first], portrait: { file: ann.jpg, credit: Island Post } }',
    ])
    writeFileSync(join(folder, 'ann.jpg'), 'ann')
    const { problems } = await readStory(folder)
    expect(problems.map(({ message }) => message)).toEqual([
      'people: the portrait of “skipper” has no alternative text',
    ])
  })

  it('of one kind does not hide those of another', async () => {
    const problems = await problemsOf(['place: north }', 'place: norht }'], ['They came in. [@A2]', 'They came in.'])
    expect(problems).toHaveLength(2)
  })

  it('that is only a warning does not stop the story', async () => {
    const { story } = await readStory(makeStoryFolder(['It blew for', 'It <b>blew</b> for']))
    expect(JSON.stringify(story?.languages['en']?.steps['gale'])).not.toContain('<b>')
  })
})

describe('what came after', () => {
  it('has its words by id, whatever their order, and its sources from story.yaml', async () => {
    const { story } = await readStory(makeStoryFolder())
    expect(story?.languages['en']?.updates).toEqual({
      heading: 'Since then',
      items: { repair: ['The boats were mended.'], return: ['Some went back.'] },
    })
  })
})

describe('garbage', () => {
  const GARBAGE = [
    '',
    ' ',
    '\t\t- x',
    '[]',
    'null',
    '42',
    '"text"',
    '\u0000\u0001\uFFFD'.repeat(100),
    '{'.repeat(500),
    'a: &a [*a]',
    `x: ${'y'.repeat(100_000)}`,
    '---\n---\n---',
    '<script>',
    STORY.replace('legs:', 'legs: nothing #'),
  ]

  it.each(GARBAGE.map((text, i) => [i, text] as const))(
    'number %i in story.yaml is told as a problem, not thrown',
    async (_, text) => {
      const folder = makeStoryFolder()
      writeFileSync(join(folder, 'story.yaml'), text)
      const { story, problems } = await readStory(folder)
      expect(story).toBeUndefined()
      expect(problems.length).toBeGreaterThan(0)
    },
  )

  it.each(GARBAGE.map((text, i) => [i, text] as const))(
    'number %i in en.md is told as a problem, not thrown',
    async (_, text) => {
      const folder = makeStoryFolder()
      writeFileSync(join(folder, 'en.md'), text)
      const { story, problems } = await readStory(folder)
      expect(story).toBeUndefined()
      expect(problems.length).toBeGreaterThan(0)
    },
  )

  it('that is not even there is told too', async () => {
    const folder = makeStoryFolder()
    unlinkSync(join(folder, 'story.yaml'))
    const { problems } = await readStory(folder)
    expect(problems.map(({ message }) => message)).toEqual(['the file is missing or cannot be read'])
  })
})
