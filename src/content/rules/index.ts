/** Rules beyond the schema. Each reports one message per mistake, at the line to fix. */

import { countErrors } from '../headcount.ts'
import type { Report } from '../problems.ts'
import type { StoryFile } from '../schema/story.ts'
import { checkTheme } from '../theme.ts'
import type { Checked } from '../yaml.ts'
import { checkChanges, checkFigures } from './counts.ts'
import { checkLegs } from './legs.ts'
import { checkNames } from './names.ts'
import { checkCountries, checkPlaces, checkViews } from './places.ts'
import { checkSection } from './section.ts'
import { checkAxis, checkDates, checkUpdates } from './times.ts'

export { checkWords } from './words.ts'

/** Folders of the site itself, whose names no story can have. */
export const RESERVED_SLUGS = ['accessibility', 'assets', 'demo', 'stories']

/**
 * Checks `story.yaml`. `folder`: name of the story's folder. Unknown ids are added to `missed`, so that each is reported
 * only once.
 */
export function checkFacts(
  { value: file, lineOf }: Checked<StoryFile>,
  folder: string,
  missed: Set<string>,
  report: Report,
) {
  if (file.slug !== folder)
    report(lineOf('slug'), `the slug “${file.slug}” is not the name of its folder`, `write “${folder}”`)
  if (RESERVED_SLUGS.includes(file.slug))
    report(lineOf('slug'), `the site has a folder “${file.slug}” itself`, 'call the story and its folder otherwise')
  // Skip the sums if an id or leg is wrong: they would fail too, and one mistake is one message.
  let sound = true
  const reportRoute: Report = (...problem) => {
    sound = false
    report(...problem)
  }
  checkNames(file, lineOf, missed, reportRoute)
  checkPlaces(file, lineOf, report)
  checkCountries(file, lineOf, report)
  checkTheme(file, lineOf, report)
  checkDates(file, lineOf, report)
  checkAxis(file, lineOf, report)
  checkViews(file, lineOf, report)
  checkSection(file, lineOf, reportRoute)
  checkChanges(file, lineOf, report)
  checkUpdates(file, lineOf, report)
  checkFigures(file, lineOf, report)
  checkLegs(file, lineOf, reportRoute)
  if (!sound) return
  for (const { at, message } of countErrors(file)) report(lineOf(...at), message)
  const used = new Set([
    ...file.steps.flatMap(({ place, places = [], note }) => [place, ...places, note]),
    ...file.legs.flatMap(({ from, to, marks, via }) => [
      from,
      to,
      ...marks,
      ...via.filter((point) => typeof point === 'string'),
    ]),
    ...file.stays.map(({ place }) => place),
  ])
  for (const id of Object.keys(file.places))
    if (!used.has(id))
      report(
        lineOf('places', id),
        `the place “${id}” is in no step, leg or stay`,
        'name it there, or leave it out',
        'warning',
      )
}
