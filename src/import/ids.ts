import { AFTER_STEPS } from '../content/markdown.ts'
import { slugOf } from '../content/new.ts'
import type { DraftStep } from './draft.ts'

/** Longest id, characters. */
const LONGEST = 40

/** The first words of a text as an id: “The gale of 1 May” → 'the-gale-of-1-may'; empty if no character fits. */
export function shortSlug(text: string): string {
  const slug = slugOf(text)
  if (slug.length <= LONGEST) return slug
  const whole = slug.slice(0, LONGEST + 1).replace(/-[^-]*$/, '')
  return whole.slice(0, LONGEST)
}

/** An id for each name, none of them twice: its first words, else `kind` and its number. */
export function idsFor(names: string[], kind: string, taken: string[] = []): string[] {
  const used = new Set(taken)
  return names.map((name, i) => {
    const base = shortSlug(name) || `${kind}-${i + 1}`
    let id = base
    for (let n = 2; used.has(id); n += 1) id = `${base}-${n}`
    used.add(id)
    return id
  })
}

/** The ids of the steps: what the input says, else the first words of the heading. */
export function stepIds(steps: DraftStep[]): string[] {
  const names = steps.map(({ heading, id }) => id ?? heading)
  return idsFor(names, 'step', AFTER_STEPS)
}
