/** Reads JSON of other programs tolerantly: a number or a truth is as good as its text, and null as nothing. */
import { z } from 'zod'
import { InputError } from './draft.ts'

/** A text, trimmed; empty if there is none. */
export const words = z
  .union([z.string(), z.number(), z.boolean()], { error: 'is not a text' })
  .nullish()
  .transform((value) => (value === undefined || value === null ? '' : String(value).trim()))

/** The data in the shape of `schema`. Throws an InputError with the path to the first value that is not. */
export function parsed<S extends z.ZodType>(schema: S, data: unknown): z.output<S> {
  const { success, data: value, error } = schema.safeParse(data)
  if (success) return value
  const [issue] = error.issues
  const path = (issue?.path ?? []).map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  throw new InputError(`${path.replace(/^\./, '') || 'the file'} ${issue?.message ?? 'cannot be read'}`)
}
