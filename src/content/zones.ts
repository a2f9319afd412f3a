/** Time zones: a fixed distance from UTC (`-03:00`, `Z`), or a place whose clock may change (`Europe/Kyiv`). */
import { didYouMean } from './problems.ts'

const OFFSET = /^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** Abbreviations such as EST or CET are not taken: they name half a year of a clock. */
const NAME = /^[A-Za-z_]+(?:\/[\w+-]+)+$/

/** Whether a story may be told by the clock of `zone`. */
export function isZone(zone: string): boolean {
  return OFFSET.test(zone) || (NAME.test(zone) && formatOf(zone) !== undefined)
}

/** Whether `zone` is that of a place. */
export function isNamedZone(zone: string): boolean {
  return !OFFSET.test(zone)
}

/** The message for a `zone` that is none. */
export function notAZone(zone: string): string {
  const meant = zoneMeant(zone)
  const near = zone.includes('/') ? didYouMean(zone, zoneNames()) : undefined
  const wanted = '"-03:00", or a place whose clock changes: Europe/Kyiv'
  return `“${zone.slice(0, 60)}” is no zone: ${near ?? `write ${meant ?? wanted}`}`
}

/** What to write instead of a `zone` that is none: `"+03:00"` for UTC+3, `Europe/Kyiv` for Kyiv. */
function zoneMeant(zone: string): string | undefined {
  const [, sign, hours = '', minutes = '00'] = /^(?:UTC|GMT)?\s*([+\-−])(\d\d?):?(\d\d)?$/i.exec(zone) ?? []
  const offset = sign && `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`
  if (offset) return isZone(offset) ? `"${offset}"` : undefined
  const place = zone.trim().replaceAll(' ', '_').toLowerCase()
  return zoneNames().find((known) => known.split('/').at(-1)?.toLowerCase() === place)
}

/** Node may list a renamed city by its old name alone, though it takes both. */
function zoneNames(): string[] {
  return [...Intl.supportedValuesOf('timeZone'), 'Europe/Kyiv']
}

/** How far a zone is ahead of UTC at a moment, ms; `instant` is ms since 1970, UTC. */
export function offsetAt(instant: number, zone: string): number {
  if (!isNamedZone(zone)) return offsetOf(zone)
  const parts = formatOf(zone)?.formatToParts(instant) ?? []
  return offsetOf(parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') ?? '')
}

/**
 * The offsets with which a time of day was on the clock of a zone, ms, the first one first: usually one. Two where the
 * clock went back and the time came twice, none where it went forward over it. `written`: the time as if it were UTC.
 */
export function offsetsOf(written: number, zone: string): number[] {
  const around = [written - DAY, written + DAY].map((time) => offsetAt(time, zone))
  return [...new Set(around)].filter((offset) => offsetAt(written - offset, zone) === offset)
}

/** Of `-03:00`, ms ahead of UTC. Clocks of a place before there were zones have seconds too. */
export function offsetOf(zone: string): number {
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}

/** `-03:00`; undefined where the distance is no whole minute. */
export function offsetText(offset: number): string | undefined {
  const minutes = Math.abs(offset) / 60_000
  if (!Number.isInteger(minutes)) return
  const two = (number: number) => String(number).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const DAY = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat | undefined>()

/** Undefined where there is no such zone. */
function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) formats.set(zone, makeFormat(zone))
  return formats.get(zone)
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  } catch {
    return
  }
}
