import type { Ground } from '../cartography/ground.ts'
import { need } from '../content/need.ts'
import type { Problem } from '../content/problems.ts'
import type { ReadStory } from '../content/read.ts'
import type { StoryFile } from '../content/schema/story.ts'
import { languageOf } from '../language/index.ts'
import type { Change, Copy, LegInWords, Passage, PersonInWords, Stay } from '../story/copy.ts'
import type { Route, View } from '../story/map.ts'
import { crowdLegs, membersOf } from '../story/members.ts'
import type { Story } from '../story/story.ts'
import { EditionContext, type LegInFile } from './context.ts'
import { clockOf, dateOf, momentOf } from './dateLabels.ts'
import { composeFigure } from './figures.ts'
import { type Media, NO_MEDIA, withMedia } from './media.ts'
import { placesAt } from './placesAndLegs.ts'
import { composeRoute } from './route.ts'
import { composeTimeline } from './timeline.ts'

/** Reading speed: M. Brysbaert, How many words do we read per minute? (2019). */
const WORDS_PER_MINUTE = 238

/**
 * The story and its copy in `language`, with the warnings from drawing. The story has passed the check, so a missing
 * value is a bug in our code and throws. `tiles`: raster tiles that the publisher has configured.
 */
export function composeStory(
  read: ReadStory,
  language: string,
  ground: Ground | undefined,
  { media = NO_MEDIA, tiles }: { media?: Media; tiles?: Route['tiles'] } = {},
): { story: Story; copy: Copy; warnings: Problem[] } {
  const { file } = read
  const words = need(read.languages[language], language)
  const { front } = words
  const context = new EditionContext(file, words, language)
  const passages = file.steps.map((step) => composePassage(step, context, media))
  const timeline = composeTimeline(context, passages)
  const { steps } = timeline
  const legs = file.legs.map((leg) => composeLeg(leg, context))
  const stays = file.stays.map((stay) => composeStay(stay, context))
  const dates = file.steps.flatMap(({ date }) => date ?? [])
  const { quantities } = context
  const format = (amount: number, unit: string) => quantities.format({ amount, unit })
  const parts = { words, steps, legs, stays, counted: quantities.units(), format }
  const { route, warnings } = ground
    ? composeRoute(read, language, ground, parts, tiles)
    : { route: NO_ROUTE, warnings: [] }

  const story: Story = {
    slug: file.slug,
    language,
    languages: file.languages.map((code) => ({
      code,
      name: new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code,
    })),
    words: languageOf(language).page,
    headline: front.headline,
    lanes: file.lanes?.map((id) => need(front.lanes[id], id)),
    people: Object.entries(file.people).map(([id, { way }]) => ({ id, way })),
    ...timeline,
    route,
  }
  const copy: Copy = {
    kicker: front.kicker,
    dek: front.dek,
    byline: front.byline,
    draft: file.draft,
    smallMap: file.map === 'small',
    sourcedAsWhole: file.sourcing === 'whole',
    reviewed: front.reviewed,
    published: momentOf(file.published, language),
    updated: momentOf(file.updated ?? file.published, language),
    clock: clockOf(dates, language, file),
    minutes: Math.max(1, Math.round(words.wordCount / WORDS_PER_MINUTE)),
    passages,
    closing: words.closing && { ...words.closing, body: withMedia(words.closing.body, media) },
    updates: composeUpdates(context),
    route: { note: front.route, legs, changes: composeChanges(context), stays },
    people: Object.entries(file.people).map(([id, person]) => composePerson(id, person, legs, context, media)),
    unknown: words.unknown,
    figures: file.figures.map((figure) =>
      composeFigure(figure, need(front.figures[figure.id], figure.id), {
        language: languageOf(language),
        quantities: context.quantities,
        number: (source) => words.sourceOrder.indexOf(source) + 1,
        step: (id) => need(passages[context.stepIndex(id)], id),
        crowd: crowdIn(read, route),
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

/** The people or ships who are dots on the map, if they can be counted. */
function crowdIn({ file }: ReadStory, route: Route) {
  const legs = crowdLegs(route)
  const leg = file.legs.find(({ id }) => id === legs[0]?.id)
  const count = membersOf(legs)?.length
  return count && leg ? { count, unit: leg.unit } : undefined
}

/** A step. `where` names both ends of the leg that leads to its place, or of its note's leg if it has no place. */
function composePassage(step: StoryFile['steps'][number], context: EditionContext, media: Media): Passage {
  const { id, lane, stage } = step
  const { heading, body } = need(context.words.steps[id], id)
  const { legs } = context.file
  const travelled = legs.find((leg) => leg.step === id && leg.to === step.place)
  const places = placesAt(step).map((place) => context.place(place))
  const leg = travelled ?? (places.length ? undefined : legs.find((leg) => leg.id === step.note))
  const list = places.length ? new Intl.ListFormat(context.language).format(places) : undefined
  return {
    id,
    lane: lane && need(context.words.front.lanes[lane], lane),
    where: leg ? context.fromTo(context.ends(leg)) : list,
    date: context.dateOf(id),
    heading,
    body: withMedia(body, media),
    lead: stage === 'media' ? body.findIndex(({ kind }) => kind === 'media') : undefined,
  }
}

function composeLeg(leg: LegInFile, context: EditionContext): LegInWords {
  return {
    id: leg.id,
    amount: context.quantities.format(leg),
    mark: context.quantities.formatShort(leg),
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
    amount: context.quantities.format(stay),
    mark: context.quantities.formatShort(stay),
    where: need(context.words.front.stays[stay.place], stay.place),
    by: stay.by === undefined ? undefined : dateOf(stay.by, context.language, context.clock).label,
    sources: context.cited(stay.sources),
  }
}

/** Changes in number (joined and lost) at places and on legs. */
function composeChanges(context: EditionContext): Change[] {
  const { places, legs } = context.file
  const all = [
    ...Object.entries(places).map(([id, place]) => ({ ...place, place: context.place(id), step: undefined })),
    ...legs.map((leg) => ({ ...leg, place: context.fromTo(context.ends(leg)) })),
  ]
  return all.flatMap((each) =>
    (['joined', 'lost'] as const).flatMap((kind) =>
      each[kind].map(
        ({ step = each.step, sources, ...change }): Change => ({
          kind,
          amount: context.quantities.format(change),
          place: each.place,
          date: step && context.dateOf(step)?.label,
          sources: context.cited(sources),
        }),
      ),
    ),
  )
}

function composePerson(
  id: string,
  person: StoryFile['people'][string],
  legs: LegInWords[],
  context: EditionContext,
  media: Media,
): PersonInWords {
  const { sources, became, portrait } = person
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
    itinerary: itineraryOf(person, legs, context),
    portrait: portrait && {
      src: portrait.file,
      ...media.portraits.get(portrait.file)?.medium,
      alt: words.alt ?? '',
      credit: portrait.credit,
    },
  }
}

/** The legs of a person in one sentence, from where they are known to have been. */
function itineraryOf(
  { way, start }: StoryFile['people'][string],
  legs: LegInWords[],
  context: EditionContext,
): PersonInWords['itinerary'] {
  if (way.length === 0) return undefined
  const { legInWords, onTheMap, status } = languageOf(context.language)
  const travelled = legs.filter(({ id }) => way.includes(id))
  const parts = travelled.map((leg, index) => {
    const from = index === 0 && start ? context.place(start) : leg.from
    const words = legInWords(undefined, from, leg.to, leg.date?.label)
    return leg.status === 'happened' ? words : `${words} (${status[leg.status]})`
  })
  return { text: onTheMap(parts.join('; ')), sources: [...new Set(travelled.flatMap(({ sources }) => sources))] }
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

const NOWHERE: View = { x: 0, y: 0, width: 1, height: 1, labels: [] }

/** The route of a story without places */
const NO_ROUTE: Route = {
  projection: { lon0: 0, world: 1, y0: 0 },
  extent: NOWHERE,
  whole: NOWHERE,
  views: [],
  labels: [],
  free: [],
  places: [],
  legs: [],
  alt: '',
  alts: [],
}
