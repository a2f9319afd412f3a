/**
 * Schemas of what authors write: `storyFile` for `story.yaml`, `wordsFile` for the front matter of `en.md`. The
 * TypeScript types and the editors' JSON Schema are generated from these two.
 */
import { z } from 'zod'
import type { Amount, Status } from '../story/map.ts'
import { MOST_STEPS } from '../story/mostSteps.ts'
import { attempt } from './attempt.ts'
import { isZone, notAZone } from './zones.ts'

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is written in small letters, digits and hyphens')
  .describe('An id: small letters, digits and hyphens')

const sourceId = z
  .string()
  .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'a source id is written in letters, digits and hyphens')

/** A record without a prototype, so that `constructor` is a valid key and missing keys are never inherited. */
const names = <K extends z.ZodType<string, string>, V extends z.ZodType>(key: K, value: V) =>
  z.record(key, value).transform((record): Record<string, z.output<V>> => Object.assign(Object.create(null), record))

/** A single line of text; line breaks in the file become spaces. */
const text = z
  .string()
  .overwrite((value) => value.trim().replace(/[ \t\n]+/g, ' '))
  .min(1, 'is empty')

const status = z
  .enum(['happened', 'announced', 'reported'])
  .describe('How certain it is: reported means by one source') satisfies z.ZodType<Status>

/** True for a canonical BCP 47 code (`be`, `pt-BR`, `zh-Hant`), which names files and addresses. */
export function isLanguageCode(code: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code) && canonicalCode(code) === code
}

/** The canonical form of a BCP 47 code; undefined if it is none. */
export function canonicalCode(code: string): string | undefined {
  return attempt(() => Intl.getCanonicalLocales(code)[0])
}

const country = z.string().regex(/^[A-Z]{2}$/, 'a country is written as its ISO 3166 code: CH')

const people = z.int().positive().describe('Number of people, a whole number')

const HOW_MANY = 'how many is written 200, ~200 for about 200, or [250, 280]'

/** A number, approximate number or range. */
const amount = z
  .union(
    [
      z.int().positive(),
      z.string().regex(/^~[1-9]\d*$/),
      z.tuple([z.int().positive(), z.int().positive()]).refine(([from, to]) => from < to, HOW_MANY),
    ],
    { error: HOW_MANY },
  )
  .transform((value): Amount => {
    if (typeof value !== 'string') return value
    const about = Number(value.slice(1))
    return [about, about]
  })
  .describe('How many: 200, ~200 for about 200, [250, 280] for from 250 to 280; leave out where it is not known')

const quantity = {
  people: people.optional().describe('Short for amount and unit: so many people'),
  amount: amount.optional(),
  unit: id.optional().describe('What is counted, one of units; people where it is left out'),
}

const change = z.strictObject({
  ...quantity,
  step: id
    .optional()
    .describe('Id of the step at which it happened; by default the first arrival here, or the step of the leg'),
  // `checkChanges` requires them, with a better message than the schema could give.
  sources: z.array(sourceId).default([]).describe('Ids of the sources that carry this claim, at least one'),
})

/** Losses or gains at a place or during a leg. */
const changes = z
  .union([people, change, z.array(change)], {
    error: 'write { amount: 19, sources: [A1] }, with unit: ships or step: id where needed',
  })
  .transform((value) => {
    if (typeof value === 'number') return [change.parse({ people: value })]
    return Array.isArray(value) ? value : [value]
  })
  .default([])

// `checkNames` requires one, but in a draft or where the story names its sources as a whole.
const cited = z.array(sourceId).default([]).describe('Ids of the sources that carry this claim, at least one')

const date = (description: string) =>
  z
    .union([z.string(), z.int()]) // YAML reads a bare 2020 as a number
    .transform(String)
    .describe(description)

const place = z.strictObject({
  lat: z.number().describe('Latitude, degrees north, -90 to 90'),
  lon: z.number().describe('Longitude, degrees east, -180 to 180'),
  approximate: z
    .union([z.boolean(), z.number().positive(), z.literal('latitude')])
    .default(false)
    .describe(
      'Known only roughly: true, or within how many kilometres, drawn as a soft area, never as a point; latitude where only that is known, drawn as a band along it',
    ),
  symbolic: z.boolean().default(false).describe('The point stands for a country or region: drawn as an open ring'),
  beyond: z
    .boolean()
    .default(false)
    .describe('Too far for this map: named at its edge, with an arrow that points there'),
  lost: changes.describe('How many died or left here'),
  joined: changes.describe('How many were added here'),
})

const box = z.tuple([z.number(), z.number(), z.number(), z.number()])

const surroundings = z.enum(['coast', 'none'])

const stage = z.enum(['map', 'section'])
const stageOfStep = z.enum(['map', 'section', 'media'])

/** A point of a section: metres to the right, then metres down. */
const at = z.tuple([z.number(), z.number()], { error: 'is [distance, depth] in metres' })

/** A vertical section through the ground, the sea or a mountain. */
const section = z.strictObject({
  extent: box.describe('What it shows, metres: [left, top, right, bottom]; heights above the surface are negative'),
  places: names(
    id,
    z.strictObject({
      at: at.describe('[distance, depth] in metres, with depth 0 at the surface'),
      row: z.enum(['left', 'right']).default('right').describe('The side on which those who are here stand in a row'),
    }),
  ).describe('Its places, used in steps and legs like those of the map; named in places of the language files'),
  areas: z
    .array(
      z.strictObject({
        kind: z.enum(['land', 'water', 'air']).describe('Air in land is an opening: a cave, a chamber'),
        points: z.array(at).min(3, 'an area has at least three points'),
      }),
    )
    .default([])
    .describe('Ground and water, then openings; what none of them covers is air'),
  lines: z
    .array(
      z.strictObject({
        kind: z
          .enum(['passage', 'broken'])
          .describe('A way too narrow to show at this scale; or a broken line: a way whose course is not known'),
        points: z.array(at).min(2, 'a line has at least two points'),
      }),
    )
    .default([])
    .describe('Shafts and galleries, drawn wider than they are, and broken lines'),
  sources: cited.describe('Ids of the sources for its depths and lengths'),
})

const step = z.strictObject({
  id,
  date: date(
    'EDTF: 2020, 2020-09, 2025-12-13, 2010-10-13T00:11-03:00, 2025-12-12/2025-12-13, 2020~, -0043, Y-66000000; leave out where none is known',
  ).optional(),
  phase: id.optional().describe('Id of the phase this step belongs to; leave out in a story without phases'),
  lane: id.optional().describe('Id of the lane this step belongs to; leave out where it belongs to all or none'),
  stage: stageOfStep
    .optional()
    .describe(
      'Where the step is shown, if not on the stage of the story; media: its first picture or film covers the map',
    ),
  place: id.optional().describe('Id of the place the step happens in; leave out where there is none'),
  places: z.array(id).min(2).optional().describe('Instead of place: several places at once; the first leads the view'),
  view: box.optional().describe('What the map shows, degrees: [west, south, east, north]'),
  zoom: z.number().positive().optional().describe('Zoom of the map relative to its default; below 1 it shows more'),
  note: id.optional().describe('Id of the place or leg that the step’s short note on the map is tied to'),
})

const era = z.strictObject({
  id,
  from: date('When it begins, EDTF'),
  to: date('When it ends; leave out where it has not').optional(),
})

const span = z.strictObject({
  id,
  start: date('When it began, EDTF; an interval if the exact day is not known'),
  end: date('When it ended, EDTF; leave out where it has not').optional(),
  person: id.optional().describe('Id of the person whose time it is'),
  sources: cited,
})

const leg = z.strictObject({
  id,
  from: id.describe('Id of the place it leaves'),
  to: id.describe('Id of the place it reaches'),
  ...quantity,
  step: id.describe('Id of the step from which the leg has its status'),
  announced: id.optional().describe('Id of an earlier step from which the leg is shown as announced'),
  status,
  after: id.optional().describe('Id of the leg this one continues'),
  via: z
    .array(z.union([z.tuple([z.number(), z.number()]), id], { error: 'is [lon, lat] or the id of a place' }))
    .default([])
    .describe('Points that its line passes, in order: [lon, lat], or ids of places'),
  line: z
    .enum(['arc', 'straight', 'great-circle'])
    .default('arc')
    .describe('Shape of its line from point to point; a great circle is the shortest route on the globe'),
  path: z
    .string()
    .regex(
      /^[^\s./\\:][^/\\:]*\.(geojson|json|gpx|kml)$/i,
      'a drawn way is a file beside story.yaml: voyage.geojson, .json, .gpx or .kml',
    )
    .optional()
    .describe('A track in a file beside story.yaml: voyage.geojson, voyage.gpx or voyage.kml'),
  singly: z.boolean().default(false).describe('They go one at a time: each leaves when the one before has arrived'),
  schematic: z.boolean().default(true).describe('False if the line is the actual route'),
  bend: z
    .enum(['left', 'right'])
    .default('left')
    .describe('The side its line bends to, seen in the direction of travel'),
  avoid: z.array(country).default([]).describe('Countries its line must not touch: it bends as far as it needs to'),
  marks: z.array(id).default([]).describe('Places marked with this leg though its line does not touch them'),
  lost: changes.describe('How many died or left between its places; its amount is how many set out'),
  joined: changes.describe('How many were added between its places'),
  sources: cited,
})

const stay = z.strictObject({
  place: id,
  ...quantity,
  by: date('Date of this count, EDTF').optional(),
  sources: cited,
})

const person = z.strictObject({
  sources: cited.describe('Ids of the sources for who they are'),
  became: z
    .strictObject({ date: date('EDTF'), sources: cited })
    .optional()
    .describe('What became of them: the date and the sources; the words are in the language files'),
  way: z.array(id).default([]).describe('Ids of the legs they travelled'),
  start: id.optional().describe('Id of the place where they were before, if the first leg starts elsewhere'),
  portrait: z
    .strictObject({
      file: z
        .string()
        .regex(
          /^[\w-]+\.(jpe?g|png|webp|avif)$/i,
          'a portrait is named with a to z, 0 to 9, - and _, and ends in .jpg, .png, .webp or .avif',
        ),
      credit: text,
    })
    .optional(),
})

const update = z.strictObject({ id, date: date('EDTF'), sources: cited })

const source = z.strictObject({
  publisher: text.describe('Who published it'),
  title: text.describe('The title, or a description in our own words'),
  date: date('Date of publication, EDTF; leave out when the source shows none').optional(),
  url: z
    .url({ protocol: /^https?$/, error: 'an address begins with https:// or http://' })
    .optional()
    .describe('Address; leave out when the source has none'),
})

/** A number of a figure. */
const value = z
  .union([z.number().nonnegative(), z.string().regex(/^[~>]\d+(\.\d+)?$/)], {
    error: 'a number is written 1100, ~1100 for about, >1100 for more than 1100',
  })
  .transform((written) =>
    typeof written === 'number'
      ? { number: written, sign: '' as const }
      : { number: Number(written.slice(1)), sign: written.startsWith('>') ? ('>' as const) : ('~' as const) },
  )

const sources = z.array(sourceId).default([]).describe('Ids of the sources that carry this claim')

/** Numbers, each alone or with its own sources. */
const values = z.array(
  z.union(
    [value.transform((number) => ({ value: number, sources: [] as string[] })), z.strictObject({ value, sources })],
    {
      error: 'a number is written 1100, ~1100 for about, >1100 for more than 1100, or { value: 1100, sources: [A1] }',
    },
  ),
)

const KIND = 'part, pair or series: parts of a whole as marks, two numbers side by side, or one number a step'

const figure = z.discriminatedUnion('kind', [
  z
    .strictObject({
      id,
      kind: z.literal('part').describe(KIND),
      values: values.min(1),
      unit: id.optional().describe('What a mark stands for, one of units; people where it is left out'),
      sources,
    })
    .describe('Parts that make a whole, as marks; the first is the one the story is about'),
  z
    .strictObject({
      id,
      kind: z.literal('pair').describe(KIND),
      values: values.length(2, 'a pair has two numbers'),
      sources,
    })
    .describe('Two numbers side by side'),
  z
    .strictObject({
      id,
      kind: z.literal('series').describe(KIND),
      values: z.array(z.strictObject({ step: id, value })).min(2),
      sources,
    })
    .describe('One number for each of several steps'),
])

const colour = z
  .string({ error: 'a colour is written in quotation marks: "#b3122b"' })
  .regex(/^#[0-9a-f]{6}$/i, 'a colour is written with six digits: "#b3122b"')
const ownColour = z.strictObject({ light: colour.describe('On light paper'), dark: colour.describe('On dark paper') })

/** `story.yaml`: the facts of a story, independent of language. */
export const storyFile = z.strictObject({
  slug: id.describe('The name of the folder, and of the story in the address'),
  languages: z
    .array(z.string().refine(isLanguageCode, 'a language is written as its code: en, pt-BR, zh-Hant'))
    .min(1)
    .describe('Languages as BCP 47 codes (en, pt-BR, zh-Hant), the first is the main one'),
  draft: z
    .boolean()
    .default(false)
    .describe('True while it is written: shown in development only, and claims may await their sources'),
  sourcing: z
    .literal('whole', { error: 'is “whole”, or left out' })
    .optional()
    .describe('“whole”: the sources stand for the story as a whole, not for single claims; the page says so'),
  published: date('When the story was published: 2026-11-24T09:00:00Z, or the day alone'),
  updated: date('When it was last changed, likewise').optional(),
  zone: z
    .string()
    .refine(isZone, { error: ({ input }) => notAZone(String(input)) })
    .optional()
    .describe(
      'The zone of the story’s clock, "-03:00" or Europe/Kyiv: all times are shown in it, and the page says so',
    ),
  calendar: z
    .enum(['julian'])
    .optional()
    .describe('Calendar of the dates, if it is not the Gregorian one; the page says so'),
  count: z
    .union([z.literal('closed'), z.int().positive()], { error: 'is “closed”, or how many people travel in all' })
    .optional()
    .describe('Check that nobody appears or vanishes on the way; with a number, also that so many people travel'),
  units: z.array(id).default([]).describe('What is counted besides people: [ships]'),
  view: box
    .optional()
    .describe('What the map shows first, and as the whole route: [west, south, east, north]; computed if left out'),
  stage: stage.default('map').describe('What the steps are shown on: the map, or the vertical section'),
  map: z
    .enum(['full', 'small'])
    .default('full')
    .describe('How much room the map has beside the text; small for a map that says little'),
  section: section.optional().describe('A vertical section through the place of the story, drawn to scale'),
  theme: z
    .strictObject({
      accent: ownColour.optional().describe('What is active: dates, beads, marks'),
      route: ownColour.optional().describe('Its lines on the map; same as accent if left out'),
    })
    .optional()
    .describe('Colours of this story; the check measures their contrast'),
  focus: z.array(country).default([]).describe('Countries drawn lighter, ISO 3166 alpha-2'),
  phases: z.array(id).default([]).describe('Ids of the chapters of the timeline, in their order'),
  lanes: z
    .array(id)
    .min(2, 'lanes run beside each other: there are two at least')
    .max(4, 'the axis has room for four lanes')
    .optional()
    .describe('Ids of parallel strands, such as two ships or two courts: rows under the axis on wide screens'),
  places: names(id, place)
    .prefault({})
    .describe('Every place of the story on the map; a story without places has no map'),
  steps: z
    .array(step)
    .min(1)
    .max(MOST_STEPS, `a story has at most ${MOST_STEPS} steps: make two stories of it, or a step of several events`)
    .describe(`The moments of the story, in order of time: at most ${MOST_STEPS}`),
  axis: z
    .strictObject({
      breaks: z
        .array(id)
        .min(1)
        .max(3, 'an axis has room for three breaks')
        .describe('Ids of the steps before which the axis is broken: each part has a scale of its own'),
    })
    .optional()
    .describe('How the axis is drawn'),
  eras: z.array(era).default([]).describe('Background spans of the axis; the words are in the language files'),
  spans: z
    .array(span)
    .max(6, 'the timeline has room for six spans')
    .default([])
    .describe('What lasted, as bars over the axis: a siege, a term of office; the words are in the language files'),
  legs: z.array(leg).default([]).describe('What moved from where to where'),
  stays: z.array(stay).default([]).describe('Who is where at the end of the story'),
  context: z
    .union(
      [
        surroundings.transform((shows) => ({ shows, hide: [] as string[], add: [] as string[] })),
        z
          .strictObject({
            hide: z.array(text).default([]).describe('Names to leave out: countries by ISO code, towns by name'),
            add: z.array(text).default([]).describe('Towns to name before all others, by their GeoNames name'),
          })
          .transform((names) => ({ shows: 'all' as const, ...names })),
      ],
      { error: 'is coast, none, or { hide: [AT, Zagreb], add: [Zermatt] }' },
    )
    .optional()
    .describe(
      'What the map shows besides the story: coast, without the borders, countries and towns of today; none, without any name; or names to leave out and to add',
    ),
  figures: z.array(figure).default([]).describe('Charts'),
  people: names(id, person).prefault({}).describe('People the text names, each with a card'),
  updates: z.array(update).default([]).describe('What came after the story’s end, the newest last'),
  complete: date('Day to which the updates are complete, EDTF').optional(),
  sources: names(sourceId, source).describe('Sources of the claims, by an id of letters, digits and hyphens'),
})

/** Words for the things of one kind, by id; a story without such things leaves it out. */
const byId = <V extends z.ZodType>(words: V) => names(z.string(), words).prefault({})

/** The front matter of `en.md`: all words outside the article's passages. */
export const wordsFile = z.strictObject({
  kicker: text.describe('The line above the headline'),
  headline: text.describe('Says what happened, and to whom'),
  dek: text.describe('One or two sentences under the headline'),
  byline: text.describe('By whom, or by whose reporting'),
  reviewed: z.boolean().default(true).describe('False while no editor has read this translation: the page says so'),
  phases: byId(text).describe('Name of each phase'),
  eras: byId(text).describe('Names of the eras, a word or two'),
  spans: byId(
    z.strictObject({
      name: text.max(18, 'a span has a word or two beside its bar').describe('A word or two beside the bar'),
      what: text.optional().describe('What lasted, after the name, where the span is told in words: “in office”'),
    }),
  ).describe('Words for each span'),
  lanes: byId(text.max(18, 'a lane has a word or two')).describe('Name of each lane, a word or two'),
  places: byId(text).describe('Name of each place'),
  towns: byId(text).describe(
    'Names of other towns on the map in this language, by their GeoNames name: { Vienna: Wien }',
  ),
  stays: byId(text).describe('Where the people of each stay are: “in the south”'),
  units: byId(
    z.strictObject({
      zero: text.optional(),
      one: text.optional(),
      two: text.optional(),
      few: text.optional(),
      many: text.optional(),
      other: text,
    }),
  ).describe('The word for each unit, in the plural forms of the language: { one: ship, other: ships }'),
  legs: byId(z.tuple([text, text])).describe(
    'Vaguer names for the ends of a leg, if its two places are not certain: [the north, the sound]',
  ),
  figures: byId(
    z.strictObject({
      title: text.describe('Heading of the figure'),
      labels: z.array(text).default([]).describe('What each number counts; for a series, what all of them count'),
    }),
  ),
  dates: byId(text.max(40, 'a date has a few words')).describe(
    'Words shown as the date of a step, by step id: “early 1521”',
  ),
  route: text.optional().describe('One sentence on what the lines of the map show'),
  section: text.optional().describe('What of the section is drawn to scale and what is not, in a few words'),
  legend: text.optional().describe('The same in a few words, for the legend, the poster and saved pictures'),
  notes: byId(text.max(60, 'a note on the map has about eight words')).describe(
    'The short note of a step on the map, by step id',
  ),
  people: byId(
    z.strictObject({
      name: text.describe('Their name, as this language writes it'),
      also: text.optional().describe('Other spellings'),
      who: text.describe('One line: who they are'),
      became: text.optional().describe('What became of them'),
      alt: text.optional().describe('What the portrait shows'),
    }),
  ),
})

export type StoryFile = z.infer<typeof storyFile>
export type WordsFile = z.infer<typeof wordsFile>
