import { type DraftPlace, InputError } from './draft.ts'

/** The places of a story, each once. */
export class Places {
  readonly all: DraftPlace[] = []

  /** Index of the place; one at the same spot is the same, unless both have a name and it differs. */
  add(place: DraftPlace): number {
    const near = (other: DraftPlace) => Math.abs(other.lat - place.lat) < 1e-4 && Math.abs(other.lon - place.lon) < 1e-4
    const known = this.all.findIndex(
      (other) => near(other) && (!place.name || !other.name || other.name === place.name),
    )
    if (known < 0) return this.all.push(place) - 1
    const same = this.all[known]
    if (same && !same.name) same.name = place.name
    return known
  }

  /** Index of the first place of this name; undefined if there is none. */
  named(name: string): number | undefined {
    const index = this.all.findIndex((place) => place.name.toLowerCase() === name.toLowerCase())
    return index < 0 ? undefined : index
  }
}

/**
 * A position from two texts or numbers: 53.9, “53,9”, “53.9° N”, or both in the first, as map programs copy them.
 * Undefined if both are empty. Throws an InputError that begins with `where` if it is no position.
 */
export function positionOf(
  latitude: string,
  longitude: string,
  where: string,
): { lat: number; lon: number } | undefined {
  const [, first, second] = longitude ? [] : (/^\s*([^,;\s]+°?\s*[NS]?)\s*[,;\s]\s*(\S.*)$/i.exec(latitude) ?? [])
  const [written, other] = [first ?? latitude, second ?? longitude].map((text) => text.trim())
  if (!written && !other) return
  const [lat, lon] = [degrees(written, 'S'), degrees(other, 'W')]
  if (lat === undefined || lon === undefined)
    throw new InputError(
      `${where}: latitude “${written}”, longitude “${other}” is no position`,
      'write both in degrees: 53.9 and 27.57, south and west with a minus',
    )
  if (Math.abs(lat) > 90 && Math.abs(lon) <= 90 && Math.abs(lat) <= 180)
    throw new InputError(
      `${where}: latitude and longitude are the wrong way round`,
      `write latitude ${lon}, longitude ${lat}`,
    )
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180)
    throw new InputError(
      `${where}: latitude ${lat}, longitude ${lon} is not on the globe`,
      'latitude lies between -90 and 90, longitude between -180 and 180',
    )
  return { lat, lon }
}

/** Degrees as a number; `negative`: the letter of the negative side, S or W. */
function degrees(text = '', negative: string): number | undefined {
  const [, number, side] = /^([-−+]?\d+(?:[.,]\d+)?)\s*°?\s*([NSEW])?$/i.exec(text) ?? []
  if (number === undefined) return
  const value = Number(number.replace('−', '-').replace(',', '.'))
  return side?.toUpperCase() === negative ? -value : value
}
