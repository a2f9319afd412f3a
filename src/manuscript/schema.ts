/**
 * What an author may write. `story.yaml` is checked by `storyFile`, the front matter of `en.md` by `wordsFile`;
 * the TypeScript types and the editors' JSON Schema are made from these two and from nothing else.
 */
import { z } from 'zod'
import type { Status } from '../story/story.ts'
import { ZONE } from './dates.ts'

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is written in small letters, digits and hyphens')
  .describe('An id: small letters, digits and hyphens')

const sourceId = z.string().regex(/^[A-Za-z0-9]+$/, 'a source id is written in letters and digits')

/**
 * Names with values, whatever the names: an author's `constructor` is a name like any other, and one that is not there
 * is not inherited from anywhere either.
 */
const names = <K extends z.ZodType<string, string>, V extends z.ZodType>(key: K, value: V) =>
  z.record(key, value).transform((record): Record<string, z.output<V>> => Object.assign(Object.create(null), record))

/** A line of text: what a writer breaks into lines to fit the file is one line all the same. */
const text = z
  .string()
  .overwrite((value) => value.trim().replace(/[ \t\n]+/g, ' '))
  .min(1, 'is empty')

const status = z
  .enum(['happened', 'announced', 'reported'])
  .describe('How sure it is: reported is by one source') satisfies z.ZodType<Status>

/** True for a BCP 47 code as it is usually written: `be`, `pt-BR`, `zh-Hant`; it names files and addresses. */
export function isLanguageCode(code: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code) && canonical(code) === code
}

function canonical(code: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(code)[0]
  } catch {
    return
  }
}

const country = z.string().regex(/^[A-Z]{2}$/, 'a country is written as its ISO 3166 code: BY')

const people = z.int().positive().describe('Number of people, a whole number')
const cited = z
  .array(sourceId)
  .min(1, 'a claim needs at least one source')
  .describe('Ids of the sources that carry this claim')

const date = (description: string) =>
  z
    .union([z.string(), z.int()]) // YAML reads a bare 2020 as a number
    .transform(String)
    .describe(description)

const place = z.strictObject({
  lat: z.number().describe('Latitude, degrees north, -90 to 90'),
  lon: z.number().describe('Longitude, degrees east, -180 to 180'),
  approximate: z
    .union([z.boolean(), z.number().positive()])
    .default(false)
    .describe('Known only roughly: true, or within how many kilometres. Drawn as a soft area, never as a point'),
  symbolic: z.boolean().default(false).describe('The point stands for a country or region: drawn as an open ring'),
  beyond: z
    .boolean()
    .default(false)
    .describe('Too far for this map: named at its edge, with an arrow that points there'),
})

const box = z.tuple([z.number(), z.number(), z.number(), z.number()])

const step = z.strictObject({
  id,
  date: date(
    'EDTF: 2020, 2020-09, 2025-12-13, 2010-10-13T00:11-03:00, 2025-12-12/2025-12-13, 2020~, -0043, Y-66000000',
  ),
  phase: id.optional().describe('Id of the phase this step belongs to; leave out in a story without phases'),
  place: id.optional().describe('Id of the place the step happens in; leave out where there is none'),
  places: z.array(id).min(2).optional().describe('Instead of place: several places at once; the first leads the view'),
  view: box.optional().describe('What the map shows, degrees: [west, south, east, north]'),
  zoom: z.number().positive().optional().describe('How much closer than it would be the map is; below 1 it is wider'),
  note: id.optional().describe('Id of the place or leg that the step’s short note on the map is tied to'),
})

const era = z.strictObject({
  id,
  from: date('When it begins, EDTF'),
  to: date('When it ends; leave out where it has not').optional(),
})

const leg = z.strictObject({
  id,
  from: id.describe('Id of the place people leave'),
  to: id.describe('Id of the place people reach'),
  people,
  step: id.describe('Id of the step from which the leg has its status'),
  announced: id.optional().describe('Id of an earlier step from which the leg is shown as announced'),
  status,
  after: id.optional().describe('Id of the leg this one continues'),
  bend: z
    .enum(['left', 'right'])
    .default('left')
    .describe('The side its line bends to, seen in the direction of travel'),
  avoid: z.array(country).default([]).describe('Countries its line must not touch: it bends as far as it needs to'),
  marks: z.array(id).default([]).describe('Places marked with this leg though its line does not touch them'),
  sources: cited,
})

const stay = z.strictObject({
  place: id,
  people: people.describe('People whose road ends here, as far as the story tells'),
  by: date('The day on which that was so, EDTF').optional(),
  sources: cited,
})

const person = z.strictObject({
  sources: cited.describe('Ids of the sources for who they are'),
  became: z
    .strictObject({ date: date('EDTF'), sources: cited })
    .optional()
    .describe('When and by whom it is known what became of them; the words are in the language files'),
  way: z.array(id).default([]).describe('Ids of the legs they travelled'),
  portrait: z
    .strictObject({
      file: z.string().regex(/^[\w-]+\.(jpe?g|png|webp|avif)$/i, 'a picture beside story.yaml: name.jpg'),
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

/** `story.yaml`: every fact of a story, in no language. */
export const storyFile = z.strictObject({
  slug: id.describe('The name of the folder, and of the story in the address'),
  languages: z
    .array(z.string().refine(isLanguageCode, 'a language is written as its code: en, pt-BR, zh-Hant'))
    .min(1)
    .describe('Languages as BCP 47 codes (en, pt-BR, zh-Hant), the first is the main one'),
  published: z.string().describe('When the story was published: 2026-11-24T09:00:00Z, or the day alone'),
  updated: z.string().optional().describe('When it was last changed, likewise'),
  zone: z
    .string()
    .regex(ZONE, 'a zone is written as its distance from UTC: "-03:00"')
    .optional()
    .describe('The zone of the story’s clock, "-03:00": all times are shown in it, and the page says so'),
  calendar: z.enum(['julian']).optional().describe('The calendar of the dates, where it is not ours; the page says so'),
  focus: z.array(country).default([]).describe('Countries drawn lighter, ISO 3166 alpha-2'),
  phases: z.array(id).default([]).describe('Ids of the chapters of the timeline, in their order'),
  places: names(id, place).describe('Every place the story names'),
  steps: z.array(step).min(1).describe('The moments of the story, in order of time'),
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
  legs: z.array(leg).default([]).describe('Who went from where to where'),
  stays: z.array(stay).default([]).describe('Where people’s roads end'),
  figures: z
    .strictObject({
      released: z.strictObject({ people, sources: cited }).describe('The story’s own number: all who travel'),
      remaining: z
        .strictObject({ people, more: z.boolean().default(false).describe('True for “more than”'), sources: cited })
        .optional(),
    })
    .optional(),
  people: names(id, person).prefault({}).describe('People the text names, each with a card'),
  updates: z.array(update).default([]).describe('What came after the story’s end, the newest last'),
  complete: date('Day to which the updates are complete, EDTF').optional(),
  sources: names(sourceId, source).describe('What the claims rest on, by an id of letters and digits'),
})

/** The front matter of `en.md`: the words that are not a passage of the article. */
export const wordsFile = z.strictObject({
  kicker: text.describe('The line above the headline'),
  headline: text.describe('Says what happened, and to whom'),
  dek: text.describe('One or two sentences under the headline'),
  byline: text.describe('By whom, or by whose reporting'),
  reviewed: z.boolean().default(true).describe('False while no editor has read this translation: the page says so'),
  phases: names(z.string(), text).prefault({}).describe('Name of each phase'),
  eras: names(z.string(), text).prefault({}).describe('Names of the eras, a word or two'),
  places: names(z.string(), text).describe('Name of each place'),
  stays: names(z.string(), text).prefault({}).describe('Where those who stay at a place are: “in Poland”'),
  legs: names(z.string(), z.tuple([text, text]))
    .prefault({})
    .describe('What a leg may claim, where that is less than its two places: [Ukraine, Poland]'),
  figures: z
    .strictObject({
      title: text.describe('Heading of the unit chart'),
      released: text.describe('Label of those released'),
      remaining: text.optional().describe('Label of those remaining, with whose count it is'),
    })
    .optional(),
  dates: names(z.string(), text.max(40, 'a date has a few words'))
    .prefault({})
    .describe('Words shown instead of the date of a step, by step id: “early 1521”'),
  route: text.optional().describe('One sentence on what the lines of the map stand for'),
  legend: text.optional().describe('The same in a few words, for the legend, the poster and saved pictures'),
  notes: names(z.string(), text.max(60, 'a note on the map has about eight words'))
    .prefault({})
    .describe('The short note of a step on the map, by step id'),
  people: names(
    z.string(),
    z.strictObject({
      name: text.describe('Their name, as this language writes it'),
      also: text.optional().describe('Other spellings'),
      who: text.describe('One line: who they are'),
      became: text.optional().describe('What became of them'),
      alt: text.optional().describe('What the portrait shows'),
    }),
  ).prefault({}),
})

export type StoryFile = z.infer<typeof storyFile>
export type WordsFile = z.infer<typeof wordsFile>
