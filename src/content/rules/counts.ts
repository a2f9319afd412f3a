import type { Report } from '../problems.ts'
import type { StoryFile } from '../schema/story.ts'
import type { LineOf } from '../yaml.ts'

/** All places and legs, which may have losses and gains, with their path in story.yaml and a name for messages. */
export function placesAndLegs({ places, legs }: StoryFile) {
  return [
    ...Object.entries(places).map(([id, place]) => ({ item: place, path: ['places', id], name: `the place “${id}”` })),
    ...legs.map((leg, i) => ({ item: leg, path: ['legs', i], name: `the leg “${leg.id}”` })),
  ]
}

/** Requires sources for losses and gains. */
export function checkChanges(file: StoryFile, lineOf: LineOf, report: Report) {
  for (const { item, path, name } of placesAndLegs(file))
    for (const kind of ['lost', 'joined'] as const)
      item[kind].forEach(({ sources, people, amount = people }, i) => {
        if (sources.length || file.draft || file.sourcing) return
        const number = typeof amount === 'number' ? amount : 19
        report(
          lineOf(...path, kind, i),
          `${name} says who was ${kind === 'lost' ? 'lost' : 'added'} and has no source for it`,
          `write ${kind}: { amount: ${number}, sources: [A1] }`,
        )
      })
}

/** Requires that figures have sources and can be drawn. */
export function checkFigures(file: StoryFile, lineOf: LineOf, report: Report) {
  file.figures.forEach((figure, i) => {
    const line = lineOf('figures', i)
    const hasUnsourced = figure.values.some((value) => 'step' in value || value.sources.length === 0)
    if (hasUnsourced && figure.sources.length === 0 && !file.draft && !file.sourcing)
      report(line, `the figure “${figure.id}” has no source`, 'a claim needs at least one: sources: [A1]')
    const numbers = figure.values.map(({ value }) => value.number)
    if (Math.max(...numbers) === 0) report(line, `the figure “${figure.id}” has nothing but zeros`)
    if (figure.kind === 'part' && !numbers.every(Number.isInteger))
      report(line, `the figure “${figure.id}” has parts of a mark`, 'a part is a whole number')
  })
}
