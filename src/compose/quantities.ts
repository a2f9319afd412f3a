/** How many of what, in words of the story's language. */

import { PEOPLE, type Quantity } from '../content/quantity.ts'
import { type Forms, formsIn } from '../language/counting.ts'
import type { PrintedLanguage } from '../language/language.ts'
import { formatNumber } from '../language/say.ts'
import { middleOf } from '../story/route.ts'
import type { Amount } from '../story/story.ts'

/** Says quantities in one language, with the story's own words for what it counts. */
export class Quantities {
  private readonly form: ReturnType<typeof formsIn>

  /** `counted`: every unit of the legs; where it is people alone, a number on the map says enough. */
  constructor(
    private readonly language: PrintedLanguage,
    private readonly words: Record<string, Forms>,
    private readonly counted: string[],
  ) {
    this.form = formsIn(language.locale)
  }

  /** '114 people', '~200 ships', '250–280 people'; undefined where it is not known. */
  say({ amount, unit }: Quantity): string | undefined {
    // Of a range the number it ends with chooses the form, in nearly every language.
    const last = typeof amount === 'object' ? amount[1] : amount
    return amount === undefined || last === undefined
      ? undefined
      : `${this.number(amount)} ${this.form(last, this.forms(unit))}`
  }

  /** The same as short as the map can have it: of people the number alone, if nothing else is counted. */
  mark(quantity: Quantity): string | undefined {
    const { amount } = quantity
    const alone = this.counted.every((unit) => unit === PEOPLE)
    return amount !== undefined && alone ? this.number(amount) : this.say(quantity)
  }

  /** The words for all that is counted on the lines, as they stand beside a thousand: 'people and ships'. */
  units(): string {
    const names = [...new Set(this.counted)].map((unit) => this.form(1000, this.forms(unit)))
    return new Intl.ListFormat(this.language.locale).format(names)
  }

  /** Intl writes a range whose ends are the same as about that number. */
  private number(amount: Amount): string {
    const { locale } = this.language
    return typeof amount === 'number'
      ? formatNumber(amount, locale)
      : new Intl.NumberFormat(locale).formatRange(...amount)
  }

  private forms(unit: string): Forms {
    return this.words[unit] ?? this.language.counted
  }
}

/** The largest amount of each unit: its lines are drawn in proportion to it. */
export function largest(quantities: Quantity[]): Map<string, number> {
  const most = new Map<string, number>()
  for (const { amount, unit } of quantities)
    if (amount !== undefined) most.set(unit, Math.max(most.get(unit) ?? 0, middleOf(amount)))
  return most
}
