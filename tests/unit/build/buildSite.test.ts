// @vitest-environment node
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { buildSite } from '../../../src/build/buildSite.ts'
import { openCache } from '../../../src/cache.ts'
import { run } from '../../../src/cli/build.ts'
import { openProject } from '../../../src/project/project.ts'

// The first build may have to make the scripts too.
vi.setConfig({ testTimeout: 300_000 })

/** A story of two steps without a map, which takes no time to draw. */
function writeStory(root: string, slug: string, { headline = `The tale of ${slug}`, more = '', facts = '' } = {}) {
  const folder = join(root, 'stories', slug)
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'story.yaml'),
    `slug: ${slug}\nlanguages: [en]\npublished: 2024-05-09\n${facts}steps:\n  - { id: gale, date: 2024-05-01 }\n  - { id: boats, date: 2024-05-02 }\nsources:\n  A1: { publisher: Post, title: The storm }\n`,
  )
  writeFileSync(
    join(folder, 'en.md'),
    `---\nkicker: Sea\nheadline: ${headline}\ndek: A storm.\nbyline: By the desk\n---\n\n## The gale {#gale}\n\nIt blew. [@A1]\n\n## The boats {#boats}\n\nThey put out. ${more} [@A1]\n`,
  )
}

/** A newsroom’s folder with three stories. Those of one that has another `name` have not been rendered yet. */
function makeNewsroom(name = 'The Post'): string {
  const root = mkdtempSync(join(tmpdir(), 'datelines-build-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  writeFileSync(join(root, 'datelines.config.json'), JSON.stringify({ name, main: 'sea', url: 'https://example.org/' }))
  for (const slug of ['harbour', 'islands', 'sea']) writeStory(root, slug)
  return root
}

/** The cache of all builds here; scripts, fonts and what was compressed are those of `npm run build`. */
const cache = mkdtempSync(join(tmpdir(), 'datelines-cache-'))
const shared = readdirSync('.datelines/cache').filter((name) => /^(scripts|font|fallback|packed)-/.test(name))
for (const name of shared) copyFileSync(join('.datelines/cache', name), join(cache, name))
afterAll(() => {
  rmSync(cache, { recursive: true })
  openCache('.datelines/cache', ['.'])
})

async function build(root: string, options: Parameters<typeof buildSite>[1] = {}, out?: string) {
  const project = await openProject(root, out)
  openCache(cache, ['.'])
  return buildSite(project, options)
}

/** All files in a folder, with what `see` sees of each. */
function filesIn<T>(folder: string, see: (path: string) => T): Record<string, T> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return Object.fromEntries(files.sort().map((name) => [name, see(join(folder, name))]))
}
const bytes = (path: string) => readFileSync(path, 'base64')
const touched = (path: string) => `${statSync(path).ino} ${statSync(path).mtimeMs}`

let root = ''
const dist = (path = '') => join(root, 'dist', path)
const textOf = (path: string) => readFileSync(dist(path), 'utf8')
beforeEach(() => {
  vi.stubEnv('NODE_ENV', 'production')
  vi.spyOn(console, 'log').mockImplementation(() => {})
  onTestFinished(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })
  root = makeNewsroom()
})

describe('a build makes again only what has changed:', () => {
  it('nothing', async () => {
    const newsroom = makeNewsroom('The New Post')
    expect(await build(newsroom)).toEqual({ stories: 3, rendered: 3 })
    const before = filesIn(join(newsroom, 'dist'), touched)
    expect(await build(newsroom)).toEqual({ stories: 3, rendered: 0 })
    expect(filesIn(join(newsroom, 'dist'), touched)).toEqual(before)
  })

  it('for a changed word, the pages of that story', async () => {
    await build(root)
    const before = filesIn(dist(), touched)
    writeStory(root, 'islands', { more: 'All of them.' })
    expect(await build(root)).toEqual({ stories: 3, rendered: 1 })
    expect(textOf('islands/index.html')).toContain('All of them.')
    const after = filesIn(dist(), touched)
    const changed = Object.keys({ ...before, ...after }).filter((file) => before[file] !== after[file])
    expect(changed).toContain('islands/index.html.br')
    expect(changed.filter((file) => !/^(islands|assets)\//.test(file))).toEqual([])
  })

  it('for a changed headline, also the list, the feeds and the links of other stories', async () => {
    await build(root)
    writeStory(root, 'islands', { headline: 'Quite another tale' })
    await build(root)
    for (const file of ['stories/index.html', 'feed.xml', 'feed.json', 'sea/index.html', 'index.html'])
      expect(textOf(file), file).toContain('Quite another tale')
  })

  it('for a story that is taken away, what named it', async () => {
    await build(root)
    rmSync(join(root, 'stories', 'islands'), { recursive: true })
    await build(root)
    expect(existsSync(dist('islands'))).toBe(false)
    for (const file of ['stories/index.html', 'feed.xml', 'sitemap.xml', 'sea/index.html'])
      expect(textOf(file), file).not.toContain('islands')
  })

  it('for a setting, what it changes', async () => {
    await build(root)
    const settings = { name: 'The Gazette', main: 'harbour', url: 'https://example.org/' }
    writeFileSync(join(root, 'datelines.config.json'), JSON.stringify(settings))
    await build(root)
    expect(textOf('index.html')).toContain('The tale of harbour')
    for (const file of ['feed.xml', 'islands/index.html', 'manifest.json'])
      expect(textOf(file), file).toContain('The Gazette')
  })
})

describe('the cache', () => {
  it('holds no folder of the machine, so that another finds all in it', async () => {
    const other = makeNewsroom()
    await build(root)
    expect(await build(other)).toEqual({ stories: 3, rendered: 0 })
    expect(filesIn(join(other, 'dist'), bytes)).toEqual(filesIn(dist(), bytes))
    const entries = readdirSync(cache).map((name) => join(cache, name))
    expect(entries.filter((entry) => readFileSync(entry).includes(root))).toEqual([])
  })

  it('may have lost the pictures of a story that is finished', async () => {
    const blank = { width: 20, height: 20, channels: 3, background: '#336' } as const
    writeStory(root, 'islands', { more: '[@A1]\n\n![A quay](quay.png "The quay. Credit: Post")\n\nLater.' })
    await sharp({ create: blank })
      .png()
      .toFile(join(root, 'stories', 'islands', 'quay.png'))
    await build(root)
    const pictures = readdirSync(dist('islands/media'))
    expect(pictures.length).toBeGreaterThan(2)
    for (const folder of ['dist', '.datelines/media']) rmSync(join(root, folder), { recursive: true })
    expect(await build(root)).toMatchObject({ rendered: 0 })
    expect(readdirSync(dist('islands/media'))).toEqual(pictures)
  })
})

describe('a part of the site', () => {
  it('has stories that no other part has; copied over one another, the parts are the site', async () => {
    const newsroom = makeNewsroom('The Divided Post')
    const together = join(newsroom, 'together')
    const found: string[] = []
    let rendered = 0
    for (const part of [1, 2]) {
      const out = join(newsroom, `part-${part}`)
      rendered += (await build(newsroom, { shard: { part, of: 2 } }, out)).rendered
      found.push(...readdirSync(out).filter((name) => existsSync(join(newsroom, 'stories', name))))
      cpSync(out, together, { recursive: true })
    }
    expect(found.sort()).toEqual(['harbour', 'islands', 'sea'])
    expect(rendered).toBe(3)
    await build(newsroom)
    expect(filesIn(together, bytes)).toEqual(filesIn(join(newsroom, 'dist'), bytes))
  })

  it.each(['9/8', '0/8', '2', 'a/b'])('is not %s', async (part) => {
    await expect(run(['--root', root, '--shard', part])).rejects.toThrow(`“${part}” is no part: write 1/8`)
  })
})

describe('a story alone', () => {
  it('is a site, also of a draft, whatever is wrong with other stories', async () => {
    writeStory(root, 'islands', { facts: 'draft: true\n' })
    mkdirSync(join(root, 'stories', 'broken'))
    expect(await build(root, { only: 'islands' })).toEqual({ stories: 1, rendered: 1 })
    expect(textOf('index.html')).toContain('The tale of islands')
    expect(textOf('index.html')).not.toContain('The tale of sea')
    expect(existsSync(dist('sea'))).toBe(false)
  })

  it('must be there', async () => {
    await expect(run(['--root', root, '--only', 'iland'])).rejects.toThrow(/no story “iland” — did you mean “islands”/)
  })
})

describe('a broken story', () => {
  it('leaves the site as it was, and its errors are listed with those of the others', async () => {
    await build(root)
    const before = filesIn(dist(), touched)
    for (const slug of ['islands', 'sea']) writeStory(root, slug, { more: '[@A9]' })
    writeStory(root, 'harbour', { more: 'A new word.' })
    await expect(build(root)).rejects.toThrow(
      /Errors in the stories: 2\nstories\/islands\/en\.md:\d+.*\nstories\/sea\/en\.md:\d+/,
    )
    expect(filesIn(dist(), touched)).toEqual(before)
  })

  it('is no matter while it is a draft', async () => {
    await build(root)
    writeStory(root, 'islands', { more: '[@A9]', facts: 'draft: true\n' })
    expect((await build(root)).stories).toBe(2)
    expect(existsSync(dist('islands'))).toBe(false)
  })
})
