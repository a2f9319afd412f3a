/** How many of what: the two ways in which an author writes it, as one. */
import type { Amount } from '../story/story.ts'

/** What is counted where a story says nothing else. */
export const PEOPLE = 'people'

export interface Quantity {
  /** Undefined where it is not known */
  amount: Amount | undefined
  unit: string
}

/** `people: 114` is short for `amount: 114, unit: people`. */
export function quantityOf({
  people,
  amount = people,
  unit = PEOPLE,
}: {
  people?: number | undefined
  amount?: Amount | undefined
  unit?: string | undefined
}): Quantity {
  return { amount, unit }
}

/** The least and the most an amount can be; about so many is no bound to add up with. */
export function boundsOf(amount: Amount | undefined): [least: number, most: number] {
  if (typeof amount === 'number') return [amount, amount]
  if (!amount || amount[0] === amount[1]) return [0, Number.POSITIVE_INFINITY]
  return amount
}
