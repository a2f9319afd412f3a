/** Composes a story in one language from its facts and words, its map, the axis and its dates. */

import type { Ground } from '../cartography/ground.ts'
import { type Clock, parseDate } from '../content/edtf.ts'
import { need } from '../content/need.ts'
import type { Problem } from '../content/problems.ts'
import { quantityOf } from '../content/quantity.ts'
import type { ReadStory, Words } from '../content/read.ts'
import type { StoryFile } from '../content/schema.ts'
import { isOnSection } from '../content/stage.ts'
import { directionOf, languageOf } from '../language/index.ts'
import type {
  Change,
  Copy,
  DateLabel,
  LegInWords,
  Passage,
  PersonInWords,
  Route,
  Stay,
  Step,
  Story,
} from '../story/story.ts'
import { makeAxis } from './axis.ts'
import { clockOf, dateOf, digitsFor, momentOf } from './dateLabels.ts'
import { composeFigure } from './figures.ts'
import { type Media, NO_MEDIA, withMedia } from './media.ts'
import { Quantities } from './quantities.ts'
import { drawRoute, placesAt } from './route.ts'

/** Reading speed: M. Brysbaert, How many words do we read per minute? (2019). */
const WORDS_PER_MINUTE = 238

/** A story's facts, its words in one language, and what is derived from both, for composing each part of it. */
class EditionContext {
  readonly quantities: Quantities
  /** Time zone, calendar and significant digits of its dates */
  readonly clock: Clock & { digits: number }
  /** The date of each step */
  readonly dates: DateLabel[]
  private readonly arrow: string

  constructor(
    readonly file: StoryFile,
    readonly words: Words,
    readonly language: string,
  ) {
    this.arrow = directionOf(language) === 'rtl' ? '←' : '→'
    const dates = [...file.steps.map(({ date }) => date), ...file.eras.flatMap(({ from, to }) => [from, to ?? from])]
    this.clock = { zone: file.zone, calendar: file.calendar, digits: digitsFor(dates) }
    this.dates = file.steps.map(({ id, date }) =>
      withAuthorWords(dateOf(date, language, this.clock), words.front.dates[id]),
    )
    const counted = file.legs.map((leg) => quantityOf(leg).unit)
    this.quantities = new Quantities(languageOf(language), words.front.units, counted)
  }

  /** The index of a step. */
  stepIndex(id: string): number {
    return this.file.steps.findIndex((step) => step.id === id)
  }

  dateOf(step: string): DateLabel {
    return need(this.dates[this.stepIndex(step)], step)
  }

  place(id: string): string {
    return need(this.words.front.places[id], id)
  }

  /** The names of a leg's ends, which may be less precise than its line. */
  ends(leg: LegInFile): { from: string; to: string } {
    const [from, to] = this.words.front.legs[leg.id] ?? [this.place(leg.from), this.place(leg.to)]
    return { from, to }
  }

  fromTo({ from, to }: { from: string; to: string }): string {
    return `${from} ${this.arrow} ${to}`
  }

  /** Numbers of sources in the list of sources. */
  cited(sources: string[]): number[] {
    return sources.map((id) => this.words.sourceOrder.indexOf(id) + 1)
  }
}

/**
 * The story and its copy in `language`, with the warnings from drawing. The story has passed the check, so a missing
 * value is a bug in our code and throws. `tiles`: raster tiles that the publisher has configured.
 */
export function composeStory(
  read: ReadStory,
  language: string,
  ground: Ground,
  { media = NO_MEDIA, tiles }: { media?: Media; tiles?: Route['tiles'] } = {},
): { story: Story; copy: Copy; warnings: Problem[] } {
  const { file } = read
  const words = need(read.languages[language], language)
  const { front } = words
  const context = new EditionContext(file, words, language)
  const { axis, at } = makeAxis(
    file.steps.map((step) => need(parseDate(step.date, file), step.date)),
    language,
    {
      breaks: file.axis?.breaks.map((id) => context.stepIndex(id)),
      eras: file.eras.map((era) => composeEra(era, context)),
    },
  )
  const passages = file.steps.map((step) => composePassage(step, context, media))
  const steps = passages.map(
    ({ id, lane, date: { label, short }, heading }, index): Step => ({
      id,
      index,
      lane,
      date: { label, short },
      heading,
      ...placesOf(file.steps[index]),
      section: isOnSection(need(file.steps[index], id), file) || undefined,
      at: need(at[index], id),
    }),
  )
  const legs = file.legs.map((leg) => composeLeg(leg, context))
  const stays = file.stays.map((stay) => composeStay(stay, context))
  const { quantities } = context
  const format = (amount: number, unit: string) => quantities.format({ amount, unit })
  const parts = { words, steps, legs, stays, counted: quantities.units(), format }
  const { route, warnings } = drawRoute(read, language, ground, parts, tiles)

  const story: Story = {
    slug: file.slug,
    language,
    languages: file.languages.map((code) => ({
      code,
      name: new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code,
    })),
    words: languageOf(language).page,
    headline: front.headline,
    phases: file.phases.map((id) => {
      const indexes = file.steps.flatMap((step, index) => (step.phase === id ? [index] : []))
      return { label: need(front.phases[id], id), first: Math.min(...indexes), last: Math.max(...indexes) }
    }),
    lanes: file.lanes?.map((id) => need(front.lanes[id], id)),
    steps,
    people: Object.entries(file.people).map(([id, { way }]) => ({ id, way })),
    axis,
    route,
  }
  const copy: Copy = {
    kicker: front.kicker,
    dek: front.dek,
    byline: front.byline,
    reviewed: front.reviewed,
    published: momentOf(file.published, language),
    updated: momentOf(file.updated ?? file.published, language),
    clock: clockOf(
      file.steps.map(({ date }) => date),
      language,
      file,
    ),
    minutes: Math.max(1, Math.round(words.wordCount / WORDS_PER_MINUTE)),
    passages,
    closing: words.closing && { ...words.closing, body: withMedia(words.closing.body, media) },
    updates: composeUpdates(context),
    route: { note: front.route, legs, changes: composeChanges(context), stays },
    people: Object.entries(file.people).map(([id, person]) => composePerson(id, person, context, media)),
    unknown: words.unknown,
    figures: file.figures.map((figure) =>
      composeFigure(figure, need(front.figures[figure.id], figure.id), {
        language: languageOf(language),
        quantities: context.quantities,
        number: (source) => words.sourceOrder.indexOf(source) + 1,
        step: (id) => need(passages[context.stepIndex(id)], id),
      }),
    ),
    sources: words.sourceOrder.map((id) => {
      const { publisher, title, date, url } = need(file.sources[id], id)
      return { publisher, title, date: date && dateOf(date, language).label, iso: date, url }
    }),
    locations: Object.entries(file.places).map(([id, { lat, lon }]) => ({ name: context.place(id), lat, lon })),
  }
  return { story, copy, warnings }
}

/** A step. `where` names both ends of the leg that leads to its place, or of its note's leg if it has no place. */
function composePassage(step: StepInFile, context: EditionContext, media: Media): Passage {
  const { id, lane } = step
  const { heading, body } = need(context.words.steps[id], id)
  const { legs } = context.file
  const travelled = legs.find((leg) => leg.step === id && leg.to === step.place)
  const places = placesAt(step).map((place) => context.place(place))
  const leg = travelled ?? (places.length ? undefined : legs.find((leg) => leg.id === step.note))
  return {
    id,
    lane: lane && need(context.words.front.lanes[lane], lane),
    where: leg
      ? context.fromTo(context.ends(leg))
      : places.length
        ? new Intl.ListFormat(context.language).format(places)
        : undefined,
    date: context.dateOf(id),
    heading,
    body: withMedia(body, media),
  }
}

function composeLeg(leg: LegInFile, context: EditionContext): LegInWords {
  return {
    id: leg.id,
    amount: context.quantities.format(quantityOf(leg)),
    mark: context.quantities.formatShort(quantityOf(leg)),
    track: leg.schematic ? undefined : true,
    ...context.ends(leg),
    date: context.dateOf(leg.step),
    status: leg.status,
    sources: context.cited(leg.sources),
  }
}

function composeStay(stay: StoryFile['stays'][number], context: EditionContext): Stay {
  return {
    place: stay.place,
    amount: context.quantities.format(quantityOf(stay)),
    mark: context.quantities.formatShort(quantityOf(stay)),
    where: need(context.words.front.stays[stay.place], stay.place),
    by: stay.by === undefined ? undefined : dateOf(stay.by, context.language, context.clock).label,
    sources: context.cited(stay.sources),
  }
}

/** Changes in number (joined and lost) at places and on legs. */
function composeChanges(context: EditionContext): Change[] {
  const { places, legs } = context.file
  const placesAndLegs = [
    ...Object.entries(places).map(([id, subject]) => ({ subject, where: context.place(id), ownStep: undefined })),
    ...legs.map((subject) => ({ subject, where: context.fromTo(context.ends(subject)), ownStep: subject.step })),
  ]
  return placesAndLegs.flatMap(({ subject, where, ownStep }) =>
    (['joined', 'lost'] as const).flatMap((kind) =>
      subject[kind].map((change): Change => {
        const step = change.step ?? ownStep
        return {
          kind,
          amount: context.quantities.format(quantityOf(change)),
          place: where,
          date: step && context.dateOf(step).label,
          sources: context.cited(change.sources),
        }
      }),
    ),
  )
}

function composePerson(
  id: string,
  { sources, became, portrait }: StoryFile['people'][string],
  context: EditionContext,
  media: Media,
): PersonInWords {
  const words = need(context.words.front.people[id], id)
  return {
    id,
    name: words.name,
    also: words.also,
    who: words.who,
    sources: context.cited(sources),
    became: became && {
      text: words.became ?? '',
      date: dateOf(became.date, context.language),
      sources: context.cited(became.sources),
    },
    portrait: portrait && {
      src: portrait.file,
      ...media.portraits.get(portrait.file)?.medium,
      alt: words.alt ?? '',
      credit: portrait.credit,
    },
  }
}

function composeUpdates(context: EditionContext): Copy['updates'] {
  const { updates, complete } = context.file
  const { updates: words } = context.words
  if (!words || complete === undefined) return undefined
  return {
    heading: words.heading,
    items: updates.map(({ id, date, sources }) => ({
      id,
      date: dateOf(date, context.language),
      text: need(words.items[id], id),
      sources: context.cited(sources),
    })),
    complete: dateOf(complete, context.language).label,
  }
}

function composeEra({ id, from, to }: StoryFile['eras'][number], { clock, words, language }: EditionContext) {
  const read = (text: string) => need(parseDate(text, clock), text)
  return {
    label: need(words.front.eras[id], id),
    dates: dateOf(`${from.split('/')[0]}/${to?.split('/').at(-1) ?? '..'}`, language, clock).label,
    from: read(from),
    to: to === undefined ? undefined : read(to),
  }
}

type StepInFile = StoryFile['steps'][number]
type LegInFile = StoryFile['legs'][number]

function placesOf(step: StepInFile | undefined): Pick<Step, 'place' | 'places'> {
  return step?.places ? { place: step.places[0], places: step.places } : { place: step?.place }
}

/** Maximum length of a label under a bead, characters. */
const MAX_SHORT = 14

/** Replaces the label of a date with the author's own words, if there are any. */
function withAuthorWords(date: DateLabel, words: string | undefined): DateLabel {
  return words ? { ...date, label: words, short: words.length > MAX_SHORT ? date.short : words } : date
}
