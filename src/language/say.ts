/** What turns words into sentences, in the page too: it knows no language. */

/** Fills in the `{names}` of a template: say('Step {step} of {of}', { step: '4', of: '15' }) */
export function say(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (name, key: string) => values[key] ?? name)
}

/** A number as a language writes it: 1,100. `locales`: BCP 47, the first that is known decides. */
export function formatNumber(value: number, locales: string | string[]): string {
  return new Intl.NumberFormat(locales).format(value)
}
