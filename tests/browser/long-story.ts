/** The built page of a story with as many steps as a test asks for. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Story } from '../../src/story/story.ts'
import { makeCopy, makePassage } from '../component/make-story.ts'

const DIST = new URL('../../dist/', import.meta.url)
const PAGE = 'belarus-prisoners/'
export const EMBED = 'belarus-prisoners/embed/'
const SERVER = new URL('../../node_modules/.datelines/server/server.js', import.meta.url)

/** The built page, or embed, with its story grown to `count` steps, rendered as the build renders it. */
async function pageOf(count: number, path: string): Promise<string> {
  const { renderExplainer, renderEmbed }: typeof import('../../src/server.tsx') = await import(SERVER.href)
  const html = await readFile(new URL(`${path}index.html`, DIST), 'utf8')
  const between = (from: RegExp, to: string) => {
    const match = from.exec(html)
    const start = (match?.index ?? 0) + (match?.[0].length ?? 0)
    return { start, end: html.indexOf(to, start) }
  }
  const data = between(/<script[^>]*id="_story"[^>]*>/, '</script>')
  const ground = between(/data-drawing="ground"[^>]*>/, '</svg>')
  const root = between(/<div[^>]*id="_explainer"[^>]*>/, '<script')
  const story = grown(JSON.parse(html.slice(data.start, data.end)), count)
  const passages = story.steps.map((step) => ({
    ...makePassage(step),
    body: [{ kind: 'paragraph' as const, text: ['Words of the passage, and more of them. '.repeat(20)] }],
  }))
  const copy = makeCopy({ passages })
  const basemap = html.slice(ground.start, ground.end)
  const served =
    path === EMBED
      ? renderEmbed(story, copy, basemap, { home: '../', full: '../' })
      : renderExplainer(story, copy, basemap, './')
  const after = html.slice(root.end, data.start) + JSON.stringify(story).replaceAll('<', '\\u003c')
  return `${html.slice(0, root.start)}${served}</div>${after}${html.slice(data.end)}`
}

/** Half of the steps are spread over the axis, half of them are on one day near its end; four phases. */
function grown(story: Story, count: number): Story {
  const [step] = story.steps
  if (!step) throw new Error('grown: a story without steps')
  const steps = Array.from({ length: count }, (_, index) => ({
    ...step,
    id: `step-${index + 1}`,
    index,
    heading: `What happened at ${index + 1}`,
    at: index < count / 2 ? index / count : 0.9,
  }))
  const phases = story.phases.slice(0, 4).map(({ label }, i) => ({
    label,
    first: Math.ceil((i * count) / 4),
    last: Math.ceil(((i + 1) * count) / 4) - 1,
  }))
  const { whole } = story.route
  const route = { ...story.route, views: steps.map(() => whole), legs: [] }
  return { ...story, steps, phases, route }
}

/** Has the page, or the embed, tell a story of `count` steps, `step-1` and so on. */
export async function growTo(page: Page, count: number, path = PAGE) {
  const html = await pageOf(count, path)
  await page.route(new RegExp(`/${path}(\\?[^#]*)?(#.*)?$`), (route) =>
    route.fulfill({ body: html, contentType: 'text/html' }),
  )
}

/** Opens it, grown. */
export async function openLong(page: Page, count: number, fragment = '', path = PAGE) {
  await growTo(page, count, path)
  await page.goto(`./${path}${fragment}`)
}
