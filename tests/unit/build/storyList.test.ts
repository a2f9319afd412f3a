// @vitest-environment jsdom
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { feedFiles } from '../../../src/build/feeds.ts'
import { headOf } from '../../../src/build/head.tsx'
import { plainPages } from '../../../src/build/plainPages.ts'
import { checkMainStory, linksBetween, siteLinks, storyListOf } from '../../../src/build/storyList.tsx'
import { loadEditions } from '../../../src/compose/editions.ts'
import { type EditionRecord, recordsOf } from '../../../src/compose/record.ts'
import { readStory } from '../../../src/content/read.ts'
import { renderExplainer } from '../../../src/server.tsx'
import { makeStoryFolder } from '../make-story-folder.ts'

const site = { name: 'The <Island> Post', main: 'islands', url: 'https://example.org/x/', contact: undefined }

const folder = makeStoryFolder()
const [composed] = await loadEditions(join(folder, '..'))
const { story: read } = await readStory(folder)
const [islands] = read ? recordsOf(read) : []
if (!composed || !islands) throw new Error('no edition')

/** The record of another edition: of the same story in Polish, or of a later story. */
const edition = (slug: string, language: string, published: string, main = true): EditionRecord => ({
  ...islands,
  main,
  slug,
  path: main ? `${slug}/` : `${slug}/${language}/`,
  language,
  headline: `${slug} & more, ${language}`,
  published: { iso: published, label: published },
})
const editions = [
  islands,
  edition('mountains', 'en', '2025-02-03T04:05:06Z'),
  edition('mountains', 'pl', '2025-02-03T04:05:06Z', false),
]
/** The links of a page of `record` on a site of `all`. */
const linksOf = (record: EditionRecord, all: EditionRecord[], up: string) => siteLinks(linksBetween(all)(record), up)

describe('the list of all stories', () => {
  it('has each story once, the newest first, with its dek, and ways to it and to its languages', () => {
    const html = renderToStaticMarkup(storyListOf(editions, site).body)
    const links = [...html.matchAll(/<h2><a href="([^"]+)">([^<]+)/g)].map(([, address, text]) => `${address} ${text}`)
    expect(links).toEqual([
      '../mountains/ mountains &amp; more, en',
      '../islands/ How forty islanders crossed the sound',
    ])
    expect(html).toContain(islands.dek)
    expect(html).toContain('The &lt;Island&gt; Post')
    expect(html).not.toContain('<script')
  })

  it('has a line for each of more than a hundred, by year', () => {
    const many = Array.from({ length: 101 }, (_, i) => edition(`tale-${i}`, 'en', `${i % 2 ? 2025 : 2026}-01-02`))
    const html = renderToStaticMarkup(storyListOf(many, site).body)
    expect([...html.matchAll(/<h2>([^<]+)/g)].map(([, year]) => year)).toEqual(['2026', '2025'])
    expect(html.match(/<li/g)).toHaveLength(101)
    expect(html).not.toContain('<img')
  })

  it('is there only when there is something to choose', () => {
    expect(Object.keys(plainPages([islands], site))).not.toContain('stories/')
    expect(Object.keys(plainPages(editions, site))).toContain('stories/')
  })
})

describe('at the end of a story', () => {
  it('are links to the others, in its own language where they have it, and to the list', () => {
    const polish = edition('islands', 'pl', '2024-05-09', false)
    expect(linksOf(polish, [...editions, polish], '../../')).toEqual({
      root: '../../',
      all: '../../stories/',
      others: [{ address: '../../mountains/pl/', headline: 'mountains & more, pl', language: 'pl' }],
    })
    const { story, copy, basemap } = composed
    const html = renderExplainer(story, copy, basemap, './', linksOf(islands, editions, '../'))
    expect(html).toContain('<a href="../mountains/" lang="en">mountains &amp; more, en</a>')
    expect(html).toContain('<a href="../stories/">All stories</a>')
  })

  it('begin with those that share people or places', () => {
    const apart = { ...edition('a-newer-one', 'en', '2026-05-09'), names: [] }
    const { others } = linksOf(islands, [islands, apart, edition('sea', 'en', '2020-01-01')], '../')
    expect(others.map(({ address }) => address)).toEqual(['../sea/', '../a-newer-one/'])
  })

  it('is none where there is one story', () => {
    const { story, copy, basemap } = composed
    expect(linksOf(islands, [islands], '../').all).toBeUndefined()
    expect(renderExplainer(story, copy, basemap, './', linksOf(islands, [islands], '../'))).not.toContain('stories')
  })
})

describe('feeds and sitemap', () => {
  const files = feedFiles(editions, site)

  it('name every story by its full address, with its dates', () => {
    const parsed = (file: string) => new DOMParser().parseFromString(files[file] ?? '', 'text/xml')
    const rss = parsed('feed.xml')
    expect([...rss.querySelectorAll('item > link')].map((link) => link.textContent)).toEqual([
      'https://example.org/x/mountains/',
      'https://example.org/x/islands/',
    ])
    expect(rss.querySelector('channel > title')?.textContent).toBe(site.name)
    expect(rss.querySelector('item > pubDate')?.textContent).toBe('Mon, 03 Feb 2025 04:05:06 GMT')
    const feed = JSON.parse(files['feed.json'] ?? '')
    expect(feed.items[1]).toMatchObject({
      url: 'https://example.org/x/islands/',
      title: islands.headline,
      date_published: '2024-05-09T00:00:00.000Z',
    })
    const sitemap = parsed('sitemap.xml')
    expect([...sitemap.querySelectorAll('loc')].map((loc) => loc.textContent)).toEqual([
      'https://example.org/x/islands/',
      'https://example.org/x/mountains/',
      'https://example.org/x/mountains/pl/',
      'https://example.org/x/stories/',
    ])
    expect(files['robots.txt']).toContain('Sitemap: https://example.org/x/sitemap.xml')
  })

  it('are found from a page, where the public address is known', () => {
    const head = (url: string | undefined) =>
      renderToStaticMarkup(
        headOf({ ...composed, site: { name: site.name, url }, path: 'islands/', up: '../', view: 'page' }),
      )
    expect(head(site.url)).toContain('href="https://example.org/x/feed.xml"')
    expect(head(undefined)).not.toContain('feed')
  })
})

describe('before anything is built', () => {
  const folder = (...slugs: string[]) => {
    const root = mkdtempSync(join(tmpdir(), 'datelines-front-'))
    onTestFinished(() => rmSync(root, { recursive: true, force: true }))
    for (const slug of slugs) mkdirSync(join(root, 'stories', slug), { recursive: true })
    return root
  }
  const project = (root: string, main: string | undefined) => ({
    ...{ root, config: 'datelines.config.ts', stories: join(root, 'stories'), out: '', cache: '', engine: '' },
    site: { ...site, main, offline: true, framedBy: undefined, tiles: undefined },
  })

  it('a main story that is none is named, with the nearest that is one', async () => {
    const root = folder('islands', 'mountains')
    await expect(checkMainStory(project(root, 'islands'))).resolves.toBeUndefined()
    await expect(checkMainStory(project(root, 'iland'))).rejects.toThrow(
      /^datelines\.config\.ts: main: .*no story “iland”.*did you mean “islands”/,
    )
    await expect(checkMainStory(project(root, 'sea-voyage'))).rejects.toThrow(/write one of islands, mountains/)
  })

  it('and that there is no story at all', async () => {
    await expect(checkMainStory(project(folder(), 'islands'))).rejects.toThrow(/There is no story in stories/)
  })
})

it('the accessibility statement says whom to write to, if the publisher has said so', async () => {
  const page = (contact: string | undefined) =>
    renderToStaticMarkup(plainPages([islands], { ...site, contact })['accessibility/']?.body)
  expect(page('desk@example.org')).toContain('<a href="mailto:desk@example.org">desk@example.org</a>')
  expect(page('https://example.org/contact')).toContain('<a href="https://example.org/contact">')
  expect(page(undefined)).toContain('has not named a contact')
})
