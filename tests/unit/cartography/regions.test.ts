// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { drawGround } from '../../../src/cartography/ground.ts'
import { boxOf, overlap } from '../../../src/cartography/names/boxes.ts'
import { composeStory } from '../../../src/compose/compose.ts'
import { readStory } from '../../../src/content/read.ts'
import { renderExplainer } from '../../../src/server.tsx'
import { labelsAt } from '../../../src/story/labels.ts'
import { pointAt } from '../../../src/story/line.ts'
import type { Label, View } from '../../../src/story/map.ts'
import { VIEWPORT_WIDTHS } from '../../../src/story/viewport.ts'
import { makeStoryFolder } from '../make-story-folder.ts'

const REGIONS = {
  'across the antimeridian of the Pacific': [
    [-36.85, 174.76],
    [-18.14, 178.44],
    [-13.83, -171.77],
  ],
  'around the North Pole': [
    [78.22, 15.65],
    [88.5, 100],
    [82.5, -62.3],
  ],
  'within a single city': [
    [53.9, 27.45],
    [53.95, 27.6],
    [53.86, 27.7],
  ],
  'around the world': [
    [51.5, -0.13],
    [35.68, 139.69],
    [37.77, -122.42],
  ],
} as const

describe.each(Object.entries(REGIONS))('a story %s', (name, [north, middle, south]) => {
  async function compose() {
    const folder = makeStoryFolder(
      ['lat: 60.10, lon: 4.20', `lat: ${north[0]}, lon: ${north[1]}`],
      ['lat: 60.30, lon: 4.60', `lat: ${middle[0]}, lon: ${middle[1]}`],
      ['lat: 60.00, lon: 4.90', `lat: ${south[0]}, lon: ${south[1]}`],
    )
    const { story, problems } = await readStory(folder)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    if (!story) throw new Error('no story')
    const ground = drawGround(story)
    return { ground, ...composeStory(story, 'en', ground) }
  }

  it('has lines that take the short way, a view that holds its places, land and free names', async () => {
    const { ground, story, copy } = await compose()
    const { route } = story
    for (const leg of route.legs)
      for (const line of leg.lines)
        expect(Math.abs(pointAt(line, 1).x - pointAt(line, 0).x)).toBeLessThanOrEqual(route.projection.world / 2 + 1)
    for (const place of route.places) {
      expect(place.x).toBeGreaterThan(route.whole.x)
      expect(place.x).toBeLessThan(route.whole.x + route.whole.width)
      expect(place.y).toBeGreaterThan(route.whole.y)
      expect(place.y).toBeLessThan(route.whole.y + route.whole.height)
    }
    expect(ground.basemap.land.length, name).toBeGreaterThan(20)
    for (const lake of widths(ground.basemap.lakes)) expect(lake, 'no flood').toBeLessThan(ground.extent.width / 4)
    for (const view of [route.whole, ...route.views])
      for (const [range, labels] of view.labels.entries())
        expect(covered(view, labelsAt(route, labels), range)).toEqual([])
    const html = renderExplainer(story, copy, '', './', { root: '../', others: [], all: undefined })
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
  })
})

/** Pairs of names that cover each other in the middle of a range of frame widths. */
function covered(view: View, labels: Label[], range: number): string[] {
  const [from, to] = VIEWPORT_WIDTHS[range] ?? [0, 0]
  const scale = (from + to) / 2 / view.width
  const boxes = labels.map((label) => boxOf(label, (label.x - view.x) * scale, (label.y - view.y) * scale))
  return boxes.flatMap((box, i) =>
    boxes
      .slice(i + 1)
      .flatMap((other, j) => (overlap(box, other) > 0 ? [`${labels[i]?.text} ${labels[i + 1 + j]?.text}`] : [])),
  )
}

/** How wide each ring of path data in relative whole numbers is, map units. */
function widths(path: string): number[] {
  return path.split('M').flatMap((ring) => {
    const [, line = ''] = ring.split('l')
    const numbers = (line.match(/-?\d+/g) ?? []).map(Number)
    let [x, least, most] = [0, 0, 0]
    numbers.forEach((step, i) => {
      if (i % 2) return
      x += step
      ;[least, most] = [Math.min(least, x), Math.max(most, x)]
    })
    return [most - least]
  })
}
