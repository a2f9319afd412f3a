import type { Page } from '@playwright/test'
import { expect, open, stepIds, test } from './page.ts'

/** Left, top, right, bottom of everything the drawing shows, CSS pixels, by what it is; once marks have changed size. */
function positions(page: Page): Promise<Record<string, number[]>> {
  return page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished))
    const box = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      return [left, top, right, bottom]
    }
    const visible = (element: Element) => element.checkVisibility()
    const entries: [string, number[]][] = []
    for (const path of document.querySelectorAll('[data-drawing="ground"] path')) entries.push([path.id, box(path)])
    for (const line of document.querySelectorAll('[data-leg] [data-line]'))
      if (visible(line)) entries.push([`leg ${line.closest('[data-leg]')?.getAttribute('data-leg')}`, box(line)])
    const pins = [...document.querySelectorAll('[data-x] > :is(text, circle)')].filter(visible)
    for (const [i, pin] of pins.entries()) entries.push([`${pin.tagName} ${i} ${pin.textContent}`, box(pin)])
    return Object.fromEntries(entries)
  })
}

for (const width of [390, 768, 1280]) {
  for (const fragment of ['', '#handover', '#arrived']) {
    test(`nothing on the map moves when Leaflet takes over, ${width} px ${fragment}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 })
      let release = () => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      await page.route(/LiveMap/, async (route) => {
        await held
        await route.continue()
      })
      await page.goto(`./belarus-prisoners/${fragment}`, { waitUntil: 'domcontentloaded' })
      await expect(page.getByRole('button', { name: 'Next' })).toBeVisible()
      await page.evaluate(() => document.fonts.ready)
      const before = await positions(page)
      expect(Object.keys(before).length).toBeGreaterThan(15)
      release()
      await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible()
      const after = await positions(page)
      expect(Object.keys(after)).toEqual(Object.keys(before))
      for (const [name, box] of Object.entries(before))
        for (const [i, value] of box.entries())
          expect(Math.abs((after[name]?.[i] ?? Number.NaN) - value), name).toBeLessThanOrEqual(1)
    })
  }
}

test('without JavaScript the map shows the whole route', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(`${baseURL}belarus-prisoners/`)
  const seen = await page.locator('[data-drawing="route"]').boundingBox()
  const legs = await page.locator('[data-leg]').all()
  expect(legs).toHaveLength(4)
  for (const leg of legs) {
    const box = await leg.boundingBox()
    expect(box && seen && box.x >= seen.x && box.x + box.width <= seen.x + seen.width).toBe(true)
  }
  await page.close()
})

for (const [width, height] of [
  [390, 844],
  [768, 1024],
  [1280, 800],
  [1600, 1000],
] as const) {
  test(`names overlap nothing at any step, ${width} px`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height })
    await open(page)
    const wrong: string[] = []
    wrong.push(...(await overlaps(page)).map((pair) => `start: ${pair}`))
    for (const id of await stepIds(page)) {
      await page.locator(`nav a[href="#${id}"]`).click()
      await expect(page.locator(`article > section[data-active]`)).toHaveAttribute('id', id)
      wrong.push(...(await overlaps(page)).map((pair) => `${id}: ${pair}`))
    }
    expect(wrong).toEqual([])
  })
}

/** Pairs of things on the map that cover each other: names with names, lines, marks of places and controls. */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Box {
      name: string
      left: number
      top: number
      right: number
      bottom: number
    }
    const stage = document.querySelector('[data-drawing="ground"]')?.closest('div')
    if (!stage) return ['no map']
    const within = stage.getBoundingClientRect()
    const boxOf = (element: Element, name: string): Box => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      return { name, left, top, right, bottom }
    }
    const meet = (a: Box, b: Box) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5
    const texts = [...stage.querySelectorAll('[data-x] > text')].filter(
      (text) => text.textContent && text.checkVisibility(),
    )
    const names = texts.flatMap((text) => {
      const box = boxOf(text, text.textContent ?? '')
      // The box of a text is as high as its line; what is inked ends nearer to the baseline.
      const size = Number.parseFloat(getComputedStyle(text).fontSize)
      const inked = { ...box, top: box.top + 0.2 * size, bottom: box.bottom - 0.05 * size }
      return meet(inked, { name: '', ...within.toJSON() }) ? [inked] : []
    })
    const lines = [...stage.querySelectorAll('[data-leg]')].flatMap((leg) => {
      const path = [...leg.querySelectorAll<SVGPathElement>('[data-line]')].find((line) => line.checkVisibility())
      const matrix = path?.getScreenCTM()
      if (!path || !matrix) return []
      const half = Number.parseFloat(path.getAttribute('stroke-width') ?? '0') / 2
      const length = path.getTotalLength()
      return Array.from({ length: 121 }, (_, i) => {
        const { x, y } = path.getPointAtLength((length * i) / 120).matrixTransform(matrix)
        return {
          name: `line ${leg.getAttribute('data-leg')}`,
          left: x - half,
          right: x + half,
          top: y - half,
          bottom: y + half,
        }
      })
    })
    const others = [
      ...[...stage.querySelectorAll('[data-x] > circle')]
        .filter((mark) => mark.checkVisibility())
        .map((mark) => boxOf(mark, 'mark')),
      ...[...stage.querySelectorAll('button')].map((button) => boxOf(button, `button ${button.textContent}`)),
      ...[...stage.querySelectorAll('p')].map((line) => boxOf(line, 'credit')),
      ...lines,
    ]
    const pairs = new Set<string>()
    names.forEach((name, i) => {
      for (const other of [...names.slice(i + 1), ...others])
        if (meet(name, other)) pairs.add(`${name.name} / ${other.name}`)
      const cut = Math.max(
        within.left - name.left,
        name.right - within.right,
        within.top - name.top,
        name.bottom - within.bottom,
      )
      if (cut > 0.5) pairs.add(`${name.name} / edge by ${Math.round(cut)}`)
    })
    return [...pairs]
  })
}
