import { middleOf, PEOPLE, type Quantity } from '../content/quantity.ts'
import { type Forms, formsIn } from '../language/counting.ts'
import type { PrintedLanguage } from '../language/language.ts'
import { formatNumber } from '../language/say.ts'
import type { Amount } from '../story/map.ts'

/** Formats quantities in one language, with the story's own words for its units. */
export class Quantities {
  private readonly form: ReturnType<typeof formsIn>

  /** `counted`: units of all legs. If they are all people, the map shows numbers without a unit. */
  constructor(
    private readonly language: PrintedLanguage,
    private readonly words: Record<string, Forms>,
    private readonly counted: string[],
  ) {
    this.form = formsIn(language.locale)
  }

  /** '114 people', '~200 ships', '250–280 people'; undefined if unknown. */
  format({ amount, unit }: Quantity): string | undefined {
    // In nearly every language, the end of a range determines the plural form.
    const last = typeof amount === 'object' ? amount[1] : amount
    return amount === undefined || last === undefined
      ? undefined
      : `${this.number(amount)} ${this.form(last, this.forms(unit))}`
  }

  /** The same for the map: only the number, if nothing but people is counted. */
  formatShort(quantity: Quantity): string | undefined {
    const { amount } = quantity
    const onlyPeople = this.counted.every((unit) => unit === PEOPLE)
    return amount !== undefined && onlyPeople ? this.number(amount) : this.format(quantity)
  }

  /** The units of all legs in the plural form of 1,000: 'people and ships'. */
  units(): string {
    const names = [...new Set(this.counted)].map((unit) => this.form(1000, this.forms(unit)))
    return new Intl.ListFormat(this.language.locale).format(names)
  }

  /** Intl formats a range with equal ends as an approximate number. */
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

/** The largest amount of each unit; line widths are proportional to it. */
export function largest(quantities: Quantity[]): Map<string, number> {
  const maxima = new Map<string, number>()
  for (const { amount, unit } of quantities)
    if (amount !== undefined) maxima.set(unit, Math.max(maxima.get(unit) ?? 0, middleOf(amount)))
  return maxima
}
