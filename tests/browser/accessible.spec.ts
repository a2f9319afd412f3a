import AxeBuilder from '@axe-core/playwright'
import { expect, open, test } from './page.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`page, embed and dialog pass the accessibility rules that a machine can check (${colorScheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The preview is the embed, which is looked at by itself below.
    const violations = async () =>
      (await new AxeBuilder({ page }).exclude('dialog iframe').analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
      )
    await open(page, '#onward')
    expect(await violations(), 'page').toEqual([])
    await page.getByRole('button', { name: 'Embed this' }).click()
    await expect(page.getByRole('dialog').frameLocator('iframe').getByRole('button', { name: 'Next' })).toBeVisible()
    expect(await violations(), 'dialog').toEqual([])
    await page.goto('./belarus-prisoners/embed/#arrived')
    await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible()
    expect(await violations(), 'embed').toEqual([])
    await open(page)
    await page.getByRole('link', { name: 'Accessibility' }).click()
    await expect(page.getByRole('heading', { name: 'Known limits' })).toBeVisible()
    expect(await violations(), 'statement').toEqual([])
  })
}

for (const [width, height] of [
  [340, 680],
  [390, 844],
  [1280, 800],
] as const)
  test(`what is pressed is 24 pixels large, or as far apart, ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const path of ['belarus-prisoners/#onward', 'belarus-prisoners/embed/#onward', 'copiapo-rescue/']) {
      await page.goto(`./${path}`)
      await expect(page.getByRole('button', { name: 'Next' })).toBeVisible()
      expect(await page.evaluate(crowdedTargets), path).toEqual([])
    }
  })

/**
 * What is pressed and has neither 24 pixels each way nor a circle of that size around its middle to itself (WCAG 2.5.8).
 * A link in a line of text is as large as its line, which the rule allows.
 */
function crowdedTargets(): string[] {
  const SIZE = 24
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
