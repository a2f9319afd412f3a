import type { Locator, Page } from '@playwright/test'
import { openLong } from './long-story.ts'
import { expect, open, test } from './page.ts'

const timeline = (page: Page) => page.getByRole('navigation', { name: 'Timeline' })
const tip = (page: Page) => timeline(page).locator('#_bead-tip p')

/** What is shown for `bead` is its whole name, in the window, and clear of all beads and of the active one's date. */
async function expectTip(page: Page, bead: Locator) {
  await expect(tip(page)).toHaveText((await bead.locator('span').first().textContent()) ?? '')
  await expect(tip(page)).toHaveText(/\d{4}.*: ./)
  await expect(tip(page)).toBeInViewport({ ratio: 1 })
  const [box, row] = [await tip(page).boundingBox(), await bead.boundingBox()]
  if (!box || !row) throw new Error('not shown')
  expect(box.y + box.height).toBeLessThan(row.y + 10)
  const middle = row.x + row.width / 2
  expect(box.x <= middle && middle <= box.x + box.width, 'over its bead').toBe(true)
}

for (const [name, prepare] of [
  ['of a story', (page: Page) => open(page, '#fog')],
  ['of a long story', (page: Page) => openLong(page, 200, '#step-100')],
] as const)
  test(`a bead ${name} shows its full date and its heading, by mouse and by key`, async ({ page }) => {
    await prepare(page)
    const beads = timeline(page).locator('#_beads a')
    const active = timeline(page).locator('[aria-current="step"]')
    const words = timeline(page).locator('[aria-current="step"] [data-label], p strong').filter({ visible: true })
    await expect(tip(page)).toHaveCount(0)
    for (const bead of [beads.first(), beads.last()]) {
      await bead.hover()
      await expectTip(page, bead)
      await expect(words.first(), 'the words of the active one stay').toBeVisible()
    }
    await page.keyboard.press('Escape')
    await expect(tip(page)).toHaveCount(0)
    await page.mouse.move(5, 5)
    await active.focus()
    await page.keyboard.press('ArrowRight')
    await expect(active).toBeFocused()
    await expectTip(page, active)
  })

test('a mouse may go over what a bead shows', async ({ page }) => {
  await open(page, '#fog')
  await timeline(page).locator('#_beads a').nth(5).hover()
  await tip(page).hover()
  await expect(tip(page)).toBeVisible()
  await page.mouse.move(5, 5)
  await expect(tip(page)).toHaveCount(0)
})
