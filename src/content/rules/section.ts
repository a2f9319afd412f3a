import type { StoryFile } from '../schema/story.ts'
import { isOnSection, onSection } from '../stage.ts'
import type { ReportAt } from '../yaml.ts'

/** Requires that a section can be drawn, and that steps and legs keep to the map or to the section. */
export function checkSection(file: StoryFile, report: ReportAt) {
  const { section } = file
  const staged = file.steps.findIndex((step) => isOnSection(step, file))
  if (!section) {
    if (staged >= 0)
      report(
        file.stage === 'section' ? ['stage'] : ['steps', staged, 'stage'],
        'there is no section to show',
        'describe it: section: { extent: […], places: {…}, sources: […] }',
      )
    return
  }
  if (staged < 0) report(['section'], 'no step shows the section', 'write stage: section', 'warning')
  const [left, top, right, bottom] = section.extent
  if (left >= right || top >= bottom)
    report(['section', 'extent'], 'the extent of the section is empty', 'write [left, top, right, bottom] in metres')
  for (const [id, { at }] of Object.entries(section.places)) {
    const path = ['section', 'places', id]
    if (Object.hasOwn(file.places, id))
      report(path, `the place “${id}” is on the map and on the section`, 'give it two ids')
    const [x, depth] = at
    if (x < left || x > right || depth < top || depth > bottom)
      report(path, `the place “${id}” lies outside the extent of the section`, 'let extent reach further')
  }
  checkSteps(file, report)
  checkLegs(file, report)
}

function checkSteps(file: StoryFile, report: ReportAt) {
  file.steps.forEach((step, i) => {
    const staged = isOnSection(step, file)
    const [here, there] = staged ? ['section', 'map'] : ['map', 'section']
    for (const place of [step.place ?? [], step.places ?? []].flat())
      if (isKnown(place, file) && Boolean(onSection(place, file)) !== staged)
        report(
          ['steps', i, 'place'],
          `the step is shown on the ${here}, and its place “${place}” is on the ${there}`,
          `write stage: ${there}, or name a place of the ${here}`,
        )
    for (const [field, what] of [
      ['view', 'view of the map'],
      ['zoom', 'zoom'],
    ] as const)
      if (staged && step[field] !== undefined)
        report(['steps', i, field], `the step “${step.id}” has a ${what}`, 'a section is shown whole')
  })
}

function checkLegs(file: StoryFile, report: ReportAt) {
  file.legs.forEach((leg, i) => {
    const points = [leg.from, leg.to, ...leg.via.filter((point) => typeof point === 'string'), ...leg.marks]
    const known = points.filter((id) => isKnown(id, file))
    const below = known.filter((id) => onSection(id, file))
    if (below.length > 0 && below.length < known.length)
      report(['legs', i], `the leg “${leg.id}” leads from the map to the section`, 'make two legs of it')
    if (below.length > 0 && leg.path !== undefined)
      report(['legs', i, 'path'], `the leg “${leg.id}” is on the section: a path is on the globe`, 'write via')
  })
}

/** Unknown places are reported elsewhere. */
function isKnown(place: string, file: StoryFile): boolean {
  return Object.hasOwn(file.places, place) || onSection(place, file) !== undefined
}
