import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Locator, type Page } from '@playwright/test'
import type axe from 'axe-core'
import type { Story } from '../../src/story/story.ts'
import { test as base } from './shared-page.ts'
import { BAND } from './sites.ts'

export { expect }

/** For tests whose subject moves. */
export const MOTION = { contextOptions: { reducedMotion: 'no-preference' } } as const

/** The first leg that grows from one step to the next, and the ids of these two. */
export function firstMove({ steps, route }: Story) {
  const leg = route.legs.find(({ step, announced }) => step > 0 && announced === undefined)
  const [from, to] = leg ? [steps[leg.step - 1], steps[leg.step]] : []
  if (!leg || !from || !to) throw new Error('nothing moves in this story')
  return { leg, from: from.id, to: to.id }
}

/** The story as its page carries it. */
export function storyOf(page: Page): Promise<Story> {
  return page.evaluate(() => JSON.parse(document.getElementById('_story')?.textContent ?? '{}'))
}

/** A browser test that also fails on any console error or warning, page error, or request to another origin. */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page, baseURL }, use) => {
      const heard: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          heard.push(`${message.type()}: ${message.text()}`)
      })
      page.on('pageerror', (error) => heard.push(`uncaught: ${error.message}`))
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url())
        if (protocol.startsWith('http') && origin !== new URL(baseURL ?? '').origin)
          heard.push(`foreign request: ${request.url()}`)
      })
      await use(undefined)
      expect(heard, 'console and network').toEqual([])
    },
    { auto: true },
  ],
})

/**
 * Opens the story and waits until everything in it is interactive, and its step is in view when `fragment` names one.
 */
export async function open(page: Page, fragment = '', slug = BAND) {
  await page.goto(`./${slug}/${fragment}`)
  await page.getByRole('button', { name: 'Next' }).waitFor()
  if (await page.locator('#_map').count()) await page.getByRole('button', { name: 'Move the map' }).waitFor()
  const heading = page.locator(`article section[id=${JSON.stringify(fragment.slice(1))}] h2`)
  if (await heading.count()) await expect(heading).toBeInViewport()
}

/** The layer that takes gestures and keys on the map, which loads when a reader reaches it. */
export async function mapGestures(page: Page): Promise<Locator> {
  const gestures = page.getByRole('group', { name: /^Map: / })
  if (!(await gestures.count())) await page.getByRole('region', { name: 'Route map' }).dispatchEvent('pointerenter')
  await gestures.waitFor()
  return gestures
}

/** Two frames: what has changed is laid out, and its observers have been told. */
export async function nextFrames(page: Page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Ids of the steps, in the order of the page. */
export function stepIds(page: Page): Promise<string[]> {
  return page.locator('article > section').evaluateAll((sections) => sections.map((section) => section.id))
}

/** Timeline, article and address agree on the step `id`. */
export async function expectStep(page: Page, id: string) {
  const shown = () =>
    page.evaluate(() => ({
      beads: [...document.querySelectorAll('nav [aria-current="step"]')].map((bead) => bead.getAttribute('href')),
      passages: [...document.querySelectorAll('article section[data-active]')].map((passage) => passage.id),
      address: location.hash,
    }))
  const expected = { beads: [`#${id}`], passages: [id], address: `#${id}` }
  await expect.poll(shown, { intervals: [20, 50, 100] }).toEqual(expected)
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong in the page itself, not in frames. Only that is worked out: all that passes would take far longer. */
export async function violationsIn(
  page: Page,
  { include = 'html', rules }: { include?: string; rules?: string[] } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    iframes: false,
    selectors: false,
    preload: { assets: ['media'] },
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  }
  return page.evaluate(
    async ([include, options]) => {
      const run: typeof axe.run = Reflect.get(window, 'axe').run
      const { violations } = await run(include, options)
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    },
    [include, options] as const,
  )
}

/** What the map's frame shows, in map units: x, y, width, height. */
export async function viewOf(page: Page): Promise<number[]> {
  const box = await page.locator('#_ground').getAttribute('viewBox')
  return (box ?? '').split(' ').map(Number)
}

/** The same, once the map has come to rest. */
export async function restingView(page: Page): Promise<number[]> {
  const box = await page.evaluate(async () => {
    const view = () => document.querySelector('#_ground')?.getAttribute('viewBox') ?? ''
    const STILL = matchMedia('(prefers-reduced-motion: reduce)').matches ? 4 : 9
    let last = view()
    for (let frames = 0; frames < STILL; ) {
      await new Promise(requestAnimationFrame)
      const now = view()
      frames = now === last ? frames + 1 : 0
      last = now
    }
    return last
  })
  return box.split(' ').map((value) => Number(Number(value).toFixed(2)))
}

/** The names of places that are seen on a map: as it was served each word is written once and referred to, later not. */
export function namesSeen(page: Page): Promise<string[]> {
  return page
    .locator('#_labels [data-kind="place"] > *')
    .filter({ visible: true })
    .evaluateAll((names) =>
      names.map((name) => {
        const uses = name.matches('use') ? [name] : [...name.querySelectorAll('use')]
        const words = uses.map((use) => document.getElementById(use.getAttribute('href')?.slice(1) ?? ''))
        return (words.length > 0 ? words : [name]).map((word) => word?.textContent ?? '').join(' ')
      }),
    )
}

/**
 * What is pressed and has neither 24 pixels each way nor a circle of that size around its middle to itself (WCAG 2.5.8).
 * A link in a line of text is as large as its line, which the rule allows.
 */
export function crowdedTargets(): string[] {
  const SIZE = 24
  // What is laid out only near the viewport has no true place before.
  for (const element of document.querySelectorAll<HTMLElement>('main *'))
    if (getComputedStyle(element).contentVisibility === 'auto') element.style.contentVisibility = 'visible'
  const inText = (element: Element) =>
    getComputedStyle(element).display === 'inline' &&
    (element.closest('p, li, dd, td, blockquote, figcaption')?.textContent ?? '').trim() !== element.textContent?.trim()
  const middleOf = ({ left, right, top, bottom }: DOMRect) => ({ x: (left + right) / 2, y: (top + bottom) / 2 })
  function isScrolledAway(element: Element, { x, y }: { x: number; y: number }): boolean {
    const box = element.parentElement
    if (!box || box === document.body) return false
    const { left, right, top, bottom } = box.getBoundingClientRect()
    const cuts = getComputedStyle(box).overflowY !== 'visible' && (x < left || x > right || y < top || y > bottom)
    return cuts || isScrolledAway(box, { x, y })
  }
  const seen = [...document.querySelectorAll('a[href], button, select, summary, [tabindex="0"]')].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches('.leaflet-container'),
  )
  const targets = seen
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ element, box }) => box.width > 1 && box.height > 1 && !isScrolledAway(element, middleOf(box)))
  const isSmall = ({ width, height }: DOMRect) => Math.min(width, height) < SIZE - 0.5
  const meets = (box: DOMRect, other: DOMRect) => {
    const { x, y } = middleOf(box)
    const { x: otherX, y: otherY } = middleOf(other)
    if (isSmall(other) && Math.hypot(x - otherX, y - otherY) < SIZE) return true
    const nearest = Math.hypot(
      x - Math.min(Math.max(x, other.left), other.right),
      y - Math.min(Math.max(y, other.top), other.bottom),
    )
    return nearest < SIZE / 2
  }
  return targets
    .filter(({ element, box }) => isSmall(box) && !inText(element))
    .filter(({ element, box }) =>
      targets.some((other) => other.element !== element && !other.element.contains(element) && meets(box, other.box)),
    )
    .map(({ element }) => element.outerHTML.slice(0, 120))
}
