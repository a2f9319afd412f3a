import { InputError, type Note } from '../draft.ts'
import type { DateParts } from './timelineDate.ts'

/**
 * The parts of a date of the old TimelineJS: 2011,12,10 with a time after it, 12/10/2011 with the month first, 2011-12-10
 * or a year. Undefined for none; throws if it cannot be read.
 */
export function looseDate(text: string, where: string, note: Note): DateParts | undefined {
  const date = text.trim().replace(/,+$/, '')
  if (!date) return
  const [, year, month, day, hour, minute, second] =
    /^(-?\d{1,12})(?:,(\d*))?(?:,(\d*))?(?:,(\d*))?(?:,(\d*))?(?:,(\d*))?(?:,\d*)?$/.exec(date.replace(/\s/g, '')) ??
    /^(-?\d{1,6})-(\d\d?)(?:-(\d\d?))?(?:[T ]+(\d\d?):(\d\d)(?::(\d\d))?.*)?$/.exec(date) ??
    []
  if (year !== undefined && !/^\d{1,3},\d{3}$/.test(date)) return { year, month, day, hour, minute, second }
  const [, first, other, last, hours, minutes, seconds] =
    /^(?:(\d\d?)\/)?(\d\d?)\/(-?\d{1,4})(?:\s+(\d\d?):(\d\d)(?::(\d\d))?)?$/.exec(date) ?? []
  if (last === undefined) {
    if (/^[\d,.'’\s-]+$/.test(date)) return { year: date }
    throw new InputError(`${where}: the date “${text}” cannot be read`, 'write 2011-12-10, 2011-12 or 2011')
  }
  const rest = { year: last, hour: hours, minute: minutes, second: seconds }
  if (first === undefined) return { ...rest, month: other }
  if (Number(first) > 12) {
    note('changed', `${date} is read with the day first`, where)
    return { ...rest, month: other, day: first }
  }
  if (Number(other) <= 12 && first !== other)
    note('changed', 'dates with slashes are read with the month first, as TimelineJS does', where)
  return { ...rest, month: first, day: other }
}
