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
  /** Those who were at a place from the start, the first to go first */
  const starters = new Map<string, Member[]>()
  /** Those who are at a place now */
  const present = new Map<string, Member[]>()
  for (const leg of [...legs].sort((a, b) => a.step - b.step)) {
    const { amount, arrive } = leg
    if (typeof amount !== 'number' || !Number.isInteger(amount) || (arrive ?? 0) > amount) return
    const starting = groupAt(leg.from, starters, leg)
    const waiting = groupAt(leg.from, present, leg)
    while (waiting.length < amount) {
      const member: Member = { start: { place: leg.from, slot: 0 }, travels: [] }
      for (const group of [members, starting, waiting]) group.push(member)
    }
    if (members.length > MOST_MEMBERS) return
    const arriving = groupAt(leg.to, present, leg)
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
  // Starters stand in the middle of those who came to them, the first to go at their edge.
  for (const group of starters.values()) for (const [i, { start }] of group.entries()) start.slot = group.length - 1 - i
  return members
}

/** The group at `place` that `leg` can move. */
function groupAt(place: string, groups: Map<string, Member[]>, { others }: Leg): Member[] {
  const key = `${Boolean(others)} ${place}`
  const group = groups.get(key) ?? []
  groups.set(key, group)
  return group
}

/** The legs of a route that move its crowd, on the map or on the section. */
export function crowdLegs({ legs, crowd }: Pick<Route, 'legs' | 'crowd'>, section = false): Leg[] {
  return legs.filter((leg) => crowd?.includes(leg.id) && Boolean(leg.section) === section)
}
