import { degreesBetween } from '../distance.ts'
import type { Report } from '../problems.ts'
import type { StoryFile } from '../schema/story.ts'
import type { LineOf } from '../yaml.ts'

/** Requires that latitudes and longitudes are in range and not swapped. */
export function checkPlaces(file: StoryFile, lineOf: LineOf, report: Report) {
  const places = Object.entries(file.places)
  for (const [id, { lat, lon }] of places) {
    const others = places.filter(([other]) => other !== id).map(([, place]) => place)
    const inRange = Math.abs(lat) <= 90 && Math.abs(lon) <= 180
    const swapped = inRange ? looksSwapped({ lat, lon }, others) : Math.abs(lon) <= 90 && Math.abs(lat) <= 180
    if (swapped)
      report(
        lineOf('places', id),
        `the place “${id}” has latitude and longitude the wrong way round`,
        `write lat: ${lon}, lon: ${lat}`,
        swapped === 'perhaps' ? 'warning' : 'error',
      )
    else if (inRange && lacksMinus({ lat, lon }, others))
      report(
        lineOf('places', id),
        `the place “${id}” is far from all others, but would be near without its sign`,
        `is it lon: ${-lon}?`,
        'warning',
      )
    else if (!inRange)
      report(
        lineOf('places', id),
        `the place “${id}” is not on the globe`,
        'lat lies between -90 and 90, lon between -180 and 180',
      )
  }
}

type Position = { lat: number; lon: number }

/** Degrees: a place farther than FAR from all others may be swapped if swapping brings it within NEAR of one. */
const [FAR, NEAR] = [15, 7]

/**
 * Whether a place far from all others would be near them with latitude and longitude swapped. Addis Ababa, swapped, is
 * near Rome, so only a much smaller distance is certain.
 */
function looksSwapped({ lat, lon }: Position, others: Position[]): boolean | 'perhaps' {
  if (others.length < 2 || Math.abs(lon) > 90) return false
  const [asWritten, swapped] = [distanceTo(others, { lat, lon }), distanceTo(others, { lat: lon, lon: lat })]
  if (asWritten < FAR || swapped > NEAR) return false
  return swapped < asWritten / 20 || 'perhaps'
}

/** Whether a place far from all others would be near one on the other side of Greenwich. */
function lacksMinus({ lat, lon }: Position, others: Position[]): boolean {
  return others.length > 1 && distanceTo(others, { lat, lon }) > FAR && distanceTo(others, { lat, lon: -lon }) < NEAR
}

/** Degrees from `place` to the nearest of `others` */
function distanceTo(others: Position[], place: Position): number {
  return Math.min(...others.map((other) => degreesBetween([other.lon, other.lat], [place.lon, place.lat])))
}

/** Requires current ISO 3166 codes of countries. */
export function checkCountries(file: StoryFile, lineOf: LineOf, report: Report) {
  const check = (code: string, ...path: (string | number)[]) => {
    const current = new Intl.Locale(`und-${code}`).region
    const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code)
    if (name === undefined || NO_COUNTRIES.includes(code))
      report(lineOf(...path), `“${code}” is the code of no country`)
    else if (current !== undefined && current !== code)
      report(lineOf(...path), `“${code}” is not the ISO code of ${name}`, `write ${current}`)
  }
  file.focus.forEach((code, i) => {
    check(code, 'focus', i)
  })
  file.legs.forEach(({ avoid }, i) => {
    avoid.forEach((code, j) => {
      check(code, 'legs', i, 'avoid', j)
    })
  })
}

/** Codes that Unicode names but that are no countries: unions, outlying islands, unknown, and two for tests. */
const NO_COUNTRIES = ['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']

/** Requires valid views, and at most one field each for a step's place and view. */
export function checkViews(file: StoryFile, lineOf: LineOf, report: Report) {
  checkView(file.view, lineOf('view'), 'the story', report)
  file.steps.forEach(({ id, place, places, view, zoom }, i) => {
    if (place !== undefined && places)
      report(lineOf('steps', i, 'places'), `the step “${id}” has place and places`, 'write all of them under places')
    if (view && zoom !== undefined)
      report(lineOf('steps', i, 'zoom'), `the step “${id}” has view and zoom`, 'keep one of them')
    checkView(view, lineOf('steps', i, 'view'), `the step “${id}”`, report)
  })
}

function checkView(view: StoryFile['view'], line: number, whose: string, report: Report) {
  if (!view) return
  const [west, south, east, north] = view
  if (south >= north || Math.abs(south) > 90 || Math.abs(north) > 90 || west === east || [west, east].some(offGlobe))
    report(
      line,
      `the view of ${whose} is no part of the globe`,
      'write [west, south, east, north] in degrees: [4.2, 50.0, 6.1, 51.5]',
    )
}

/** Allows longitudes to ±360: a view across the 180th meridian may have a west or east beyond 180. */
function offGlobe(lon: number): boolean {
  return Math.abs(lon) > 360
}
