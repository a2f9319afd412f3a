import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { ViteDevServer } from 'vite'
import { startDevelopment } from '../../src/build/development.ts'
import { openProject } from '../../src/project/project.ts'

// One server for all.
test.describe.configure({ mode: 'default' })

let root: string
let stories: string
let server: ViteDevServer
let address: string

/** Development, with a copy of the tests' story. */
test.beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'datelines-author-'))
  stories = join(root, 'stories')
  cpSync('tests/stories/lost-band', join(stories, 'lost-band'), { recursive: true })
  // What the build of the tests' site has drawn need not be drawn again.
  cpSync('tests/site/.datelines/cache', join(root, '.datelines/cache'), { recursive: true })
  const project = await openProject(root)
  server = await startDevelopment(project, { port: 0 })
  address = server.resolvedUrls?.local[0] ?? ''
})

test.afterAll(async () => {
  await server.close()
  rmSync(root, { recursive: true })
})

function edit(name: string, from: string, to: string) {
  const file = join(stories, 'lost-band', name)
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
}

const problems = (page: Page) => page.locator('.problems')

test('a mistake is listed over the last good page, with a link to its line, until it is mended', async ({ page }) => {
  await page.goto(`${address}lost-band/`)
  const headline = page.getByRole('heading', { level: 1 })
  await expect(headline).toHaveText(/^Gone astray/)
  await expect(problems(page)).toHaveCount(0)
  edit('en.md', '[@A1 vs @A5 @?roads]', '[@A1 vs @A55 @?roads]')
  await expect(problems(page)).toContainText('unknown source “A55” — did you mean “A5”?')
  await expect(problems(page).getByRole('link')).toHaveText(/lost-band\/en\.md:\d+$/)
  await expect(problems(page).getByRole('link')).toHaveAttribute('href', /^\/__open-in-editor\?file=.*en\.md%3A\d+$/)
  await expect(headline).toBeVisible()
  await expect(page.locator('vite-error-overlay')).toHaveCount(0)
  edit('en.md', '[@A1 vs @A55 @?roads]', '[@A1 vs @A5 @?roads] And so it was. [@A1]')
  await expect(page.getByText('And so it was.')).toBeVisible()
  await expect(problems(page)).toHaveCount(0)
})

test('a draft says that it is one, and how many claims await their source', async ({ page }) => {
  edit('story.yaml', 'slug: lost-band', 'slug: lost-band\ndraft: true')
  edit('en.md', 'the place unknown. [@A5]', 'the place unknown. [@?]')
  await page.goto(`${address}lost-band/`)
  await expect(page.getByText('Draft: not published.')).toBeVisible()
  await expect(page.locator('mark')).toHaveText('[?]')
  await problems(page).locator('summary').click()
  await expect(problems(page)).toContainText('a claim awaits a source')
})

test('an address without a story is a page that lists the stories', async ({ page }) => {
  const answer = await page.goto(`${address}lost-bend/`)
  expect(answer?.status()).toBe(404)
  await page.getByRole('link', { name: 'lost-band' }).click()
  await expect(page.getByRole('navigation', { name: 'Timeline' })).toBeVisible()
})

test('a changed setting is in the pages at once', async ({ page }) => {
  const config = join(root, 'datelines.config.ts')
  const name = async () => (await page.request.get(`${address}manifest.json`)).json().then(({ name }) => name)
  writeFileSync(config, "export default { name: 'The Post' }")
  await expect.poll(name).toBe('The Post')
  writeFileSync(config, "export default { name: 'The Gazette' }")
  await expect.poll(name).toBe('The Gazette')
})
