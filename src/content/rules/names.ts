import { AFTER_STEPS } from '../markdown.ts'
import { didYouMean } from '../problems.ts'
import type { StoryFile } from '../schema/story.ts'
import type { Path, ReportAt } from '../yaml.ts'
import { duplicatesIn, idsOf, isUnique } from './ids.ts'

/** Fields of story.yaml that name something by its id, and the kind of it. */
const REFERENCES: Record<string, keyof ReturnType<typeof idsOf>> = {
  after: 'leg',
  announced: 'step',
  breaks: 'step',
  from: 'place',
  lane: 'lane',
  marks: 'place',
  person: 'person',
  phase: 'phase',
  place: 'place',
  places: 'place',
  sources: 'source',
  start: 'place',
  step: 'step',
  to: 'place',
  unit: 'unit',
  via: 'place',
  way: 'leg',
}

/** Requires that ids are unique, that every reference exists, and that claims name their sources. */
export function checkNames(file: StoryFile, missed: Set<string>, report: ReportAt) {
  checkDuplicates(file, report)
  checkSources(file, report)
  file.steps.forEach(({ id }, i) => {
    if (AFTER_STEPS.includes(id)) report(['steps', i, 'id'], `“${id}” is kept for a section that is no step`)
  })
  const ids = idsOf(file)
  const noted = [...ids.leg, ...ids.place.filter((id) => !ids.leg.includes(id))]
  const unknown = new Map<string, { path: Path; times: number; message: string; hint: string | undefined }>()
  const use = (kind: string, name: string, among: string[], path: Path) => {
    // If ids are duplicated, one of them is misspelt, and the reference is probably right.
    if (among.includes(name) || !isUnique(among)) return
    const before = unknown.get(name)
    if (before) before.times += 1
    else unknown.set(name, { path, times: 1, message: `${kind} “${name}”`, hint: didYouMean(name, among) })
  }
  const useAll = (value: unknown, path: Path, field = '') => {
    const kind = REFERENCES[field]
    if (typeof value === 'string' && kind) use(`unknown ${kind}`, value, ids[kind], path)
    else if (typeof value === 'string' && field === 'note') use('a note on an unknown place or leg', value, noted, path)
    else if (Array.isArray(value)) for (const [i, item] of value.entries()) useAll(item, [...path, i], field)
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) useAll(inner, [...path, key], key)
  }
  // Eras and spans have dates in fields of the same names.
  const spans = file.spans.map(({ person, sources }) => ({ person, sources }))
  useAll({ ...file, eras: [], spans }, [])
  for (const [name, { path, times, message, hint }] of unknown) {
    missed.add(name)
    report(path, times > 1 ? `${message}, ${times} times` : message, hint)
  }
}

function checkDuplicates(file: StoryFile, report: ReportAt) {
  const named = (ids: string[]) => ids.map((id) => ({ id }))
  const lists: [field: string, kind: string, entries: { id: string }[]][] = [
    ['languages', 'language', named(file.languages)],
    ['phases', 'phase', named(file.phases)],
    ['lanes', 'lane', named(file.lanes ?? [])],
    ['steps', 'step', file.steps],
    ['legs', 'leg', file.legs],
    ['updates', 'update', file.updates],
    ['eras', 'era', file.eras],
    ['spans', 'span', file.spans],
    ['figures', 'figure', file.figures],
  ]
  for (const [field, kind, entries] of lists)
    for (const entry of duplicatesIn(entries))
      report([field, entries.indexOf(entry)], `the ${kind} “${entry.id}” appears twice`)
}

/** Requires sources of all claims but figures and changes, which other rules check. */
function checkSources(file: StoryFile, report: ReportAt) {
  if (file.draft || file.sourcing) return
  const need = (name: string, claim: { sources: string[] } | undefined, ...path: Path) => {
    if (claim?.sources.length === 0)
      report([...path, 'sources'], `${name}.sources: a claim needs at least one source`, 'write sources: [A1]')
  }
  for (const list of ['spans', 'legs', 'updates'] as const)
    for (const [i, claim] of file[list].entries()) need(`${list}.${claim.id}`, claim, list, i)
  for (const [i, stay] of file.stays.entries()) need(`stays.${stay.place}`, stay, 'stays', i)
  for (const [id, person] of Object.entries(file.people)) {
    need(`people.${id}`, person, 'people', id)
    need(`people.${id}.became`, person.became, 'people', id, 'became')
  }
}
