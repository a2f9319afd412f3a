// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/content/problems.ts'
import { readStory } from '../../src/content/read.ts'
import { crowdsAt, positionsOf } from '../../src/story/crowd.ts'
import { crowdLegs, membersOf } from '../../src/story/members.ts'
import { legsAt, marksAt } from '../../src/story/route.ts'
import { printStory } from './compose-story.ts'
import { makeStoryFolder, STORY, WORDS } from './make-story-folder.ts'

/** A dive: two go down to a wreck one at a time, a diver comes down to them, all come up; told on a section alone. */
const DIVE = `slug: islands
languages: [en]
published: 2024-05-09
units: [rescuers]
stage: section
places: {}
section:
  extent: [-50, -10, 50, 90]
  places:
    boat: { at: [0, 0] }
    tender: { at: [-5, 0], row: left }
    wreck: { at: [10, 80] }
  areas:
    - { kind: water, points: [[-900, 0], [900, 0], [900, 85], [-900, 85]] }
    - { kind: land, points: [[-900, 85], [900, 85], [900, 900], [-900, 900]] }
  lines:
    - { kind: broken, points: [[0, 0], [10, 80]] }
  sources: [A1]
steps:
  - { id: out, date: 2024-05-01, place: boat }
  - { id: down, date: 2024-05-02, place: wreck, note: wreck }
  - { id: help, date: 2024-05-03, place: wreck }
  - { id: up, date: 2024-05-04, place: boat }
legs:
  - { id: first, from: boat, to: wreck, amount: 2, singly: true, step: down, status: happened, sources: [A1] }
  - { id: second, from: tender, to: wreck, via: [boat], amount: 1, unit: rescuers, step: help, status: happened, sources: [A1] }
  - { id: third, from: wreck, to: boat, amount: 2, step: up, status: happened, sources: [A1] }
sources:
  A1: { publisher: Island Post, title: The dive }
`

const DIVE_WORDS = `---
kicker: Explainer
headline: Two divers and a wreck
dek: Eighty metres down.
byline: By the desk
places: { boat: Boat, tender: Tender, wreck: Wreck }
units: { people: { one: diver, other: divers }, rescuers: { one: rescuer, other: rescuers } }
notes: { down: The wreck lies on sand }
section: Depths are to scale
---

## Out {#out}

They went out. [@A1]

## Down {#down}

They went down. [@A1]

## Help {#help}

One came. [@A1]

## Up {#up}

They came up. [@A1]
`

function diveWith(...changes: [from: string, to: string][]): string {
  const change = (text: string) => changes.reduce((all, [from, to]) => all.replaceAll(from, to), text)
  return makeStoryFolder([STORY, change(DIVE)], [WORDS, change(DIVE_WORDS)])
}

async function messagesOf(...changes: [from: string, to: string][]): Promise<string[]> {
  const { problems } = await readStory(diveWith(...changes))
  return problems.map((problem) => formatProblem(problem).replace(/^.*?(story\.yaml|en\.md)/, '$1'))
}

describe('the check of a section', () => {
  it('has nothing against a story told on a section alone', async () => {
    expect(await messagesOf()).toEqual([])
  })

  it.each<[what: string, changes: [string, string][], message: string]>([
    [
      'a stage without a section',
      [[DIVE.slice(DIVE.indexOf('section:\n'), DIVE.indexOf('steps:')), '']],
      'there is no section to show',
    ],
    ['a section that no step shows', [['stage: section\n', '']], 'no step shows the section'],
    ['an empty extent', [['[-50, -10, 50, 90]', '[-50, 90, 50, -10]']], 'the extent of the section is empty'],
    ['a place outside it', [['at: [10, 80]', 'at: [10, 95]']], 'the place “wreck” lies outside the extent'],
    [
      'a place on both stages',
      [['places: {}', 'places: { wreck: { lat: 1, lon: 1 } }']],
      'the place “wreck” is on the map and on the section',
    ],
    [
      'a step on the wrong stage',
      [['place: boat }\n  - { id: down', 'place: boat, stage: map }\n  - { id: down']],
      'the step is shown on the map, and its place “boat” is on the section',
    ],
    ['a view of the map', [['id: help,', 'id: help, view: [1, 2, 3, 4],']], 'the step “help” has a view of the map'],
    [
      'a leg from one stage to the other',
      [
        ['places: {}', 'places: { port: { lat: 1, lon: 1 } }'],
        ['from: wreck, to: boat', 'from: wreck, to: port'],
        ['places: { boat: Boat', 'places: { port: Port, boat: Boat'],
      ],
      'the leg “third” leads from the map to the section',
    ],
    ['a track', [['from: wreck, to: boat,', 'from: wreck, to: boat, path: a.gpx,']], 'is on the section: a path is on'],
    ['no words on its scale', [['section: Depths are to scale\n', '']], 'section: nothing says what of it is drawn'],
  ])('complains of %s', async (_, changes, message) => {
    expect((await messagesOf(...changes)).join('\n')).toContain(message)
  })
})

describe('a story on a section', () => {
  it('has its depths at true scale, on a scale in round numbers, far from any map', async () => {
    const { route } = (await printStory(diveWith())).story
    const y = (id: string) => route.places.find((place) => place.id === id)?.y ?? Number.NaN
    const { section } = route
    const metre = (section?.whole.width ?? 0) / 100
    expect(section?.whole.height, 'square').toBe(section?.whole.width)
    expect((y('wreck') - y('boat')) / metre).toBeCloseTo(80, 1)
    expect(section?.scale.map(({ text }) => text)).toEqual([
      '0 m',
      '10 m',
      '20 m',
      '30 m',
      '40 m',
      '50 m',
      '60 m',
      '70 m',
      '80 m',
      '90 m',
    ])
    expect(((section?.scale[4]?.y ?? 0) - y('boat')) / metre).toBeCloseTo(40, 1)
    expect(section?.whole.y).toBeGreaterThan(route.extent.y + route.extent.height + 10 * route.whole.height)
    expect(section?.opens).toBe(true)
    expect(route.views.every((view) => view.y === section?.whole.y)).toBe(true)
  })

  it('says for each step who moves, and how many are where then', async () => {
    const { route } = (await printStory(diveWith())).story
    expect(route.alts).toEqual([
      'Vertical section: Boat: 2 divers; Tender: 1 rescuer',
      'Vertical section: 2 divers, Boat to Wreck, 2 May 2024; Wreck: 2 divers; Tender: 1 rescuer',
      'Vertical section: 1 rescuer, Tender to Wreck, 3 May 2024; Wreck: 2 divers; Wreck: 1 rescuer',
      'Vertical section: 2 divers, Wreck to Boat, 4 May 2024; Boat: 2 divers; Wreck: 1 rescuer',
    ])
    expect(route.alt).toMatch(/^Vertical section: 2 divers, Boat to Wreck/)
  })

  it('shows all its places at every step, but of the legs only those that move', async () => {
    const { route, steps } = (await printStory(diveWith())).story
    expect(marksAt(route, steps[2]).sort()).toEqual(['boat', 'tender', 'wreck'])
    expect(legsAt(route.legs, 2, true).map(({ id }) => id)).toEqual(['second', 'third'])
    expect(legsAt(route.legs, undefined, true).map(({ id }) => id)).toEqual(['first', 'third'])
    expect(legsAt(route.legs, 2)).toEqual([])
  })

  it('moves people singly, in rows beside their places, each unit for itself', async () => {
    const { route } = (await printStory(diveWith())).story
    const members = membersOf(crowdLegs(route, true)) ?? []
    expect(members).toHaveLength(3)
    const at = (grown: (leg: string) => number) =>
      positionsOf(members, { places: route.places, scale: 0.1, spacing: 10, grown: ({ id }) => grown(id) })
    const place = (id: string) => route.places.find((place) => place.id === id) ?? { x: 0, y: 0 }
    const start = at(() => 0)
    expect(start.map(({ y }) => y)).toEqual([place('boat').y, place('boat').y, place('tender').y])
    expect(start.slice(0, 2).every(({ x }) => x > place('boat').x)).toBe(true)
    expect(start[2]?.x, 'to the left').toBeLessThan(place('tender').x)
    const halfway = at((id) => (id === 'first' ? 0.5 : 0))
    expect(
      halfway
        .slice(0, 2)
        .map(({ y }) => Math.round(y))
        .sort(),
      'one has arrived, one has not left',
    ).toEqual([place('boat').y, place('wreck').y].sort())
    expect(crowdsAt(members, ({ step }) => Number(step <= 3))).toEqual(
      new Map([
        ['boat', 2],
        ['wreck', 1],
      ]),
    )
  })

  it('is on the page as it is served, with its depths, its people and its names; nothing of a map is', async () => {
    const { page, poster } = await printStory(diveWith())
    expect(page).toMatch(/data-part="depths"/)
    expect(page).toMatch(/data-place="boat" data-part="count"[^>]*>(<text[^>]*>)2</)
    expect(page).toMatch(/>Wreck<\/text>/)
    expect(page).toContain('Depths are to scale')
    expect(page).not.toContain('Natural Earth · GeoNames</p>')
    expect(poster).toContain('data-place="boat" data-part="count"')
  })
})
