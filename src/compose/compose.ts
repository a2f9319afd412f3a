/** Puts a story together in one language: what was read, the map drawn for it, the axis, the words for every date. */

import type { Ground } from '../cartography/ground.ts'
import { type Clock, parseDate } from '../content/edtf.ts'
import { need } from '../content/need.ts'
import type { Problem } from '../content/problems.ts'
import { quantityOf } from '../content/quantity.ts'
import type { ReadStory, Words } from '../content/read.ts'
import type { StoryFile } from '../content/schema.ts'
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

/** Readers' pace, words a minute: M. Brysbaert, How many words do we read per minute? (2019). */
const WORDS_PER_MINUTE = 238

/** What all parts of a story are told with: its facts, its words in one language, and what both come to. */
class Told {
  readonly quantities: Quantities
  /** How its dates are told */
  readonly clock: Clock & { digits: number }
  /** One for each step */
  readonly dates: DateLabel[]
  private readonly onward: string

  constructor(
    readonly file: StoryFile,
    readonly words: Words,
    readonly language: string,
  ) {
    this.onward = directionOf(language) === 'rtl' ? '←' : '→'
    const dates = [...file.steps.map(({ date }) => date), ...file.eras.flatMap(({ from, to }) => [from, to ?? from])]
    this.clock = { zone: file.zone, calendar: file.calendar, digits: digitsFor(dates) }
    this.dates = file.steps.map(({ id, date }) => worded(dateOf(date, language, this.clock), words.front.dates[id]))
    const counted = file.legs.map((leg) => quantityOf(leg).unit)
    this.quantities = new Quantities(languageOf(language), words.front.units, counted)
  }

  /** The index of a step. */
  step(id: string): number {
    return this.file.steps.findIndex((step) => step.id === id)
  }

  dateOf(step: string): DateLabel {
    return need(this.dates[this.step(step)], step)
  }

  place(id: string): string {
    return need(this.words.front.places[id], id)
  }

  /** What the ends of a leg are called, which may be more careful than its line. */
  ends(leg: LegInFile): { from: string; to: string } {
    const [from, to] = this.words.front.legs[leg.id] ?? [this.place(leg.from), this.place(leg.to)]
    return { from, to }
  }

  way({ from, to }: { from: string; to: string }): string {
    return `${from} ${this.onward} ${to}`
  }

  /** Sources by their numbers in the list. */
  cited(sources: string[]): number[] {
    return sources.map((id) => this.words.sourceOrder.indexOf(id) + 1)
  }
}

/**
 * The finished story in `language` with its copy, and warnings that only drawing can find. The story has passed the check:
 * anything missing here is a fault of ours and throws. `tiles`: raster tiles that the publisher has set.
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
  const told = new Told(file, words, language)
  const { axis, at } = makeAxis(
    file.steps.map((step) => need(parseDate(step.date, file), step.date)),
    language,
    { breaks: file.axis?.breaks.map((id) => told.step(id)), eras: file.eras.map((era) => composeEra(era, told)) },
  )
  const passages = file.steps.map((step) => composePassage(step, told, media))
  const steps = passages.map(
    ({ id, lane, date: { label, short }, heading }, index): Step => ({
      id,
      index,
      lane,
      date: { label, short },
      heading,
      ...whereOf(file.steps[index]),
      at: need(at[index], id),
    }),
  )
  const legs = file.legs.map((leg) => composeLeg(leg, told))
  const stays = file.stays.map((stay) => composeStay(stay, told))
  const worded = { words, steps, legs, stays, counted: told.quantities.units() }
  const { route, warnings } = drawRoute(read, language, ground, worded, tiles)

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
    updates: composeUpdates(told),
    route: { note: front.route, legs, changes: composeChanges(told), stays },
    people: Object.entries(file.people).map(([id, person]) => composePerson(id, person, told, media)),
    unknown: words.unknown,
    figures: file.figures.map((figure) =>
      composeFigure(figure, need(front.figures[figure.id], figure.id), {
        language: languageOf(language),
        quantities: told.quantities,
        number: (source) => words.sourceOrder.indexOf(source) + 1,
        step: (id) => need(passages[told.step(id)], id),
      }),
    ),
    sources: words.sourceOrder.map((id) => {
      const { publisher, title, date, url } = need(file.sources[id], id)
      return { publisher, title, date: date && dateOf(date, language).label, iso: date, url }
    }),
    locations: Object.entries(file.places).map(([id, { lat, lon }]) => ({ name: told.place(id), lat, lon })),
  }
  return { story, copy, warnings }
}

/** A step whose place a leg leads to is told with both ends of that leg; one without a place, with those of its note’s leg. */
function composePassage(step: StepInFile, told: Told, media: Media): Passage {
  const { id, lane } = step
  const { heading, body } = need(told.words.steps[id], id)
  const { legs } = told.file
  const travelled = legs.find((leg) => leg.step === id && leg.to === step.place)
  const places = placesAt(step).map((place) => told.place(place))
  const leg = travelled ?? (places.length ? undefined : legs.find((leg) => leg.id === step.note))
  return {
    id,
    lane: lane && need(told.words.front.lanes[lane], lane),
    where: leg
      ? told.way(told.ends(leg))
      : places.length
        ? new Intl.ListFormat(told.language).format(places)
        : undefined,
    date: told.dateOf(id),
    heading,
    body: withMedia(body, media),
  }
}

function composeLeg(leg: LegInFile, told: Told): LegInWords {
  return {
    id: leg.id,
    amount: told.quantities.say(quantityOf(leg)),
    mark: told.quantities.mark(quantityOf(leg)),
    track: leg.schematic ? undefined : true,
    ...told.ends(leg),
    date: told.dateOf(leg.step),
    status: leg.status,
    sources: told.cited(leg.sources),
  }
}

function composeStay(stay: StoryFile['stays'][number], told: Told): Stay {
  return {
    place: stay.place,
    amount: told.quantities.say(quantityOf(stay)),
    mark: told.quantities.mark(quantityOf(stay)),
    where: need(told.words.front.stays[stay.place], stay.place),
    by: stay.by === undefined ? undefined : dateOf(stay.by, told.language, told.clock).label,
    sources: told.cited(stay.sources),
  }
}

/** Who joined and who was lost, at places and on the way. */
function composeChanges(told: Told): Change[] {
  const { places, legs } = told.file
  const changing = [
    ...Object.entries(places).map(([id, of]) => ({ of, where: told.place(id), at: undefined })),
    ...legs.map((of) => ({ of, where: told.way(told.ends(of)), at: of.step })),
  ]
  return changing.flatMap(({ of, where, at }) =>
    (['joined', 'lost'] as const).flatMap((kind) =>
      of[kind].map((change): Change => {
        const step = change.step ?? at
        return {
          kind,
          amount: told.quantities.say(quantityOf(change)),
          place: where,
          date: step && told.dateOf(step).label,
          sources: told.cited(change.sources),
        }
      }),
    ),
  )
}

function composePerson(
  id: string,
  { sources, became, portrait }: StoryFile['people'][string],
  told: Told,
  media: Media,
): PersonInWords {
  const words = need(told.words.front.people[id], id)
  return {
    id,
    name: words.name,
    also: words.also,
    who: words.who,
    sources: told.cited(sources),
    became: became && {
      text: words.became ?? '',
      date: dateOf(became.date, told.language),
      sources: told.cited(became.sources),
    },
    portrait: portrait && {
      src: portrait.file,
      ...media.portraits.get(portrait.file)?.medium,
      alt: words.alt ?? '',
      credit: portrait.credit,
    },
  }
}

function composeUpdates(told: Told): Copy['updates'] {
  const { updates, complete } = told.file
  const { updates: words } = told.words
  if (!words || complete === undefined) return undefined
  return {
    heading: words.heading,
    items: updates.map(({ id, date, sources }) => ({
      id,
      date: dateOf(date, told.language),
      text: need(words.items[id], id),
      sources: told.cited(sources),
    })),
    complete: dateOf(complete, told.language).label,
  }
}

function composeEra({ id, from, to }: StoryFile['eras'][number], { clock, words, language }: Told) {
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

function whereOf(step: StepInFile | undefined): Pick<Step, 'place' | 'places'> {
  return step?.places ? { place: step.places[0], places: step.places } : { place: step?.place }
}

/** A bead has room for so many letters. */
const SHORT = 14

/** The author's own words for a date, where there are any. */
function worded(date: DateLabel, words: string | undefined): DateLabel {
  return words ? { ...date, label: words, short: words.length > SHORT ? date.short : words } : date
}
