/** Time zones: a fixed offset from UTC (`-03:00`, `Z`), or a named zone (`Europe/Kyiv`). */
import { attempt } from './attempt.ts'
import { didYouMean } from './problems.ts'

const OFFSET = /^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** Excludes abbreviations such as EST or CET, which hold for only half of the year. */
const NAME = /^[A-Za-z_]+(?:\/[\w+-]+)+$/

/** Whether `zone` is a valid zone. */
export function isZone(zone: string): boolean {
  return OFFSET.test(zone) || (NAME.test(zone) && formatOf(zone) !== undefined)
}

/** Whether `zone` is a named zone rather than an offset. */
export function isNamedZone(zone: string): boolean {
  return !OFFSET.test(zone)
}

/** Error message for an invalid `zone`. */
export function notAZone(zone: string): string {
  const near = zone.includes('/') ? didYouMean(zone, zoneNames()) : undefined
  const meant = zoneMeant(zone) ?? '"-03:00", or a place whose clock changes: Europe/Kyiv'
  return `“${zone.slice(0, 60)}” is no zone: ${near ?? `write ${meant}`}`
}

/** Suggests a valid zone: `"+03:00"` for UTC+3, `Europe/Kyiv` for Kyiv. */
function zoneMeant(zone: string): string | undefined {
  const [, sign, hours = '', minutes = '00'] = /^(?:UTC|GMT)?\s*([+\-−])(\d\d?):?(\d\d)?$/i.exec(zone) ?? []
  const offset = sign && `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`
  if (offset) return isZone(offset) ? `"${offset}"` : undefined
  const place = zone.trim().replaceAll(' ', '_').toLowerCase()
  return zoneNames().find((known) => known.split('/').at(-1)?.toLowerCase() === place)
}

/** Named zones. Node may list only the old name of a renamed city, though it accepts both. */
function zoneNames(): string[] {
  return [...Intl.supportedValuesOf('timeZone'), 'Europe/Kyiv']
}

/** Offset of a zone from UTC at a moment, ms; `instant` is ms since 1970, UTC. */
export function offsetAt(instant: number, zone: string): number {
  if (!isNamedZone(zone)) return offsetOf(zone)
  const parts = formatOf(zone)?.formatToParts(instant) ?? []
  return offsetOf(parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') ?? '')
}

/**
 * Offsets at which a local time occurred in a zone, ms, first occurrence first: usually one; two if clocks went back
 * over the time, none if they skipped it. `written`: the local time read as UTC.
 */
export function offsetsOf(written: number, zone: string): number[] {
  const around = [written - DAY, written + DAY].map((time) => offsetAt(time, zone))
  return [...new Set(around)].filter((offset) => offsetAt(written - offset, zone) === offset)
}

/** Parses `-03:00` to ms ahead of UTC. Local mean times, from before time zones, have seconds too. */
export function offsetOf(zone: string): number {
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}

/** Formats an offset as `-03:00`; undefined if it is no whole minute. */
export function offsetText(offset: number): string | undefined {
  const minutes = Math.abs(offset) / 60_000
  if (!Number.isInteger(minutes)) return
  const two = (number: number) => String(number).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const DAY = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat | undefined>()

/** Undefined if the zone does not exist. */
function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone))
    formats.set(
      zone,
      attempt(() => new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })),
    )
  return formats.get(zone)
}
