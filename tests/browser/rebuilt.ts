/** The built page, or embed, of the tests' story with another story in it, rendered as the build renders it. */
import type { Page } from '@playwright/test'
import type { Copy } from '../../src/story/copy.ts'
import type { Story } from '../../src/story/story.ts'
import { BAND, builtPage } from './sites.ts'

/** The renderers of the build */
export const SERVER = new URL('../../.datelines/server/server.mjs', import.meta.url)
export const PAGE = `${BAND}/`
export const EMBED = `${BAND}/embed/`

interface Told {
  story: Story
  copy: Copy
}

/** `retell` is given the built story. */
export async function rebuilt(path: string, retell: (built: Story) => Told): Promise<string> {
  const { renderExplainer, renderEmbed }: typeof import('../../src/server.tsx') = await import(SERVER.href)
  const html = builtPage(path)
  const root = /<div[^>]*id="_explainer"[^>]*>/.exec(html)
  const start = (root?.index ?? 0) + (root?.[0].length ?? 0)
  const [, basemap = ''] = /id="_ground"[^>]*>(.*?)<\/svg>/s.exec(html) ?? []
  const [, data = ''] = /<script[^>]* id="_story"[^>]*>(.*?)<\/script>/s.exec(html) ?? []
  const { story, copy } = retell(JSON.parse(data))
  const body =
    path === EMBED
      ? renderEmbed(story, copy, basemap, { home: '../', full: '../' })
      : renderExplainer(story, copy, basemap, './', { root: '../', others: [], all: undefined })
  const after = html.slice(html.indexOf('<script', start))
  const carried = JSON.stringify(story).replaceAll('<', '\\u003c')
  return `${html.slice(0, start)}${body}</div>${after.replace(data, () => carried)}`
}

/** Has the site answer with `html` where it has `path`, its headers and all. */
export async function answer(page: Page, path: string, html: string) {
  await page.route(new RegExp(`/${path}(\\?[^#]*)?(#.*)?$`), async (route) =>
    route.fulfill({ response: await route.fetch(), body: html }),
  )
}
