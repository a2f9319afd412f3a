/** What turns words into sentences, in the page too: it knows no language. */
import type { Language } from './language.ts'

/** Fills in the `{names}` of a template: say('Step {step} of {of}', { step: '4', of: '15' }) */
export function say(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (name, key: string) => values[key] ?? name)
}

/** A number as a language writes it: 1,100. `locales`: BCP 47, the first that is known decides. */
export function formatNumber(value: number, locales: string | string[]): string {
  return new Intl.NumberFormat(locales).format(value)
}

/** Whether a language writes numbers below a thousand as a script does: 999 */
export function isPlain(locales: string[]): boolean {
  return new Intl.NumberFormat(locales, { useGrouping: false }).format(1_234_567_890) === '1234567890'
}

const formats = new Map<string, Intl.NumberFormat>()

/**
 * A count, 0 or more, as a language writes it. Small ones are written without Intl where they can be: its first number
 * takes a slow phone 60 ms, and most stories have no larger one on their maps.
 */
export function formatCount(value: number, { numbers, plain }: Pick<Language, 'numbers' | 'plain'>): string {
  if (plain && value < 1000) return String(value)
  const key = numbers.join()
  const format = formats.get(key) ?? new Intl.NumberFormat(numbers)
  formats.set(key, format)
  return format.format(value)
}
