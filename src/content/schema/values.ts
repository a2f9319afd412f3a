/** Schemas of the values that authors write: ids, texts, numbers, dates, sources. */
import { z } from 'zod'
import type { Amount, Status } from '../../story/map.ts'
import { withQuantity } from '../quantity.ts'

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is written in small letters, digits and hyphens')
  .describe('An id: small letters, digits and hyphens')

export const sourceId = z
  .string()
  .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'a source id is written in letters, digits and hyphens')

/** A record without a prototype, so that `constructor` is a valid key and missing keys are never inherited. */
export const names = <K extends z.ZodType<string, string>, V extends z.ZodType>(key: K, value: V) =>
  z.record(key, value).transform((record): Record<string, z.output<V>> => Object.assign(Object.create(null), record))

/** A single line of text; line breaks in the file become spaces. */
export const text = z
  .string()
  .overwrite((value) => value.trim().replace(/[ \t\n]+/g, ' '))
  .min(1, 'is empty')

export const status = z
  .enum(['happened', 'announced', 'reported'])
  .describe('How certain it is: reported means by one source') satisfies z.ZodType<Status>

export const country = z.string().regex(/^[A-Z]{2}$/, 'a country is written as its ISO 3166 code: CH')

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

export const quantity = {
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
export const changes = z
  .union([people, change, z.array(change)], {
    error: 'write { amount: 19, sources: [A1] }, with unit: ships or step: id where needed',
  })
  .transform((value) => {
    const written = typeof value === 'number' ? change.parse({ people: value }) : value
    return [written].flat().map(withQuantity)
  })
  .default([])

// `checkNames` requires one, but in a draft or where the story names its sources as a whole.
export const cited = z.array(sourceId).default([]).describe('Ids of the sources that carry this claim, at least one')

export const date = (description: string) =>
  z
    .union([z.string(), z.int()]) // YAML reads a bare 2020 as a number
    .transform(String)
    .describe(description)

export const sources = z.array(sourceId).default([]).describe('Ids of the sources that carry this claim')
