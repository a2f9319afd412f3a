import { textWidth } from '../cartography/names/boxes.ts'
import { parseDate, type StoryDate } from '../content/edtf.ts'
import { need } from '../content/need.ts'
import type { StoryFile } from '../content/schema/story.ts'
import { isOnSection } from '../content/stage.ts'
import { languageOf } from '../language/index.ts'
import { formatNumber } from '../language/say.ts'
import type { Passage } from '../story/copy.ts'
import type { Phase, Span, Step, Story } from '../story/story.ts'
import { STRIP } from '../story/strip.ts'
import { type MadeAxis, makeAxis, NARROW } from './axis.ts'
import type { EditionContext } from './context.ts'
import { dateOf } from './dateLabels.ts'
import { placesAt } from './placesAndLegs.ts'
import { BESIDE_LENS, clusterOf, makeLens, placeBeads, placePhases } from './trueScale.ts'

/** Composes the timeline: its steps, phases, axis and spans. `passages`: one for each step. */
export function composeTimeline(
  context: EditionContext,
  passages: Passage[],
): Pick<Story, 'steps' | 'phases' | 'axis' | 'spans'> {
  const { file, words, language } = context
  const steps = passages.map(({ id, lane, date, heading }, index): Step => {
    const inFile = need(file.steps[index], id)
    const places = placesAt(inFile)
    const section = isOnSection(inFile, file) || undefined
    const legs = file.legs.filter(({ step, announced = step }) => step === id || announced === id)
    const read = inFile.date === undefined ? undefined : parseDate(inFile.date, context.clock)
    const uncertain =
      (read && (read.approximate || read.uncertain)) ||
      (legs.length > 0 && legs.every(({ step, status }) => step !== id || status !== 'happened')) ||
      undefined
    return { id, index, lane, date: date?.label, short: date?.short ?? '', heading, uncertain, places, section }
  })
  const phases = file.phases.map((id): Phase => {
    const indexes = file.steps.flatMap((step, index) => (step.phase === id ? [index] : []))
    return { label: need(words.front.phases[id], id), first: Math.min(...indexes), last: Math.max(...indexes) }
  })
  const dated = steps.filter(({ index }) => file.steps[index]?.date !== undefined)
  if (dated.length === 0) {
    const { locale } = languageOf(language)
    for (const step of steps) step.short ||= formatNumber(step.index + 1, locale)
    return { steps, phases, spans: [] }
  }
  const dates = dated.map(({ index }) => read(file.steps[index]?.date ?? '', context))
  const options = {
    breaks: file.axis?.breaks.map((id) => dated.findIndex((step) => step.id === id)),
    eras: file.eras.map((era) => composeEra(era, context)),
    since: file.updates.map(({ date }) => need(parseDate(date), date)),
    more: file.spans.flatMap(({ start, end = start }) => [read(start, context), read(end, context)]),
  }
  let made = makeAxis(dates, language, options)
  // True scale has no place for a step without a date: then the beads are an even row.
  const all = dated.length === steps.length
  const cluster = all ? clusterOf(made.at) : undefined
  if (cluster) made = makeAxis(dates, language, { ...options, lengths: [NARROW, BESIDE_LENS] })
  const { axis, at, until, place } = made
  const lens = cluster && makeLens(cluster, dates, place, language, (text) => dateOf(text, language, context.clock))
  dated.forEach((step, i) => {
    Object.assign(step, { at: need(at[i], step.id), until: until[i] })
  })
  const levels = all ? placeBeads(steps, { ...axis, lens }) : undefined
  if (levels) placePhases(phases, steps, lens)
  const length = lens ? BESIDE_LENS : STRIP
  return {
    steps,
    phases,
    axis: { ...axis, ...(levels && { levels, ...(lens && { lens }) }) },
    spans: file.spans.map((span) => composeSpan(span, context, place, length)),
  }
}

/** A date that has passed the check. */
function read(text: string, { clock }: EditionContext): StoryDate {
  return need(parseDate(text, clock), text)
}

function composeEra({ id, from, to }: StoryFile['eras'][number], context: EditionContext) {
  const { words, language, clock } = context
  return {
    label: need(words.front.eras[id], id),
    dates: dateOf(`${from.split('/')[0]}/${to?.split('/').at(-1) ?? '..'}`, language, clock).label,
    from: read(from, context),
    to: to === undefined ? undefined : read(to, context),
  }
}

/** Font of the length on a bar, and the space at its sides, pixels. */
const [FACE, FONT_SIZE, PADDING] = [{ family: 'source-sans-3', weight: 600 } as const, 11, 6]

/** A span as a bar on the axis, `length` pixels long. */
function composeSpan(
  { id, start, end, person }: StoryFile['spans'][number],
  context: EditionContext,
  place: MadeAxis['place'],
  length: number,
): Span {
  const { words, language, clock } = context
  const { name, what } = need(words.front.spans[id], id)
  const [first, last] = [read(start, context), end === undefined ? undefined : read(end, context)]
  const [from, to] = [place(first.start), last ? place(last.end) : 1]
  const days = last && daysBetween(first, last)
  const lasted = days === undefined ? undefined : languageOf(language).days(days)
  const fits = lasted && textWidth(lasted, FACE, FONT_SIZE) + 2 * PADDING <= (to - from) * length
  const who = person === undefined ? name : need(words.front.people[person], person).name
  const dates = last
    ? [start, end].map((text) => dateOf(text ?? '', language, clock).label).join(' – ')
    : dateOf(`${start.split('/')[0]}/..`, language, clock).label
  return {
    id,
    from,
    to,
    name,
    ...(fits && { length: lasted }),
    text: `${[who, what].filter(Boolean).join(', ')}: ${[dates, lasted].filter(Boolean).join(', ')}`,
  }
}

const DAY = 86_400_000

/** Number of days from one date to another; undefined unless both are exact. */
export function daysBetween(first: StoryDate, last: StoryDate): number | undefined {
  const exact = [first, last].every(
    ({ precision, approximate, uncertain }) =>
      (precision === 'day' || precision === 'time') && !approximate && !uncertain,
  )
  return exact ? Math.floor(last.start / DAY) - Math.floor(first.start / DAY) : undefined
}
