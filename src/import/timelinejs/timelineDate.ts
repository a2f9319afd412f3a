/** Reads the dates of TimelineJS: year, month, day, hour, minute, second, each a number or a text. */
import { suggestDates } from '../../content/dateSlips.ts'
import { parseDate } from '../../content/edtf.ts'
import { InputError, type Note } from '../draft.ts'

/** The parts of a date as the input has them; empty or left out where there is none. */
export type DateParts = { [Part in 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second']?: string | undefined }

/** First year before our era that EDTF writes in four digits: -9999 is 10,000 BC. */
const FIRST_YEAR = -10_000

/** The date as EDTF; undefined if it has no year. Notes what had to be changed, and throws if the year cannot be read. */
export function readTimelineDate(parts: DateParts, where: string, note: Note): string | undefined {
  if (!parts.year) return
  const year = readYear(parts.year, where, note)
  const month = readPart('month', parts.month, 12, where, note)
  const day = month && readPart('day', parts.day, 31, where, note)
  if (parts.day && !month) note('left out', `day ${parts.day}: it has no month`, where)
  const date = [year, month, day].filter(Boolean).join('-')
  if (/^Y/.test(year)) return year
  if (!parseDate(date)) {
    note('changed', `${date} is no day: the month alone is kept`, where)
    return `${year}-${month}`
  }
  const time = day && timeOf(parts)
  if (time && parseDate(`${date}T${time}`)) return `${date}T${time}`
  if (time) note('left out', `the time ${time}, which is not on a clock`, where)
  return date
}

/** Joins a start and an end. */
export function intervalOf(start: string, end: string | undefined, where: string, note: Note): string {
  if (!end || end === start) return start
  if (parseDate(`${start}/${end}`)) return `${start}/${end}`
  note('to decide', `the end ${end} is not after the start ${start}: the start alone is kept`, where)
  return start
}

/** Hour, minute and second; like TimelineJS, reads midnight as no time. */
function timeOf({ hour, minute, second }: DateParts): string | undefined {
  const [h, m, s] = [hour, minute, second].map((part) => Math.trunc(Number(part || 0)))
  if (!h && !m && !s) return
  const two = (part = 0) => String(part).padStart(2, '0')
  return `${two(h)}:${two(m)}${s ? `:${two(s)}` : ''}`
}

function readYear(text: string, where: string, note: Note): string {
  const joined = text.replace(/(?<=\d)[,\s'’.](?=\d{3}(\D|$))/g, '')
  const digits = joined.replace(/^[−–]/, '-').replace(/^\+/, '')
  if (!/^-?\d+(\.0+)?$/.test(digits)) {
    const [meant, ...others] = suggestDates(text, {})
    if (meant === undefined || others.length || !/^-?\d{4}[~?]?$/.test(meant))
      throw new InputError(`${where}: the year “${text}” is no number`, 'write 1815, or -44 for 44 BC')
    note('changed', `the year “${text}” is written ${meant}`, where)
    return meant
  }
  if (joined !== text) note('changed', `the year “${text}” is read as ${digits}`, where)
  return edtfYear(Number(digits), where, note)
}

/** TimelineJS shows -44 as 44 BCE; EDTF has a year 0, which is 1 BC. */
function edtfYear(year: number, where: string, note: Note): string {
  if (year < FIRST_YEAR || year > 9999) return `Y${year}`
  const astronomical = year < 0 ? year + 1 : year
  const written = `${astronomical < 0 ? '-' : ''}${String(Math.abs(astronomical)).padStart(4, '0')}`
  if (year < 0) note('changed', `the year ${year}, ${-year} BC, is written ${written}: EDTF counts 1 BC as 0000`, where)
  return written
}

function readPart(name: string, text = '', most: number, where: string, note: Note): string {
  const number = Number(text)
  if (number === 0) return ''
  if (Number.isInteger(number) && number > 0 && number <= most) return String(number).padStart(2, '0')
  note('to decide', `the ${name} “${text}” is no number from 1 to ${most}: what is before it is kept`, where)
  return ''
}
