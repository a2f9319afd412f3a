import type { Language } from '../language/language.ts'
import { formatNumber, say } from '../language/say.ts'
import type { Step } from '../story/story.ts'

/** What is said of a step when the reader comes to it; `of`: number of all steps. */
export function announcement({ announce, numbers }: Language, { index, heading, date }: Step, of: number): string {
  const number = (value: number) => formatNumber(value, numbers)
  return say(announce, { step: number(index + 1), of: number(of), heading, date: date.label })
}
