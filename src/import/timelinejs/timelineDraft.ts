import { parseDate } from '../../content/edtf.ts'
import { checkCount, type Draft, type DraftStep, InputError, type LocalFile, type Note } from '../draft.ts'
import { putInOrder } from '../order.ts'
import { plainWords } from '../text/html.ts'
import { Collectors, headingOf, headOf, readSlideText } from '../text/slideText.ts'
import { intervalOf, readTimelineDate } from './timelineDate.ts'
import type { Slide, Timeline } from './timelineJs.ts'

/** Words that may stand in place of a date. */
const LONGEST_DATE = 40

/** Turns a timeline into a draft: slides into steps, in the order of time. Throws an InputError if an event has no date. */
export async function draftTimeline(timeline: Timeline, local: LocalFile, note: Note): Promise<Draft> {
  const collectors = new Collectors(local, note)
  const { title, events, eras } = timeline
  checkCount(events.length)
  const undated = events.find(({ start }) => !start?.year)
  if (undated)
    throw new InputError(
      `${undated.where}: the event “${plainWords(undated.headline)}” has no year`,
      'write its year, or delete the event',
    )
  const steps: DraftStep[] = []
  for (const event of events) steps.push(await stepOf(event, collectors))
  if (title?.start?.year) note('left out', 'the date of the title', title.where)
  for (const what of title?.unheld ?? []) note('left out', what, title?.where)
  return collectors.draft({
    ...(title ? headOf(title, collectors) : { headline: '', dek: '' }),
    ...putInOrder({ steps, legs: [] }, note),
    eras: eras.flatMap((era) => eraOf(era, note)),
  })
}

async function stepOf(slide: Slide, collectors: Collectors): Promise<DraftStep> {
  const { where, id, words, group, unheld } = slide
  const { note } = collectors
  const from = slide.start && readTimelineDate(slide.start, where, note)
  const to = slide.end && readTimelineDate(slide.end, where, note)
  const date = from && intervalOf(from, to, where, note)
  const heading = headingOf(slide, [words, date ?? ''], note)
  const { body, place } = await readSlideText(slide, heading, collectors)
  for (const what of unheld) note('left out', what, where)
  return {
    where,
    id,
    heading,
    date,
    words: dateWords(slide, note),
    body,
    place: place && collectors.places.add(place),
    group: plainWords(group) || undefined,
  }
}

function dateWords({ words, where }: Slide, note: Note): string | undefined {
  const plain = plainWords(words)
  if (plain.length <= LONGEST_DATE) return plain || undefined
  note('to decide', `the words for the date, “${plain}”: ${LONGEST_DATE} characters at most, under dates`, where)
  return
}

function eraOf({ where, start, end, headline, text }: Slide, note: Note): Draft['eras'] {
  const from = start && readTimelineDate(start, where, note)
  const to = end && readTimelineDate(end, where, note)
  if (!from || !to) note('left out', 'an era without its first or last date', where)
  else if (!parseDate(`${from}/${to}`)) note('left out', `an era that ends before it begins: ${from} to ${to}`, where)
  else {
    if (plainWords(text)) note('left out', `the text of an era: ${plainWords(text)}`, where)
    return [{ name: plainWords(headline) || `${from} to ${to}`, from, to }]
  }
  return []
}
