import type { Language } from '../language/language.ts'
import { formatCount, say } from '../language/say.ts'
import type { Step } from '../story/story.ts'

/** What is said of a step when the reader comes to it; `of`: number of all steps. */
export function announcement(language: Language, step: Step, of: number): string {
  const { index, date } = step
  const number = (value: number) => formatCount(value, language)
  return say(language.announce, { step: number(index + 1), of: number(of), heading: headingOf(step), date: date.label })
}

/** The heading of a step as it is said where its lane is not seen. */
export function headingOf({ lane, heading }: Step): string {
  return lane ? `${lane}: ${heading}` : heading
}
