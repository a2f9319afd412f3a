/** Detects invalid dates, and valid dates that their author probably did not intend, and suggests what to write. */
import { type Clock, DATE_FORMS, parseDate, parseMoment, seasonOf, writtenTime, yearAt, zoneOf } from './edtf.ts'
import { isNamedZone, offsetsOf, offsetText } from './zones.ts'

interface DateSlip {
  message: string
  /** What to write instead */
  hint: string
  /** An error for an invalid date, a warning for one that may be intended */
  severity: 'error' | 'warning'
}

/** Checks a date as an author wrote it; undefined if it is fine. */
export function dateSlip(text: string, clock: Clock): DateSlip | undefined {
  const date = parseDate(text, clock)
  const slip = date ? (misreadInterval(text, clock) ?? misreadSides(text, clock)) : undefined
  if (slip) return { ...slip, severity: 'warning' }
  return date ? undefined : { ...invalidDate(text, clock), severity: 'error' }
}

/** Suggests valid moments for an invalid moment of publication. */
export function suggestMoments(text: string): string[] {
  return rewrites(text).filter((meant) => parseMoment(meant))
}

type Fault = Pick<DateSlip, 'message' | 'hint'>

/** Explains why `text` is no date. */
function invalidDate(text: string, clock: Clock): Fault {
  const meant = suggestDates(text, clock)
  const sides = text.split('/')
  const reason = sides.map((side) => noSuchDay(side, clock) ?? noSuchTime(side, clock)).find(Boolean)
  if (reason) return reason
  const turned = sides.toReversed().join('/')
  if (meant.length === 0 && sides.length === 2 && [...sides, turned].every((date) => parseDate(date, clock)))
    return { message: `“${text}” ends before it begins`, hint: `write ${turned}` }
  // Spreadsheets count days from 30 December 1899.
  const day = /^[1-9]\d{4}$/.test(text) && new Date(Date.UTC(1899, 11, 30 + Number(text))).toISOString().slice(0, 10)
  const forms = day ? `${day} if this is a spreadsheet’s number for a day, or Y${text} for the year` : DATE_FORMS
  return { message: `“${text}” is not a date we can read`, hint: `write ${meant.join(' or ') || forms}` }
}

/** A day that does not exist in its month. */
function noSuchDay(text: string, { calendar }: Clock): Fault | undefined {
  const [, year = '', month = '', day = ''] = /^(-?\d{4})-(\d\d)-(\d\d)(?:$|[T~?%])/.exec(text) ?? []
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 29 || Number(day) > 31) return
  const julianLeap = month === '02' && Number(year) % 4 === 0
  const gregorianLast = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate()
  const last = calendar && julianLeap ? 29 : gregorianLast
  if (Number(day) <= last) return
  const named = `${monthName(Number(month) - 1)} ${Number(year) > 0 ? Number(year) : `${1 - Number(year)} BC`}`
  const inJulian = julianLeap && last === 28 && day === '29'
  const julian = inJulian ? '; if the story is told in the Julian calendar, write calendar: julian' : ''
  return {
    message: `“${text}” is no day: ${named} has ${last} days`,
    hint: `write the right day, or ${year}-${month} where only the month is known${julian}`,
  }
}

/** A local time skipped when clocks went forward. */
function noSuchTime(text: string, { zone }: Clock): Fault | undefined {
  const written = writtenTime(text)
  if (written === undefined || !zone || zoneOf(text) || offsetsOf(written, zone).length) return
  return {
    message: `“${text}” was not on the clock of ${zone}, which went forward over it`,
    hint: 'write the time with its zone, as +02:00',
  }
}

/** An interval with a side that is too short, so it reads as a decade or century: `1519/22`, `12/2025`. */
function misreadInterval(text: string, clock: Clock): Fault | undefined {
  const sides = text.split('/')
  if (sides.length !== 2) return
  const short = sides.find((side) => yearsNamed(side) !== undefined)
  const [meant] = short === undefined ? [] : suggestDates(text, clock)
  if (short === undefined || meant === undefined) return
  const kept = sides.map((side) => (side === short ? (withUnknown(side) ?? side) : side)).join('/')
  return {
    message: `in “${text}”, “${short}” is read as the years ${yearsNamed(short)}`,
    hint: `write ${meant}${kept === text ? '' : `, or ${kept} for those years`}`,
  }
}

function misreadSides(text: string, clock: Clock): Fault | undefined {
  return text
    .split('/')
    .map((side) => misreadYears(side) ?? misreadSeason(side) ?? misreadTime(side, clock))
    .find(Boolean)
}

/** In EDTF `476` is a decade and `79` a century; most authors mean a year. */
function misreadYears(text: string): Fault | undefined {
  const years = yearsNamed(text)
  if (!years) return
  const [, minus = '', digits = '', mark = ''] = SHORT_YEAR.exec(text) ?? []
  const year = yearOf(minus ? 1 - Number(digits) : Number(digits)) + mark
  const unknown = withUnknown(text)
  const other = unknown ? `, or ${unknown} for the ${digits.length === 3 ? 'decade' : 'century'}` : ''
  return {
    message: `“${text}” is read as the years ${years}`,
    hint: `write ${year} for the year ${Number(digits)}${minus && ' BC'}${other}`,
  }
}

const SHORT_YEAR = /^(-?)(\d{2,3})([~?%]?)$/

/** The years that a decade or century without `X` stands for, in words. */
function yearsNamed(text: string): string | undefined {
  const date = SHORT_YEAR.test(text) ? parseDate(text) : undefined
  if (!date) return
  const [first, last] = [yearAt(date.start), yearAt(date.end)]
  return first < 0 ? `${1 - first} to ${1 - last} BC` : `${first} to ${last}`
}

/** The same decade or century with `X` for its last digits, which no one can mistake for a year: `476X`, `19XX`. */
function withUnknown(text: string): string | undefined {
  const [, minus = '', digits = '', mark = ''] = SHORT_YEAR.exec(text) ?? []
  // Year 0 is 1 BC, so the 44th century BC is -43XX.
  const number = Number(digits) - (minus ? 1 : 0)
  if (!digits || (minus && number === 0)) return
  return minus + String(number).padStart(digits.length, '0') + 'X'.repeat(4 - digits.length) + mark
}

/** In EDTF `2020-21` is spring 2020. A number above the year's last two digits more often means another year. */
function misreadSeason(text: string): Fault | undefined {
  const [, century = '', yearDigits = '', other = ''] = /^(\d\d)(\d\d)-(\d\d)$/.exec(text) ?? []
  const [year, season] = [Number(yearDigits), Number(other)]
  if (season < 21 || season > 41 || season <= year) return
  const hemisphere = season >= 25 && season <= 32
  // A season of a hemisphere is unambiguous unless it could be one of the next years: 2025-26.
  if (hemisphere && season > year + 3) return
  const date = `${century}${yearDigits}`
  const [start, end] = seasonOf(Number(date), season).map((time) => new Date(time))
  if (!start || !end) return
  const months = [start, end].map((day) => day.toISOString().slice(0, 7)).join('/')
  const northern = `${SEASON_NAMES[(season - 21) % 4]} in the northern hemisphere`
  const [sure, called] =
    season <= 28 ? [`${date}-${season <= 24 ? season + 4 : season - 4}`, northern] : [months, 'those months']
  const [first, last] = [start, end].map((day) => monthName(day.getUTCMonth()))
  return {
    message: `“${text}” is read as a season, ${first} to ${last} ${end.getUTCFullYear()}`,
    hint: `write ${date}/${century}${other} for the years, or ${sure} for ${called}`,
  }
}

const SEASON_NAMES = ['spring', 'summer', 'autumn', 'winter']

/** A local time that occurred twice, or has the offset of the other half of the year. */
function misreadTime(text: string, { zone }: Clock): Fault | undefined {
  const written = writtenTime(text)
  if (written === undefined || !zone || !isNamedZone(zone)) return
  const offsetsAt = (time: number) => offsetsOf(time, zone).flatMap((offset) => offsetText(offset) ?? [])
  const offsets = offsetsAt(written)
  const writtenZone = zoneOf(text)
  if (!writtenZone) {
    if (offsets.length < 2) return
    return {
      message: `“${text}” came twice on the clock of ${zone}; we take the first`,
      hint: `write ${offsets.map((offset) => text + offset).join(' or ')}`,
    }
  }
  const halfYearLater = new Date(written).setUTCMonth(new Date(written).getUTCMonth() + 6)
  if (offsets.includes(writtenZone) || !offsetsAt(halfYearLater).includes(writtenZone)) return
  const plain = text.slice(0, -writtenZone.length)
  const shown = parseDate(text, { zone })
  const there = shown && `${new Date(shown.start).toISOString().slice(0, plain.length)}`
  return {
    message: `“${text}” is shown as ${there?.split('T')[1]}: the clock of ${zone} was then at ${offsets[0] ?? 'another offset'}`,
    hint: `write ${plain} for a time of that clock, or ${there}${offsets[0] ?? ''} for the same moment`,
  }
}

/** Suggests unambiguous dates for `text`: “Dec 2025” → ['2025-12']. */
export function suggestDates(text: string, clock: Clock): string[] {
  const isSafe = (meant: string) => meant !== text && parseDate(meant, clock) && !misreadSides(meant, clock)
  const whole = rewrites(text).filter(isSafe)
  if (whole.length) return whole
  const sides = text.split('/').map((side) => (parseDate(side, clock) ? [side] : rewrites(side).filter(isSafe)))
  const joined = sides.map(([first]) => first).join('/')
  return sides.length === 2 && sides.every(({ length }) => length === 1) && isSafe(joined) ? [joined] : []
}

type Rewrite = [written: RegExp, meant: (...parts: string[]) => string[]]

const DATE_REWRITES: Rewrite[] = [
  // 20251213, 202512, 2025/12/13, 2025-1-5, 2025/9
  [/^(\d{4})(\d\d)(\d\d)$/, (year, month, day) => [`${year}-${month}-${day}`]],
  [/^(\d{4})(\d\d)$/, (year, month) => [`${year}-${month}`]],
  [/^(\d{4})[./-](\d\d?)[./-](\d\d?)$/, (year, month, day) => [`${year}-${two(month)}-${two(day)}`]],
  // 13.12.2025 always has the day first; 12/05/2025 is ambiguous
  [/^(\d\d?)\. ?(\d\d?)\. ?(\d{4})$/, (day, month, year) => [`${year}-${two(month)}-${two(day)}`]],
  [
    /^(\d\d?)[/-](\d\d?)[/-](\d{4})$/,
    (one, other, year) => [`${year}-${two(other)}-${two(one)}`, `${year}-${two(one)}-${two(other)}`],
  ],
  [/^(\d\d?)[./-](\d{4})$/, (month, year) => [`${year}-${two(month)}`]],
  [/^(\d{4})[./-]([1-9]|0[1-9]|1[0-2])$/, (year, month) => [`${year}-${two(month)}`]],
  // 1914-18, 1519/22, 2020–2021, 2020-09-07/08, 2020-09/11
  [
    /^(\d\d)(\d\d) ?[/–-] ?(\d\d)$/,
    (century = '', first = '', last = '') => (last > first ? [`${century}${first}/${century}${last}`] : []),
  ],
  [/^(\d{4}) ?[–—-] ?(\d{4})$/, (first, last) => [`${first}/${last}`]],
  [/^(\S+) ?[–—] ?(\S+)$/, (first, last) => [`${first}/${last}`]],
  [/^(\d{4}-\d\d-)(\d\d)\/(\d\d)$/, (month, first, last) => [`${month}${first}/${month}${last}`]],
  [/^(\d{4}-)(\d\d)\/(\d\d)$/, (year, first, last) => [`${year}${first}/${year}${last}`]],
  // c. 1500, 1990s, 1900s, 16th century, 44 BC, AD 476, 7
  [/^(?:c|ca|circa|about|around)\b\.? *(.+)$/i, (date) => [`${date}~`]],
  [/^(\d{3})0s$/, (decade = '') => [`${decade}X`, ...(decade.endsWith('0') ? [`${decade.slice(0, 2)}XX`] : [])]],
  [/^(\d\d?)(?:st|nd|rd|th) century$/i, (number) => [`${two(String(Number(number) - 1))}XX`]],
  [/^(\d{1,4}) ?B\.?C\.?(?:E\.?)?$/i, (year) => [yearOf(1 - Number(year))]],
  [/^(?:A\.?D\.? ?)?(\d{1,4})(?: ?(?:A\.?D|C\.?E)\.?)?$/i, (year) => [yearOf(Number(year))]],
  [/^-(\d)$/, (year) => [yearOf(1 - Number(year))]],
  [/^-(\d{5,})$/, (year) => [`Y-${year}`]],
  // 13 December 2025, December 13, 2025, Dec 2025
  [/^(\d\d?) (\p{L}{3,})\.? (\d{4})$/u, (day, month, year) => monthDates(year, month, day)],
  [/^(\p{L}{3,})\.? (\d\d?), ?(\d{4})$/u, (month, day, year) => monthDates(year, month, day)],
  [/^(\p{L}{3,})\.? (\d{4})$/u, (month, year) => monthDates(year, month)],
]

/** 2024-05-01 10:00, T9:30, milliseconds, +0300 */
const LOOSE_TIME =
  /^(-?\d{4}-\d\d-\d\d)(?:T| +)(\d\d?):(\d\d)(?::(\d\d))?(?:[.,]\d+)? ?(?:(Z)|([+\-−])(\d\d?):?(\d\d)?)?$/i

/** Rewrites `text` in all ways that may be meant; the results need not be dates. */
function rewrites(text: string): string[] {
  const plain = text.trim()
  const [time, day, hours, minutes, seconds, utc, sign, zone, quarters = '00'] = LOOSE_TIME.exec(plain) ?? []
  if (time) {
    const offset = sign ? `${sign === '+' ? '+' : '-'}${two(zone)}:${quarters}` : ''
    return [`${day}T${two(hours)}:${minutes}${seconds ? `:${seconds}` : ''}${utc ? 'Z' : offset}`]
  }
  const rewritten = DATE_REWRITES.flatMap(([written, meant]) => {
    const found = written.exec(plain)
    return found ? meant(...found.slice(1)) : []
  })
  return [...new Set(plain === text ? rewritten : [plain, ...rewritten])]
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ')

function monthDates(year = '', name = '', day?: string): string[] {
  const month = MONTHS.findIndex((full) => full.startsWith(name.toLowerCase()))
  return month < 0 ? [] : [`${year}-${two(String(month + 1))}${day ? `-${two(day)}` : ''}`]
}

function monthName(index: number): string {
  const name = MONTHS[index] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Formats a year as EDTF: four digits, 0000 for 1 BC. */
function yearOf(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}

function two(digits = ''): string {
  return digits.padStart(2, '0')
}
