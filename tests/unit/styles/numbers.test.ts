// @vitest-environment node
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { EMBED_HEIGHT } from '../../../src/embed/loader/messages.ts'
import { OFFSET } from '../../../src/store/reading.ts'
import { PASSAGE_EDGE, PASSAGE_WIDTH } from '../../../src/story/section.ts'
import { AXIS_END, LENS_START } from '../../../src/story/strip.ts'
import { SECTION_RATIO, VIEWPORT_RATIO, VIEWPORT_WIDTHS } from '../../../src/story/viewport.ts'

const css = (path: string) => readFileSync(fileURLToPath(new URL(`../../../src/${path}`, import.meta.url)), 'utf8')

/** Container queries of a style sheet that ask for a viewport of some width: [width, height], pixels. */
const queriesIn = (path: string) =>
  [...css(path).matchAll(/@container \(min-width: (\d+)px\) and \(min-height: (\d+)px\)/g)].map(
    ([, width, height]) => [Number(width), Number(height)] as const,
  )

it('an embed is as high in its own style as the loader and the snippets reserve', () => {
  expect(css('embed/Embed.module.css')).toContain(`min-height: ${EMBED_HEIGHT}px;`)
})

it('axis and lens have the shares of the timeline for which beads are placed', () => {
  expect(css('timeline/Timeline.module.css')).toContain(`--axis-share: ${AXIS_END};`)
  expect(css('timeline/Lens.module.css').match(/var\(--strip\) \* [\d.]+/g)).toEqual([
    `var(--strip) * ${(1 - LENS_START).toFixed(2)}`,
  ])
})

it('the map is drawn in the proportions in which its views and names are computed', () => {
  expect(VIEWPORT_RATIO).toBe(4 / 3)
  expect(css('map/Drawing.module.css')).toContain('--ratio: 4 / 3;')
  expect(css('map/Drawing.module.css')).toMatch(new RegExp(`\\.onSection > \\.frame \\{\\s+--ratio: ${SECTION_RATIO};`))
})

it('a passage of a section is as wide on the page as in pictures, and as names keep clear of', () => {
  const widths = [...css('map/Drawing.module.css').matchAll(/\.section-(edge|passage)\) \{[^}]*stroke-width: (\d+)px/g)]
  expect(widths.map(([, kind, width]) => [kind, Number(width)])).toEqual([
    ['edge', PASSAGE_WIDTH + 2 * PASSAGE_EDGE],
    ['passage', PASSAGE_WIDTH],
  ])
})

it.each(['map/Inset.module.css', 'map/RouteMap.module.css'])(
  '%s changes at the widths for which names are placed',
  (path) => {
    const starts: number[] = VIEWPORT_WIDTHS.map(([from]) => from)
    const queries = queriesIn(path)
    expect(queries.length).toBeGreaterThan(0)
    for (const [width, height] of queries) {
      expect(starts).toContain(width)
      expect(height).toBe(width / VIEWPORT_RATIO)
    }
  },
)

it('a passage is higher than the distance from the top to the reading line, or the next would be the one being read', () => {
  const least = [...css('article/Article.module.css').matchAll(/min-height: calc\(([\d.]+) \* .* \+ ([\d.]+)rem\)/g)]
  expect(least.map(([, part]) => Number(part))).toEqual([OFFSET, OFFSET])
  for (const [, , more] of least) expect(Number(more)).toBeGreaterThan(0)
})
