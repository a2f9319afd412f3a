import { z } from 'zod'
import { id, sources } from './values.ts'

/** A number of a figure. */
export const value = z
  .union([z.number().nonnegative(), z.string().regex(/^[~>]\d+(\.\d+)?$/)], {
    error: 'a number is written 1100, ~1100 for about, >1100 for more than 1100',
  })
  .transform((written) =>
    typeof written === 'number'
      ? { number: written, sign: '' as const }
      : { number: Number(written.slice(1)), sign: written.startsWith('>') ? ('>' as const) : ('~' as const) },
  )

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

export const figure = z.discriminatedUnion('kind', [
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
