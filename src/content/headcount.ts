import { boundsOf, PEOPLE, type Quantity } from './quantity.ts'
import type { StoryFile } from './schema/story.ts'

type Leg = StoryFile['legs'][number]
type Changes = Pick<StoryFile['places'][string], 'lost' | 'joined'>

/** The parts of a story that are counted. */
interface Route {
  count?: StoryFile['count']
  legs: (Pick<Leg, 'from' | 'to' | 'step' | 'amount' | 'unit'> & Partial<Changes>)[]
  stays: Pick<StoryFile['stays'][number], 'place' | 'amount' | 'unit'>[]
  places: Record<string, Changes>
  steps: Pick<StoryFile['steps'][number], 'id'>[]
}

/** A sum that does not add up. `at`: path in story.yaml of the leg or count to fix. */
export interface CountError {
  at: (string | number)[]
  message: string
}

/** Minimum and maximum. */
type Bounds = [least: number, most: number]

const NONE: Bounds = [0, 0]

/** A change of the number of people at a place. `when`: its step, then its order in the step. */
interface CountEvent {
  place: string
  kind: 'arrive' | 'join' | 'leave' | 'are lost'
  bounds: Bounds
  when: readonly [step: number, leg: number]
}

/**
 * Checks that the numbers of a closed route add up, by following the count at every place through time: everyone who
 * arrives leaves again, is lost or stays. People who leave a place before anyone has arrived there set out from it, so a
 * round trip may end where it began. The totals are checked only if all places add up, so that one wrong number is one
 * error. Each unit is counted separately.
 */
export function countErrors(route: Route): CountError[] {
  if (route.count === undefined || route.legs.length === 0) return []
  const units = new Set(route.legs.map((leg) => leg.unit))
  return [...units].flatMap((unit) => miscountsOf(unit, route))
}

function miscountsOf(unit: string, route: Route): CountError[] {
  const { legs, stays, places, count } = route
  const events = eventsOf(unit, route)
  const found: CountError[] = []
  const wrong = new Set<string>()
  let setOut = NONE
  for (const place of new Set(events.map((event) => event.place))) {
    const stay = sum(
      stays.filter((entry) => entry.place === place),
      unit,
    )
    const here = follow(
      events.filter((event) => event.place === place),
      stay,
    )
    setOut = plus(setOut, here.setOut)
    if (here.mismatch === undefined) continue
    // A wrong number on a leg breaks the sums at both ends; report only the first.
    const neighbours = legs.flatMap((leg) => (leg.to === place ? leg.from : leg.from === place ? leg.to : []))
    if (neighbours.some((other) => wrong.has(other))) continue
    wrong.add(place)
    const index = legs.findIndex((leg) => leg.to === place && leg.unit === unit)
    found.push({ at: ['legs', index], message: `at “${place}” ${here.mismatch}` })
  }
  if (typeof count !== 'number' || unit !== PEOPLE || found.length) return found
  const changed = [...Object.values(places), ...legs]
  const sumOf = (kind: 'lost' | 'joined') =>
    sum(
      changed.flatMap((each) => each[kind] ?? []),
      unit,
    )
  const lost = sumOf('lost')
  const [end, start] = [plus(sum(stays, unit), lost), plus(setOut, sumOf('joined'))]
  const parts = lost[1] ? 'its stays and losses' : 'its stays'
  if (!includes(end, count))
    found.push({ at: ['count'], message: `the story counts ${count} people, but ${parts} add up to ${inWords(end)}` })
  else if (!includes(start, count))
    found.push({ at: ['count'], message: `the story counts ${count} people, but ${inWords(start)} set out or join` })
  return found
}

/** All changes of the counts of places, in the order of time; within one step, in the order of the legs. */
function eventsOf(unit: string, { legs, places, steps }: Route): CountEvent[] {
  const order = (id: string) => steps.findIndex((step) => step.id === id)
  const moved = legs.flatMap((leg, i): CountEvent[] => {
    if (leg.unit !== unit) return []
    const [bounds, when] = [boundsOf(leg.amount), [order(leg.step), i] as const]
    const [least, most] = plus(minus(bounds, sum(leg.lost ?? [], unit)), sum(leg.joined ?? [], unit))
    return [
      { place: leg.from, kind: 'leave', bounds, when },
      { place: leg.to, kind: 'arrive', bounds: [Math.max(0, least), most], when },
    ]
  })
  const changed = Object.entries(places).flatMap(([place, { lost, joined }]) => {
    const arrival = moved.find((event) => event.place === place && event.kind === 'arrive')
    const eventsOf = (kind: CountEvent['kind'], changes: typeof lost) =>
      changes.flatMap((change): CountEvent[] => {
        if (change.unit !== unit) return []
        // A change comes after all arrivals of its step, or, without a step, at the first arrival.
        const when = change.step
          ? ([order(change.step), legs.length] as const)
          : (arrival?.when ?? ([Number.NEGATIVE_INFINITY, 0] as const))
        return [{ place, kind, bounds: sum([change], unit), when }]
      })
    return [...eventsOf('join', joined), ...eventsOf('are lost', lost)]
  })
  return [...moved, ...changed].sort((a, b) => a.when[0] - b.when[0] || a.when[1] - b.when[1])
}

/** Follows the count of one place through time; `mismatch` is the error in words. */
function follow(events: CountEvent[], stay: Bounds) {
  const sums = { arrive: NONE, join: NONE, leave: NONE, 'are lost': NONE }
  let [here, setOut, reached, short] = [NONE, NONE, false, false]
  for (const { kind, bounds } of events) {
    if (kind === 'arrive') reached = true
    if (kind === 'leave' && !reached) {
      setOut = plus(setOut, minus(bounds, here))
      here = NONE
      continue
    }
    sums[kind] = plus(sums[kind], bounds)
    here = kind === 'arrive' || kind === 'join' ? plus(here, bounds) : minus(here, bounds)
    short ||= reached && here[1] < 0
  }
  const { arrive, join, leave, 'are lost': lost } = sums
  const addsUp = !reached || (!short && here[0] <= stay[1] && here[1] >= stay[0])
  const come = join[1] ? `${inWords(arrive)} arrive and ${inWords(join)} join` : `${inWords(arrive)} arrive`
  const gone = lost[1] ? `${inWords(leave)} leave, ${inWords(lost)} are lost` : `${inWords(leave)} leave`
  return { setOut, mismatch: addsUp ? undefined : `${come}, but ${gone} and ${inWords(stay)} stay` }
}

function sum(counts: Quantity[], unit: string): Bounds {
  const counted = counts.filter((quantity) => quantity.unit === unit)
  return counted.reduce((total, { amount }) => plus(total, boundsOf(amount)), NONE)
}

function plus(a: Bounds, b: Bounds): Bounds {
  return [a[0] + b[0], a[1] + b[1]]
}

/** Unbounded if either is, since an approximate number minus another may be anything. */
function minus(a: Bounds, b: Bounds): Bounds {
  return [b[1] === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : a[0] - b[1], a[1] - b[0]]
}

function includes([least, most]: Bounds, count: number): boolean {
  return least <= count && count <= most
}

function inWords([least, most]: Bounds): string {
  return least === most
    ? String(least)
    : most === Number.POSITIVE_INFINITY
      ? 'an unknown number'
      : `${least} to ${most}`
}
