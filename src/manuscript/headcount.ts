/** The arithmetic of a route: nobody appears or vanishes on the way. */
import type { StoryFile } from './schema.ts'

/** What is counted of a route. */
interface Route {
  legs: Pick<StoryFile['legs'][number], 'from' | 'to' | 'people'>[]
  stays: Pick<StoryFile['stays'][number], 'place' | 'people'>[]
  figures?: StoryFile['figures']
}

/** A sum that does not come out. `at`: the leg, stay or figure to mend it at, as a path in story.yaml. */
export interface Mismatch {
  at: (string | number)[]
  message: string
}

/**
 * Checks that at every place people arrive at, those who leave and those who stay are as many, that all who stay make
 * the story's own figure, and that all who set out do too. One wrong number is one mismatch: the totals are looked at only
 * where the places agree.
 */
export function miscounts({ legs, stays, figures }: Route): Mismatch[] {
  if (legs.length === 0) return []
  const found: Mismatch[] = []
  const sum = (counts: { people: number }[]) => counts.reduce((total, { people }) => total + people, 0)
  const places = [...new Set(legs.flatMap((leg) => [leg.from, leg.to]))]
  const wrong = new Set<string>()
  let setOut = 0
  for (const place of places) {
    const arrive = sum(legs.filter((leg) => leg.to === place))
    const leave = sum(legs.filter((leg) => leg.from === place))
    const stay = sum(stays.filter((entry) => entry.place === place))
    if (arrive === 0) setOut += leave
    else if (arrive !== leave + stay) {
      // A wrong number on a leg spoils the sums at both its ends; the first is enough to find it.
      const neighbours = legs.flatMap((leg) => (leg.to === place ? leg.from : leg.from === place ? leg.to : []))
      if (neighbours.some((other) => wrong.has(other))) continue
      wrong.add(place)
      const index = legs.findIndex((leg) => leg.to === place)
      found.push({
        at: ['legs', index],
        message: `at “${place}” ${arrive} arrive, but ${leave} leave and ${stay} stay`,
      })
    }
  }
  const total = figures?.released.people
  if (total === undefined || found.length) return found
  if (sum(stays) !== total)
    found.push({
      at: ['figures', 'released'],
      message: `the story counts ${total} people, but its stays add up to ${sum(stays)}`,
    })
  else if (setOut !== total)
    found.push({ at: ['figures', 'released'], message: `the story counts ${total} people, but ${setOut} set out` })
  return found
}
