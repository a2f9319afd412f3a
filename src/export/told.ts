/** The story that an export tells: facts and words of one language. */
import type { ReadStory, Words } from '../content/read.ts'
import type { Note } from '../import/draft.ts'
import type { Medium } from '../story/prose.ts'
import { type Cited, htmlOf } from './html.ts'

/** A step with all that is said of it. */
export interface ToldStep {
  step: ReadStory['file']['steps'][number]
  heading: string
  /** Its text as HTML */
  html: string
  /** Words shown as its date, if it has any */
  words: string | undefined
  /** Names of its places, with their positions; those of a section have none */
  places: { id: string; name: string; lat: number; lon: number }[]
  media: Medium[]
}

/** What a format is given to write. */
export interface Told {
  /** BCP 47 */
  language: string
  story: ReadStory
  words: Words
  cited: Cited
  steps: ToldStep[]
}

/** The story in one of its languages. */
export function tell(story: ReadStory, language: string, words: Words): Told {
  const cited = { sources: story.file.sources, order: words.sourceOrder }
  const steps = story.file.steps.map((step) => {
    const { heading = '', body = [] } = words.steps[step.id] ?? {}
    const ids = step.places ?? (step.place === undefined ? [] : [step.place])
    return {
      step,
      heading,
      html: htmlOf(body, cited),
      words: words.front.dates[step.id],
      places: ids.flatMap((id) => {
        const place = story.file.places[id]
        return place ? { id, name: words.front.places[id] ?? id, lat: place.lat, lon: place.lon } : []
      }),
      media: body.flatMap((block) => (block.kind === 'media' || block.kind === 'comparison' ? block.media : [])),
    }
  })
  return { language, story, words, cited, steps }
}

/** Notes the parts of a story that none of the formats can hold; `held` are those that this one can. */
export function noteUnheld({ story: { file }, words, steps }: Told, held: string[], note: Note) {
  const blocks = Object.values(words.steps).flatMap(({ body }) => body)
  const changed = [...Object.values(file.places), ...file.legs]
  const parts: Record<string, number> = {
    'other languages': file.languages.length - 1,
    phases: file.phases.length,
    lanes: file.lanes?.length ?? 0,
    eras: file.eras.length,
    spans: file.spans.length,
    places: Object.keys(file.places).length,
    'ways of people': file.legs.length,
    'who stays where': file.stays.length,
    'losses and gains': changed.filter(({ lost, joined }) => lost.length + joined.length).length,
    'the section': file.section ? 1 : 0,
    figures: file.figures.length,
    people: Object.keys(file.people).length,
    'what came since': file.updates.length,
    'what is not known': words.unknown?.items.length ?? 0,
    'the last passage': words.closing ? 1 : 0,
    'notes on the map': Object.keys(words.front.notes).length,
    'views of steps': file.steps.filter(({ view, zoom }) => view ?? zoom).length,
    'comparisons of pictures': blocks.filter(({ kind }) => kind === 'comparison').length,
    'the calendar, which is Julian': file.calendar ? 1 : 0,
    'the zone of its clock': file.zone || file.steps.some(({ date = '' }) => /T.*(Z|[+-]\d\d:\d\d)/.test(date)) ? 1 : 0,
  }
  for (const [what, number] of Object.entries(parts))
    if (number > 0 && !held.includes(what)) note('left out', number > 1 ? `${what} (${number})` : what)
  note('carried', `${steps.length} steps`)
  note('left out', 'kicker, byline, and when the story was published')
  const drawn = file.legs.filter(({ path, via }) => path !== undefined || via.length).length
  if (drawn && !held.includes('lines of ways')) note('left out', `lines of ways (${drawn})`)
  if (!held.includes('sources')) note('changed', 'sources: links at the end of each paragraph')
}

/** How many a way has, as our sheet says it: 200, ~200, 250-280; empty if it is not known. */
export function amountText({ amount }: ReadStory['file']['legs'][number]): string {
  if (!Array.isArray(amount)) return String(amount ?? '')
  const [least, most] = amount
  return least === most ? `~${least}` : `${least}-${most}`
}
