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
    update: file.updates.map((update) => update.id),
    era: file.eras.map((era) => era.id),
    span: file.spans.map((span) => span.id),
    person: Object.keys(file.people),
    language: file.languages,
    unit: [PEOPLE, ...file.units.filter((unit) => unit !== PEOPLE)],
    figure: file.figures.map((figure) => figure.id),
    source: Object.keys(file.sources),
  }
}

/** Lists in story.yaml whose entries have ids, which may be duplicates, and the kind of each. */
export const LISTS = [
  ['languages', 'language'],
  ['phases', 'phase'],
  ['lanes', 'lane'],
  ['steps', 'step'],
  ['legs', 'leg'],
  ['updates', 'update'],
  ['eras', 'era'],
  ['spans', 'span'],
  ['figures', 'figure'],
] as const

/** Indexes of the duplicates in `ids`, without the first of each. */
export function duplicatesIn(ids: string[]): number[] {
  const seen = new Set<string>()
  return ids.flatMap((id, i) => {
    const isDuplicate = seen.has(id)
    seen.add(id)
    return isDuplicate ? i : []
  })
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
