import type { Page } from '@playwright/test'
import { expect, open, test } from './page.ts'
import { FRESH } from './shared-page.ts'

/** A phone whose share sheet answers with `answer`, or has none, and whose clipboard takes what it is given or refuses. */
async function openOnPhone(page: Page, answer: 'shared' | 'closed' | 'refused' | 'none', clipboard: boolean) {
  await page.addInitScript(
    ({ answer, clipboard }) => {
      const done: string[] = []
      Object.assign(window, { done })
      const has = (name: string, value: unknown) => Object.defineProperty(navigator, name, { value })
      const coarse = matchMedia('all')
      const ask = matchMedia.bind(window)
      window.matchMedia = (query) => (query === '(pointer: coarse)' ? coarse : ask(query))
      has('canShare', answer === 'none' ? undefined : () => true)
      has('share', async ({ url }: ShareData) => {
        if (answer === 'closed') throw new DOMException('closed', 'AbortError')
        if (answer === 'refused') throw new DOMException('refused', 'NotAllowedError')
        done.push(`shared ${url?.split('/').at(-1)}`)
      })
      has('clipboard', {
        async writeText(text: string) {
          if (!clipboard) throw new DOMException('refused', 'NotAllowedError')
          done.push(`copied ${text.split('/').at(-1)}`)
        },
      })
    },
    { answer, clipboard },
  )
  await open(page, '#fog')
}

const done = (page: Page) => page.evaluate(() => Reflect.get(window, 'done'))
const link = (page: Page) => page.locator('#fog .share')

test('on a phone a step is shared, and the link says so', FRESH, async ({ page }) => {
  await openOnPhone(page, 'shared', true)
  await expect(link(page)).toHaveText('Share')
  await link(page).click()
  await expect.poll(() => done(page)).toEqual(['shared #fog'])
})

test('who closes the share sheet is told nothing and nothing is copied', FRESH, async ({ page }) => {
  await openOnPhone(page, 'closed', true)
  await link(page).click()
  await expect(link(page)).toHaveText('Share')
  expect(await done(page)).toEqual([])
})

for (const answer of ['none', 'refused'] as const)
  test(`where nothing can be shared (${answer}) the link is copied, to eye and ear`, FRESH, async ({ page }) => {
    await openOnPhone(page, answer, true)
    await link(page).click()
    await expect(link(page)).toHaveText('Link copied')
    await expect(page.getByRole('status')).toHaveText('Link copied')
    expect(await done(page)).toEqual(['copied #fog'])
  })

test('a link that cannot be copied either says so, and stands in the address bar', FRESH, async ({ page }) => {
  await openOnPhone(page, 'refused', false)
  await page.evaluate(() => history.replaceState(null, '', '#'))
  await link(page).click()
  await expect(link(page)).toHaveText(/^Could not copy/)
  await expect(page.getByRole('status')).toHaveText(/^Could not copy/)
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#fog')
})

test('a copied link is the address of the story at its step, without what was hung on the reader’s own', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '?fbclid=abc&utm_source=letter#fog')
  await link(page).click()
  await expect(link(page)).toHaveText('Link copied')
  const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()))
  expect([copied.search, copied.hash]).toEqual(['', '#fog'])
  expect(copied.pathname).toBe(new URL(page.url()).pathname)
})

test('a link that is copied twice is said twice', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '#fog')
  await page.evaluate(() => {
    const heard: (string | null)[] = []
    Object.assign(window, { heard })
    const status = document.querySelector('[role="status"][aria-live]')
    const observer = new MutationObserver((changes) => {
      // What a screen reader takes for news: a text or an element that was not there.
      for (const { addedNodes, type, target } of changes)
        for (const node of type === 'characterData' ? [target] : addedNodes) heard.push(node.textContent)
    })
    if (status) observer.observe(status, { childList: true, characterData: true, subtree: true })
  })
  for (const times of [1, 2]) {
    await link(page).click()
    const said = () =>
      page.evaluate(() => Reflect.get(window, 'heard').filter((text: string) => text === 'Link copied'))
    await expect.poll(said).toHaveLength(times)
  }
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Step \d/ })).toHaveCount(1)
  const steps = await page.evaluate(() =>
    Reflect.get(window, 'heard').filter((text: string) => text.startsWith('Step')),
  )
  expect(steps, 'the step before is not said again').toHaveLength(1)
  await page.locator('section[data-active] .share').click()
  await expect(link(page), 'another link is copied').toHaveText('Copy link')
})

test.describe('on a phone with large letters', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } })

  test('the dateline keeps its words whole beside the link', async ({ page }) => {
    for (const path of ['lost-band/', 'lost-band/embed/']) {
      await page.goto(`./${path}`)
      const broken = await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
        const covers = ({ left, right, top, bottom }: DOMRect, other: DOMRect) =>
          left < other.right && other.left < right && top < other.bottom && other.top < bottom
        return [...document.querySelectorAll('article > section')].flatMap((section) => {
          const link = section.querySelector('.share')
          const text = link?.parentElement?.querySelector('p')
          if (!link || !text) return ['nothing']
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
          const words: string[] = []
          for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\p{L}+/gu)) {
              const range = document.createRange()
              range.setStart(node, index)
              range.setEnd(node, index + word.length)
              const lines = [...range.getClientRects()]
              if (lines.length > 1 || lines.some((line) => covers(line, link.getBoundingClientRect()))) words.push(word)
            }
          return words
        })
      })
      expect(broken, path).toEqual([])
    }
  })
})
