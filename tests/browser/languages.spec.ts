import { readdirSync, readFileSync } from 'node:fs'
import { languageOf } from '../../src/language/index.ts'
import { expect, test, violationsIn } from './page.ts'
import { BAND, TEST_SITE } from './sites.ts'

test('no script has a word of any language: each page brings its own', () => {
  const scripts = readdirSync(TEST_SITE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(4)
  for (const file of scripts) {
    const script = readFileSync(new URL(file, TEST_SITE), 'utf8')
    expect(script, file).not.toMatch(/\p{Script=Cyrillic}/u)
    for (const code of ['en', 'pl', 'lt']) {
      const { page } = languageOf(code)
      for (const words of [page.moveMap, page.mapFailed, page.about.title, page.embed.notes.loader, page.skip])
        expect(script, `${file}, ${code}`).not.toContain(words)
    }
  }
})

test('the way to another language keeps the step, and back', async ({ page }) => {
  await page.goto('./lost-band/#fog')
  await page.getByRole('button', { name: 'Next' }).waitFor()
  await page.getByRole('button', { name: 'Next' }).click()
  const link = page.getByRole('link', { name: 'беларуская' })
  await expect(link).toHaveAttribute('href', /#search$/)
  // On the way up to the link other steps pass by.
  await link.click()
  await expect(page).toHaveURL(/\/lost-band\/be\/#search$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'be')
  await expect(page.locator('nav [aria-current="step"]')).toHaveAttribute('href', '#search')
  await expect(page.getByRole('status').filter({ hasText: /^Крок 4 з \d+: / })).toHaveCount(1)
  await page.getByRole('button', { name: 'Далей' }).click()
  await expect(page.getByRole('link', { name: 'English' })).toHaveAttribute('href', /\/lost-band\/#silence$/)
})

test('a translation that no editor has read says so', async ({ page }) => {
  await page.goto(`./${BAND}/be/`)
  await expect(page.getByText('Гэты пераклад рэдактар яшчэ не праверыў.')).toBeAttached()
})

test('page and embed in Cyrillic pass the accessibility rules that a machine can check', async ({ page }) => {
  for (const view of ['', 'embed/']) {
    await page.goto(`./${BAND}/be/${view}#bridge`)
    await page.getByRole('button', { name: 'Рухаць карту' }).waitFor()
    expect(await violationsIn(page), view).toEqual([])
  }
})

test('a host asks for a language as it likes to write it', async ({ page }) => {
  await page.route('**/host-in-belarusian', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<script src="/embed.js" async></script><datelines-story src="/lost-band/" lang="BE"></datelines-story>',
    }),
  )
  await page.goto('./host-in-belarusian')
  await expect(page.frameLocator('iframe').getByRole('button', { name: 'Далей' })).toBeVisible()
})
