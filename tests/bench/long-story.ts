/** Invented stories of any length, to see what grows with a story and how fast. The same length gives the same story. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Degrees: west, south, east, north */
type Box = [number, number, number, number]

const REGION: Box = [15, 45, 38, 56]
/** From Iceland to the Urals, from Crete to the North Cape */
export const EUROPE: Box = [-22, 35, 60, 71]

/** A story names more steps than places. */
const COLUMNS = 6
const ROWS = 4
const PLACES = COLUMNS * ROWS
const PHASES = 5
/** One step in so many is about people who move. */
const STEPS_A_LEG = 10
const WORDS_A_STEP = 24
const VOCABULARY =
  'the river court a letter bridge from morning guard of winter road without answer town paper under council window'

/** Writes a story of `count` short steps, with places spread evenly over `box`, as the folder `root`/`slug`. */
export async function writeLongStory(root: string, slug: string, count: number, box = REGION) {
  const folder = join(root, slug)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'story.yaml'), factsOf(slug, count, box))
  await writeFile(join(folder, 'en.md'), wordsOf(count))
}

interface Leg {
  step: number
  from: number
  to: number
  people: number
}

/** People leave places of even number and stay at places of odd number, so the head-count always comes out. */
function legsOf(count: number): Leg[] {
  return range(count)
    .filter((step) => step % STEPS_A_LEG === STEPS_A_LEG / 2)
    .map((step, i) => ({ step, from: (2 * i) % PLACES, to: placeOf(step), people: 10 + ((7 * i) % 90) }))
}

function staysOf(legs: Leg[]): { place: number; people: number }[] {
  const people = new Map<number, number>()
  for (const leg of legs) people.set(leg.to, (people.get(leg.to) ?? 0) + leg.people)
  return [...people].map(([place, count]) => ({ place, people: count }))
}

function placeOf(step: number): number {
  return step % PLACES
}

function factsOf(slug: string, count: number, [west, south, east, north]: Box): string {
  const legs = legsOf(count)
  const phases = range(PHASES).map((phase) => `phase-${phase}`)
  const lat = (place: number) => south + ((north - south) * Math.floor(place / COLUMNS)) / (ROWS - 1)
  const lon = (place: number) => west + ((east - west) * (place % COLUMNS)) / (COLUMNS - 1)
  const entry = (fields: Record<string, string | number>) =>
    `{ ${Object.entries(fields)
      .map((field) => field.join(': '))
      .join(', ')} }`
  return [
    `slug: ${slug}`,
    'languages: [en]',
    `published: ${dayOf(count)}`,
    `phases: [${phases.join(', ')}]`,
    'places:',
    ...range(PLACES).map((place) => `  place-${place}: ${entry({ lat: lat(place), lon: lon(place) })}`),
    'steps:',
    ...range(count).map((step) => {
      const phase = phases[Math.floor((step * PHASES) / count)] ?? ''
      return `  - ${entry({ id: `step-${step}`, date: dayOf(step), phase, place: `place-${placeOf(step)}` })}`
    }),
    'legs:',
    ...legs.map(({ step, from, to, people }) => {
      const ends = { from: `place-${from}`, to: `place-${to}` }
      return `  - ${entry({ id: `leg-${step}`, ...ends, people, step: `step-${step}`, status: 'happened', sources: '[S1]' })}`
    }),
    'stays:',
    ...staysOf(legs).map(({ place, people }) => `  - ${entry({ place: `place-${place}`, people, sources: '[S1]' })}`),
    'sources:',
    '  S1: { publisher: Harbour Office, title: Notices }',
    '',
  ].join('\n')
}

function wordsOf(count: number): string {
  return [
    '---',
    'kicker: Benchmark',
    `headline: A story of ${count} steps`,
    'dek: Invented, to see what grows with a story.',
    'byline: By nobody',
    `phases: { ${range(PHASES)
      .map((phase) => `phase-${phase}: Phase ${phase + 1}`)
      .join(', ')} }`,
    `places: { ${range(PLACES)
      .map((place) => `place-${place}: Place ${place + 1}`)
      .join(', ')} }`,
    `stays: { ${staysOf(legsOf(count))
      .map(({ place }) => `place-${place}: in Place ${place + 1}`)
      .join(', ')} }`,
    '---',
    ...range(count).map((step) => `\n## Step ${step + 1} of the way {#step-${step}}\n\n${passageOf(step)} [@S1]`),
    '',
  ].join('\n')
}

/** Not the same words again and again, which would compress to nothing. */
function passageOf(step: number): string {
  const words = VOCABULARY.split(' ')
  let seed = step + 1
  const passage = range(WORDS_A_STEP).map(() => {
    seed = (seed * 48271) % 2147483647 // the “minimal standard” generator of Park and Miller (1988)
    return words[seed % words.length]
  })
  return `On this day ${passage.join(' ')}.`
}

/** One step a day. */
function dayOf(step: number): string {
  return new Date(Date.UTC(2000, 0, 1 + step)).toISOString().slice(0, 10)
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i)
}
