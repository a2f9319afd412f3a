import type { Page } from '@playwright/test'
import { colourRules } from '../../src/build/styles.ts'
import { coloursOf } from '../../src/styles/colours.ts'
import { expect, test } from './page.ts'
import { withPolicy } from './with-policy.ts'

const THEME = { accent: { light: '#0b5c3a', dark: '#7fd6a8' }, route: { light: '#2a4d9b', dark: '#9db8ff' } }

/** The built page or embed at its last step, in colours of its own. */
async function openThemed(page: Page, path: string) {
  await page.route(`**/${path}*`, async (route) => {
    const response = await route.fetch()
    const html = (await response.text()).replace(colourRules(), () => colourRules(coloursOf(THEME)))
    const embed = path.endsWith('embed/')
    await route.fulfill({ response, body: withPolicy(html, { offline: !embed }) })
  })
  await page.goto(`./${path}#bridge`)
  await page.getByRole('button', { name: 'Move the map' }).waitFor()
}

/** What the active date and a line of the map are painted with. */
const painted = (page: Page) =>
  page.evaluate(() => {
    const dateline = document.querySelector('article > section[data-active] > p')
    const line = document.querySelector('[data-leg] path[stroke="var(--route)"]')
    return [dateline, line]
      .map((element) => element && getComputedStyle(element))
      .map((style, i) => (i === 0 ? style?.color : style?.stroke))
  })

for (const path of ['lost-band/', 'lost-band/embed/'])
  test(`a story's own colours are light or dark as the reader has it: ${path}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await openThemed(page, path)
    await expect.poll(() => painted(page)).toEqual(['rgb(11, 92, 58)', 'rgb(42, 77, 155)'])
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(() => painted(page)).toEqual(['rgb(127, 214, 168)', 'rgb(157, 184, 255)'])
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'light'
    })
    await expect.poll(() => painted(page)).toEqual(['rgb(11, 92, 58)', 'rgb(42, 77, 155)'])
  })

test('forced colours win over those of a story', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await openThemed(page, 'lost-band/')
  const colours = await painted(page)
  for (const own of ['rgb(11, 92, 58)', 'rgb(127, 214, 168)', 'rgb(42, 77, 155)', 'rgb(157, 184, 255)'])
    expect(colours).not.toContain(own)
})
