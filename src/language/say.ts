/** Formatting of words and numbers, independent of language; also used in the browser. */
import type { Language } from './language.ts'

/** Fills in the `{names}` of a template: say('Step {step} of {of}', { step: '4', of: '15' }) */
export function say(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (name, key: string) => values[key] ?? name)
}

/** Formats a number: 1,100. `locales`: BCP 47, the first supported one is used. */
export function formatNumber(value: number, locales: string | string[]): string {
  return new Intl.NumberFormat(locales).format(value)
}

/** Whether a language writes numbers below 1,000 as `String` does, with the digits 0 to 9. */
export function isPlain(locales: string[]): boolean {
  return new Intl.NumberFormat(locales, { useGrouping: false }).format(1_234_567_890) === '1234567890'
}

const formats = new Map<string, Intl.NumberFormat>()

/**
 * Formats a count, 0 or more. Avoids Intl for small counts if possible: its first use takes 60 ms on a slow phone, and
 * most stories have no larger number on their maps.
 */
export function formatCount(value: number, { numbers, plain }: Pick<Language, 'numbers' | 'plain'>): string {
  if (plain && value < 1000) return String(value)
  const key = numbers.join()
  const format = formats.get(key) ?? new Intl.NumberFormat(numbers)
  formats.set(key, format)
  return format.format(value)
}
