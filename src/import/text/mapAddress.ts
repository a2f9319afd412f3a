/** Reads the place that the address of a map shows: Google Maps, OpenStreetMap. */
import { attempt } from '../../content/attempt.ts'
import type { DraftPlace } from '../draft.ts'

const NUMBER = '(-?\\d{1,3}(?:\\.\\d+)?)'
const PAIR = `${NUMBER},(?:\\+|%20|\\s)*${NUMBER}`

/** Forms of a position in an address, the most exact first. */
const POSITIONS = [
  new RegExp(`!3d${NUMBER}!4d${NUMBER}`), // the pin itself
  new RegExp(`[?&](?:q|query|ll|sll|center|destination)=(?:loc:)?${PAIR}`),
  new RegExp(`[?&]mlat=${NUMBER}&mlon=${NUMBER}`),
  new RegExp(`/(?:place|search|maps)/${PAIR}`),
  new RegExp(`@${PAIR}`),
  new RegExp(`#map=[\\d.]+/${NUMBER}/${NUMBER}`),
]

/** True for the address of a map. */
export function isMapAddress(url: string): boolean {
  return /^https?:\/\/((www\.|maps\.)?google\.[a-z.]+\/maps|maps\.google\.|goo\.gl\/maps|maps\.app\.goo\.gl|(www\.)?openstreetmap\.org\/)/i.test(
    url,
  )
}

/** The place; its name is empty if the address has none. Undefined if the address does not tell where it is. */
export function placeOfMap(url: string): DraftPlace | undefined {
  for (const position of POSITIONS) {
    const [, lat, lon] = position.exec(url) ?? []
    if (lat === undefined || Math.abs(Number(lat)) > 90 || Math.abs(Number(lon)) > 180) continue
    const [, name = ''] = /\/place\/([^/@?]+)/.exec(url) ?? []
    const written = name.replaceAll('+', ' ')
    const words = attempt(() => decodeURIComponent(written)) ?? written
    return { name: /^-?[\d.,\s-]+$/.test(words) ? '' : words, lat: Number(lat), lon: Number(lon) }
  }
  return
}
