import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test as base, expect, type Page } from '@playwright/test'
import type { Story } from '../../src/story/story.ts'

export { expect }

/** Every story that is shipped. */
export const STORIES = readdirSync(fileURLToPath(new URL('../../src/stories', import.meta.url)))

/** The story as its built page carries it: what to expect, before any page is opened. */
export function builtStory(slug: string): Story {
  const html = readFileSync(fileURLToPath(new URL(`../../dist/${slug}/index.html`, import.meta.url)), 'utf8')
  return JSON.parse(/<script[^>]* id="_story"[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? '{}')
}

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
export async function open(page: Page, fragment = '', slug = 'belarus-prisoners') {
  await page.goto(`./${slug}/${fragment}`)
  await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible()
  const heading = page.locator(`article section[id=${JSON.stringify(fragment.slice(1))}] h2`)
  if (await heading.count()) await expect(heading).toBeInViewport()
}

/** Ids of the steps, in the order of the page. */
export function stepIds(page: Page): Promise<string[]> {
  return page.locator('article > section').evaluateAll((sections) => sections.map((section) => section.id))
}

/** Id of the step all three views agree on; fails when they do not. */
export async function expectStep(page: Page, id: string) {
  const bead = page.getByRole('navigation', { name: 'Timeline' }).locator('[aria-current="step"]')
  await expect(bead).toHaveCount(1)
  await expect(bead).toHaveAttribute('href', `#${id}`)
  await expect(page.locator('article section[data-active]')).toHaveAttribute('id', id)
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#${id}`)
}

/** What the map's frame shows, in map units: x, y, width, height. */
export async function viewOf(page: Page): Promise<number[]> {
  const box = await page.locator('[data-drawing="ground"]').getAttribute('viewBox')
  return (box ?? '').split(' ').map(Number)
}

/** The same, once the map has come to rest. */
export async function restingView(page: Page): Promise<number[]> {
  let last = ''
  await expect
    .poll(
      async () => {
        const now = (await viewOf(page)).map((value) => value.toFixed(1)).join(' ')
        const rests = now === last
        last = now
        return rests
      },
      { intervals: [150] },
    )
    .toBe(true)
  return last.split(' ').map(Number)
}

/** The names of places that are seen on a map: as it was served each word is written once and referred to, later not. */
export function namesSeen(page: Page): Promise<string[]> {
  return page
    .locator('[data-drawing="route"] [data-kind="place"] > *')
    .filter({ visible: true })
    .evaluateAll((names) =>
      names.map((name) => {
        const uses = name.matches('use') ? [name] : [...name.querySelectorAll('use')]
        const words = uses.map((use) => document.getElementById(use.getAttribute('href')?.slice(1) ?? ''))
        return (words.length > 0 ? words : [name]).map((word) => word?.textContent ?? '').join(' ')
      }),
    )
}
