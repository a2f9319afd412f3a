/** What holds for every story that is shipped, whatever it is about: one visit, in which the window changes its size, looks at all of it. */
import type { Page } from '@playwright/test'
import { legsAt } from '../../../src/story/route.ts'
import { isOnSection } from '../../../src/story/section.ts'
import type { Story } from '../../../src/story/story.ts'
import { crowdedTargets, expect, nextFrames, test, violationsIn } from '../page.ts'
import { builtPage, builtStory, SHIPPED_SITE, STORIES } from '../sites.ts'
import { bentDrawings, drawnOf, isWorld } from './faults.ts'
import { faultsAtStart, type Look, takeTools, walkOn } from './walk.ts'

/** Stories whose lines keep away from places that are not their ends, and where all but the first leave the country in focus. */
const APART: Record<string, { start: string; only: Record<string, string> }> = {
  // The checkpoint of 2020 is on the map at its own step alone: it is not to be taken for a crossing of 2025.
  'belarus-prisoners': { start: 'minsk', only: { aleksandrovka: 'border' } },
}

/** At each of these sizes the whole story is walked: what covers what, and what fits, depends on the size. */
const SIZES = [
  [360, 740],
  [390, 844],
  [768, 1024],
  [1280, 800],
  [1600, 1000],
] as const
/** Where a line runs over the country in focus does not depend on the size: it is looked at here. */
const ONE_SIZE = 1280

const soft = expect.configure({ soft: true })

for (const slug of STORIES) {
  test(`${slug}: at every size Next leads through all steps, views agree, nothing covers anything or sticks out, drawings and pictures are whole, axe finds nothing`, async ({
    page,
  }) => {
    test.setTimeout(300_000)
    const story = builtStory(slug)
    await page.goto(`./${slug}/`)
    for (const [width, height] of SIZES)
      await test.step(`${width} px`, async () => {
        await page.setViewportSize({ width, height })
        // What is read is kept in view first.
        await nextFrames(page)
        await page.evaluate(() => {
          location.hash = ''
        })
        await walk(page, story, width)
      })
    await test.step('320 px', async () => {
      await page.setViewportSize({ width: 320, height: 800 })
      await expectFits(page, 320)
    })
    const images = page.locator('article img')
    for (const image of await images.all()) {
      await image.scrollIntoViewIfNeeded()
      await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBeTruthy()
    }
    await page.setViewportSize({ width: 1600, height: 800 })
    soft(await violationsIn(page)).toEqual([])
    await test.step('embed', async () => {
      await page.setViewportSize({ width: 340, height: 680 })
      await page.goto(`./${slug}/embed/`)
      await walk(page, story, 340)
    })
  })

  test(`${slug}: complete without JavaScript`, () => {
    const html = builtPage(`${slug}/`, SHIPPED_SITE)
    expect(html).toContain('application/ld+json')
    expect(html.match(/<li id="_source-\d+"/g)?.length).toBeGreaterThan(5)
    expect(html.match(/<section id="/g)?.length).toBeGreaterThan(3)
  })
}

/** Nothing sticks out, and drawings keep their shape. */
async function expectFits(page: Page, width: number) {
  soft(await page.evaluate(() => document.documentElement.scrollWidth), 'width').toBeLessThanOrEqual(width)
  soft(await page.evaluate(bentDrawings), 'drawings').toEqual([])
}

/** Presses Next from the start of the story to its end, and looks at everything at each step. */
async function walk(page: Page, { slug, steps, route }: Story, width: number) {
  const mapped = route.places.length > 0
  const shown = legsAt(route.legs, undefined, isOnSection(route, undefined)).length
  const apart = APART[slug]
  const look: Look = {
    isMapped: mapped,
    // On a map of the whole world, or one as small as a hand, a name may lie on a line; on a name or the edge it never does.
    isCrowded: width < 390 || isWorld(route),
    legs: drawnOf(route),
    isApart: apart !== undefined,
    start: width === ONE_SIZE ? apart?.start : undefined,
    only: apart?.only ?? {},
  }
  const parts = () => page.locator('[data-leg]').evaluateAll((legs) => legs.map((leg) => leg.getAttribute('data-part')))

  const next = page.getByRole('button', { name: 'Next' })
  await expect(next).toBeVisible()
  if (mapped) await page.getByRole('button', { name: 'Move the map' }).waitFor()
  await expect
    .poll(parts, { message: 'before the story begins the whole route is there, in ink' })
    .toEqual(Array(shown).fill('done'))
  await expectFits(page, width)
  soft(await page.evaluate(crowdedTargets), 'what is pressed').toEqual([])
  if (route.crowd)
    soft(
      await page.locator('[data-kind="people"] text, [data-part="count"] text').count(),
      'with numbers',
    ).toBeGreaterThan(0)
  await takeTools(page)
  // A window that has just changed its size: the map follows it.
  await soft.poll(() => page.evaluate(faultsAtStart, look)).toEqual([])

  const button = await next.elementHandle()
  const stops = steps.map(({ id, index }) => {
    const { x, y, width, height } = route.views[index] ?? route.whole
    return { id, view: mapped ? [x, y, width, height] : undefined, hasFirst: index === route.legs[0]?.step }
  })
  await page.locator(`nav a[href$="#${stops[0]?.id}"]`).first().click()
  const walks = [await page.evaluate(walkOn, { stops: stops.slice(0, 1), look })]
  // A press of the mouse once; then its effect alone, where nothing covers the button.
  await next.click()
  walks.push(await page.evaluate(walkOn, { stops: stops.slice(1, 2), look }))
  walks.push(await page.evaluate(walkOn, { stops: stops.slice(2), next: button, look }))
  soft(walks.flatMap(({ wrong }) => wrong)).toEqual([])
  if (route.legs.length > 0)
    soft(
      walks.flatMap(({ heads }) => heads),
      'arrowheads',
    ).toEqual(['seen'])
  await expect(next).toHaveAttribute('aria-disabled', 'true')
  const atEnd = steps.at(-1)?.section ? legsAt(route.legs, steps.length - 1, true).length : shown
  soft(await parts(), 'at its end all of it is there').toEqual(Array(atEnd).fill('done'))
}
