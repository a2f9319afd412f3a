/** Reads TimelineJS: JSON of version 3 and 2. Its spreadsheet is in `timelineSheet.ts`. */
import { z } from 'zod'
import type { Note } from '../draft.ts'
import type { MediaItem } from '../text/media.ts'
import { parsed, words } from '../tolerant.ts'
import { looseDate } from './looseDate.ts'
import type { DateParts } from './timelineDate.ts'

/** A slide, with its place in the input. Headline and text may be HTML. */
export interface Slide {
  where: string
  /** Its name in the address of the timeline, if that is an id */
  id?: string | undefined
  start?: DateParts | undefined
  end?: DateParts | undefined
  /** Shown instead of the date */
  words: string
  headline: string
  text: string
  media?: MediaItem | undefined
  group: string
  /** Fields that a story cannot hold, for the table at the end */
  unheld: string[]
}

/** A timeline in one shape, whichever version and file it came from. */
export interface Timeline {
  title?: Slide | undefined
  events: Slide[]
  eras: Slide[]
}

/** What a story cannot hold of a slide */
export const BACKGROUND = 'backgrounds of slides'
export const THUMBNAIL = 'thumbnails: small pictures are made from the large ones'

const parts = { year: words, month: words, day: words, hour: words, minute: words, second: words }
const date = z
  .object({ ...parts, display_date: words }, { error: 'is no date: { "year": 1815, "month": 12, "day": 10 }' })
  .nullish()

const slide = z.object({
  unique_id: words,
  start_date: date,
  end_date: date,
  display_date: words,
  text: z.object({ headline: words, text: words }).nullish(),
  media: z
    .object({ url: words, caption: words, credit: words, alt: words, title: words, thumbnail: words, link: words })
    .nullish(),
  group: words,
  background: z.object({ url: words, color: words }).nullish(),
})

const version3 = z.object({
  title: slide.nullish(),
  events: z.array(slide, { error: 'is not a list of events' }),
  eras: z.array(slide).nullish(),
})

/** The timeline in JSON of version 3. */
export function readVersion3(data: unknown): Timeline {
  const { title, events, eras } = parsed(version3, data)
  return {
    title: title ? fromVersion3(title, 'title') : undefined,
    events: events.map((event, i) => fromVersion3(event, `events[${i}]`)),
    eras: (eras ?? []).map((era, i) => fromVersion3(era, `eras[${i}]`)),
  }
}

function fromVersion3(raw: z.infer<typeof slide>, where: string): Slide {
  const { start_date: start, end_date: end, text, media, background } = raw
  return {
    where,
    id: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(raw.unique_id) ? raw.unique_id : undefined,
    start: start ?? undefined,
    end: end?.year ? end : undefined,
    words: raw.display_date || (start?.display_date ?? ''),
    headline: text?.headline ?? '',
    text: text?.text ?? '',
    media: media?.url ? { ...media, alt: media.alt || media.title } : undefined,
    group: raw.group,
    unheld: [
      (background?.url || background?.color) && BACKGROUND,
      media?.thumbnail && THUMBNAIL,
      media?.link && `the link of the picture to ${media.link}`,
    ].flatMap((what) => what || []),
  }
}

const asset = z.object({ media: words, caption: words, credit: words, thumbnail: words }).nullish()
const entry = z.object({
  startDate: words,
  endDate: words,
  headline: words,
  text: words,
  tag: words,
  asset,
})
const version2 = z.object({
  timeline: z.object({
    headline: words,
    text: words,
    asset,
    date: z.array(entry, { error: 'is not a list of events' }),
    era: z.union([z.array(entry), entry.transform((one) => [one])]).nullish(),
    chart: z.array(z.unknown()).nullish(),
  }),
})

/** The timeline in JSON of version 2. */
export function readVersion2(data: unknown, note: Note): Timeline {
  const { timeline } = parsed(version2, data)
  const { headline, text, date: events, era, chart } = timeline
  if (chart?.length) note('left out', 'charts: write them as figures (STORY.md, “Figures”)', 'timeline.chart')
  const slideOf = (raw: Partial<z.infer<typeof entry>>, where: string): Slide => ({
    where,
    start: looseDate(raw.startDate ?? '', where, note),
    end: looseDate(raw.endDate ?? '', where, note),
    words: '',
    headline: raw.headline ?? '',
    text: raw.text ?? '',
    media: mediaOf(raw.asset),
    group: raw.tag ?? '',
    unheld: raw.asset?.thumbnail ? [THUMBNAIL] : [],
  })
  return {
    title: headline || text ? slideOf({ headline, text, asset: timeline.asset }, 'timeline') : undefined,
    events: events.map((event, i) => slideOf(event, `timeline.date[${i}]`)),
    eras: (era ?? []).map((each, i) => slideOf(each, `timeline.era[${i}]`)),
  }
}

function mediaOf(raw: z.infer<typeof asset>): Slide['media'] {
  return raw?.media ? { url: raw.media, caption: raw.caption, credit: raw.credit } : undefined
}
