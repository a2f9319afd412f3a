// @vitest-environment node
import { describe, expect, it, vi } from 'vitest'
import { coordinatesOf } from '../../../src/cartography/itinerary.ts'
import { readStory } from '../../../src/content/read.ts'
import { underWay } from '../../../src/map/Tip.tsx'
import { labelsAt } from '../../../src/story/labels.ts'
import { copyAt, pathTo, pointAt } from '../../../src/story/line.ts'
import type { Route } from '../../../src/story/map.ts'
import { project } from '../../../src/story/projection.ts'
import { print, type Shape } from '../compose-shape.ts'
import { makeAnyStory } from '../make-any-story.ts'

// What is told of a story here is the same on any ground, and drawing one takes seconds.
vi.mock('../../../src/cartography/atlas/basemap.ts', () => ({
  drawBasemap: () => ({
    basemap: { land: '', focus: '', lakes: '', rivers: '', borders: '' },
    gazetteer: { countries: [], towns: [] },
  }),
}))

/** What the whole map says of `kind`, without the dates beside some counts. */
function written(route: Route, kind: string): string[] {
  const labels = [...labelsAt(route, route.whole.labels[3]), ...route.free]
  return [...new Set(labels.filter((label) => label.kind === kind).map(({ text }) => text.replace(/ · .*/, '')))].sort()
}

async function problemsOf(shape: Shape): Promise<string[]> {
  const { problems } = await readStory(makeAnyStory(shape))
  return problems.map(({ message, hint }) => (hint ? `${message} — ${hint}` : message))
}

const ISLES = { north: 'lat: 60.1, lon: 4.2', south: 'lat: 60, lon: 4.9' }
const TWO = { gale: 'place: north', boats: 'place: south' }
const LEG = 'id: first, from: north, to: south, step: boats'

describe('a story with little in it', () => {
  it('may have no legs, one step, or no place at all', async () => {
    const still = await print({ places: ISLES, steps: TWO })
    expect(still.words).not.toContain('The route in words')
    expect((await print({ places: { north: ISLES.north }, steps: { gale: 'place: north' } })).story.steps).toHaveLength(
      1,
    )
    const nowhere = await print({ steps: { gale: '' } })
    expect(nowhere.route.whole.width, 'it has the world').toBeCloseTo(nowhere.route.projection.world, 0)
  })
})

describe('the dateline', () => {
  it('names all places of a step, though its note is tied to a leg', async () => {
    const steps = { gale: 'place: north', boats: 'places: [north, south], note: first' }
    const { copy } = await print({ places: ISLES, steps, legs: [LEG], front: 'notes: { boats: The way is not known }' })
    expect(copy.passages.map(({ where }) => where)).toEqual(['North', 'North and South'])
  })
})

describe('what is counted', () => {
  it('may be nothing: an even line without a number', async () => {
    const { leg, route, words } = await print({ places: ISLES, steps: TWO, legs: [LEG] })
    expect(leg('first').width).toBe(3)
    expect(written(route, 'people')).toEqual([])
    expect(words).toContain('North to South, 2 May 2024')
    expect(words).not.toContain('The wider the line')
  })

  it('may be about so many, or from so many to so many', async () => {
    const back = 'id: back, from: south, to: north, step: boats'
    const { leg, route, words } = await print({
      places: ISLES,
      steps: TWO,
      legs: [`${LEG}, amount: ~200`, `${back}, amount: [250, 280]`],
    })
    expect(written(route, 'people')).toEqual(['250–280', '~200'])
    expect(words).toContain('~200 people, North to South')
    expect(words).toContain('250–280 people, South to North')
    expect(leg('first').width / leg('back').width).toBeCloseTo(200 / 265, 1)
  })

  it('may be ships and people, each in proportion to its own', async () => {
    const { leg, route, words } = await print({
      places: ISLES,
      steps: { ...TWO, home: 'place: north' },
      legs: [
        `${LEG}, people: 270`,
        'id: fleet, from: north, to: south, step: boats, amount: 5, unit: ships',
        'id: home, from: south, to: north, step: home, amount: 1, unit: ships',
      ],
      facts: 'units: [ships]',
      front: 'units: { ships: { one: ship, other: ships } }',
    })
    expect(written(route, 'people')).toEqual(['1 ship', '270 people', '5 ships'])
    expect(leg('fleet').width).toBe(leg('first').width)
    expect(leg('fleet').width / leg('home').width).toBeCloseTo(5, 1)
    expect(words).toContain('the more people and ships; the number stands beside it')
  })

  it('has a word, and is one of the story’s units', async () => {
    const shape = { places: ISLES, steps: TWO, legs: [`${LEG}, amount: 5, unit: ships`] }
    expect(await problemsOf(shape)).toEqual(['unknown unit “ships”'])
    expect(await problemsOf({ ...shape, facts: 'units: [ships]' })).toEqual([
      'units: “ships” has no word in this language',
    ])
    const ranged = { ...shape, legs: [`${LEG}, amount: [280, 250]`] }
    expect(await problemsOf(ranged)).toEqual([
      'legs.first.amount: how many is written 200, ~200 for about 200, or [250, 280]',
    ])
  })

  it('may be fewer on the way and come back to where it set out, which is said in words', async () => {
    const shape = (count: number) => ({
      places: {
        ...ISLES,
        south: `${ISLES.south}, lost: { people: 256, step: boats, sources: [A1] }, joined: { amount: 4, sources: [A1] }`,
      },
      steps: { ...TWO, home: 'place: north' },
      legs: [`${LEG}, people: 270`, `id: back, from: south, to: north, step: home, people: ${count}`],
      facts: 'count: closed\nstays: [{ place: north, people: 18, sources: [A1] }]',
      front: 'stays: { north: at home }',
    })
    const { words } = await print(shape(18))
    expect(words).toContain('256 people lost: South, 2 May 2024')
    expect(words).toContain('4 people joined: South')
    expect(words).toContain('18 at home')
    expect(await problemsOf(shape(17))).toEqual(['at “north” 17 arrive, but 0 leave and 18 stay'])
  })
})

describe('a way on which some are lost', () => {
  it('says so in words, and counts down at its tip', async () => {
    const lost = 'lost: { amount: 20, sources: [A1] }, joined: { amount: 1, sources: [A1] }'
    const { words, story } = await print({
      places: ISLES,
      steps: TWO,
      legs: [`${LEG}, people: 60, ${lost}`],
      facts: 'count: closed\nstays: [{ place: south, people: 41, sources: [A1] }]',
      front: 'stays: { south: in the south }',
    })
    expect(words).toContain('20 people lost: North → South, 2 May 2024')
    expect(words).toContain('1 person joined: North → South, 2 May 2024')
    const [leg] = story.route.legs
    expect([0.01, 0.99].map((grown) => underWay(Number(leg?.amount), leg?.arrive, grown))).toEqual([60, 41])
  })
})

describe('a way', () => {
  const geojson = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'LineString',
          coordinates: [
            [4.25, 60.15, 5],
            [4.5, 60.25],
            [4.85, 60.05],
          ],
        },
      },
    ],
  })
  const points = [
    [4.25, 60.15],
    [4.5, 60.25],
    [4.85, 60.05],
  ]
  const gpx = `<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>${points.map(([lon, lat]) => `<trkpt lat="${lat}" lon="${lon}"/>`).join('')}</trkseg></trk></gpx>`
  const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><LineString><coordinates>${points.map((point) => point.join(',')).join(' ')}</coordinates></LineString></Placemark></kml>`

  it.each([
    ['voyage.geojson', geojson],
    ['voyage.gpx', gpx],
    ['voyage.kml', kml],
  ])('is drawn as it is in %s', async (name, content) => {
    const { leg, route, words } = await print({
      places: ISLES,
      steps: TWO,
      legs: [`${LEG}, path: ${name}, schematic: false`],
      files: { [name]: content },
    })
    const [line] = leg('first').lines
    const at = project(route.projection, [4.5, 60.25])
    expect(line).toHaveLength(5)
    expect(line?.[2]).toEqual([Math.round(at.x), Math.round(at.y)])
    expect(at.y, 'and the map makes room for it').toBeGreaterThan(route.whole.y)
    expect(words).toContain('(actual route)')
    expect(words).toContain('Lines show the actual route.')
  })

  it('of a hundred thousand points is at most 5 KB of the page, and still where it was', async () => {
    const coordinates = Array.from({ length: 100_000 }, (_, i) => [4.2 + i * 7e-6, 60.05 + 0.03 * Math.sin(i / 900)])
    const { leg, route } = await print({
      places: ISLES,
      steps: TWO,
      legs: [`${LEG}, path: walk.geojson`],
      files: { 'walk.geojson': JSON.stringify({ type: 'LineString', coordinates }) },
    })
    const { lines } = leg('first')
    expect(JSON.stringify(lines).length).toBeLessThan(5200)
    const crest = project(route.projection, [4.2 + 900 * 2.5 * Math.PI * 7e-6, 60.08])
    const nearest = Math.min(
      ...(lines[0] ?? []).map((piece) => Math.hypot((piece[0] ?? 0) - crest.x, (piece[1] ?? 0) - crest.y)),
    )
    expect(nearest).toBeLessThan(30)
  })

  it('that is missing or cannot be read is told to its author', async () => {
    const shape = (path: string, content?: string) => ({
      places: ISLES,
      steps: TWO,
      legs: [`${LEG}, path: ${path}`],
      files: content === undefined ? {} : { [path]: content },
    })
    expect(await problemsOf(shape('walk.gpx'))).toEqual(['the path walk.gpx is missing — put it beside story.yaml'])
    expect(await problemsOf(shape('walk.gpx', '<gpx><trk>'))).toEqual([
      'the path walk.gpx is cut off in the middle: save it again',
    ])
    expect(await problemsOf(shape('walk.geojson', '{'))).toEqual([
      'the path walk.geojson is cut off in the middle: save it again',
    ])
    expect(await problemsOf(shape('walk.geojson', '{"type":"FeatureCollection","features":[]}'))).toEqual([
      'the path walk.geojson has no line: it is empty',
    ])
    expect((await problemsOf(shape('walk.pdf')))[0]).toContain('a drawn way is a file beside story.yaml')
  })

  it('passes what it must, bent or straight, and may end where it began', async () => {
    const legs = (line: string) => [
      `id: first, from: north, to: north, step: boats, via: [[4.6, 60.3], south], line: ${line}`,
    ]
    for (const line of ['arc', 'straight']) {
      const { leg, route, warnings } = await print({ places: ISLES, steps: TWO, legs: legs(line) })
      const point = project(route.projection, [4.6, 60.3])
      expect(pathTo(leg('first').lines[0] ?? [[0, 0]], 1)).toContain(`${Math.round(point.x)} ${Math.round(point.y)}`)
      expect(warnings).toEqual([])
    }
    expect(await problemsOf({ places: ISLES, steps: TWO, legs: [`${LEG}, via: [[60.3, 140]]`] })).toEqual([
      'the leg “first” passes a point that is not on the globe — longitude comes first: write [140, 60.3]',
    ])
  })

  it('along a great circle goes far to the north of the straight one', async () => {
    const folder = makeAnyStory({
      places: { london: 'lat: 51.5, lon: -0.1', tokyo: 'lat: 35.7, lon: 139.7' },
      steps: { gale: 'place: london', boats: 'place: tokyo' },
      legs: ['id: first, from: london, to: tokyo, step: boats, line: great-circle'],
    })
    const { story } = await readStory(folder)
    const [leg] = story?.file.legs ?? []
    const way = story && leg ? coordinatesOf(leg, story.file) : []
    expect(Math.max(...way.map(([, lat]) => lat))).toBeGreaterThan(68)
    expect(way.at(-1)?.map(Math.round)).toEqual([140, 36])
  })
})

describe('a voyage round the world by the Pacific', () => {
  const shape: Shape = {
    places: {
      seville: 'lat: 37.4, lon: -6',
      strait: 'lat: -53.5, lon: -70',
      guam: 'lat: 13.4, lon: 144.8',
      cape: 'lat: -34.4, lon: 18.5',
    },
    steps: {
      out: 'place: seville',
      strait: 'place: strait',
      isles: 'place: guam',
      cape: 'place: cape',
      home: 'place: seville',
    },
    legs: [
      'id: south, from: seville, to: strait, step: strait, people: 270, via: [[-23, 15], [-35, -10], [-43, -23]]',
      'id: ocean, from: strait, to: guam, step: isles, people: 150, via: [[-80, -35], [-109, -20], [-150, -10], [-179, 5]]',
      'id: indies, from: guam, to: cape, step: cape, people: 47, via: [[126, 0], [100, -20], [60, -38]]',
      'id: home, from: cape, to: seville, step: home, people: 18, via: [[-5, 0], [-24, 15]]',
    ],
  }

  it('is cut where the fewest cross, not in the ocean that most cross: there it leaves the map on the left and comes back on the right', async () => {
    const { leg, route } = await print(shape)
    const { world } = route.projection
    expect(route.whole.width, 'the whole world, and nothing twice').toBeCloseTo(world, 0)
    const { lines } = leg('indies')
    expect(lines).toHaveLength(2)
    const xs = Array.from({ length: 51 }, (_, i) => {
      const t = i / 50
      return pointAt(copyAt(lines, t) ?? [[0, 0]], t).x
    })
    expect(
      xs.every((x) => Math.abs(x) <= world / 2 + 1),
      'its tip is always on the map',
    ).toBe(true)
    const jumps = xs
      .slice(1)
      .flatMap((x, i) => (Math.abs(x - (xs[i] ?? x)) > world / 2 ? [Math.sign(x - (xs[i] ?? x))] : []))
    expect(jumps, 'it jumps once, from the left to the right').toEqual([1])
    for (const id of ['south', 'ocean', 'home']) expect(leg(id).lines, id).toHaveLength(1)
    expect(written(route, 'people')).toEqual(['150', '18', '270', '47'])
  })

  it('has no blank band: land or sea to the end of what is shown, and the world again beside it', async () => {
    const { page, route } = await print(shape)
    const { projection, whole } = route
    expect(whole.y).toBeGreaterThanOrEqual(-projection.world / 2 - projection.y0 - 1)
    expect(whole.y + whole.height).toBeLessThanOrEqual(projection.world / 2 - projection.y0 + 1)
    expect(page.match(/<use href="#_ground-land" x=/g), 'on either side').toHaveLength(2)
  })
})

describe('a story at a pole', () => {
  it('that reaches too far from it for that is told so', async () => {
    const { route, warnings } = await print({
      places: { oslo: 'lat: 59.9, lon: 10.7', pole: 'lat: -90, lon: 0' },
      steps: { gale: 'place: oslo', boats: 'place: pole' },
      legs: ['id: first, from: oslo, to: pole, step: boats'],
    })
    expect(route.projection.pole).toBeUndefined()
    expect(warnings.join('\n')).toContain('the place “pole” is too near the pole for a map that reaches so far from it')
  })
})

describe('figures', () => {
  const base = { places: ISLES, steps: TWO }
  const facts = `figures:
  - { id: home, kind: part, values: [18, 252], sources: [A1] }
  - { id: ships, kind: pair, values: [5, "~1"], sources: [A1] }
  - { id: crew, kind: series, values: [{ step: gale, value: 270 }, { step: boats, value: ">18" }], sources: [A1] }`
  const front = `figures:
  home: { title: Who came home, labels: [came home, did not] }
  ships: { title: Ships, labels: [set out, came back] }
  crew: { title: The crew, labels: [people] }`

  it('stand where the text wants them, else at the end', async () => {
    const { page, words } = await print({
      ...base,
      facts,
      front,
      closing: true,
      text: { gale: '![chart](chart:ships)' },
    })
    expect(page.indexOf('<h3>Ships')).toBeLessThan(page.indexOf('id="boats"'))
    expect(page.indexOf('<h3>Who came home')).toBeGreaterThan(page.indexOf('The end'))
    expect(words).toContain('~1 came back')
    expect(words).toContain('more than 18')
    expect(page).toContain('Unit chart. Each dot stands for 1 person. 18 came home against 252 did not.')
  })

  it('are refused where they have no place, no words or no source', async () => {
    expect(
      await problemsOf({ ...base, facts, front, text: { gale: '![chart](chart:ships)\n\n![chart](chart:crew)' } }),
    ).toEqual([
      'the figure “home” has no place — write ![chart](chart:home) where it should stand, on a line of its own',
    ])
    expect(
      await problemsOf({
        ...base,
        facts,
        front: front.replace('labels: [came home, did not]', 'labels: [came home]'),
        closing: true,
      }),
    ).toEqual(['figures: “home” has 2 numbers and 1 labels — write what each number counts: labels: [one, other]'])
    expect(
      await problemsOf({ ...base, facts: facts.replace('252], sources: [A1]', '252]'), front, closing: true }),
    ).toEqual(['the figure “home” has no source — a claim needs at least one: sources: [A1]'])
    expect(await problemsOf({ ...base, facts, front, closing: true, text: { gale: '![chart](chart:shops)' } })).toEqual(
      ['unknown figure “shops” — did you mean “ships”?'],
    )
  })
})

describe('lanes', () => {
  const base = {
    places: ISLES,
    steps: { gale: 'place: north, lane: large', boats: 'place: south, lane: small', rest: 'place: south' },
    facts: 'lanes: [large, small]',
    front: 'lanes: { large: The Anna, small: The Bo }',
  }

  it('go on side by side: a dateline says whose a step is', async () => {
    const { story, words } = await print(base)
    expect(story.lanes).toEqual(['The Anna', 'The Bo'])
    expect(story.steps.map(({ lane }) => lane)).toEqual(['The Anna', 'The Bo', undefined])
    expect(words).toContain('The Anna · North · 1 May 2024')
    expect(words).toMatch(/ South · 3 May 2024/)
  })

  it('of a long story stand in it too', async () => {
    const steps = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`s${i}`, `lane: ${i % 2 ? 'large' : 'small'}`]),
    )
    const { story } = await print({ ...base, places: {}, steps })
    expect(story.steps.filter(({ lane }) => lane === 'The Bo')).toHaveLength(10)
  })

  it.each([
    ['misspelt', { steps: { ...base.steps, rest: 'lane: smal' } }, 'unknown lane “smal” — did you mean “small”?'],
    ['without a name', { front: 'lanes: { large: The Anna }' }, 'lanes: “small” has no name in this language'],
    [
      'one alone',
      { facts: 'lanes: [large]', steps: { gale: '' }, places: {}, front: 'lanes: { large: The Anna }' },
      'lanes run beside each other: there are two at least',
    ],
    [
      'too long a name',
      { front: 'lanes: { large: The Anna, small: The Bo of the southern islands }' },
      'a lane has a word or two',
    ],
  ])('are refused: %s', async (_, change, message) => {
    expect(await problemsOf({ ...base, ...change })).toEqual([expect.stringContaining(message)])
  })
})
