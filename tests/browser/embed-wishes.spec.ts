/** What a host asks for in the address of a frame, before the frame's own script has come. */
import { coloursOf } from '../../src/styles/colours.ts'
import { test } from './host.ts'
import { expect } from './page.ts'

const { dark, light } = coloursOf()
const WISHES = 'lost-band/embed/?theme='

for (const theme of ['dark', 'light'] as const)
  test(`a plain frame, and one that may only run scripts, is ${theme} from its first paint`, async ({ page, host }) => {
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' })
    // The script never comes: what is seen is what the first paint shows.
    await page.route('**/assets/embed-*.js', () => {})
    const frame = `<iframe src="{site}${WISHES}${theme}&headline=0" width="640" height="680"`
    await host.open(`${frame}></iframe>${frame} sandbox="allow-scripts"></iframe>`)
    for (const nth of [0, 1]) {
      const shown = page.locator('iframe').nth(nth).contentFrame()
      await expect(shown.getByRole('img', { name: /^Map of the route/ })).toBeVisible()
      const paper = await shown.locator('html').evaluate((html) => getComputedStyle(html).getPropertyValue('--paper'))
      expect(paper).toBe((theme === 'dark' ? dark : light).paper)
      await expect(shown.getByRole('heading', { level: 1 })).toBeHidden()
    }
  })

test('neither the policy of the page nor that of the server refuses it', async ({ page }) => {
  const refused: string[] = []
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
  await page.goto(`./${WISHES}dark`)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(refused).toEqual([])
})
