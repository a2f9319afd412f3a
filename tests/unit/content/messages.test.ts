// @vitest-environment node
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../../src/content/problems.ts'
import { readStory } from '../../../src/content/read.ts'
import { MOST_STEPS } from '../../../src/story/mostSteps.ts'
import { makeStoryFolder, STORY, WORDS } from '../make-story-folder.ts'

async function messagesOf(folder: string): Promise<string[]> {
  const { problems } = await readStory(folder)
  return problems.map((problem) => formatProblem(problem).replace(`${folder}/`, ''))
}

type Mistake = [what: string, change: [from: string, to: string][], message: string]

const INDENT = 'the indent of this line does not fit the lines above it'
const QUOTE = 'put the whole text in quotation marks'

const SYNTAX: Mistake[] = [
  ['a tab', [['  north: {', '\tnorth: {']], 'story.yaml:6  error  a tab in the indent — indent with spaces'],
  ['a tab in a list', [['  - { id: boats', '\t- { id: boats']], 'story.yaml:11  error  a tab in the indent'],
  ['an indent too deep', [['  middle: { lat', '   middle: { lat']], `story.yaml:7  error  ${INDENT}`],
  ['an indent too small', [['  middle: { lat', ' middle: { lat']], `story.yaml:7  error  ${INDENT}`],
  ['an entry of a list too deep', [['  - { id: boats', '    - { id: boats']], `story.yaml:11  error  ${INDENT}`],
  ['an entry of a list too far left', [['  - { id: boats', ' - { id: boats']], `story.yaml:11  error  ${INDENT}`],
  ['a name in a list’s indent', [['legs:\n', '  legs:\n']], `story.yaml:13  error  ${INDENT}`],
  [
    'an entry that has slipped out',
    [['  south: { lat', 'south: { lat']],
    'story.yaml:8  error  “south” stands beside “places”, not in it — if it belongs to places, indent it',
  ],
  [
    'all entries slipped out',
    [
      ['  north: { lat', 'north: { lat'],
      ['  middle: { lat', 'middle: { lat'],
      ['  south: { lat', 'south: { lat'],
    ],
    'story.yaml:6  error  “north” stands beside “places”, not in it',
  ],
  [
    'a name that has slipped in',
    [['steps:\n', '  steps:\n']],
    'story.yaml:9  error  “steps” stands in “places”, not beside it — begin the line with steps:',
  ],
  [
    'an entry of the front matter that has slipped out',
    [['  skipper: { name', 'skipper: { name']],
    'en.md:11  error  “skipper” stands beside “people”, not in it',
  ],
  ['a colon in a text', [['dek: A storm,', 'dek: A storm:']], `en.md:4  error  a colon inside a text — ${QUOTE}`],
  ['an @', [['dek: A', 'dek: @A']], 'en.md:4  error  a text cannot begin with “@”'],
  ['a star', [['dek: A', 'dek: *A']], 'en.md:4  error  a text cannot begin with “*”'],
  ['a star alone', [['slug: islands', 'slug: *islands']], 'story.yaml:1  error  a text cannot begin with “*”'],
  ['an ampersand', [['dek: A', 'dek: &A']], 'en.md:4  error  a text cannot begin with “&”'],
  ['an exclamation mark', [['dek: A', 'dek: !A']], 'en.md:4  error  a text cannot begin with “!”'],
  ['a bracketed word', [['dek: A', 'dek: [A]']], 'en.md:4  error  there is more than the text that “[” begins'],
  ['a quoted word', [['dek: A', 'dek: "A"']], 'en.md:4  error  there is more than the text that “"” begins'],
  ['a quotation mark left open', [['dek: A', 'dek: "A']], 'en.md:4  error  a quotation mark is opened and not closed'],
  ['a backslash', [['dek: A storm, two boats and a harbour.', 'dek: "A \\storm"']], 'en.md:4  error  a backslash'],
  ['no colon', [['dek: A', 'dek A']], 'en.md:4  error  a colon with a space after it is missing'],
  [
    'no space',
    [['lat: 60.10', 'lat:60.10']],
    'story.yaml:6  error  a space is missing after “lat:” — write lat: 60.10',
  ],
  ['no comma', [['60.10, lon', '60.10 lon']], 'story.yaml:6  error  a comma is missing or too many'],
  ['a bracket left open', [['lon: 4.20 }', 'lon: 4.20']], 'story.yaml:6  error  a bracket is opened and not closed'],
  ['a bracket too many', [['lon: 4.20 }', 'lon: 4.20 }}']], 'story.yaml:6  error  a bracket is closed that was not'],
  ['a second document', [['legs:\n', '---\nlegs:\n']], 'story.yaml:13  error  a line “---” ends the story here'],
  [
    'a name twice',
    [['slug: islands', 'slug: islands\nslug: islands']],
    'story.yaml:2  error  the same name appears twice',
  ],
  [
    'a front matter without end',
    [['---\n\n## The gale', '\n\n## The gale']],
    'en.md:1  error  the front matter has no end',
  ],
  ['a front matter without beginning', [['---\nkicker', 'kicker']], 'en.md:1  error  the front matter is missing'],
  [
    'a no-break space in an indent',
    [['  north: { lat', '\u00A0\u00A0north: { lat']],
    'story.yaml:6  error  a no-break space (U+00A0) where YAML needs an ordinary one',
  ],
]

const VALUES: Mistake[] = [
  [
    'a comma in a number',
    [['people: 40, step', 'people: 36,778, step']],
    'story.yaml:14  error  people: a number has no commas: 36,778 — write 36778',
  ],
  ...[
    ['a decimal comma', 'lat: 60,10, lon: 4.20', 'lat: “60,10”', 'write lat: 60.10, lon: 4.20'],
    ['three decimals after a comma', 'lat: 60,100, lon: 4.20', 'lat: “60,100”', 'write lat: 60.100, lon: 4.20'],
    ['decimal commas in both', 'lat: 60,10, lon: 4,20', 'lat: “60,10”', 'write lat: 60.10, lon: 4.20'],
    ['a pasted pair', 'lat: 60.10, 4.20', 'lat: “60.10, 4.20”', 'write lat: 60.10, lon: 4.20'],
    ['a pasted pair in quotation marks', 'lat: "60.10, 4.20"', 'lat: “60.10, 4.20”', 'write lat: 60.10, lon: 4.20'],
    ['degrees and minutes', 'lat: 60°06′N, lon: 4°12′W', 'lat: “60°06′N”', 'write lat: 60.1, lon: -4.2'],
    [
      'degrees, minutes and seconds',
      "lat: 60°06'36″ N, lon: 4.20",
      "lat: “60°06'36″ N”",
      'write lat: 60.11, lon: 4.20',
    ],
    ['degrees in one text', 'lat: 60°06′N 4°12′E', 'lat: “60°06′N 4°12′E”', 'write lat: 60.1, lon: 4.2'],
    ['a longitude with a comma', 'lat: 60.10, lon: 4,20', 'lon: “4,20”', 'write lat: 60.10, lon: 4.20'],
  ].map(
    ([what = '', written = '', said, hint]): Mistake => [
      `${what} in a position`,
      [['lat: 60.10, lon: 4.20', written]],
      `story.yaml:6  error  ${said} is not one number of degrees with a point — ${hint}`,
    ],
  ),
  [
    'a decimal comma on a line of its own',
    [['  north: { lat: 60.10, lon: 4.20 }', '  north:\n    lat: 60,100\n    lon: 4.20']],
    'story.yaml:7  error  lat: “60,100” is not one number of degrees with a point — write lat: 60.100, lon: 4.20',
  ],
  [
    'two places at one spot with a leg between',
    [['lat: 60.30, lon: 4.60', 'lat: 60.10, lon: 4.20']],
    'story.yaml:14  warning  the leg “first” cannot be seen: “north” and “middle” are at one spot',
  ],
  [
    'a comma in a text',
    [['title: The storm,', 'title: The storm, told,']],
    'story.yaml:28  error  title: the text ends at its comma: The storm, told — write "The storm, told"',
  ],
  [
    'a number in quotation marks',
    [['people: 40, step', "people: '36,778', step"]],
    'story.yaml:14  error  legs.first.people: “36,778” is not a number — write 36778, without quotation marks',
  ],
  ['a number in words', [['people: 40, step', 'people: forty, step']], 'legs.first.people: “forty” is not a number'],
  ['half a person', [['people: 40, step', 'people: 40.5, step']], 'legs.first.people: “40.5” is not a whole number'],
  ['nobody', [['people: 40, step', 'people: 0, step']], 'legs.first.people: “0” is not above 0'],
  ['a text for a list', [['languages: [en]', 'languages: en']], 'languages: “en” is not a list: [one, two]'],
  ['nothing', [['date: 2024-05-02, phase', 'date: , phase']], 'steps.boats.date: nothing is written here'],
  [
    'an era without an axis',
    [
      ...['2024-05-01', '2024-05-02', '2024-05-03/2024-05-04'].map((date): [string, string] => [
        `date: ${date}, phase`,
        'phase',
      ]),
      ['steps:\n', 'eras:\n  - { id: calm, from: 1960, to: 1980 }\nsteps:\n'],
      ['notes:', 'eras: { calm: The calm }\nnotes:'],
    ],
    'story.yaml:10  error  eras is shown on the axis, and no step has a date — date the steps, or delete it',
  ],
  [
    'a break at a step without a date',
    [
      ['date: 2024-05-02, phase', 'phase'],
      ['steps:\n', 'axis: { breaks: [boats] }\nsteps:\n'],
    ],
    'the axis cannot be broken before “boats”, which has no date — name a step with a date',
  ],
  ['an id with capitals', [['id: gale,', 'id: The Gale,']], 'steps.0.id: an id is written in small letters'],
  [
    'curly quotation marks',
    [['headline: How forty islanders crossed the sound', 'headline: “How forty islanders crossed”']],
    'en.md:3  error  curly quotation marks around a value: “How forty islanders crossed” — write How forty',
  ],
  [
    'curly quotation marks around a number',
    [['lat: 60.10', 'lat: “60.10”']],
    'story.yaml:6  error  curly quotation marks around a value: “60.10”',
  ],
  ...['javascript:alert(1)', 'data:text/html;x', 'file:///etc/passwd', 'www.example.org', '//example.org'].map(
    (url): Mistake => [
      `the address ${url}`,
      [['https://example.org/storm', url]],
      'story.yaml:28  error  sources.A1.url: an address begins with https:// or http://',
    ],
  ),
  ...['https://example.org/x.png', '//example.org/x.png', 'data:image/png;base64,x', '/x.png'].map(
    (src): Mistake => [
      `the image ${src}`,
      [['It blew for a night. [@A1]', `![A gale](${src})`]],
      `en.md:17  error  the image ${src} is not in the story’s folder`,
    ],
  ),
  [
    'no country',
    [['places:\n  north', 'focus: [XX]\nplaces:\n  north']],
    'story.yaml:5  error  “XX” is the code of no',
  ],
  [
    'a country by another code',
    [['places:\n  north', 'focus: [UK]\nplaces:\n  north']],
    'story.yaml:5  error  “UK” is not the ISO code of United Kingdom — write GB',
  ],
  [
    'a place nobody comes to',
    [
      ['places:\n', 'places:\n  west: { lat: 60.2, lon: 4.1 }\n'],
      ['north: North,', 'north: North, west: West,'],
    ],
    'story.yaml:6  warning  the place “west” is in no step, leg or stay',
  ],
  [
    'a year far ahead',
    [['date: 2024-05-03/2024-05-04', 'date: 2204-05-03']],
    'story.yaml:12  warning  the step “harbour” is more than a year after the story was published — is the year right?',
  ],
  [
    'publication far ahead',
    [['published: 2024-05-09', 'published: 2092-05-09']],
    'story.yaml:3  warning  “2092-05-09” is more than a year ahead — is the year right?',
  ],
  [
    'a forgotten minus',
    [
      ['lat: 60.10, lon: 4.20', 'lat: 60.10, lon: 74.20'],
      ['lat: 60.30, lon: 4.60', 'lat: 60.30, lon: -74.60'],
      ['lat: 60.00, lon: 4.90', 'lat: 60.00, lon: -74.90'],
    ],
    'story.yaml:6  warning  the place “north” is far from all others, but would be near without its sign — is it lon: -74.2?',
  ],
  [
    'a place perhaps changed round',
    [['lat: 60.10, lon: 4.20', 'lat: 10.2, lon: 58.0']],
    'story.yaml:6  warning  the place “north” has latitude and longitude the wrong way round — write lat: 58, lon: 10.2',
  ],
]

/** A name that is misspelt where it is given, not where it is used. */
const NAMES: Mistake[] = [
  [
    'a key by another name',
    [['lat: 60.10, lon: 4.20', 'lat: 60.10, lng: 4.20']],
    'story.yaml:6  error  unknown key “lng” in places.north — did you mean “lon”?',
  ],
  [
    'the headline by another name',
    [['headline: How', 'title: How']],
    'en.md:3  error  unknown key “title” — did you mean “headline”?',
  ],
  [
    'a pasted pair',
    [['{ lat: 60.10, lon: 4.20 }', '60.10, 4.20']],
    'story.yaml:6  error  places.north: “60.10, 4.20” is not names with values: { name: value } — write { lat: 60.10, lon: 4.20 }',
  ],
  [
    'a list of two numbers',
    [['{ lat: 60.10, lon: 4.20 }', '[60.1, 4.2]']],
    'story.yaml:6  error  places.north: is not names with values: { name: value } — write { lat: 60.1, lon: 4.2 }',
  ],
  [
    'losses at a place without a source',
    [['lat: 60.30, lon: 4.60', 'lat: 60.30, lon: 4.60, lost: { step: boats }']],
    'story.yaml:7  error  the place “middle” says who was lost and has no source for it — write lost: { amount: 19, sources: [A1] }',
  ],
  [
    'those who join on a leg, without a source',
    [['people: 40,', 'people: 40, joined: [{ amount: ~3 }],']],
    'story.yaml:14  error  the leg “first” says who was added and has no source for it — write joined: { amount: 19, sources: [A1] }',
  ],
  ['a step twice', [['id: harbour,', 'id: boats,']], 'story.yaml:12  error  the step “boats” appears twice'],
  ['the first step twice', [['id: gale,', 'id: boats,']], 'story.yaml:11  error  the step “boats” appears twice'],
  ['a step', [['id: boats,', 'id: boast,']], 'unknown step “boats”, 2 times — did you mean “boast”?'],
  ['a place', [['  middle: {', '  midle: {']], 'unknown place “middle”, 4 times — did you mean “midle”?'],
  ['a leg', [['id: first,', 'id: frist,']], 'place or leg “first”, 3 times — did you mean “frist”?'],
  ['a source', [['  A1: {', '  A3: {']], 'unknown source “A1”, 5 times — did you mean “A3”?'],
  ['a person', [['  skipper: { sources', '  skiper: { sources']], 'unknown person “skipper” — did you mean “skiper”?'],
  ['a phase', [['phases: [storm', 'phases: [strom']], 'unknown phase “storm” — did you mean “strom”?'],
  ['__proto__ in the facts', [['  south: {', '  __proto__: {']], 'story.yaml:8  error  “__proto__” cannot be a name'],
  ['constructor', [['places: { north', 'places: { constructor: X, north']], 'there is no “constructor” in story.yaml'],
  ['constructor as a key', [['slug: islands', 'slug: islands\nconstructor: x']], 'unknown key “constructor”'],
]

const TEXT: Mistake[] = [
  [
    'an interval the wrong way round',
    [['2024-05-03/2024-05-04', '2024-05-04/2024-05-03']],
    'story.yaml:12  error  “2024-05-04/2024-05-03” ends before it begins — write 2024-05-03/2024-05-04',
  ],
  [
    'a year in place of a day',
    [['published: 2024-05-09', 'published: 2024']],
    'story.yaml:3  error  published: “2024” is no day and no time — write 2025-12-19',
  ],
  [
    'no picture to cover the map',
    [['phase: crossing, place: south', 'phase: crossing, stage: media, place: south']],
    'en.md:27  error  the step “harbour” has stage: media, and neither picture nor film — write ![What it shows](file.jpg "Caption. Credit: …") on a line of its own',
  ],
  [
    'text in HTML',
    [['It blew for a night. [@A1]', '<div>It blew for a night.</div>']],
    'en.md:17  error  HTML is left out, and what it shows with it — write the text in Markdown',
  ],
  [
    'a frame of another page',
    [['It blew for a night. [@A1]', 'It blew for a night. [@A1]\n\n<iframe src="https://example.org/map"></iframe>']],
    'en.md:19  error  HTML is left out, and what it shows with it',
  ],
  [
    'marks of a merge',
    [
      [
        'It blew for a night. [@A1]',
        '<<<<<<< ours\nIt blew. [@A1]\n=======\nIt blew for a night. [@A1]\n>>>>>>> theirs',
      ],
    ],
    'en.md:17  error  a merge has left its marks here — keep one of the two versions and delete <<<<<<<, =======',
  ],
  [
    'a source that is still to be found',
    [['It blew for a night. [@A1]', 'It blew for a night. [@?]']],
    'en.md:17  error  a claim awaits a source — write it in place of [@?]',
  ],
  [
    'sources that are still to be found in a draft',
    [
      ['slug: islands', 'slug: islands\ndraft: true'],
      ['It blew for a night. [@A1]', 'It blew for a night. [@?]'],
      ['They came in. [@A2]', 'They came in. [@?]'],
    ],
    'en.md:17  warning  2 claims await a source — lines 17, 29',
  ],
  ['a section without its mark', [['## The gale', 'The gale']], 'en.md:15  error  text before the first section'],
  [
    'a section of the first rank',
    [['## The gale', '# The gale']],
    'en.md:15  error  the section “The gale” begins with “#”',
  ],
  ['a deeper heading', [['It blew', '#### So\n\nIt blew']], 'en.md:17  error  a heading of this level cannot stand'],
  [
    'a reference mark left open',
    [['[@A1 @A2]', '[@A1 @A2']],
    'en.md:21  error  the reference mark “[@A1 @A2” is not closed',
  ],
  [
    'a question that is nowhere',
    [['[@A1 @A2]', '[@A1 @?wind]']],
    'en.md:21  error  “wind” is no entry of what is not known — end an entry of the section {#unknown} with {#wind}',
  ],
  [
    'a page in a mark',
    [['[@A1 @A2]', '[@A1, p. 4]']],
    'en.md:21  error  the reference mark “[@A1, p. 4]” has more than',
  ],
  ...[
    ['\u200B', 'an invisible character (U+200B)'],
    ['\uFEFF', 'an invisible character (U+FEFF)'],
    ['\u00AD', 'an invisible character (U+00AD)'],
    ['\u200D', 'an invisible character (U+200D)'],
    ['\u2009', 'an unusual space (U+2009)'],
    ['\u2003', 'an unusual space (U+2003)'],
    ['\u2028', 'an unusual line break (U+2028)'],
    ['\u0000', 'a control character (U+0000)'],
    ['\u0085', 'a control character (U+0085)'],
    ['\u202E', 'a character that turns the direction of the text (U+202E)'],
    ['\uFFFD', 'a character without a meaning (U+FFFD)'],
    ['\uE000', 'a character without a meaning (U+E000)'],
    ['\u2067', 'half of a pair that turns the direction of the text (U+2067)'],
    ['\u2069', 'half of a pair that turns the direction of the text (U+2069)'],
    ['\u{E0067}', 'an invisible character (U+E0067)'],
  ].flatMap(([character, message]): Mistake[] => [
    [`${message} in a text`, [['It blew', `It ${character}blew`]], `en.md:17  error  ${message}`],
    [`${message} in a name`, [['north: North', `north: "Nor${character}th"`]], `en.md:7  error  ${message}`],
  ]),
  [
    'an invisible character as \\u',
    [['north: North', 'north: "Nor\\u200Bth"']],
    'en.md:7  error  an invisible character',
  ],
  [
    'half a character as \\u',
    [['north: North', 'north: "Nor\\uD800th"']],
    'en.md:7  error  a character without a meaning',
  ],
  [
    'a soft hyphen in a name',
    [['north: North', 'north: "Nor\u00ADth"']],
    'en.md:7  error  an invisible character (U+00AD) — delete it: names are not broken',
  ],
  ['half a pair of isolates as \\u', [['north: North', 'north: "\\u2067North"']], 'en.md:7  error  half of a pair'],
  ['half a pair of isolates as &#8295;', [['It blew', 'It &#8295;blew']], 'en.md:17  error  half of a pair'],
  [
    'a pair of isolates over two values',
    [
      ['kicker: Explainer', 'kicker: \u2067Explainer'],
      ['a harbour.', 'a harbour.\u2069'],
    ],
    'en.md:2  error  half of a pair',
  ],
  [
    'a pair of isolates over two paragraphs',
    [['It blew for a night. [@A1]', 'It \u2067blew. [@A1]\n\nFor a night.\u2069 [@A1]']],
    'en.md:17  error  half of a pair',
  ],
  ['a mark of direction in an id', [['{#gale}', '{#ga\u200Ele}']], 'en.md:15  error  an invisible character in an id'],
  ['a joiner in a citation', [['[@A1 @A2]', '[@A\u200D1 @A2]']], 'en.md:21  error  an invisible character in an id'],
  [
    'a mark of direction in a key',
    [['  north: {', '  nor\u200Eth: {']],
    'story.yaml:6  error  an invisible character (U+200E)',
  ],
  [
    'a narrow no-break space in an indent',
    [['  north: { lat', '\u202F\u202Fnorth: { lat']],
    'story.yaml:6  error  a no-break space (U+202F) where YAML needs an ordinary one',
  ],
  ['an invisible character as &#8203;', [['It blew', 'It&#8203; blew']], 'en.md:17  error  an invisible character'],
]

describe('one mistake is one message', () => {
  it.each([...SYNTAX, ...VALUES, ...NAMES, ...TEXT])('%s', async (_, change, message) => {
    expect(await messagesOf(makeStoryFolder(...change))).toEqual([expect.stringContaining(message)])
  })

  it('an unusual space on many lines', async () => {
    expect(await messagesOf(makeStoryFolder(['. ', '.\u2009'], ['[@A1 @A2]', '\u2009[@A1 @A2]']))).toEqual([
      expect.stringMatching(
        /^en\.md:11 {2}error {2}an unusual space \(U\+2009\), here and on other lines down to 36 — /,
      ),
    ])
  })

  it('words the story does not list', async () => {
    const folder = makeStoryFolder()
    writeFileSync(join(folder, 'be.md'), WORDS)
    expect(await messagesOf(folder)).toEqual([
      'story.yaml:2  error  be.md is here, but “be” is not among the languages — write languages: [en, be]',
    ])
  })

  it('a translation with other numbers and sources: told, and printed all the same', async () => {
    const folder = makeStoryFolder(
      ['languages: [en]', 'languages: [en, be]'],
      ['It blew for', 'In 1,200 houses it blew for'],
    )
    const words = readFileSync(join(folder, 'en.md'), 'utf8')
    writeFileSync(
      join(folder, 'be.md'),
      words
        .replace('1,200', '1\u00A0200')
        .replace('put out. [@A1 @A2]', 'put out in 65 тысяч. [@A1]')
        .replace('They came in. [@A2]', '7 came in. [@A1 @A2]'),
    )
    expect(await messagesOf(folder)).toEqual([
      'be.md:19  warning  sources of “boats”: it lacks A2',
      'be.md:19  warning  numbers of “boats”: it has 65, which the main edition has not',
      'be.md:27  warning  sources of “harbour”: it has A1, which the main edition has not',
      'be.md:27  warning  numbers of “harbour”: it has 7, which the main edition has not',
    ])
  })

  it.each(['pt-BR', 'zh-Hant', 'be-tarask', 'gsw'])('none for a story in %s', async (code) => {
    const folder = makeStoryFolder(['languages: [en]', `languages: [en, ${code}]`])
    writeFileSync(join(folder, `${code}.md`), WORDS)
    expect(await messagesOf(folder)).toEqual([])
  })

  it.each([
    ['UTF-16', Buffer.from(`\uFEFF${STORY}`, 'utf16le'), 'story.yaml:1  error  the file is in UTF-16'],
    ['UTF-16 without its mark', Buffer.from(STORY, 'utf16le'), 'story.yaml:1  error  the file is in UTF-16'],
    ['UTF-16 the other way', Buffer.from(`\uFEFF${STORY}`, 'utf16le').swap16(), 'the file is in UTF-16'],
    [
      'Windows-1252',
      Buffer.from(STORY.replace('The storm', 'Le café de Noël'), 'latin1'),
      'story.yaml:28  error  the file is in Windows-1252, not in UTF-8: here it says “café” — save it as UTF-8',
    ],
    [
      'Windows-1251',
      Buffer.from(`${STORY}# \xcf\xf0\xe8\xe2\xe5\xf2`, 'latin1'),
      'story.yaml:31  error  the file is not in',
    ],
  ])('a file in %s', async (_, bytes, message) => {
    const folder = makeStoryFolder()
    writeFileSync(join(folder, 'story.yaml'), bytes)
    expect(await messagesOf(folder)).toEqual([expect.stringContaining(message)])
  })
})

it('a mistake in the facts hides none in the words', async () => {
  const folder = makeStoryFolder(
    ['published: 2024-05-09\n', ''],
    ['It blew for a night. [@A1]', 'It blew for a night.'],
  )
  const { problems } = await readStory(folder)
  expect(problems.map(({ message }) => message)).toEqual(['published is missing', 'a claim without a source'])
})

describe('what is no mistake', () => {
  it.each<[string, [string, string][]]>([
    ['brackets in a text', [['byline: By the desk', `byline: "${'['.repeat(60)}"`]]],
    ['a no-break space in a text', [['It blew for', 'It blew for 10\u00A0hours,']]],
    ['curly quotation marks inside straight ones', [['byline: By the desk', 'byline: "“By the desk”"']]],
    ['curly quotation marks at one end', [['byline: By the desk', 'byline: By the “desk”']]],
    ['joiners where a script has them', [['byline: By the desk', 'byline: می\u200Cخواهم']]],
    ['narrow no-break spaces', [['It blew for', '«\u202FIt blew\u202F» for 1\u202F200 hours']]],
    ['narrow no-break spaces in a headline', [['headline: How', 'headline: Qui\u202F? How']]],
    ['soft hyphens in a headline', [['headline: How forty', 'headline: How Gefangenen\u00ADaustausch forty']]],
    [
      'soft hyphens in a heading and a text',
      [
        ['## The gale', '## The Gefangenen\u00ADaustausch'],
        ['It blew', 'It Wind\u00ADstärke blew'],
      ],
    ],
    [
      'flags',
      [
        ['It blew', '🇵🇱 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} 🏳️\u200D🌈 It blew'],
        ['byline: By', 'byline: 🇵🇱 By'],
      ],
    ],
    [
      'isolates in pairs',
      [
        ['It blew', 'אמר \u2068BBC\u2069 \u2067\u2066a\u2069 *b*\u2069 It blew'],
        ['byline: By', 'byline: "\u2066By\u2069'],
        ['the desk', 'the desk"'],
      ],
    ],
    ['isolates in a name', [['north: North', 'north: "\u2067צפון\u2069"']]],
    ['an emoji of several', [['byline: By the desk', 'byline: 👩\u200D🚀']]],
    ['a text in several lines', [['dek: A storm, two', 'dek: A storm,\n  two']]],
    ['an id like a part of every object', [['first', 'constructor']]],
  ])('%s', async (_, change) => {
    expect(await messagesOf(makeStoryFolder(...change))).toEqual([])
  })

  it.each([
    ['a mark of UTF-8', `\uFEFF${STORY}`],
    ['line ends of Windows', STORY.replaceAll('\n', '\r\n')],
    ['line ends of old', STORY.replaceAll('\n', '\r')],
  ])('%s', async (_, text) => {
    const folder = makeStoryFolder()
    writeFileSync(join(folder, 'story.yaml'), text)
    writeFileSync(join(folder, 'en.md'), text.startsWith('\uFEFF') ? `\uFEFF${WORDS}` : WORDS.replaceAll('\n', '\r\n'))
    expect(await messagesOf(folder)).toEqual([])
  })

  it('a no-break space stays one', async () => {
    const { story } = await readStory(makeStoryFolder(['It blew for a night.', 'It blew for 10\u00A0hours.']))
    expect(story?.languages['en']?.steps['gale']?.body[0]).toMatchObject({ text: ['It blew for 10\u00A0hours.', {}] })
  })
})

describe('the number of steps', () => {
  const tooMany = 'story.yaml:10  error  steps: a story has at most 500 steps'
  const storyOf = (count: number) => {
    const more = Array.from(
      { length: count - 3 },
      (_, i) => `  - { id: more-${i}, date: 2024-05-05, phase: crossing }\n`,
    )
    return makeStoryFolder(['legs:\n', `${more.join('')}legs:\n`])
  }

  it(`has a bound, ${MOST_STEPS}`, async () => {
    expect((await messagesOf(storyOf(MOST_STEPS))).filter((message) => message.includes('at most'))).toEqual([])
    expect(await messagesOf(storyOf(MOST_STEPS + 1))).toEqual([expect.stringContaining(tooMany)])
  })
})

describe('what would keep a reader busy for ever', () => {
  const NIGHT = 'It blew for a night. [@A1]'
  it.each([
    ['26 ids in a mark left open', `Text [${'@A1 '.repeat(26)}`, /is not closed/],
    ['a mark of 900 ids', `Text [${'@A1 '.repeat(900)}]`, undefined],
    ['50,000 marks in a paragraph', `Text ${'[@A1] '.repeat(50_000)}`, /a paragraph of more than 5000 characters/],
    ['100,000 open brackets', '['.repeat(100_000), /a paragraph of more than 5000 characters/],
    ['a quotation of 5,000 levels', `${'>'.repeat(5000)} x`, /nested deeper than any story/],
    ['a list of 1,000 levels', `${'- '.repeat(1000)}x`, /nested deeper than any story/],
    ['emphasis of 400 levels', `${'*a **b '.repeat(200)}x${'** *'.repeat(200)}`, /nested deeper|without a source/],
  ])('%s is at most one message', async (_, text, message) => {
    const messages = await messagesOf(makeStoryFolder([NIGHT, text]))
    expect(messages).toEqual(message ? [expect.stringMatching(message)] : [])
    expect(messages.join('')).toMatch(message ? /^en\.md:17 / : /^$/)
  })

  it.each([
    [
      'in a heading',
      '## The gale {#gale}',
      `## The${' '.repeat(100_000)}gale {#gale}`,
      'en.md:15  error  a paragraph of',
    ],
    ['in a name', 'north: North', `north: "${'x'.repeat(6000)}"`, 'en.md:7  error  a text of 6000 characters'],
    ['in quotation marks', 'slug: islands', '"'.repeat(100_000), 'story.yaml:1  error  a line of more than 8000'],
    ['in brackets', 'phases: [storm, ', `phases: ${'['.repeat(7000)}`, 'story.yaml:4  error  this is nested deeper'],
    ['in indents', 'slug: islands\n', `x:\n${' '.repeat(5000)}y: z\n`, 'story.yaml:2  error  this is nested deeper'],
    ['in dashes', 'slug: islands\n', `x:\n${'- '.repeat(3000)}y\n`, 'story.yaml:2  error  this is nested deeper'],
    ['in dashes alone', 'slug: islands\n', `x:\n${'- '.repeat(3000)}\n`, 'story.yaml:2  error  this is nested deeper'],
    ['in questions', 'slug: islands\n', `x:\n${'? '.repeat(3000)}\n`, 'story.yaml:2  error  this is nested deeper'],
    ['in itself', 'slug: islands\n', `${bomb()}slug: islands\n`, 'this refers to itself more often than any story'],
  ])('what goes on for ever %s is one message', async (_, from, to, message) => {
    expect(await messagesOf(makeStoryFolder([from, to]))).toEqual([expect.stringContaining(message)])
  })

  /** Nine lists, each of nine of the one before. */
  function bomb(): string {
    const lines = [
      'x0: &a0 [x]',
      ...Array.from({ length: 9 }, (_, i) => `x${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`),
    ]
    return `${lines.join('\n')}\ny: *a9\n`
  }
})
