/** The forms of a word beside a number, by the plural categories of its language. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Chooses the form that goes with a count, which may be a number as the page writes it: '1 100'. `code`: BCP 47. */
export function formsIn(code: string): (count: number | string, forms: Forms) => string {
  const rules = new Intl.PluralRules(code)
  return (count, forms) => {
    const value = typeof count === 'number' ? count : Number(count.replace(/\D/g, ''))
    return forms[rules.select(value)] ?? forms.other
  }
}
