import { JSDOM } from 'jsdom'
import { expect, test } from './page.ts'

test('in a browser of text alone each name on the map stands apart from the next', async ({ request }) => {
  const html = await (await request.get('./lost-band/')).text()
  // For narrow maps and for others: the style sheet shows one of the two.
  const sets = new JSDOM(html).window.document.querySelectorAll('#_labels > g:has([data-kind])')
  expect(sets).toHaveLength(2)
  for (const set of sets) {
    const words = set.textContent?.split(/\s+/) ?? []
    for (const name of ['Dublin', 'Cork', 'Sligo', 'Galway', 'Wales', '9'])
      expect(
        words.filter((word) => word === name),
        name,
      ).toHaveLength(1)
  }
})

test.describe('without its style and script', () => {
  test.use({ javaScriptEnabled: false })
  test('the page has no black shapes, and all of its text', async ({ page }) => {
    await page.route('**/lost-band/', async (route) => {
      const html = await (await route.fetch()).text()
      const bare = html.replaceAll(/<style>.*?<\/style>/gs, '').replaceAll(/<link [^>]*rel="?stylesheet[^>]*>/g, '')
      await route.fulfill({ body: bare, contentType: 'text/html' })
    })
    await page.goto('./lost-band/')
    await expect(page.getByRole('heading', { name: 'The route in words' })).toBeVisible()
    const painted = await page.locator('main svg path, main svg rect, main svg use').evaluateAll((shapes) =>
      shapes.flatMap((shape) => {
        const { width, height } = shape.getBoundingClientRect()
        // One drawing in another is seen no more than that is.
        const outer = shape.closest('div > svg, nav svg, figure svg') ?? shape
        const shown = outer.getBoundingClientRect().width > 0
        const black = getComputedStyle(shape).fill === 'rgb(0, 0, 0)'
        return shown && black && Math.min(width, height) > 20 ? [shape.outerHTML.slice(0, 80)] : []
      }),
    )
    expect(painted).toEqual([])
  })
})
