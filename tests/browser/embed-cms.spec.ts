/** What editors do in content systems: paste the address, paste a snippet, and be without the right to. */
import { existsSync, readFileSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'
import { type EmbedOptions, frameSnippet, loaderSnippet } from '../../src/embed/loader/snippets.ts'
import { AFTER, explainer, interactive, seenBy, stepIn, test } from './host.ts'
import { expect } from './page.ts'
import { wpautop } from './wpautop.ts'

const SECRET = 'Ab3dE5gH1j'

/** What the story's oEmbed answer has consumers put into their pages. */
async function pastedAddress(request: APIRequestContext): Promise<string> {
  const { html } = await (await request.get('./lost-band/oembed.json')).json()
  return html.replaceAll('"./', '"{site}lost-band/')
}

/** The same after WordPress: few attributes are left, the frame is sandboxed and hidden until it says how high it is. */
function throughWordPress(html: string): string {
  const kept: Record<string, string[]> = {
    a: ['href'],
    blockquote: [],
    iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'],
  }
  const clean = html.replace(/<(\w+)((?:\s+[\w-]+="[^"]*")*)>/g, (_, tag: string, attributes: string) => {
    const left = (attributes.match(/[\w-]+="[^"]*"/g) ?? []).filter((one) =>
      kept[tag]?.includes(one.split('=')[0] ?? ''),
    )
    return `<${[tag, ...left].join(' ')}>`
  })
  expect(clean, 'the shape WordPress looks for').toMatch(/^<blockquote>.*<\/blockquote><iframe [^>]*><\/iframe>$/)
  return clean
    .replace(/src="([^"]*)"/, `src="$1#?secret=${SECRET}" data-secret="${SECRET}"`)
    .replace('<blockquote', `<blockquote class="wp-embedded-content" data-secret="${SECRET}"`)
    .replace(
      '<iframe',
      '<iframe style="position: absolute; clip: rect(1px, 1px, 1px, 1px);" class="wp-embedded-content" sandbox="allow-scripts" security="restricted"',
    )
}

/** WordPress's own script, where Debian's package is installed; else what it does in the page, by its published protocol. */
const OWN = '/usr/share/wordpress/wp-includes/js/wp-embed.js'
const WORDPRESS = existsSync(OWN)
  ? `<script>${readFileSync(OWN, 'utf8')}</script>`
  : `<script>
  addEventListener('message', ({ data, source }) => {
    if (!data || !/^[a-zA-Z0-9]+$/.test(data.secret)) return
    for (const quote of document.querySelectorAll('blockquote[data-secret="' + data.secret + '"]')) quote.style.display = 'none'
    for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
      if (frame.contentWindow !== source) continue
      frame.removeAttribute('style')
      if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)))
      const same = data.message === 'link' && new URL(data.value).host === new URL(frame.src).host
      if (same && document.activeElement === frame) top.location.href = data.value
    }
  })
  document.addEventListener('DOMContentLoaded', () => {
    for (const frame of document.querySelectorAll('iframe.wp-embedded-content'))
      frame.contentWindow.postMessage({ message: 'ready', secret: frame.dataset.secret }, '*')
  })
</script>`

/** A font needs the server's leave, so a sandboxed frame has the fonts of the device; browsers say so in the console. */
const butFonts = (heard: string[]) => heard.filter((text) => !/\.woff2|net::ERR_FAILED/.test(text))

for (const width of [340, 640])
  test(`the address pasted into WordPress, ${width} px: styled and alive on a plain server`, async ({
    page,
    host,
    request,
  }) => {
    await host.open(
      `<div style="width:${width}px">${throughWordPress(await pastedAddress(request))}</div>${AFTER}${WORDPRESS}`,
    )
    const frame = page.frameLocator('iframe')
    await interactive(frame)
    await expect(page.locator('blockquote')).toBeHidden()
    await expect.poll(() => page.locator('iframe').boundingBox()).toMatchObject({ width, height: 680 })
    const inside = await frame.locator('html').evaluate((html) => ({ wide: html.scrollWidth, high: html.scrollHeight }))
    expect(inside).toEqual({ wide: width, high: 680 })
    await expect(frame.locator('article > section:visible')).toHaveCount(1)

    await frame.locator('nav a[href="#parting"]').click()
    await expect(stepIn(frame)).toHaveAttribute('href', '#parting')
    await expect(frame.locator('article > section:visible')).toHaveAttribute('id', 'parting')
    await frame.getByRole('button', { name: 'Next' }).click()
    await expect(stepIn(frame)).not.toHaveAttribute('href', '#parting')
    await frame.getByRole('button', { name: 'Move the map' }).click()
    await expect(frame.getByRole('group', { name: /^Map: / }), 'Leaflet has come').toBeVisible()

    // The text grows with the reader's letters, and the frame with it, as far as WordPress lets it.
    await frame.locator('html').evaluate((html) => {
      html.style.fontSize = '300%'
    })
    await expect.poll(async () => (await page.locator('iframe').boundingBox())?.height).toBeGreaterThan(680)
    expect(butFonts(host.heard)).toEqual([])
  })

test('in WordPress links to the full explainer are followed, and others can be copied', async ({
  page,
  host,
  request,
}) => {
  await host.open(`${throughWordPress(await pastedAddress(request))}${WORDPRESS}`)
  const frame = page.frameLocator('iframe')
  await interactive(frame)
  await frame.locator('nav a[href="#plan"]').click()
  await frame
    .locator('article > section:visible')
    .getByRole('link', { name: /^Copy link/ })
    .click()
  const address = frame.getByRole('dialog', { name: /address/ }).getByRole('textbox')
  await expect(address).toHaveValue(`${host.site}lost-band/#plan`)
  await expect(address).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(address).toBeHidden()
  // A link to another server, as authors may write it.
  await frame
    .locator('article > section:visible p')
    .first()
    .evaluate((paragraph) => {
      const link = document.createElement('a')
      Object.assign(link, { href: 'https://elsewhere.example/', target: '_blank', textContent: 'Elsewhere' })
      paragraph.append(link)
    })
  await frame.getByRole('link', { name: 'Elsewhere' }).click()
  await expect(address).toHaveValue('https://elsewhere.example/')
  await frame.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await frame.getByRole('link', { name: 'Read the full explainer' }).click()
  await expect(page).toHaveURL(`${host.site}lost-band/#plan`)
})

test('the address pasted into Ghost: one explainer, no quotation beside it', async ({ page, host, request }) => {
  await host.open(
    `<main style="width:640px"><figure class="kg-card kg-embed-card">${await pastedAddress(request)}</figure></main>`,
    {
      head: '<style>blockquote{display:block}figure{margin:0}.kg-embed-card{display:flex;flex-direction:column}</style>',
    },
  )
  await interactive(page.frameLocator('iframe'))
  await expect(page.locator('blockquote')).toBeHidden()
  expect(await page.locator('iframe').boundingBox()).toMatchObject({ width: 640, height: 680 })
  const full = page.frameLocator('iframe').getByRole('link', { name: 'Read the full explainer' })
  const [opened] = await Promise.all([page.waitForEvent('popup'), full.click()])
  await expect(opened).toHaveURL(`${host.site}lost-band/`)
  expect(host.heard).toEqual([])
})

/**
 * What the parent of iframe-resizer 5 does, by its protocol. The package itself asks of whoever runs it that their project
 * be under the GPL or pay, which newsrooms that run these tests cannot say in one word.
 */
const IFRAME_RESIZER_5 = `
  const frame = document.querySelector('#story')
  const begin = () => {
    const settings = ['story', 8, false, false, 32, true, true, '', 'auto', '', '', 0, false, 'child', 'auto', '', '', true, 0]
    frame.contentWindow.postMessage('[iFrameSizer]' + settings.join(':'), new URL(frame.src).origin)
  }
  frame.addEventListener('load', () => setTimeout(begin, 1))
  addEventListener('message', ({ data, origin, source }) => {
    if (source !== frame.contentWindow || typeof data !== 'string') return
    if (!data.startsWith('[iFrameSizer]story:')) return
    const [id, height, width, type, version] = data.slice(13).split(':')
    if (origin !== new URL(frame.src).origin) throw new Error('of another origin')
    if (type === 'init' && version === undefined) console.warn('Legacy version detected in iframe')
    if (type === 'init' || (Number(height) && Number(width))) frame.style.height = height + 'px'
  })`

const PLAIN = '<iframe id="story" src="{site}lost-band/embed/" style="border:0;width:600px"></iframe>'

for (const [name, script] of [
  [
    'iframe-resizer 4',
    '<script src="/iframe-resizer.js"></script><script>addEventListener("load", () => iFrameResize({}, "#story"))</script>',
  ],
  ['iframe-resizer 5', `<script>${IFRAME_RESIZER_5}</script>`],
  [
    'Datawrapper',
    `<script>addEventListener('message', ({ data, source }) => {
      const heights = data['datawrapper-height']
      if (heights === undefined) return
      for (const id in heights)
        for (const frame of document.querySelectorAll('iframe'))
          if (frame.contentWindow === source) frame.style.height = heights[id] + 'px'
    })</script>`,
  ],
  [
    'Flourish',
    `<script>addEventListener('message', ({ data, source }) => {
      let message = {}
      try { message = typeof data === 'object' ? data : JSON.parse(data) } catch {}
      if (message.sender !== 'Flourish' || message.method !== 'resize') return
      if (typeof message.src !== 'string' || typeof message.context !== 'string') throw new Error('not in its form')
      for (const frame of document.querySelectorAll('iframe'))
        if (frame.contentWindow === source) frame.style.height = message.height + 'px'
    })</script>`,
  ],
] as const)
  test(`a host that resizes frames as ${name} does gives it its height, and more when it needs more`, async ({
    page,
    host,
  }) => {
    await host.open(`${PLAIN}${script}`)
    const frame = page.frameLocator('#story')
    await interactive(frame)
    const height = () => page.locator('#story').evaluate((element) => element.clientHeight)
    await expect.poll(height).toBe(680)
    await page.locator('#story').evaluate((element) => {
      element.style.width = '280px'
    })
    await frame.locator('html').evaluate((html) => {
      html.style.fontSize = '200%'
    })
    await expect.poll(height).toBeGreaterThan(680)
    const needed = await frame
      .locator('[data-mode]')
      .evaluate((stage) => Math.ceil(stage.getBoundingClientRect().height))
    await expect.poll(height).toBe(needed)
    expect(host.heard).toEqual([])
  })

const wishesOn = (site: string): EmbedOptions => ({
  address: `${site}lost-band/`,
  loader: `${site}embed.js`,
  title: 'How twelve players lost their way',
  mode: 'click',
  language: 'en',
  theme: 'auto',
})

for (const mode of ['click', 'scroll'] as const)
  test(`pasted into WordPress's classic editor to ${mode}: the explainer once, and nothing of it below`, async ({
    page,
    host,
  }) => {
    const snippet = loaderSnippet({ ...wishesOn('{site}'), mode })
    await host.open(`<main>${wpautop(`<p>Before</p>\n\n${snippet}\n\n<a href="#after">After</a>`)}</main>`)
    await interactive(explainer(page))
    await expect(page.getByRole('link', { name: wishesOn('').title })).toBeHidden()
    await expect(page.locator('img')).toBeHidden()
    await expect(page.locator('datelines-story a')).toHaveCount(1)
    await expect(page.locator('main p:empty, main br:visible')).toHaveCount(0)
    if (mode === 'click') expect(await page.locator('datelines-story').boundingBox()).toMatchObject({ height: 680 })
    expect(host.heard).toEqual([])
  })

test('the plain frame in the classic editor: one frame with its caption, and no empty line', async ({ page, host }) => {
  await host.open(`<main>${wpautop(`Before\n\n${frameSnippet(wishesOn('{site}'))}\n\nAfter`)}</main>`)
  await interactive(page.frameLocator('iframe'))
  await expect(page.locator('figure > iframe + figcaption')).toHaveCount(1)
  await expect(page.locator('main :is(br, p:empty)')).toHaveCount(0)
  expect(host.heard).toEqual([])
})

/** Themes that give their measure to all that stands in the text by itself, and frames no height. */
const THEMES = {
  'a theme of blocks': `<style>
  body { margin: 0; }
  main > :where(:not(.alignfull)) { max-width: 620px; margin-inline: auto !important; }
  main > iframe { max-width: none !important; }
  iframe { height: auto; }
  figure { margin: 1em 40px; }
</style>`,
  'a classic theme': `<style>
  body { margin: 0; }
  main > * { max-width: 620px; margin: 20px auto; }
  iframe { height: auto; }
</style>`,
}

for (const [theme, head] of Object.entries(THEMES)) {
  test(`the plain frame keeps to the column and has its height in ${theme}`, async ({ page, host }) => {
    await host.open(`<main><p id="text">Text</p>${frameSnippet(wishesOn('{site}'))}${AFTER}</main>`, { head })
    await interactive(page.frameLocator('iframe'))
    const column = await page.locator('#text').boundingBox()
    expect(await page.locator('iframe').boundingBox()).toMatchObject({ x: column?.x, width: 620, height: 680 })
    expect((await seenBy(page)).shifts).toEqual([])
  })

  for (const [name, snippet, poster] of [
    ['loader', loaderSnippet, true],
    ['plain frame', frameSnippet, false],
  ] as const)
    test(`an author without the right to HTML: of the ${name} a link remains, inside the column of ${theme}`, async ({
      page,
      host,
    }) => {
      const left = snippet(wishesOn('{site}'))
        .replace(/<\/?(script|iframe|datelines-story)\b[^>]*>/g, '')
        .replace(/ referrerpolicy="[^"]*"/g, '')
      await host.open(`<main><p id="text">Text</p>${left}</main>`, { head })
      const link = page.getByRole('link', { name: wishesOn('').title })
      await expect(link).toHaveAttribute('href', /lost-band\/$/)
      const column = await page.locator('#text').boundingBox()
      expect((await link.boundingBox())?.x).toBe(column?.x)
      const image = page.locator('img')
      if (!poster) return expect(image).toHaveCount(0)
      await expect.poll(() => image.evaluate(({ naturalWidth }: HTMLImageElement) => naturalWidth)).toBe(1200)
      expect(await image.boundingBox()).toMatchObject({ x: column?.x, width: 620 })
    })
}

test('no snippet tells our server which page it stands in', async ({ page, host, request }) => {
  const options = wishesOn('{site}')
  await host.open(`${loaderSnippet(options)}${frameSnippet(options)}${await pastedAddress(request)}`)
  await interactive(explainer(page))
  for (const frame of await page.locator('iframe').all()) await interactive(frame.contentFrame())
  const paths = host.asked.map(({ path }) => path)
  for (const path of ['/embed.js', '/lost-band/poster.png', '/lost-band/embed/']) expect(paths).toContain(path)
  const told = host.asked.filter(({ referrer = host.site }) => !referrer.startsWith(host.site))
  expect(told).toEqual([])
})
