import type { Language } from '../language/language.ts'
import { formatCount, say } from '../language/say.ts'
import type { Step } from '../story/story.ts'

/** Text that announces a step to screen readers. `count`: number of all steps. */
export function announcement(language: Language, step: Step, count: number): string {
  const { index, date } = step
  const position = { step: formatCount(index + 1, language), of: formatCount(count, language) }
  const heading = headingOf(step)
  return date === undefined
    ? `${say(language.position, position)}: ${heading}`
    : say(language.announce, { ...position, heading, date })
}

/** The date and heading of a step. */
export function nameOf(step: Step, language: Language): string {
  const heading = headingOf(step)
  return step.date === undefined ? heading : say(language.bead, { date: step.date, heading })
}

/** The heading of a step with its lane, for places that do not show the lane. */
export function headingOf({ lane, heading }: Step): string {
  return lane ? `${lane}: ${heading}` : heading
}
