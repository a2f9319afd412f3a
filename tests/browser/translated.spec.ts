import type { Frame, Page } from '@playwright/test'
import { expect, expectStep, open, stepIds, test } from './page.ts'
import { FRESH } from './shared-page.ts'

/** Puts every text into elements of its own, in the place of the old node, as browsers do when they translate a page. */
async function translate(frame: Page | Frame) {
  await frame.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: Node[] = []
    while (texts.nextNode())
      if (!texts.currentNode.parentElement?.closest('script, style, noscript, textarea, svg'))
        found.push(texts.currentNode)
    for (const text of found) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      inner.append(text.textContent ?? '')
      outer.append(inner)
      text.parentNode?.replaceChild(outer, text)
    }
  })
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test(
  'a page that the browser has translated goes on: steps, colours, embed, links, cards, shortcuts',
  FRESH,
  async ({ page }) => {
    await open(page, '#fog')
    const steps = await stepIds(page)
    await translate(page)
    await page.getByRole('button', { name: 'Next' }).click()
    await expectStep(page, steps[steps.indexOf('fog') + 1] ?? '')
    await expect(page.getByText(`Step ${steps.indexOf('fog') + 2} of ${steps.length}`, { exact: true })).toBeVisible()

    await page.getByLabel('Appearance').selectOption('dark')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.getByRole('button', { name: 'Embed this' }).click()
    const dialog = page.getByRole('dialog', { name: 'Embed this explainer' })
    await dialog.getByLabel('Where will it go?').selectOption('loader')
    await dialog.getByRole('button', { name: 'Copy' }).click()
    await expect(dialog.getByRole('status')).toHaveText('Copied')
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(dialog).toHaveCount(0)
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Save for offline reading' }).click()
    await expect(page.getByText('Saved for offline reading.')).toBeVisible()
    await page.getByRole('button', { name: 'Remove the saved copy' }).click()
    await expect(page.getByText('Saved for offline reading.')).toHaveCount(0)

    await page.locator('#fog .share').click()
    await expect(page.locator('#fog .share')).toHaveText('Link copied')
    const name = page.locator('a[href*="#_person-"]').first()
    await name.click()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.getByRole('button', { name: 'Next' }).click()
  },
)

test('an embed that the browser has translated goes on', FRESH, async ({ page }) => {
  await page.goto('./lost-band/embed/#fog')
  await page.getByRole('button', { name: 'Move the map' }).waitFor()
  const steps = await stepIds(page)
  await translate(page)
  await page.getByRole('button', { name: 'Next' }).click()
  await expectStep(page, steps[steps.indexOf('fog') + 1] ?? '')
  await page.locator('section[data-active] .share').click()
  await expect(page.locator('section[data-active] .share')).toHaveText('Link copied')
  await page.getByRole('button', { name: 'Previous' }).click()
  await page.locator('section[data-active] a[href*="#_person-"]').first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
