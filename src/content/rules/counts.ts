import type { StoryFile } from '../schema/story.ts'
import type { ReportAt } from '../yaml.ts'

/** Requires sources for losses and gains. */
export function checkChanges(file: StoryFile, report: ReportAt) {
  if (file.draft || file.sourcing) return
  const places = Object.entries(file.places).map(([id, place]) => ({
    ...place,
    path: ['places', id],
    name: `place “${id}”`,
  }))
  const legs = file.legs.map((leg, i) => ({ ...leg, path: ['legs', i], name: `leg “${leg.id}”` }))
  for (const item of [...places, ...legs])
    for (const kind of ['lost', 'joined'] as const)
      item[kind].forEach(({ sources, amount }, i) => {
        if (sources.length) return
        report(
          [...item.path, kind, i],
          `the ${item.name} says who was ${kind === 'lost' ? 'lost' : 'added'} and has no source for it`,
          `write ${kind}: { amount: ${typeof amount === 'number' ? amount : 19}, sources: [A1] }`,
        )
      })
}

/** Requires that figures have sources and can be drawn. */
export function checkFigures(file: StoryFile, report: ReportAt) {
  file.figures.forEach((figure, i) => {
    const wrong = (what: string, hint?: string) => report(['figures', i], `the figure “${figure.id}” has ${what}`, hint)
    const hasUnsourced = figure.values.some((value) => 'step' in value || value.sources.length === 0)
    if (hasUnsourced && figure.sources.length === 0 && !file.draft && !file.sourcing)
      wrong('no source', 'a claim needs at least one: sources: [A1]')
    const numbers = figure.values.map(({ value }) => value.number)
    if (Math.max(...numbers) === 0) wrong('nothing but zeros')
    if (figure.kind === 'part' && !numbers.every(Number.isInteger)) wrong('parts of a mark', 'a part is a whole number')
  })
}
