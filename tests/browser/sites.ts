/** The two built sites: the one of the tests' own story, which almost every test visits, and the one that is shipped. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Story } from '../../src/story/story.ts'

/** Of the tests' own story; the Playwright configuration builds it. */
export const TEST_SITE = new URL('../site/dist/', import.meta.url)
/** Of `npm run build` */
export const SHIPPED_SITE = new URL('../../dist/', import.meta.url)
/** The tests' own story, tests/stories/lost-band */
export const BAND = 'lost-band'
const SOURCES = new URL('../../src/stories/', import.meta.url)
/** Every story that is shipped. */
export const STORIES = readdirSync(fileURLToPath(SOURCES))
/** Those with a map or a section. */
export const MAPPED = STORIES.filter((slug) =>
  readFileSync(new URL(`${slug}/story.yaml`, SOURCES), 'utf8').includes('\nplaces:'),
)

/** A page of a built site, as HTML. */
export function builtPage(path: string, site = TEST_SITE): string {
  return readFileSync(new URL(`${path}index.html`, site), 'utf8')
}

/** A story as its built page carries it: what to expect, before any page is opened. */
export function builtStory(slug = BAND): Story {
  const html = builtPage(`${slug}/`, slug === BAND ? TEST_SITE : SHIPPED_SITE)
  return JSON.parse(/<script[^>]* id="_story"[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? '{}')
}

/** Paths of a shipped story's editions, from its folder: '' and, for each other language, 'be/' */
export function editionsOf(slug: string): string[] {
  const folder = new URL(`${slug}/`, SHIPPED_SITE)
  const languages = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/offline.json`, folder)))
  return ['', ...languages.map((code) => `${code}/`)]
}
