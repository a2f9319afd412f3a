import type { Report } from '../problems.ts'
import type { StoryFile } from '../schema/story.ts'
import { isOnSection, onSection } from '../stage.ts'
import type { LineOf } from '../yaml.ts'

/** Requires that a section can be drawn, and that steps and legs keep to the map or to the section. */
export function checkSection(file: StoryFile, lineOf: LineOf, report: Report) {
  const { section } = file
  const staged = file.steps.findIndex((step) => isOnSection(step, file))
  if (!section) {
    const line = file.stage === 'section' ? lineOf('stage') : lineOf('steps', staged, 'stage')
    if (staged >= 0)
      report(line, 'there is no section to show', 'describe it: section: { extent: […], places: {…}, sources: […] }')
    return
  }
  if (staged < 0) report(lineOf('section'), 'no step shows the section', 'write stage: section', 'warning')
  const [left, top, right, bottom] = section.extent
  if (left >= right || top >= bottom)
    report(
      lineOf('section', 'extent'),
      'the extent of the section is empty',
      'write [left, top, right, bottom] in metres',
    )
  for (const [id, { at }] of Object.entries(section.places)) {
    const line = lineOf('section', 'places', id)
    if (Object.hasOwn(file.places, id))
      report(line, `the place “${id}” is on the map and on the section`, 'give it two ids')
    const [x, depth] = at
    if (x < left || x > right || depth < top || depth > bottom)
      report(line, `the place “${id}” lies outside the extent of the section`, 'let extent reach further')
  }
  checkSteps(file, lineOf, report)
  checkLegs(file, lineOf, report)
}

function checkSteps(file: StoryFile, lineOf: LineOf, report: Report) {
  file.steps.forEach((step, i) => {
    const staged = isOnSection(step, file)
    const shown = [step.place ?? [], step.places ?? []].flat()
    for (const place of shown) if (isKnown(place, file)) complainOf(place, staged, ['steps', i, 'place'])
    if (staged && step.view)
      report(lineOf('steps', i, 'view'), `the step “${step.id}” has a view of the map`, 'a section is shown whole')
    if (staged && step.zoom !== undefined)
      report(lineOf('steps', i, 'zoom'), `the step “${step.id}” has a zoom`, 'a section is shown whole')
  })
  function complainOf(place: string, staged: boolean, path: (string | number)[]) {
    if (Boolean(onSection(place, file)) === staged) return
    const [here, there] = staged ? ['section', 'map'] : ['map', 'section']
    report(
      lineOf(...path),
      `the step is shown on the ${here}, and its place “${place}” is on the ${there}`,
      `write stage: ${there}, or name a place of the ${here}`,
    )
  }
}

function checkLegs(file: StoryFile, lineOf: LineOf, report: Report) {
  file.legs.forEach((leg, i) => {
    const points = [leg.from, leg.to, ...leg.via.filter((point) => typeof point === 'string'), ...leg.marks]
    const known = points.filter((id) => isKnown(id, file))
    const below = known.filter((id) => onSection(id, file))
    if (below.length > 0 && below.length < known.length)
      report(lineOf('legs', i), `the leg “${leg.id}” leads from the map to the section`, 'make two legs of it')
    if (below.length > 0 && leg.path !== undefined)
      report(lineOf('legs', i, 'path'), `the leg “${leg.id}” is on the section: a path is on the globe`, 'write via')
  })
}

/** Unknown places are reported elsewhere. */
function isKnown(place: string, file: StoryFile): boolean {
  return Object.hasOwn(file.places, place) || onSection(place, file) !== undefined
}
