import { didYouMean } from '../problems.ts'
import { PEOPLE } from '../quantity.ts'
import type { StoryFile } from '../schema.ts'

/** The ids of a story, by what they are of. */
export function namesOf(file: StoryFile) {
  return {
    place: Object.keys(file.places),
    phase: file.phases,
    lane: file.lanes ?? [],
    step: file.steps.map((step) => step.id),
    leg: file.legs.map((leg) => leg.id),
    update: file.updates.map((update) => update.id),
    era: file.eras.map((era) => era.id),
    language: file.languages,
    unit: [PEOPLE, ...file.units.filter((unit) => unit !== PEOPLE)],
    figure: file.figures.map((figure) => figure.id),
    source: Object.keys(file.sources),
  }
}

/** Where story.yaml has ids in lists, which may have one twice. */
export const LISTS = [
  ['languages', 'language'],
  ['phases', 'phase'],
  ['lanes', 'lane'],
  ['steps', 'step'],
  ['legs', 'leg'],
  ['updates', 'update'],
  ['eras', 'era'],
  ['figures', 'figure'],
] as const

/** Places in `ids` of those that have stood there before. */
export function twice(ids: string[]): number[] {
  const seen = new Set<string>()
  return ids.flatMap((id, i) => {
    const again = seen.has(id)
    seen.add(id)
    return again ? i : []
  })
}

/**
 * Tells what is `missing` of the ids that are wanted and what is `extra`; a misspelt one is
 * only extra, with its hint, and one that has been `missed` elsewhere is told there.
 */
export function compare(
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
