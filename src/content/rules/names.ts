import { AFTER_STEPS } from '../markdown.ts'
import { didYouMean, type Report } from '../problems.ts'
import type { StoryFile } from '../schema/story.ts'
import type { LineOf } from '../yaml.ts'
import { placesAndLegs } from './counts.ts'
import { duplicatesIn, idsOf, LISTS } from './ids.ts'

/** Requires that ids are unique and that every reference exists. */
export function checkNames(file: StoryFile, lineOf: LineOf, missed: Set<string>, report: Report) {
  const ids = idsOf(file)
  const unknown = new Map<string, { line: number; times: number; message: string; hint: string | undefined }>()
  const miss = (line: number, message: string, name: string, among: string[]) => {
    const before = unknown.get(name)
    if (before) before.times += 1
    else unknown.set(name, { line, times: 1, message, hint: didYouMean(name, among) })
  }
  const use = (kind: keyof typeof ids, used: string | string[] | undefined, ...path: (string | number)[]) => {
    // If ids are duplicated, one of them is misspelt, and the reference is probably right.
    for (const [i, name] of [used ?? []].flat().entries())
      if (!ids[kind].includes(name) && duplicatesIn(ids[kind]).length === 0)
        miss(lineOf(...path, ...(Array.isArray(used) ? [i] : [])), `unknown ${kind} “${name}”`, name, ids[kind])
  }
  const cite = (claim: { sources: string[] } | undefined, ...path: (string | number)[]) =>
    use('source', claim?.sources, ...path, 'sources')
  const mustCite = (name: string, claim: { sources: string[] } | undefined, ...path: (string | number)[]) => {
    if (claim?.sources.length === 0 && !file.draft && !file.sourcing)
      report(lineOf(...path, 'sources'), `${name}.sources: a claim needs at least one source`, 'write sources: [A1]')
    cite(claim, ...path)
  }
  for (const [list, kind] of LISTS)
    for (const i of duplicatesIn(ids[kind])) report(lineOf(list, i), `the ${kind} “${ids[kind][i]}” stands twice`)
  file.steps.forEach((step, i) => {
    if (AFTER_STEPS.includes(step.id))
      report(lineOf('steps', i, 'id'), `“${step.id}” is kept for a section that is no step`)
    use('place', step.place, 'steps', i, 'place')
    use('place', step.places, 'steps', i, 'places')
    use('phase', step.phase, 'steps', i, 'phase')
    use('lane', step.lane, 'steps', i, 'lane')
    const noted = [...ids.place, ...ids.leg]
    if (step.note !== undefined && !noted.includes(step.note) && duplicatesIn(ids.leg).length === 0)
      miss(lineOf('steps', i, 'note'), `a note on an unknown place or leg “${step.note}”`, step.note, noted)
  })
  use('step', file.axis?.breaks, 'axis', 'breaks')
  file.spans.forEach((span, i) => {
    use('person', span.person, 'spans', i, 'person')
    mustCite(`spans.${span.id}`, span, 'spans', i)
  })
  cite(file.section, 'section')
  file.legs.forEach((leg, i) => {
    use('place', leg.from, 'legs', i, 'from')
    use('place', leg.to, 'legs', i, 'to')
    use('unit', leg.unit, 'legs', i, 'unit')
    leg.via.forEach((point, j) => {
      if (typeof point === 'string') use('place', point, 'legs', i, 'via', j)
    })
    use('step', leg.step, 'legs', i, 'step')
    use('step', leg.announced, 'legs', i, 'announced')
    use('leg', leg.after, 'legs', i, 'after')
    use('place', leg.marks, 'legs', i, 'marks')
    mustCite(`legs.${leg.id}`, leg, 'legs', i)
  })
  file.stays.forEach((stay, i) => {
    use('place', stay.place, 'stays', i, 'place')
    use('unit', stay.unit, 'stays', i, 'unit')
    mustCite(`stays.${stay.place}`, stay, 'stays', i)
  })
  file.updates.forEach((update, i) => {
    mustCite(`updates.${update.id}`, update, 'updates', i)
  })
  for (const [id, person] of Object.entries(file.people)) {
    use('leg', person.way, 'people', id, 'way')
    use('place', person.start, 'people', id, 'start')
    mustCite(`people.${id}`, person, 'people', id)
    mustCite(`people.${id}.became`, person.became, 'people', id, 'became')
  }
  for (const { item, path } of placesAndLegs(file))
    for (const kind of ['lost', 'joined'] as const)
      item[kind].forEach((change, i) => {
        use('unit', change.unit, ...path, kind, i, 'unit')
        use('step', change.step, ...path, kind, i, 'step')
        cite(change, ...path, kind, i)
      })
  file.figures.forEach((figure, i) => {
    cite(figure, 'figures', i)
    if (figure.kind === 'part') use('unit', figure.unit, 'figures', i, 'unit')
    figure.values.forEach((value, j) => {
      if ('step' in value) use('step', value.step, 'figures', i, 'values', j, 'step')
      else cite(value, 'figures', i, 'values', j)
    })
  })
  for (const [name, { line, times, message, hint }] of unknown) {
    missed.add(name)
    report(line, times > 1 ? `${message}, ${times} times` : message, hint)
  }
}
