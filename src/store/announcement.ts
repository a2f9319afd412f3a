import type { Language } from '../language/language.ts'
import { formatCount, say } from '../language/say.ts'
import type { Step } from '../story/story.ts'

/** Text that announces a step to screen readers. `count`: number of all steps. */
export function announcement(language: Language, step: Step, count: number): string {
  const { index, date } = step
  const number = (value: number) => formatCount(value, language)
  return say(language.announce, {
    step: number(index + 1),
    of: number(count),
    heading: headingOf(step),
    date: date.label,
  })
}

/** The heading of a step with its lane, for places that do not show the lane. */
export function headingOf({ lane, heading }: Step): string {
  return lane ? `${lane}: ${heading}` : heading
}
