/** What a host asks for in the address of a frame, before the frame's own script has come. */
import { coloursOf } from '../../src/styles/colours.ts'
import { test } from './host.ts'
import { expect } from './page.ts'

const { dark, light } = coloursOf()
const WISHES = 'lost-band/embed/?theme='

for (const [how, attributes] of [
  ['a plain frame', ''],
  ['a frame that may only run scripts', 'sandbox="allow-scripts"'],
] as const)
  for (const theme of ['dark', 'light'] as const)
    test(`${how} is ${theme} from its first paint`, async ({ page, host }) => {
      await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' })
      // The script never comes: what is seen is what the first paint shows.
      await page.route('**/assets/embed-*.js', () => {})
      await host.open(
        `<iframe src="{site}${WISHES}${theme}&headline=0" width="640" height="680" ${attributes}></iframe>`,
      )
      const frame = page.frameLocator('iframe')
      await expect(frame.getByRole('img', { name: /^Map of the route/ })).toBeVisible()
      const paper = await frame.locator('html').evaluate((html) => getComputedStyle(html).getPropertyValue('--paper'))
      expect(paper).toBe((theme === 'dark' ? dark : light).paper)
      await expect(frame.getByRole('heading', { level: 1 })).toBeHidden()
    })

test('neither the policy of the page nor that of the server refuses it', async ({ page }) => {
  const refused: string[] = []
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
  await page.goto(`./${WISHES}dark`)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(refused).toEqual([])
})
