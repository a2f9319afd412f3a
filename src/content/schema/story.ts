/** Schema of `story.yaml`. The TypeScript types, the table of fields and the editors’ JSON Schema are generated from it. */
import { z } from 'zod'
import { MOST_STEPS } from '../../story/mostSteps.ts'
import { isLanguageCode } from '../languageCode.ts'
import { isZone, notAZone } from '../zones.ts'
import { figure } from './figure.ts'
import { box, leg, place, section, stage, stageOfStep, stay, surroundings } from './map.ts'
import { cited, country, date, id, names, sourceId, text } from './values.ts'

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

export type StoryFile = z.infer<typeof storyFile>
