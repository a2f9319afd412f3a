import { degreesBetween } from '../distance.ts'
import type { StoryFile } from '../schema/story.ts'
import type { Path, ReportAt } from '../yaml.ts'

/** Requires that latitudes and longitudes are in range and not swapped. */
export function checkPlaces(file: StoryFile, report: ReportAt) {
  const places = Object.entries(file.places)
  for (const [id, { lat, lon }] of places) {
    const wrong = (what: string, hint: string, severity?: 'warning') =>
      report(['places', id], `the place “${id}” ${what}`, hint, severity)
    const swap = (severity?: 'warning') =>
      wrong('has latitude and longitude the wrong way round', `write lat: ${lon}, lon: ${lat}`, severity)
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
      if (Math.abs(lon) <= 90 && Math.abs(lat) <= 180) swap()
      else wrong('is not on the globe', 'lat lies between -90 and 90, lon between -180 and 180')
      continue
    }
    const others = places.filter(([other]) => other !== id).map(([, place]) => place)
    // Degrees from a position to the nearest of the others
    const away = (lat: number, lon: number) =>
      Math.min(...others.map((other) => degreesBetween([other.lon, other.lat], [lon, lat])))
    const asWritten = away(lat, lon)
    if (others.length < 2 || asWritten < FAR) continue
    const swapped = Math.abs(lon) <= 90 ? away(lon, lat) : Number.POSITIVE_INFINITY
    // Addis Ababa, swapped, is near Rome, so only a much smaller distance is certain.
    if (swapped <= NEAR) swap(swapped < asWritten / 20 ? undefined : 'warning')
    else if (away(lat, -lon) < NEAR)
      wrong('is far from all others, but would be near without its sign', `is it lon: ${-lon}?`, 'warning')
  }
}

/** Degrees: a place farther than FAR from all others has a mistake if mending it brings it within NEAR of one. */
const [FAR, NEAR] = [15, 7]

/** Requires current ISO 3166 codes of countries. */
export function checkCountries(file: StoryFile, report: ReportAt) {
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const check = (codes: string[], ...path: Path) => {
    for (const [i, code] of codes.entries()) {
      const current = new Intl.Locale(`und-${code}`).region
      const name = regions.of(code)
      if (name === undefined || NO_COUNTRIES.includes(code)) report([...path, i], `“${code}” is the code of no country`)
      else if (current !== undefined && current !== code)
        report([...path, i], `“${code}” is not the ISO code of ${name}`, `write ${current}`)
    }
  }
  check(file.focus, 'focus')
  for (const [i, { avoid }] of file.legs.entries()) check(avoid, 'legs', i, 'avoid')
}

/** Codes that Unicode names but that are no countries: unions, outlying islands, unknown, and two for tests. */
const NO_COUNTRIES = ['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']

/** Requires valid views, and at most one field each for a step's place and view. */
export function checkViews(file: StoryFile, report: ReportAt) {
  const checkView = (view: StoryFile['view'], whose: string, path: Path) => {
    if (view && !isOnGlobe(view))
      report(
        path,
        `the view of ${whose} is no part of the globe`,
        'write [west, south, east, north] in degrees: [4.2, 50.0, 6.1, 51.5]',
      )
  }
  checkView(file.view, 'the story', ['view'])
  file.steps.forEach(({ id, place, places, view, zoom }, i) => {
    const path = ['steps', i]
    if (place !== undefined && places)
      report([...path, 'places'], `the step “${id}” has place and places`, 'write all of them under places')
    if (view && zoom !== undefined) report([...path, 'zoom'], `the step “${id}” has view and zoom`, 'keep one of them')
    checkView(view, `the step “${id}”`, [...path, 'view'])
  })
}

/** A view across the 180th meridian may have a west or east beyond 180. */
function isOnGlobe([west, south, east, north]: [number, number, number, number]): boolean {
  return south < north && south >= -90 && north <= 90 && west !== east && Math.abs(west) <= 360 && Math.abs(east) <= 360
}
