/** The arithmetic of a route whose count is closed: nobody appears or vanishes on the way, save where the story says so. */
import { boundsOf, PEOPLE, quantityOf } from './quantity.ts'
import type { StoryFile } from './schema.ts'

/** What is counted of a route. */
interface Route {
  count?: StoryFile['count']
  legs: (Pick<StoryFile['legs'][number], 'from' | 'to' | 'step'> & Partial<Changes> & Counted)[]
  stays: (Pick<StoryFile['stays'][number], 'place'> & Counted)[]
  places: Record<string, Changes>
  steps: Pick<StoryFile['steps'][number], 'id'>[]
}

type Changes = Pick<StoryFile['places'][string], 'lost' | 'joined'>

type Counted = Parameters<typeof quantityOf>[0]

/** A sum that does not come out. `at`: the leg or count to mend it at, as a path in story.yaml. */
export interface CountError {
  at: (string | number)[]
  message: string
}

/** From the least to the most it can be. */
type Bounds = [least: number, most: number]

const NONE: Bounds = [0, 0]

/** Something that makes those at a place more or fewer. `when`: its step, then what comes first in it. */
interface Turn {
  place: string
  kind: 'arrive' | 'join' | 'leave' | 'are lost'
  bounds: Bounds
  when: [step: number, leg: number]
}

/**
 * Follows the count of every place through time: who has come there goes on, is lost or stays. Who leaves a place before
 * anybody has come to it sets out from there, so a round trip may end where it began. One wrong number is one mismatch:
 * the totals are looked at only where the places agree. Each unit is counted by itself.
 */
export function countErrors(route: Route): CountError[] {
  if (route.count === undefined || route.legs.length === 0) return []
  const units = new Set(route.legs.map((leg) => quantityOf(leg).unit))
  return [...units].flatMap((unit) => miscountsOf(unit, route))
}

function miscountsOf(unit: string, route: Route): CountError[] {
  const { legs, stays, count } = route
  const turns = worldCopiesOf(unit, route)
  const found: CountError[] = []
  const wrong = new Set<string>()
  const totals = {
    setOut: NONE,
    stay: sum(stays, unit),
    lost: sum(
      legs.flatMap(({ lost = [] }) => lost),
      unit,
    ),
    joined: sum(
      legs.flatMap(({ joined = [] }) => joined),
      unit,
    ),
  }
  for (const place of new Set(turns.map((turn) => turn.place))) {
    const own = turns
      .filter((turn) => turn.place === place)
      .sort((a, b) => a.when[0] - b.when[0] || a.when[1] - b.when[1])
    const stay = sum(
      stays.filter((entry) => entry.place === place),
      unit,
    )
    const { setOut, lost, joined, says } = follow(own, stay)
    totals.setOut = plus(totals.setOut, setOut)
    totals.lost = plus(totals.lost, lost)
    totals.joined = plus(totals.joined, joined)
    if (says === undefined) continue
    // A wrong number on a leg spoils the sums at both its ends; the first is enough to find it.
    const neighbours = legs.flatMap((leg) => (leg.to === place ? leg.from : leg.from === place ? leg.to : []))
    if (neighbours.some((other) => wrong.has(other))) continue
    wrong.add(place)
    const index = legs.findIndex((leg) => leg.to === place && quantityOf(leg).unit === unit)
    found.push({ at: ['legs', index], message: `at “${place}” ${says}` })
  }
  if (typeof count !== 'number' || unit !== PEOPLE || found.length) return found
  const end = plus(totals.stay, totals.lost)
  const start = plus(totals.setOut, totals.joined)
  const of = totals.lost[1] ? 'its stays and losses' : 'its stays'
  if (!holds(end, count))
    found.push({ at: ['count'], message: `the story counts ${count} people, but ${of} add up to ${shown(end)}` })
  else if (!holds(start, count))
    found.push({ at: ['count'], message: `the story counts ${count} people, but ${shown(start)} set out or join` })
  return found
}

/** All that changes the count of places; of what happens in one step, in the order of the legs. */
function worldCopiesOf(unit: string, { legs, places, steps }: Route): Turn[] {
  const order = (id: string) => steps.findIndex((step) => step.id === id)
  const moved = legs.flatMap((leg, i): Turn[] => {
    const { amount, unit: own } = quantityOf(leg)
    if (own !== unit) return []
    const [bounds, step] = [boundsOf(amount), order(leg.step)]
    const arriving = plus(minus(bounds, sum(leg.lost ?? [], unit)), sum(leg.joined ?? [], unit))
    return [
      { place: leg.from, kind: 'leave', bounds, when: [step, i] },
      { place: leg.to, kind: 'arrive', bounds: [Math.max(0, arriving[0]), arriving[1]], when: [step, i] },
    ]
  })
  const changed = Object.entries(places).flatMap(([place, { lost, joined }]) => {
    const turn =
      (kind: Turn['kind']) =>
      (change: (typeof lost)[number]): Turn[] => {
        const { amount, unit: own } = quantityOf(change)
        if (own !== unit) return []
        const arrival = moved.find((turn) => turn.place === place && turn.kind === 'arrive')
        // At its step all have come that come in it; without one, it is at the first arrival.
        const when: Turn['when'] = change.step
          ? [order(change.step), legs.length]
          : (arrival?.when ?? [Number.NEGATIVE_INFINITY, 0])
        return [{ place, kind, bounds: boundsOf(amount), when }]
      }
    return [...joined.flatMap(turn('join')), ...lost.flatMap(turn('are lost'))]
  })
  return [...moved, ...changed]
}

/** The count of one place through time, and what is wrong with it in words. */
function follow(turns: Turn[], stay: Bounds) {
  const sums = { arrive: NONE, join: NONE, leave: NONE, 'are lost': NONE }
  let [here, setOut, reached, short] = [NONE, NONE, false, false]
  for (const { kind, bounds } of turns) {
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
  const comesOut = !reached || (!short && here[0] <= stay[1] && here[1] >= stay[0])
  const come = join[1] ? `${shown(arrive)} arrive and ${shown(join)} join` : `${shown(arrive)} arrive`
  const gone = lost[1] ? `${shown(leave)} leave, ${shown(lost)} are lost` : `${shown(leave)} leave`
  return { setOut, lost, joined: join, says: comesOut ? undefined : `${come}, but ${gone} and ${shown(stay)} stay` }
}

function sum(counts: Counted[], unit: string): Bounds {
  const own = counts.map(quantityOf).filter((quantity) => quantity.unit === unit)
  return own.reduce((total, { amount }) => plus(total, boundsOf(amount)), NONE)
}

function plus(a: Bounds, b: Bounds): Bounds {
  return [a[0] + b[0], a[1] + b[1]]
}

/** Without end where either is: about so many less about so many may be any number. */
function minus(a: Bounds, b: Bounds): Bounds {
  return [b[1] === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : a[0] - b[1], a[1] - b[0]]
}

function holds([least, most]: Bounds, count: number): boolean {
  return least <= count && count <= most
}

function shown([least, most]: Bounds): string {
  return least === most
    ? String(least)
    : most === Number.POSITIVE_INFINITY
      ? 'an unknown number'
      : `${least} to ${most}`
}
