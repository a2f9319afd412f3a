import type { DraftStep, Note } from './draft.ts'
import { cut } from './text/words.ts'

/** Names of groups in their order, and what they are. */
export interface Groups {
  kind: 'phases' | 'lanes' | undefined
  names: string[]
}

const MOST_LANES = 4

/** Longest name of a lane. */
const LONGEST_LANE = 18

/** Decides whether the groups of steps are phases, which follow one another in time, or lanes, which run side by side. */
export function groupsOf(steps: DraftStep[], note: Note): Groups {
  const lanes = [...new Set(steps.flatMap(({ lane }) => lane ?? []))]
  if (lanes.length === 1) note('to decide', `a second lane beside “${lanes[0]}”: one alone is none`)
  if (lanes.length > MOST_LANES)
    note('to decide', `which of the ${lanes.length} lanes remain: there are ${MOST_LANES} at most`)
  if (lanes.length > 1 && lanes.length <= MOST_LANES) return { kind: 'lanes', names: lanes }
  const grouped = steps.flatMap(({ group }) => group ?? [])
  const names = [...new Set(grouped)]
  if (!names.length) return { kind: undefined, names }
  const runs = grouped.filter((group, i) => group !== grouped[i - 1])
  if (runs.length === names.length) {
    note('changed', `groups follow one another and are phases: ${names.join(', ')}`)
    return { kind: 'phases', names }
  }
  if (names.length <= MOST_LANES) {
    note('changed', `groups run side by side and are lanes: ${names.join(', ')}`)
    for (const name of names) if (name.length > LONGEST_LANE) note('to decide', `a shorter name for the lane “${name}”`)
    return { kind: 'lanes', names }
  }
  note(
    'to decide',
    `which of the ${names.length} groups are lanes, of which there are ${MOST_LANES} at most: a comment at each step of story.yaml has its group`,
  )
  return { kind: undefined, names }
}

/** A lane's name, cut where it is too long. */
export function laneName(name: string): string {
  return name.length > LONGEST_LANE ? `${cut(name, LONGEST_LANE - 1)}…` : name
}
