import { parseDate } from '../content/edtf.ts'
import type { Draft, DraftStep, Note } from './draft.ts'

/** Puts steps and their legs in the order of time; a step without a date stays after the one it followed. */
export function putInOrder(draft: Pick<Draft, 'steps' | 'legs'>, note: Note): Pick<Draft, 'steps' | 'legs'> {
  let last = Number.NEGATIVE_INFINITY
  const timed = draft.steps.map((step, index) => {
    last = startOf(step) ?? last
    return { step, index, start: last }
  })
  const sorted = timed.toSorted((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)))
  const moved = sorted.filter(({ index }, i) => index !== i).length
  if (moved) note('changed', `the order of ${moved} events: they stand in the order of time`)
  const place = new Map(sorted.map(({ index }, i) => [index, i]))
  return {
    steps: sorted.map(({ step }) => step),
    legs: draft.legs.map((leg) => ({ ...leg, step: place.get(leg.step) ?? leg.step })),
  }
}

/** First possible moment, ms since 1970; of a time with a known zone in UTC, as the check compares. */
function startOf({ date = '' }: DraftStep): number | undefined {
  const parsed = parseDate(date)
  return parsed?.precision === 'time' ? (parsed.instant ?? parsed.start) : parsed?.start
}
