import { SEAS } from '../cartography/atlas/seas.ts'
import { areaOf, type Ground } from '../cartography/ground.ts'
import type { MapFeatures } from '../cartography/names/byView.ts'
import type { Words } from '../content/read.ts'
import { directionOf, languageOf } from '../language/index.ts'
import type { Stay } from '../story/copy.ts'
import { insetOf } from '../story/inset.ts'
import type { Leg, Place } from '../story/map.ts'
import { type LonLat, nearestLongitude, type Point, type Rect, unproject } from '../story/projection.ts'

/** Everything that may be named on the maps of a story in one language. */
export function featuresOf(
  ground: Ground,
  language: string,
  { front }: Words,
  { places, legs, count, stays }: Pick<MapFeatures, 'places' | 'legs' | 'count'> & { stays: Stay[] },
): MapFeatures {
  const countryName = new Intl.DisplayNames(languageOf(language).locale, { type: 'region' })
  const { towns, countries } = ground.gazetteer
  const clearance = ground.whole.width / 40
  return {
    places,
    legs,
    count,
    countries: countries.map(({ code, rings }) => ({
      name: ground.hidden.includes(code) ? '' : (countryName.of(code) ?? code),
      rings,
    })),
    seas: (ground.unnamed === 'none' ? [] : SEAS).map(({ box, except = [], names }) => ({
      name: names[new Intl.Locale(language).language] ?? names.en,
      area: areaOf(box, ground.projection),
      // On a polar map, a box of degrees is not a rectangle.
      contains:
        ground.projection.pole || except.length
          ? (point: Point) => {
              const at = unproject(ground.projection, point)
              return isInBox(at, box) && !except.some((other) => isInBox(at, other))
            }
          : undefined,
    })),
    stays: stays.map(({ place, mark, where }) => ({ place, text: mark ? `${mark} ${where}` : where })),
    // Rounded like in the page data.
    inset: insetOf({ ...ground, whole: rounded(ground.whole), extent: rounded(ground.extent) }),
    mirrored: directionOf(language) === 'rtl' || undefined,
    light: countries.filter(({ code }) => ground.focus.includes(code)).flatMap(({ rings }) => rings),
    towns: towns
      .filter((town) => places.every((place) => Math.hypot(place.x - town.at.x, place.y - town.at.y) > clearance))
      .map((town) => ({ ...town, name: front.towns[town.name] ?? town.name })),
  }
}

/** What may be named on the section: its own places. */
export function sectionFeatures(
  { mirrored, count }: MapFeatures,
  places: Place[],
  legs: Leg[],
  outlines: Point[][],
): MapFeatures {
  return {
    places: places.filter(({ section }) => section),
    legs: legs.filter(({ section }) => section),
    // The number at each place is drawn with its people.
    count: new Map([...count].filter(([id]) => legs.some((leg) => leg.id === id && !leg.section))),
    countries: [],
    seas: [],
    stays: [],
    towns: [],
    light: [],
    mirrored,
    outlines,
    scale: true,
  }
}

function isInBox([lon, lat]: LonLat, [west, south, east, north]: [number, number, number, number]): boolean {
  const middle = (west + east) / 2
  return Math.abs(nearestLongitude(lon, middle) - middle) <= (east - west) / 2 && lat >= south && lat <= north
}

/** A rectangle in whole map units, as in the data of the page. */
export function rounded({ x, y, width, height }: Rect): Rect {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
}
