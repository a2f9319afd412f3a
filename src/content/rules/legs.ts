import type { StoryFile } from '../schema/story.ts'
import { wayOnSection } from '../stage.ts'
import type { Path, ReportAt } from '../yaml.ts'
import { idsOf, isUnique } from './ids.ts'

/** Requires that legs lead somewhere else, follow the leg they continue, and are announced before they happen. */
export function checkLegs(file: StoryFile, report: ReportAt) {
  const { step: steps, leg: legs, place: places } = idsOf(file)
  if (!isUnique(steps) || !isUnique(legs)) return
  const order = (id: string) => steps.indexOf(id)
  file.legs.forEach((leg, i) => {
    const wrong = (field: Path, what: string, hint?: string, severity?: 'warning') =>
      report(['legs', i, ...field], `the leg “${leg.id}” ${what}`, hint, severity)
    const drawn = leg.via.length > 0 || leg.path !== undefined
    if (leg.from === leg.to && !drawn)
      wrong([], 'ends where it begins', 'say where it goes: via: [[lon, lat]], or make two legs of it')
    const [from, to] = [file.places[leg.from], file.places[leg.to]]
    if (from && to && from !== to && !drawn && from.lat === to.lat && from.lon === to.lon)
      wrong(
        [],
        `cannot be seen: “${leg.from}” and “${leg.to}” are at one spot`,
        'give one of them its own lat and lon, or leave out the leg',
        'warning',
      )
    if (leg.people !== undefined && leg.amount !== leg.people)
      wrong(['amount'], 'has people and an amount', 'people is short for it')
    if (leg.path !== undefined && leg.via.length > 0)
      wrong(['via'], 'has a path and points to pass', 'write one of them')
    if (leg.avoid.length > 0 && drawn) wrong(['avoid'], 'goes where it is drawn', 'leave out avoid', 'warning')
    leg.via.forEach((point, j) => {
      if (typeof point === 'string' || wayOnSection(leg, file)) return
      const [lon, lat] = point
      if (Math.abs(lat) <= 90 && Math.abs(lon) <= 360) return
      const swapped = Math.abs(lon) <= 90 && Math.abs(lat) <= 360
      const hint = swapped ? `longitude comes first: write [${lat}, ${lon}]` : 'write [lon, lat]'
      wrong(['via', j], 'passes a point that is not on the globe', hint)
    })
    if (leg.announced !== undefined && order(leg.announced) >= order(leg.step))
      wrong(['announced'], 'is announced after it has begun')
    const before = file.legs.find((other) => other.id === leg.after)
    if (!before) return
    if (order(leg.step) < order(before.step)) wrong(['after'], `starts before “${before.id}”, which it continues`)
    if (before.to !== leg.from && [before.to, leg.from].every((id) => places.includes(id)))
      wrong(['after'], `starts at “${leg.from}”, but “${before.id}” ends at “${before.to}”`)
  })
}
