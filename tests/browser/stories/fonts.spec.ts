/** The fonts of every story that is shipped: small, and such that little moves when they come. */
import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type CDPSession, type Page, test as plain } from '@playwright/test'
import { textWidth } from '../../../src/cartography/names/boxes.ts'
import { languageOf } from '../../../src/language/index.ts'
import { LETTERING } from '../../../src/story/viewport.ts'
import { expect, nextFrames, test } from '../page.ts'
import { sendShipped, serve } from '../serve.ts'
import { builtPage, editionsOf, MAPPED, SHIPPED_SITE, STORIES } from '../sites.ts'

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

const WIDTHS = [390, 768, 1280]
const LINE = 32
/** How far anything may move, pixels. The fit of the fallback fonts is not perfect: a line may break elsewhere. */
const EXACT = ['belarus-prisoners/', 'belarus-prisoners/pl/', 'belarus-prisoners/embed/']

for (const path of [...EDITIONS, ...EXACT.filter((path) => path.endsWith('embed/'))]) {
  const most = EXACT.includes(path) ? 1 : LINE
  withGeorgia(
    `${path} is painted without its fonts; when they come all is set in them, moved by ${most} px at most, and the map is lettered in the measure it was placed by`,
    async ({ page }) => {
      let send = () => {}
      const sent = new Promise<void>((resolve) => {
        send = resolve
      })
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
      await page.goto(`${server.url}${path}`, { waitUntil: 'domcontentloaded' })
      await page.getByRole('button', { name: BUTTON }).waitFor()
      await page.evaluate(() =>
        Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 1em "Source Serif 4 in Georgia"`, 'aA'))),
      )
      const session = await page.context().newCDPSession(page)
      await session.send('DOM.enable')
      await session.send('CSS.enable')
      /** Where everything is at each width, in fonts whose names match `faces`. */
      async function places(faces: RegExp) {
        const found: Awaited<ReturnType<typeof placesOf>>[] = []
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 844 })
          // What was read is kept in view; then the story begins anew.
          await nextFrames(page)
          await page.evaluate(() => {
            location.hash = ''
          })
          await nextFrames(page)
          await expect.poll(() => facesSeen(page, session), `${width} px`).toMatch(faces)
          found.push(await placesOf(page))
        }
        return found
      }
      const before = await places(/^Gelasio, Liberation Sans/)
      send()
      await page.evaluate(() => document.fonts.ready)
      const after = await places(/Source Sans 3, Source Serif 4$/)
      for (const [i, width] of WIDTHS.entries()) {
        const now = new Map(after[i]?.map(({ name, top }) => [name, top]))
        const moved = before[i]?.flatMap(({ name, top, isSeen }) => {
          const by = (now.get(name) ?? Number.NaN) - top
          return isSeen && !(Math.abs(by) <= most) ? [`${name} by ${by}`] : []
        })
        expect.soft(moved, `${width} px`).toEqual([])
      }
      if (MAPPED.some((slug) => path.startsWith(slug)) && EDITIONS.includes(path)) await expectLettering(page)
      server.close()
    },
  )
}

/** Chromium as Lighthouse and most bench machines run it: the width of each letter is rounded to whole pixels. */
const rounded = plain.extend({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = launchOptions.args ?? []
      await use({ ...launchOptions, args: args.filter((arg) => !arg.startsWith('--font-render-hinting')) })
    },
    { scope: 'worker' },
  ],
})

rounded.describe('where letters are rounded', () => {
  rounded.use({ javaScriptEnabled: false, viewport: { width: 412, height: 823 } })

  rounded('the headlines of all stories keep their lines on a phone when the fonts come', async ({ page }) => {
    for (const path of EDITIONS) {
      await page.goto(path)
      const [inFonts, before] = await page.evaluate(async () => {
        await document.fonts.ready
        const height = () => Math.round(document.querySelector('h1')?.getBoundingClientRect().height ?? 0)
        const inFonts = height()
        // As before they come, or where they never do.
        for (const { cssRules } of document.styleSheets)
          for (const [i, rule] of [...cssRules].map((rule, i) => [i, rule] as const).reverse())
            if (rule instanceof CSSFontFaceRule && rule.cssText.includes('.woff2')) rule.parentStyleSheet?.deleteRule(i)
        return [inFonts, height()]
      })
      expect(inFonts, path).toBeGreaterThan(0)
      expect(before, path).toBe(inFonts)
    }
  })
})

/** The names on the map at the last step are as wide as they were when they were placed. */
async function expectLettering(page: Page) {
  await page.locator('nav a[href^="#"]').last().click()
  const { size, weight } = LETTERING.place
  /** Names that are wider or narrower, or a word for why there are none to measure. */
  const misplaced = async () => {
    // Found and measured at once: the map is drawn anew when its script has come. Until then names for other widths are hidden.
    const names = await page.evaluate(() =>
      [...document.querySelectorAll<SVGTextElement>('#_labels g[data-kind="place"] text')]
        .filter((text) => text.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map((text) => ({ text: text.textContent, width: text.getComputedTextLength() })),
    )
    const wrong = names.flatMap(({ text, width }) => {
      const placed = textWidth(text, { family: 'source-sans-3', weight }, size)
      return Math.abs(width - placed) < 1 ? [] : [`${text}: ${width}, not ${placed}`]
    })
    return names.length > 0 ? wrong : 'no names'
  }
  await expect.poll(misplaced).toEqual([])
}

/** “Next” in the languages of the stories: there once the script has come. */
const BUTTON = new RegExp(['en', 'be', 'pl'].map((code) => languageOf(code).page.next).join('|'))

/** Where every block of text begins, and whether it is on the screen. */
function placesOf(page: Page) {
  return page.locator('h1, h2, h3, p, li, figure, button').evaluateAll((elements) => {
    const times = new Map<string, number>()
    return elements.map((element) => {
      const { top, bottom, width } = element.getBoundingClientRect()
      const isShown = element.checkVisibility({
        contentVisibilityAuto: true,
        visibilityProperty: true,
        opacityProperty: true,
      })
      const text = element.textContent.trim().slice(0, 50)
      const nth = (times.get(text) ?? 0) + 1
      times.set(text, nth)
      return { name: `${text} (${nth})`, top, isSeen: isShown && bottom > 0 && top < innerHeight && width > 1 }
    })
  })
}

/**
 * Marks what is on the screen and has words of its own: of those in the same type, each that has a letter which those before
 * have not.
 */
function markSeen(page: Page) {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-seen]')) element.removeAttribute('data-seen')
    const letters = new Map<string, Set<string>>()
    for (const element of document.body.querySelectorAll('*')) {
      const words = [...element.childNodes].map((node) => (node instanceof Text ? node.data.trim() : '')).join('')
      if (!words || !element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue
      const { top, bottom, width, height } = element.getBoundingClientRect()
      // A pixel wide and high is what only screen readers are told.
      if (width <= 1 || height <= 1 || bottom <= 0 || top >= innerHeight) continue
      const { fontFamily, fontWeight, fontStyle, fontVariant, textTransform } = getComputedStyle(element)
      const type = [fontFamily, fontWeight, fontStyle, fontVariant, textTransform].join()
      const seen = letters.get(type) ?? new Set()
      if ([...words].some((letter) => !seen.has(letter))) element.setAttribute('data-seen', '')
      letters.set(type, new Set([...seen, ...words]))
    }
  })
}

/** The names of the fonts that the visible text is set in. */
async function facesSeen(page: Page, session: CDPSession): Promise<string> {
  await markSeen(page)
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '[data-seen]' })
  const faces = await Promise.all(
    nodeIds.map((nodeId) =>
      session
        .send('CSS.getPlatformFontsForNode', { nodeId })
        // What has gone meanwhile is not seen.
        .catch(() => ({ fonts: [{ familyName: 'gone' }] })),
    ),
  )
  const names = faces.flatMap(({ fonts }) => fonts.map(({ familyName }) => familyName.replace(/ SemiBold$/, '')))
  return [...new Set(names)].sort().join(', ')
}
