/** Reads the spreadsheet of TimelineJS: today's 18 columns, and the old one that has Start Date and End Date. */
import { InputError, type Note } from '../draft.ts'
import type { SheetRow } from '../sheet/sheetRows.ts'
import { looseDate } from './looseDate.ts'
import type { DateParts } from './timelineDate.ts'
import type { Slide, Timeline } from './timelineJs.ts'

/** The timeline in the rows of a sheet. */
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
  const start = row.has('start date') ? looseDate(row.get('start date'), where, note) : partsOf(row, '', where, note)
  const end = row.has('start date') ? looseDate(row.get('end date'), where, note) : partsOf(row, 'end ', where, note)
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
    unheld: [
      ...(row.get('background') ? ['backgrounds of slides'] : []),
      ...(row.get('media thumbnail') ? ['thumbnails: small pictures are made from the large ones'] : []),
    ],
  }
}

function partsOf(row: SheetRow, which: '' | 'end ', where: string, note: Note): DateParts {
  const time = row.get(`${which}time`)
  const [, hours, minute = '', second = '', half = ''] =
    /^(?:\S*T)?(\d\d?)(?::(\d\d))?(?::(\d\d))?(?:\.\d+)?\s*([ap]\.?m\.?)?$/i.exec(time) ?? []
  if (time && hours === undefined) note('to decide', `the time “${time}” cannot be read: the day is kept`, where)
  const hour = hours === undefined ? '' : String((Number(hours) % (half ? 12 : 24)) + (/^p/i.test(half) ? 12 : 0))
  return {
    year: row.get(`${which}year`),
    month: row.get(`${which}month`),
    day: row.get(`${which}day`),
    hour,
    minute,
    second,
  }
}
