/** Schema of the front matter of `en.md`. The TypeScript types and the table of fields are generated from it. */
import { z } from 'zod'
import { names, text } from './values.ts'

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

export type WordsFile = z.infer<typeof wordsFile>
