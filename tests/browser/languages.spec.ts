import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { textWidth } from '../../src/cartography/names/boxes.ts'
import { languageOf } from '../../src/language/index.ts'
import { LETTERING } from '../../src/story/viewport.ts'
import { expect, test } from './page.ts'

test('no script has a word of any language: each page brings its own', () => {
  const scripts = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(4)
  for (const file of scripts) {
    const script = readFileSync(join('dist', file), 'utf8')
    expect(script, file).not.toMatch(/\p{Script=Cyrillic}/u)
    for (const code of ['en', 'pl', 'lt']) {
      const { page } = languageOf(code)
      for (const words of [page.moveMap, page.mapFailed, page.about.title, page.embed.notes.loader, page.skip])
        expect(script, `${file}, ${code}`).not.toContain(words)
    }
  }
})

test('the way to another language keeps the step, and back', async ({ page }) => {
  await page.goto('./belarus-prisoners/#border')
  await expect(page.getByRole('button', { name: 'Next' })).toBeVisible()
  await page.getByRole('button', { name: 'Next' }).click()
  const link = page.getByRole('link', { name: 'беларуская' })
  await expect(link).toHaveAttribute('href', /#bialiatski$/)
  // On the way up to the link other steps pass by.
  await link.click()
  await expect(page).toHaveURL(/\/belarus-prisoners\/be\/#bialiatski$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'be')
  await expect(page.locator('nav [aria-current="step"]')).toHaveAttribute('href', '#bialiatski')
  await expect(page.getByRole('status').filter({ hasText: /^Крок 4 з \d+: / })).toHaveCount(1)
  await page.getByRole('button', { name: 'Далей' }).click()
  await expect(page.getByRole('link', { name: 'English' })).toHaveAttribute('href', /\/belarus-prisoners\/#potash$/)
})

for (const [code, notice] of [
  ['be', 'Гэты пераклад рэдактар яшчэ не праверыў.'],
  ['pl', 'Tego tłumaczenia nie sprawdził jeszcze redaktor.'],
] as const)
  test(`the map of ${code} is lettered in the measure it was placed by`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`./belarus-prisoners/${code}/#arrived`)
    await expect(page.getByText(notice)).toBeAttached()
    const names = page.locator('[data-drawing="route"] g[data-kind="place"] text')
    // They stand there once the map's script has come.
    await expect(names.first()).toBeVisible()
    await page.evaluate(() => document.fonts.ready)
    const widths = await names.evaluateAll((texts) =>
      texts.map((text) => ({
        text: text.textContent ?? '',
        width: text instanceof SVGTextElement ? text.getComputedTextLength() : 0,
      })),
    )
    expect(widths.length).toBeGreaterThan(2)
    for (const { text, width } of widths) {
      const { size, weight } = LETTERING.place
      expect(Math.abs(width - textWidth(text, { family: 'source-sans-3', weight }, size)), text).toBeLessThan(1)
    }
  })

test('page and embed in Cyrillic pass the accessibility rules that a machine can check', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const view of ['', 'embed/']) {
    await page.goto(`./belarus-prisoners/be/${view}#onward`)
    await expect(page.getByRole('button', { name: 'Рухаць карту' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${view} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  }
})

test('a host asks for a language as it likes to write it', async ({ page }) => {
  await page.route('**/host-in-belarusian', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<script src="/embed.js" async></script><datelines-story src="/belarus-prisoners/" lang="BE"></datelines-story>',
    }),
  )
  await page.goto('./host-in-belarusian')
  await expect(page.frameLocator('iframe').getByRole('button', { name: 'Далей' })).toBeVisible()
})
