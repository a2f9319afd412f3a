import { languageOf } from '../../src/language/index.ts'
import type { Copy, Passage } from '../../src/story/copy.ts'
import { arcBetween } from '../../src/story/line.ts'
import type { Leg, Place, View } from '../../src/story/map.ts'
import type { Step, Story } from '../../src/story/story.ts'

const view: View = { x: 0, y: 0, width: 4000, height: 3000, labels: [[], [], [], [], []] }

/** A finished story of three steps on two invented islands; say what matters to the test, the rest is filled in. */
export function makeStory(changes: Partial<Story> = {}): Story {
  const steps = changes.steps ?? [makeStep(0, 'storm'), makeStep(1, 'boats'), makeStep(2, 'harbour')]
  return {
    slug: 'islands',
    language: 'en',
    languages: [{ code: 'en', name: 'English' }],
    words: languageOf('en').page,
    headline: 'How forty islanders crossed the sound',
    people: [],
    spans: [],
    phases: [
      { label: 'Storm', first: 0, last: 0 },
      { label: 'Crossing', first: 1, last: 2 },
    ],
    axis: { ticks: [0, 1], labels: [{ at: 0, text: '1 May' }] },
    route: {
      projection: { lon0: 0, world: 100_000, y0: 0 },
      extent: { x: -4000, y: -3000, width: 12_000, height: 9000 },
      whole: view,
      alt: 'Map of the route',
      alts: [],
      views: steps.map(() => view),
      labels: [],
      free: [],
      places: [makePlace('north', 1000, 0), makePlace('south', 3000, 2)],
      legs: [makeLeg()],
    },
    ...changes,
    steps,
  }
}

/** The copy of the same story. */
export function makeCopy(changes: Partial<Copy> = {}): Copy {
  return {
    kicker: 'Explainer · Islands',
    dek: 'A storm, three boats and a harbour.',
    byline: 'By the desk',
    draft: false,
    smallMap: false,
    sourcedAsWhole: false,
    reviewed: true,
    published: { iso: '2024-05-03T08:00:00Z', label: '3 May 2024' },
    updated: { iso: '2024-05-04T08:00:00Z', label: '4 May 2024' },
    minutes: 2,
    passages: ['storm', 'boats', 'harbour'].map((id, index) => ({
      ...makePassage(makeStep(index, id)),
      where: 'North',
      body: [{ kind: 'paragraph', text: [`What is known of the ${id}.`, { kind: 'cite', sources: [1, 2] }] }],
    })),
    route: {
      legs: [
        {
          id: 'crossing',
          amount: '40 people',
          mark: '40',
          from: 'North',
          to: 'South',
          date: { iso: '2024-05-03', label: '3 May 2024', short: '3 May' },
          status: 'happened',
          sources: [1],
        },
      ],
      changes: [],
      stays: [{ place: 'south', amount: '40', where: 'in the south', by: '4 May 2024', sources: [2] }],
    },
    people: [],
    figures: [],
    sources: [
      { publisher: 'Island Post', title: 'Report on the storm', date: '1 May 2024', url: 'https://example.org/storm' },
      { publisher: 'Harbour Office', title: 'Notice' },
    ],
    locations: [{ name: 'North', lat: 60, lon: 4 }],
    ...changes,
  }
}

/** The passage of a step, still without words. */
export function makePassage({ id, index, date: label = '', short, heading }: Step): Passage {
  const day = `2024-05-${String(index + 1).padStart(2, '0')}`
  return { id, heading, date: { iso: day, time: day, label, short }, body: [] }
}

export function makeStep(index: number, id: string): Step {
  return {
    id,
    index,
    date: `${index + 1} May 2024`,
    short: `${index + 1} May`,
    places: [index < 2 ? 'north' : 'south'],
    heading: `About the ${id}`,
    at: index / 4,
  }
}

function makePlace(id: string, x: number, step: number): Place {
  return { id, name: id === 'north' ? 'North' : 'South', x, y: 1500, step }
}

function makeLeg(): Leg {
  return {
    id: 'crossing',
    from: 'north',
    to: 'south',
    amount: 40,
    status: 'happened',
    step: 2,
    announced: 1,
    lines: [arcBetween({ x: 1000, y: 1500 }, { x: 3000, y: 1500 }, 100_000)],
    width: 16,
  }
}
