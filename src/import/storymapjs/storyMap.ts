import { z } from 'zod'
import { parseDate } from '../../content/edtf.ts'
import { type Box, checkCount, type Draft, type DraftStep, InputError, type LocalFile, type Note } from '../draft.ts'
import { freeDate } from '../freeDate.ts'
import { type Places, positionOf } from '../places.ts'
import { plainWords } from '../text/html.ts'
import { Collectors, headingOf, headOf, readSlideText, type SlideText } from '../text/slideText.ts'
import { parsed, words } from '../tolerant.ts'

const slide = z.object({
  type: words,
  date: words,
  text: z.object({ headline: words, text: words }).nullish(),
  location: z.object({ name: words, lat: words, lon: words, zoom: words, line: words, icon: words }).nullish(),
  media: z.object({ url: words, caption: words, credit: words }).nullish(),
  background: z.object({ url: words, color: words }).nullish(),
})
const storyMap = z.object({
  show_lines: words,
  storymap: z.object({
    map_type: words,
    map_as_image: words,
    show_lines: words,
    slides: z.array(slide, { error: 'is not a list of slides' }),
  }),
})

/** A slide with its place in the input. */
type Slide = SlideText & { raw: z.infer<typeof slide> }

/** The draft of a StoryMap: an overview, and slides with a place each. Throws an InputError if it is told on a picture. */
export async function draftStoryMap(data: unknown, local: LocalFile, note: Note): Promise<Draft> {
  const { storymap, show_lines } = parsed(storyMap, data)
  if (storymap.map_as_image === 'true' || /^(zoomify|iiif)/.test(storymap.map_type))
    throw new InputError(
      'is a StoryMap on a picture instead of a map, and a picture has no latitude and longitude',
      'its texts can be written in our own sheet, and the picture shown in a passage',
    )
  const slides = storymap.slides.map((raw, i): Slide => {
    const media = raw.media?.url ? raw.media : undefined
    return { raw, where: `slides[${i}]`, headline: raw.text?.headline ?? '', text: raw.text?.text ?? '', media }
  })
  const [overview, ...others] = slides.filter(({ raw }) => raw.type === 'overview')
  for (const { where } of others) note('to decide', 'a second overview: it is a step without a place', where)
  const told = slides.filter((each) => each !== overview)
  checkCount(told.length)
  const collectors = new Collectors(local, note)
  const steps: DraftStep[] = []
  for (const each of told) steps.push(await stepOf(each, collectors))
  return collectors.draft({
    ...(overview ? headOf(overview, collectors) : { headline: '', dek: '' }),
    view: overview && viewOf(overview),
    steps: withDatesInOrder(steps, note),
    legs: [show_lines, storymap.show_lines].includes('false') ? [] : legsOf(steps, told, collectors.places, note),
  })
}

async function stepOf(slide: Slide, collectors: Collectors): Promise<DraftStep> {
  const { where, raw } = slide
  const { note } = collectors
  const name = raw.location?.name ?? ''
  const heading = headingOf(slide, [name, raw.date], note)
  const { body, place: shown } = await readSlideText(slide, heading, collectors)
  const position = positionOf(raw.location?.lat ?? '', raw.location?.lon ?? '', where)
  if (position && !plainWords(name)) note('changed', 'places without a name: each has the heading of its slide', where)
  const place = position ? { name: plainWords(name) || heading, ...position } : shown
  if (!position && raw.type !== 'overview') note('to decide', 'a place: the slide has none', where)
  if (raw.background?.url || raw.background?.color) note('left out', 'backgrounds of slides', where)
  if (raw.location?.icon) note('left out', 'icons of places', where)
  const view = viewOf(slide)
  if (view) note('changed', 'zooms are views: what the map shows at a step', where)
  return {
    where,
    heading,
    ...freeDate(plainWords(raw.date), where, note),
    body,
    place: place && collectors.places.add(place),
    view,
  }
}

/** Keeps the order of the slides: a date before that of an earlier slide stands as words. */
function withDatesInOrder(steps: DraftStep[], note: Note): DraftStep[] {
  let last = Number.NEGATIVE_INFINITY
  return steps.map((step) => {
    const start = step.date === undefined ? last : (parseDate(step.date)?.start ?? last)
    if (start < last) {
      note('changed', `the date ${step.date} is before that of an earlier slide and stands as words`, step.where)
      return { ...step, date: undefined, words: step.date }
    }
    last = start
    return step
  })
}

/** Width and height of the map that StoryMapJS shows on a computer, in tiles of 256 pixels. */
const MAP = { width: 3, height: 2.5 }

/** What StoryMapJS shows at the zoom of a slide. */
function viewOf({ raw: { location }, where }: Slide): Box | undefined {
  const position = positionOf(location?.lat ?? '', location?.lon ?? '', where)
  const zoom = Number(location?.zoom || Number.NaN)
  if (!position || !(zoom >= 2)) return
  const { lat, lon } = position
  const [across, down] = [MAP.width, MAP.height].map((tiles) => (tiles * 360) / 2 ** zoom)
  // A degree of latitude is longer on the map, the nearer it is to a pole.
  const height = (down ?? 0) * Math.cos((lat * Math.PI) / 180)
  const half = (across ?? 0) / 2
  const box = [lon - half, Math.max(-85, lat - height / 2), lon + half, Math.min(85, lat + height / 2)]
  const [west = 0, south = 0, east = 0, north = 0] = box.map((degrees) => Math.round(degrees * 1000) / 1000)
  return [west, south, east, north]
}

/** The line that StoryMapJS draws from slide to slide. */
function legsOf(steps: DraftStep[], slides: Slide[], { all: places }: Places, note: Note): Draft['legs'] {
  let last: number | undefined
  const legs = steps.flatMap(({ place }, step) => {
    const from = last
    if (place !== undefined) last = place
    const drawn = slides[step]?.raw.location?.line !== 'false'
    const [start, end] = [places[from ?? -1], places[place ?? -1]]
    if (place === undefined || from === undefined || !start || !end || !drawn) return []
    if (start.lat === end.lat && start.lon === end.lon) return []
    return { from, to: place, step, status: 'happened' as const, line: 'straight' as const, sources: [] }
  })
  if (legs.length)
    note(
      'to decide',
      'whether somebody went along the lines between slides, who are now ways: who, and how many; else delete legs',
    )
  return legs
}
