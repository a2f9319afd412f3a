import type { Amount } from '../story/map.ts'

/** The default unit. */
export const PEOPLE = 'people'

export interface Quantity {
  /** Undefined if unknown */
  amount: Amount | undefined
  unit: string
}

/** Expands `people: 114` to `amount: 114, unit: people`, for the schema. */
export function withQuantity<
  T extends { people?: number | undefined; amount?: Amount | undefined; unit?: string | undefined },
>(written: T): Omit<T, keyof Quantity> & Quantity {
  return { ...written, amount: written.amount ?? written.people, unit: written.unit ?? PEOPLE }
}

/** Minimum and maximum of an amount; an unknown or approximate amount is unbounded. */
export function boundsOf(amount: Amount | undefined): [least: number, most: number] {
  if (typeof amount === 'number') return [amount, amount]
  if (!amount || amount[0] === amount[1]) return [0, Number.POSITIVE_INFINITY]
  return amount
}

/** The number that represents an amount in the drawing. */
export function middleOf(amount: Amount): number {
  return typeof amount === 'number' ? amount : (amount[0] + amount[1]) / 2
}
