/** Rules beyond the schema. Each reports one message per mistake, at the line to fix. */

import { countErrors } from '../headcount.ts'
import type { Report } from '../problems.ts'
import type { StoryFile } from '../schema/story.ts'
import { checkTheme } from '../theme.ts'
import type { Checked, ReportAt } from '../yaml.ts'
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
  reportLine: Report,
) {
  const report: ReportAt = (path, ...problem) => reportLine(lineOf(...path), ...problem)
  if (file.slug !== folder)
    report(['slug'], `the slug “${file.slug}” is not the name of its folder`, `write “${folder}”`)
  if (RESERVED_SLUGS.includes(file.slug))
    report(['slug'], `the site has a folder “${file.slug}” itself`, 'call the story and its folder otherwise')
  // Skip the sums if an id or leg is wrong: they would fail too, and one mistake is one message.
  let sound = true
  const reportRoute: ReportAt = (...problem) => {
    sound = false
    report(...problem)
  }
  checkNames(file, missed, reportRoute)
  checkPlaces(file, report)
  checkCountries(file, report)
  checkTheme(file, report)
  checkDates(file, report)
  checkAxis(file, report)
  checkViews(file, report)
  checkSection(file, reportRoute)
  checkChanges(file, report)
  checkUpdates(file, report)
  checkFigures(file, report)
  checkLegs(file, reportRoute)
  if (!sound) return
  for (const { at, message } of countErrors(file)) report(at, message)
  const used = [
    ...file.steps.flatMap(({ place, places = [], note }) => [place, ...places, note]),
    ...file.legs.flatMap(({ from, to, marks, via }) => [from, to, ...marks, ...via]),
    ...file.stays.map(({ place }) => place),
  ]
  for (const id of Object.keys(file.places))
    if (!used.includes(id))
      report(
        ['places', id],
        `the place “${id}” is in no step, leg or stay`,
        'name it there, or leave it out',
        'warning',
      )
}
