// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { drawGround } from '../../../src/cartography/ground.ts'
import { composeStory } from '../../../src/compose/compose.ts'
import { formatProblem } from '../../../src/content/problems.ts'
import { readStory } from '../../../src/content/read.ts'
import { pointAt } from '../../../src/story/line.ts'
import { makeStoryFolder } from '../make-story-folder.ts'

const [BERN, ROME, VIENNA] = ['lat: 46.95, lon: 7.45', 'lat: 41.90, lon: 12.50', 'lat: 48.21, lon: 16.37']

/** A story that sets out from Geneva. */
async function compose({ middle = BERN, end = ROME }, ...changes: [string, string][]) {
  const folder = makeStoryFolder(
    ['lat: 60.10, lon: 4.20', 'lat: 46.20, lon: 6.15'],
    ['lat: 60.30, lon: 4.60', middle],
    ['lat: 60.00, lon: 4.90', end],
    ...changes,
  )
  const { story, problems } = await readStory(folder)
  if (!story) throw new Error(JSON.stringify(problems))
  const composed = composeStory(story, 'en', drawGround(story))
  const { route } = composed.story
  const warnings = composed.warnings.map((warning) => formatProblem(warning).replace(`${folder}/`, ''))
  return { leg: (id: string) => route.legs.find((leg) => leg.id === id), route, warnings }
}

describe('the line of a leg', () => {
  it('bends to the side the author asks for', async () => {
    const [left, right] = await Promise.all([
      compose({ end: VIENNA }),
      compose({ end: VIENNA }, ['to: south, people: 30', 'to: south, bend: right, people: 30']),
    ])
    const middle = ({ leg }: Awaited<ReturnType<typeof compose>>) =>
      leg('second')?.lines.map((line) => pointAt(line, 0.5).y)[0]
    // To the north, on the way from Bern to Vienna.
    expect(middle(left)).toBeLessThan(middle(right) ?? Number.NaN)
  })

  it('warns, with the line to mend, when it passes a country its words do not name', async () => {
    const { warnings } = await compose({ end: VIENNA })
    expect(warnings.join('\n')).toMatch(
      /^story\.yaml:15 {2}warning {2}the leg “second”: its line passes over [^\n]*Germany \(DE\)/m,
    )
  })

  it('does not warn when the words name that country, and keeps out of one it must avoid', async () => {
    const named = await compose({ end: VIENNA }, [
      'stays: { middle: in',
      'legs: { second: [Switzerland, "Vienna, through Germany"] }\nstays: { middle: in',
    ])
    expect(named.warnings.filter((warning) => warning.includes('“second”'))).toEqual([])
    const avoiding = await compose({ end: VIENNA }, ['to: south, people: 30', 'to: south, avoid: [DE], people: 30'])
    expect(avoiding.warnings.filter((warning) => warning.includes('Germany'))).toEqual([])
  })

  it('warns when it cannot keep clear of a place that is not its own', async () => {
    const { warnings } = await compose(
      { middle: 'lat: 46.25, lon: 6.20' },
      ['from: north, to: middle', 'from: north, to: south'],
      [
        'from: middle, to: south, people: 30, step: harbour, announced: boats, after: first',
        'from: south, to: middle, people: 30, step: harbour',
      ],
      ['{ place: middle, people: 10', '{ place: south, people: 10'],
      ['{ place: south, people: 30', '{ place: middle, people: 30'],
    )
    expect(warnings.join('\n')).toContain('the leg “first”: its line passes the place “middle”')
  })
})
