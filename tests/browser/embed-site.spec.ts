import { explainer, interactive, seenBy, test, watchHost } from './host.ts'
import { expect } from './page.ts'
import { FRESH } from './shared-page.ts'

test('the demonstration page: unfriendly styles do not reach the explainers', FRESH, async ({ page }) => {
  const heard: string[] = []
  page.on('console', (message) => message.type() === 'error' && heard.push(message.text()))
  await page.addInitScript(watchHost)
  await page.goto('./demo/')
  await interactive(explainer(page))
  const [frame, column] = await page.evaluate(() => {
    const box = document.querySelector('datelines-story')?.shadowRoot?.querySelector('iframe')?.getBoundingClientRect()
    return [box, document.querySelector('main p')?.getBoundingClientRect()]
  })
  expect(frame?.height).toBe(680)
  expect(frame?.width).toBe(column?.width)
  expect((await seenBy(page)).shifts).toEqual([])
  await page
    .locator('datelines-story')
    .nth(1)
    .evaluate((element) => element.scrollIntoView())
  await interactive(explainer(page, 1))
  expect(heard).toEqual([])
})

test('“Embed this”: the code it gives works on another page', async ({ page, host, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./lost-band/')
  await page.getByRole('button', { name: 'Embed this' }).click()
  const dialog = page.getByRole('dialog', { name: 'Embed this explainer' })
  await expect(dialog).toBeVisible()
  await interactive(dialog.frameLocator('iframe'))
  const code = dialog.getByLabel('Code to paste')
  expect(await code.inputValue(), 'first what every author may paste').toMatch(/^http[^<]*\/lost-band\/$/)
  await dialog.getByLabel('Where will it go?').selectOption('loader')
  await expect(dialog).toContainText('a picture and a link remain')
  await dialog.getByLabel('Appearance').selectOption('dark')
  const snippet = await code.inputValue()
  await dialog.getByRole('button', { name: 'Copy' }).click()
  await expect(dialog.getByRole('status')).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(snippet)
  for (const [form, text] of [
    ['iframe', '<iframe src='],
    ['address', '/lost-band/'],
  ] as const) {
    await dialog.getByLabel('Where will it go?').selectOption(form)
    expect(await code.inputValue()).toContain(text)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Embed this' })).toBeFocused()
  await host.open(snippet)
  await interactive(explainer(page))
  await expect(explainer(page).locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('oEmbed is found and describes the frame', async ({ request }) => {
  const html = await (await request.get('./lost-band/')).text()
  const [, address = ''] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? []
  expect(html.indexOf('application/json+oembed')).toBeLessThan(150_000)
  const answer = await (await request.get(`./lost-band/${address}`)).json()
  expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 640, height: 680, cache_age: 86_400 })
})
