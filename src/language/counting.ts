/** Plural forms of a word, by the plural categories of its language. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Returns a function that chooses the form for a count, which may be a formatted number: '1 100'. `code`: BCP 47. */
export function formsIn(code: string): (count: number | string, forms: Forms) => string {
  const rules = new Intl.PluralRules(code)
  return (count, forms) => {
    const value = typeof count === 'number' ? count : Number(count.replace(/\D/g, ''))
    return forms[rules.select(value)] ?? forms.other
  }
}
