/** Turns a timeline into a draft: slides into steps, in the order of time. */
import type { RootContent } from 'mdast'
import { parseDate } from '../content/edtf.ts'
import { checkCount, type Draft, type DraftStep, InputError, type LocalFile, type Note } from './draft.ts'
import { MediaReader } from './media.ts'
import { putInOrder } from './order.ts'
import { Places } from './places.ts'
import { linksIn, plainWords, proseOf } from './prose.ts'
import { Sources } from './sources.ts'
import { intervalOf, readTimelineDate } from './timelineDate.ts'
import type { Slide, Timeline } from './timelineJs.ts'

/** Words that may stand in place of a date. */
const LONGEST_DATE = 40

/** The draft of a timeline. Throws an InputError if an event has no date. */
export async function draftTimeline(timeline: Timeline, local: LocalFile, note: Note): Promise<Draft> {
  const sources = new Sources()
  const media = new MediaReader(sources, local, note)
  const places = new Places()
  const { title, events, eras } = timeline
  checkCount(events.length)
  const undated = events.find(({ start }) => !start?.year)
  if (undated)
    throw new InputError(
      `${undated.where}: the event “${plainWords(undated.headline)}” has no year`,
      'write its year, or delete the event',
    )
  const steps: DraftStep[] = []
  for (const event of events) steps.push(await stepOf(event, { sources, media, places, note }))
  return {
    ...headOf(title, sources, note),
    ...putInOrder({ steps, legs: [] }, note),
    places: places.all,
    eras: eras.flatMap((era) => eraOf(era, note)),
    sources: sources.all,
    files: media.files,
  }
}

interface Readers {
  sources: Sources
  media: MediaReader
  places: Places
  note: Note
}

async function stepOf(slide: Slide, { sources, media, places, note }: Readers): Promise<DraftStep> {
  const { where, text, group } = slide
  const date = datesOf(slide, note)
  const prose = proseOf(text, sources)
  const heading = headingOf(slide, date ?? '', note)
  const body = [...prose.blocks]
  let place: number | undefined
  const shown = [slide.media ?? [], ...prose.media.map(({ url, alt }) => ({ url, alt }))].flat()
  for (const item of shown) {
    const placed = await media.place(item, heading, where)
    body.push(...placed.blocks)
    if (placed.place) place ??= places.add(placed.place)
    if (placed.source) citeIn(body, placed.source)
  }
  if (prose.unnamed) note('to decide', 'who is quoted: write the name in place of “Speaker to be named”', where)
  for (const url of prose.unlinked) note('left out', `a link to ${url}; its words are kept`, where)
  for (const link of linksIn(slide.headline)) sources.add(link.url, link.title)
  for (const what of slide.unheld) note('left out', what, where)
  return { where, heading, date, words: dateWords(slide, note), body, place, group: plainWords(group) || undefined }
}

/** Adds a source to the mark of the last text; a step without text has none. */
function citeIn(body: RootContent[], id: string) {
  const last = body.at(-1)
  const mark = last?.type === 'paragraph' ? last.children.at(-1) : undefined
  if (mark?.type === 'html' && !mark.value.includes(`@${id} `)) mark.value = mark.value.replace('@?]', `@${id} @?]`)
}

function datesOf({ where, start, end }: Slide, note: Note): string | undefined {
  const from = start && readTimelineDate(start, where, note)
  const to = end && readTimelineDate(end, where, note)
  return from && intervalOf(from, to, where, note)
}

function dateWords({ words, where }: Slide, note: Note): string | undefined {
  const plain = plainWords(words)
  if (plain.length <= LONGEST_DATE) return plain || undefined
  note('to decide', `the words for the date, “${plain}”: ${LONGEST_DATE} characters at most, under dates`, where)
  return
}

/** The headline; without one, the first words of the text, or the date. */
function headingOf({ headline, text, words, where }: Slide, date: string, note: Note): string {
  const written = plainWords(headline)
  if (written) return written
  const first = plainWords(text).split(' ').slice(0, 8).join(' ')
  const heading = first || plainWords(words) || date
  note('to decide', `a heading: it has none, “${heading}” stands in its place`, where)
  return heading
}

function headOf(title: Slide | undefined, sources: Sources, note: Note): Pick<Draft, 'headline' | 'dek'> {
  if (!title) return { headline: '', dek: '' }
  const { where, headline, text, media, start } = title
  for (const link of [...linksIn(headline), ...linksIn(text)]) sources.add(link.url, link.title)
  if (media) note('left out', `the picture of the title: ${media.url.slice(0, 200)}`, where)
  if (start?.year) note('left out', 'the date of the title', where)
  for (const what of title.unheld) note('left out', what, where)
  note('carried', 'the title, as headline and dek', where)
  return { headline: plainWords(headline), dek: plainWords(text) }
}

function eraOf(era: Slide, note: Note): Draft['eras'] {
  const { where, start, end, headline, text } = era
  const from = start && readTimelineDate(start, where, note)
  const to = end && readTimelineDate(end, where, note)
  if (!from || !to) {
    note('left out', 'an era without its first or last date', where)
    return []
  }
  if (!parseDate(`${from}/${to}`)) {
    note('left out', `an era that ends before it begins: ${from} to ${to}`, where)
    return []
  }
  if (plainWords(text)) note('left out', `the text of an era: ${plainWords(text)}`, where)
  return [{ name: plainWords(headline) || `${from} to ${to}`, from, to }]
}
