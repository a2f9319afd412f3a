import { didYouMean } from '../problems.ts'
import { PEOPLE } from '../quantity.ts'
import type { StoryFile } from '../schema/story.ts'

/** The ids of a story, by kind. */
export function idsOf(file: StoryFile) {
  return {
    place: [...Object.keys(file.places), ...Object.keys(file.section?.places ?? {})],
    phase: file.phases,
    lane: file.lanes ?? [],
    step: file.steps.map((step) => step.id),
    leg: file.legs.map((leg) => leg.id),
    person: Object.keys(file.people),
    unit: [PEOPLE, ...file.units.filter((unit) => unit !== PEOPLE)],
    source: Object.keys(file.sources),
  }
}

/** The entries whose id an earlier one has. */
export function duplicatesIn<T extends { id: string }>(entries: T[]): T[] {
  return entries.filter(({ id }, i) => entries.findIndex((other) => other.id === id) < i)
}

/** Whether no id appears twice. */
export function isUnique(ids: string[]): boolean {
  return new Set(ids).size === ids.length
}

/**
 * Calls `missing` for each wanted id that is not given, and `extra` for each other id that is. A misspelt id counts only
 * as extra, with a hint; ids in `missed` have already been reported.
 */
export function compareIds(
  wanted: string[],
  given: string[],
  missed: Set<string>,
  { missing, extra }: Record<'missing' | 'extra', (id: string, hint?: string) => unknown>,
) {
  const left = new Set(wanted.filter((id) => !given.includes(id)))
  for (const id of new Set(given)) {
    if (wanted.includes(id)) continue
    const meant = [...left].find((other) => didYouMean(id, [other]))
    if (meant !== undefined) left.delete(meant)
    if (!missed.has(id)) extra(id, didYouMean(id, meant === undefined ? wanted : [meant]))
    if (meant !== undefined) missed.add(id)
  }
  for (const id of left) missing(id)
}
