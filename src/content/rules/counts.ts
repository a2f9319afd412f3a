import type { Report } from '../problems.ts'
import type { StoryFile } from '../schema.ts'
import type { LineOf } from '../yaml.ts'

/** What may lose and gain, with its path in story.yaml and what it is called. */
export function changing({ places, legs }: StoryFile) {
  return [
    ...Object.entries(places).map(([id, of]) => ({ of, path: ['places', id], name: `the place “${id}”` })),
    ...legs.map((of, i) => ({ of, path: ['legs', i], name: `the leg “${of.id}”` })),
  ]
}

/** How many died or came is a claim like any other. */
export function checkChanges(file: StoryFile, lineOf: LineOf, report: Report) {
  for (const { of, path, name } of changing(file))
    for (const kind of ['lost', 'joined'] as const)
      of[kind].forEach(({ sources, people, amount = people }, i) => {
        if (sources.length) return
        const number = typeof amount === 'number' ? amount : 19
        report(
          lineOf(...path, kind, i),
          `${name} says who was ${kind === 'lost' ? 'lost' : 'added'} and has no source for it`,
          `write ${kind}: { amount: ${number}, sources: [A1] }`,
        )
      })
}

/** Figures have sources, and what a figure shows can be drawn. */
export function checkFigures(file: StoryFile, lineOf: LineOf, report: Report) {
  file.figures.forEach((figure, i) => {
    const at = lineOf('figures', i)
    const bare = figure.values.some((value) => 'step' in value || value.sources.length === 0)
    if (bare && figure.sources.length === 0)
      report(at, `the figure “${figure.id}” has no source`, 'a claim needs at least one: sources: [A1]')
    const numbers = figure.values.map(({ value }) => value.number)
    if (Math.max(...numbers) === 0) report(at, `the figure “${figure.id}” has nothing but zeros`)
    if (figure.kind === 'part' && !numbers.every(Number.isInteger))
      report(at, `the figure “${figure.id}” has parts of a mark`, 'a part is a whole number')
  })
}
