/** What a frame may ask of the browser, in the forms that newsrooms paste, and what it says where it may not. */
import { type EmbedOptions, frameSnippet, oembedSnippet } from '../../src/embed/loader/snippets.ts'
import { explainer, interactive, SCRIPT, STORY, stepIn, test } from './host.ts'
import { expect } from './page.ts'
import { FRESH } from './shared-page.ts'

const WISHES: EmbedOptions = {
  address: '{site}lost-band/',
  loader: '{site}embed.js',
  title: 'How twelve players lost their way',
  mode: 'click',
  language: 'en',
  theme: 'dark',
}
const FORMS = { 'the plain frame': frameSnippet(WISHES), 'the address': oembedSnippet(WISHES) }
const BARE = '<iframe src="{site}lost-band/embed/" width="640" height="680"></iframe>'

for (const [form, snippet] of Object.entries(FORMS)) {
  test(`${form}: a film can go full screen and begins at the first press, “Copy link” copies the address of the full page and the step`, async ({
    page,
    host,
    context,
  }) => {
    await host.open(snippet)
    const frame = page.frameLocator('iframe')
    await interactive(frame)
    const rights = await frame.locator('html').evaluate(() => {
      const policy: { allowsFeature(name: string): boolean } = Reflect.get(document, 'featurePolicy')
      return { fullscreen: document.fullscreenEnabled, autoplay: policy.allowsFeature('autoplay') }
    })
    expect(rights).toEqual({ fullscreen: true, autoplay: true })
    expect(host.heard, 'the host’s console is the host’s').toEqual([])
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await frame.locator('nav a[href="#plan"]').click()
    const copy = frame.locator('article > section:visible').locator('.share')
    await copy.click()
    await expect(copy).toHaveText('Link copied')
    await expect(frame.getByRole('status')).toHaveText('Link copied')
    await expect(frame.getByRole('dialog')).toHaveCount(0)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${host.site}lost-band/#plan`)
  })
}

test('“Copy link” copies the public address, wherever the frame has come from', async ({ page, host, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.route('**/lost-band/embed/**', async (route) => {
    const response = await route.fetch()
    const canonical = '<link rel="canonical" href="https://news.example/e/lost-band/">'
    const body = (await response.text())
      .replace(/<link rel="canonical"[^>]*>/, '')
      .replace('<title>', `${canonical}<title>`)
    await route.fulfill({ response, body })
  })
  await host.open(FORMS['the plain frame'].replace('?theme=dark', '?theme=dark&amp;fbclid=x'))
  const frame = page.frameLocator('iframe')
  await interactive(frame)
  await frame.getByRole('button', { name: 'Next' }).click()
  await frame.locator('article > section:visible').locator('.share').click()
  const step = await stepIn(frame).getAttribute('href')
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(`https://news.example/e/lost-band/${step}`)
})

test(
  'a frame may share only where the browser can: others warn of the word in the host’s console',
  FRESH,
  async ({ page, host }) => {
    const frame = page.locator('datelines-story iframe')
    await host.open(SCRIPT + STORY())
    await expect(frame).toHaveAttribute('allow', 'fullscreen; autoplay; clipboard-write')
    await interactive(explainer(page))
    expect(host.heard).toEqual([])
    await page.addInitScript(() => Object.assign(navigator, { share: async () => {} }))
    await page.reload()
    await expect(frame).toHaveAttribute('allow', 'fullscreen; autoplay; clipboard-write; web-share')
  },
)

test('where the host lets nothing be copied, “Copy link” says so and shows the address', async ({ page, host }) => {
  await host.open(BARE)
  const frame = page.frameLocator('iframe')
  await interactive(frame)
  await frame.locator('nav a[href="#plan"]').click()
  const copy = frame.locator('article > section:visible').locator('.share')
  await copy.click()
  const said = frame.getByRole('dialog', { name: 'This page does not let links be copied from here' })
  await expect(said.getByRole('textbox')).toHaveValue(`${host.site}lost-band/#plan`)
  await expect(said.getByRole('textbox')).toBeFocused()
  await expect(copy).toHaveText('Copy link')
  await expect(frame.getByText('address bar')).toHaveCount(0)
})
