/** The fonts of every story that is shipped: small, and such that little moves when they come. */
import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Page, test as plain } from '@playwright/test'
import { languageOf } from '../../../src/language/index.ts'
import { expect, test } from '../page.ts'
import { sendShipped, serve } from '../serve.ts'
import { builtPage, editionsOf, SHIPPED_SITE, STORIES } from '../sites.ts'

const KB = 1024
const EDITIONS = STORIES.flatMap((slug) => editionsOf(slug).map((edition) => `${slug}/${edition}`))

test('the fonts of a page are one small file for each face', () => {
  for (const path of EDITIONS) {
    // Those that follow are for dialogs and messages.
    const named = new Set([...builtPage(path, SHIPPED_SITE).matchAll(/[\w-]+\.woff2/g)].map(([name]) => name))
    const fonts = new Set([...named].slice(0, 4))
    const bytes = [...fonts].reduce((sum, font) => sum + statSync(new URL(`assets/${font}`, SHIPPED_SITE)).size, 0)
    expect(fonts.size, path).toBe(4)
    expect(bytes, path).toBeLessThanOrEqual(40 * KB)
  }
})

// Debian has no Georgia, which most readers have: a free font with its widths plays its part.
const GELASIO = ['400Regular/Gelasio_400Regular', '700Bold/Gelasio_700Bold'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/gelasio/${file}.ttf`)),
)
// On a screen of one pixel a point, Linux rounds the width of each letter, as no phone does.
const withGeorgia = plain.extend({ bypassCSP: true, deviceScaleFactor: 2 })

const LINE = 32
/** How far anything may move, pixels. The fit of the fallback fonts is not perfect: a line may break elsewhere. */
const EXACT = ['belarus-prisoners/', 'belarus-prisoners/pl/', 'belarus-prisoners/embed/']

for (const path of [...EDITIONS, ...EXACT.filter((path) => path.endsWith('embed/'))]) {
  const most = EXACT.includes(path) ? 1 : LINE
  withGeorgia(
    `${path} is painted without its fonts; when they come all is set in them, moved by ${most} px at most`,
    async ({ page }) => {
      let send = () => {}
      let sent = Promise.resolve()
      const server = await serve(async (request, response) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        if (pathname.endsWith('.woff2')) await sent
        if (pathname.endsWith('.ttf'))
          return response.end(readFileSync(GELASIO[pathname === '/bold.ttf' ? 1 : 0] ?? ''))
        return sendShipped(request, response, (html) =>
          html
            .replaceAll('local("Georgia")', 'url(/regular.ttf)')
            .replaceAll('local("Georgia-Bold")', 'url(/bold.ttf)'),
        )
      })
      // Without a cache: every width waits for its fonts anew.
      await page.route('**/*.woff2', (route) => route.continue())
      for (const width of [390, 768, 1280]) {
        sent = new Promise((resolve) => {
          send = resolve
        })
        await page.setViewportSize({ width, height: 844 })
        await page.goto('about:blank')
        await page.goto(`${server.url}${path}?width=${width}`, { waitUntil: 'domcontentloaded' })
        await page.getByRole('button', { name: BUTTON }).waitFor()
        await page.evaluate(() =>
          Promise.all(
            [400, 700].map((weight) => document.fonts.load(`${weight} 1em "Source Serif 4 in Georgia"`, 'aA')),
          ),
        )
        await expect.poll(() => facesSeen(page), `${width} px`).toMatch(/^Gelasio, Liberation Sans/)
        const before = await placesOf(page)
        send()
        await page.evaluate(() => document.fonts.ready)
        await nextFrames(page)
        expect(await facesSeen(page), `${width} px`).toMatch(/Source Sans 3, Source Serif 4$/)
        const after = await placesOf(page)
        const moved = before.filter(({ top, isSeen }, nth) => isSeen && Math.abs((after[nth]?.top ?? 0) - top) > most)
        expect(moved, `${width} px`).toEqual([])
      }
      server.close()
    },
  )
}

/** “Next” in the languages of the stories: there once the script has come. */
const BUTTON = new RegExp(['en', 'be', 'pl'].map((code) => languageOf(code).page.next).join('|'))

/** Two frames: what has changed is laid out and painted. */
async function nextFrames(page: Page) {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
  })
}

/** Where every block of text begins, and whether it is on the screen, in the order of the document. */
function placesOf(page: Page) {
  return page.locator('h1, h2, h3, p, li, figure, button').evaluateAll((elements) =>
    elements.map((element) => {
      const { top, bottom, width } = element.getBoundingClientRect()
      const isShown = element.checkVisibility({
        contentVisibilityAuto: true,
        visibilityProperty: true,
        opacityProperty: true,
      })
      return {
        text: element.textContent.trim().slice(0, 50),
        top,
        isSeen: isShown && bottom > 0 && top < innerHeight && width > 1,
      }
    }),
  )
}

/** Marks what is on the screen and has words of its own. */
function markSeen(page: Page) {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-seen]')) element.removeAttribute('data-seen')
    for (const element of document.body.querySelectorAll('*')) {
      const worded = [...element.childNodes].some((node) => node instanceof Text && node.data.trim())
      if (!worded || !element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue
      const { top, bottom, width, height } = element.getBoundingClientRect()
      // A pixel wide and high is what only screen readers are told.
      if (width > 1 && height > 1 && bottom > 0 && top < innerHeight) element.setAttribute('data-seen', '')
    }
  })
}

/** The names of the fonts that the visible text is set in. */
async function facesSeen(page: Page): Promise<string> {
  await markSeen(page)
  const client = await page.context().newCDPSession(page)
  await client.send('DOM.enable')
  await client.send('CSS.enable')
  const { root } = await client.send('DOM.getDocument')
  const { nodeIds } = await client.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '[data-seen]' })
  const names = new Set<string>()
  for (const nodeId of nodeIds) {
    const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const { familyName } of fonts) names.add(familyName.replace(/ SemiBold$/, ''))
  }
  await client.detach()
  return [...names].sort().join(', ')
}
