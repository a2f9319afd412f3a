import { InputError, type Note } from '../draft.ts'
import type { SheetRow } from '../sheet/sheetRows.ts'
import { looseDate } from './looseDate.ts'
import type { DateParts } from './timelineDate.ts'
import { BACKGROUND, type Slide, THUMBNAIL, type Timeline } from './timelineJs.ts'

/** Reads the spreadsheet of TimelineJS: today's 18 columns, and the old one that has Start Date and End Date. */
export function readTimelineSheet(rows: SheetRow[], note: Note): Timeline {
  const slides = rows.map((row) => ({ type: row.get('type').toLowerCase(), slide: slideOf(row, note) }))
  const titles = slides.filter(({ type }) => type === 'title' || type === 'start')
  const [first, second] = titles
  if (second)
    throw new InputError(`${second.slide.where}: the second title, after ${first?.slide.where}`, 'keep one of them')
  return {
    title: first?.slide,
    events: slides.filter((each) => each.type !== 'era' && !titles.includes(each)).map(({ slide }) => slide),
    eras: slides.filter(({ type }) => type === 'era').map(({ slide }) => slide),
  }
}

function slideOf(row: SheetRow, note: Note): Slide {
  const where = `row ${row.number}`
  const dateOf = (which: '' | 'end ', old: string) =>
    row.has('start date') ? looseDate(row.get(old), where, note) : partsOf(row, which, where, note)
  const [start, end] = [dateOf('', 'start date'), dateOf('end ', 'end date')]
  const url = row.get('media')
  return {
    where,
    start: start?.year ? start : undefined,
    end: end?.year ? end : undefined,
    words: row.get('display date'),
    headline: row.get('headline'),
    text: row.get('text'),
    media: url
      ? { url, credit: row.get('media credit'), caption: row.get('media caption'), alt: row.get('alt text') }
      : undefined,
    group: row.get('group') || row.get('tag'),
    unheld: [row.get('background') && BACKGROUND, row.get('media thumbnail') && THUMBNAIL].filter(Boolean),
  }
}

function partsOf(row: SheetRow, which: '' | 'end ', where: string, note: Note): DateParts {
  const time = row.get(`${which}time`)
  const [, hours, minute, second, half = ''] =
    /^(?:\S*T)?(\d\d?)(?::(\d\d))?(?::(\d\d))?(?:\.\d+)?\s*([ap]\.?m\.?)?$/i.exec(time) ?? []
  if (time && hours === undefined) note('to decide', `the time “${time}” cannot be read: the day is kept`, where)
  const hour = hours && String((Number(hours) % (half ? 12 : 24)) + (/^p/i.test(half) ? 12 : 0))
  const [year, month, day] = ['year', 'month', 'day'].map((part) => row.get(which + part))
  return { year, month, day, hour, minute, second }
}
