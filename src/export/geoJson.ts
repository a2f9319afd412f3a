import { PEOPLE } from '../content/quantity.ts'
import type { ReadStory } from '../content/read.ts'
import type { Note } from '../import/draft.ts'
import type { LonLat } from '../story/projection.ts'
import { amountText, type Told, type ToldStep } from './told.ts'

/** Writes a story as GeoJSON: a feature for each step, then one for each way. */
export function geoJson({ story, words, steps }: Told, note: Note): string {
  const { headline, dek } = words.front
  const features = [
    ...steps.map((told) => stepFeature(told, words, note)),
    ...story.file.legs.flatMap((leg) => legFeature(leg, story, note)),
  ]
  return `${JSON.stringify({ type: 'FeatureCollection', name: headline, description: dek, features }, null, 2)}\n`
}

function stepFeature({ step, heading, html, words: shown, places, media }: ToldStep, words: Told['words'], note: Note) {
  const [place, ...others] = places
  for (const { name } of others) note('left out', `${name}: a feature has one place`, heading)
  for (const { src } of media) note('left out', `the picture or film ${src}`, heading)
  return {
    type: 'Feature',
    id: step.id,
    geometry: place ? { type: 'Point', coordinates: [place.lon, place.lat] } : null,
    properties: {
      name: heading,
      date: step.date ?? shown,
      place: place?.name,
      description: html,
      group: step.lane === undefined ? words.front.phases[step.phase ?? ''] : words.front.lanes[step.lane],
    },
  }
}

function legFeature(leg: ReadStory['file']['legs'][number], { file, paths }: ReadStory, note: Note) {
  const [from, to] = [pointOf(leg.from, file), pointOf(leg.to, file)]
  const via = leg.via.map((point) => (typeof point === 'string' ? pointOf(point, file) : point))
  const line = paths[leg.id] ?? [from, ...via, to].flatMap((point) => (point ? [point] : []))
  if (!from || !to) {
    note('left out', 'ways on a section, which is no part of the globe', leg.id)
    return []
  }
  const { id, step, status } = leg
  const unit = leg.unit === PEOPLE ? undefined : leg.unit
  return {
    type: 'Feature',
    id,
    geometry: { type: 'LineString', coordinates: line },
    properties: { step, status, amount: amountText(leg), unit },
  }
}

function pointOf(id: string, { places }: ReadStory['file']): LonLat | undefined {
  const place = places[id]
  return place && [place.lon, place.lat]
}
