import type { Report } from '../problems.ts'
import type { StoryFile } from '../schema/story.ts'
import { wayOnSection } from '../stage.ts'
import type { LineOf } from '../yaml.ts'
import { duplicatesIn, idsOf } from './ids.ts'

/** Requires that legs lead somewhere else, follow the leg they continue, and are announced before they happen. */
export function checkLegs(file: StoryFile, lineOf: LineOf, report: Report) {
  const { step: steps, leg: legs, place: places } = idsOf(file)
  if (duplicatesIn(steps).length || duplicatesIn(legs).length) return
  const order = (id: string | undefined) => file.steps.findIndex((step) => step.id === id)
  file.legs.forEach((leg, i) => {
    const drawn = leg.via.length > 0 || leg.path !== undefined
    if (leg.from === leg.to && !drawn)
      report(
        lineOf('legs', i),
        `the leg “${leg.id}” ends where it begins`,
        'say where it goes: via: [[lon, lat]], or make two legs of it',
      )
    const [from, to] = [file.places[leg.from], file.places[leg.to]]
    if (from && to && from !== to && !drawn && from.lat === to.lat && from.lon === to.lon)
      report(
        lineOf('legs', i),
        `the leg “${leg.id}” cannot be seen: “${leg.from}” and “${leg.to}” are at one spot`,
        'give one of them its own lat and lon, or leave out the leg',
        'warning',
      )
    if (leg.people !== undefined && leg.amount !== undefined)
      report(lineOf('legs', i, 'amount'), `the leg “${leg.id}” has people and an amount`, 'people is short for it')
    if (leg.path !== undefined && leg.via.length > 0)
      report(lineOf('legs', i, 'via'), `the leg “${leg.id}” has a path and points to pass`, 'write one of them')
    if (leg.avoid.length > 0 && drawn)
      report(lineOf('legs', i, 'avoid'), `the leg “${leg.id}” goes where it is drawn`, 'leave out avoid', 'warning')
    leg.via.forEach((point, j) => {
      if (typeof point === 'string' || wayOnSection(leg, file)) return
      const [lon, lat] = point
      if (Math.abs(lat) > 90 || Math.abs(lon) > 360)
        report(
          lineOf('legs', i, 'via', j),
          `the leg “${leg.id}” passes a point that is not on the globe`,
          Math.abs(lon) <= 90 && Math.abs(lat) <= 360
            ? `longitude comes first: write [${lat}, ${lon}]`
            : 'write [lon, lat]',
        )
    })
    if (leg.announced !== undefined && order(leg.announced) >= order(leg.step)) {
      report(lineOf('legs', i, 'announced'), `the leg “${leg.id}” is announced after it has begun`)
    }
    const before = file.legs.find((other) => other.id === leg.after)
    if (!before) return
    if (order(leg.step) < order(before.step))
      report(lineOf('legs', i, 'after'), `the leg “${leg.id}” starts before “${before.id}”, which it continues`)
    if (before.to !== leg.from && [before.to, leg.from].every((id) => places.includes(id)))
      report(
        lineOf('legs', i, 'after'),
        `the leg “${leg.id}” starts at “${leg.from}”, but “${before.id}” ends at “${before.to}”`,
      )
  })
}
