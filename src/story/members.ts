/**
 * The members of a counted group: each person or ship waits at a place, travels along the legs, and stays where its last leg
 * ends. Which of them goes where is only arithmetic: the last to come are the first to go.
 */
import type { Leg, Route } from './map.ts'

/** A member's travels: the legs it takes, and its position at each place it comes to, counted from the middle. */
export interface Member {
  start: { place: string; slot: number }
  travels: { leg: Leg; slot: number /** Position in the column of travellers, from the front */; rank: number }[]
  /** Lost on its last leg, of which it completes this fraction */
  lostAt?: number | undefined
}

/** Maximum number of members that are drawn one by one. */
const MOST_MEMBERS = 300

/**
 * The members that the counted legs `legs` move, in the order of the steps. Undefined if they cannot be drawn one by one:
 * a number is not exact or changes upwards on the way, or there are too many.
 */
export function membersOf(legs: Leg[]): Member[] | undefined {
  const members: Member[] = []
  const ordered = [...legs].sort((a, b) => a.step - b.step)
  const starting = startersOf(ordered)
  const at = new Map<string, Member[]>()
  const membersAt = (key: string) => at.get(key) ?? at.set(key, []).get(key) ?? []
  for (const leg of ordered) {
    const { amount, arrive } = leg
    const presentAt = (place: string) => membersAt(keyOf(leg, place))
    if (typeof amount !== 'number' || !Number.isInteger(amount) || (arrive ?? 0) > amount) return
    const waiting = presentAt(leg.from)
    // Members not seen before have waited at the start, in the middle of those who came there.
    const missing = Math.max(0, amount - waiting.length)
    for (let i = 0; i < missing; i += 1) {
      // The first to go stand at the edge.
      const slot = (starting.get(keyOf(leg, leg.from)) ?? 0) - 1
      starting.set(keyOf(leg, leg.from), slot)
      const member: Member = { start: { place: leg.from, slot }, travels: [] }
      members.push(member)
      waiting.push(member)
    }
    if (members.length > MOST_MEMBERS) return
    const arriving = presentAt(leg.to)
    const lost = amount - (arrive ?? amount)
    waiting
      .splice(waiting.length - amount)
      .reverse()
      .forEach((member, rank) => {
        const isLost = rank >= amount - lost
        member.travels.push({ leg, rank, slot: arriving.length })
        // Where on the way is not known: evenly.
        if (isLost) member.lostAt = (amount - rank) / (lost + 1)
        else arriving.push(member)
      })
  }
  return members
}

function keyOf({ others }: Leg, place: string): string {
  return `${others ?? false} ${place}`
}

/** Number of members who have waited at each place from the start. */
function startersOf(legs: Leg[]): Map<string, number> {
  const [starters, present] = [new Map<string, number>(), new Map<string, number>()]
  const add = (counts: Map<string, number>, key: string, by: number) => counts.set(key, (counts.get(key) ?? 0) + by)
  for (const leg of legs) {
    const [from, to] = [keyOf(leg, leg.from), keyOf(leg, leg.to)]
    const amount = typeof leg.amount === 'number' ? leg.amount : 0
    const missing = Math.max(0, amount - (present.get(from) ?? 0))
    add(starters, from, missing)
    add(present, from, missing - amount)
    add(present, to, leg.arrive ?? amount)
  }
  return starters
}

/** The legs of a route that move its crowd, on the map or on the section. */
export function crowdLegs({ legs, crowd }: Pick<Route, 'legs' | 'crowd'>, section = false): Leg[] {
  return legs.filter((leg) => crowd?.includes(leg.id) && Boolean(leg.section) === section)
}
