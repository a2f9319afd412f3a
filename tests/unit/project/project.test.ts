// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openCache } from '../../../src/cache.ts'
import { openProject } from '../../../src/project/project.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'datelines newsroom ł'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  vi.stubEnv('DATELINES_URL', '')
  vi.stubEnv('DATELINES_CONTACT', '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  // The other tests' own, which an opened project has replaced.
  openCache('.datelines/cache', ['.'])
})

const configure = (text: string, name = 'datelines.config.ts') => writeFileSync(join(root, name), text)

describe('a newsroom’s project', () => {
  it('needs no settings', async () => {
    expect(await openProject(root)).toMatchObject({
      root,
      stories: join(root, 'stories'),
      out: join(root, 'dist'),
      cache: join(root, '.datelines'),
      site: { name: basename(root), main: undefined, url: undefined, contact: undefined, offline: true },
    })
  })

  it.each([
    ['datelines.config.ts', "const name: string = 'The Post'\nexport default { name, stories: 'news', out: 'www' }"],
    ['datelines.config.js', "export default async () => ({ name: 'The Post', stories: 'news', out: 'www' })"],
    ['datelines.config.mjs', "export default { name: 'The Post', stories: 'news', out: 'www' }"],
    ['datelines.config.json', '{ "name": "The Post", "stories": "news", "out": "www" }'],
  ])('has them in %s', async (name, text) => {
    configure(text, name)
    expect(await openProject(root)).toMatchObject({
      config: name,
      stories: join(root, 'news'),
      out: join(root, 'www'),
      site: { name: 'The Post' },
    })
  })

  it('has its address and contact from the environment, if they are there', async () => {
    configure("export default { url: 'https://example.org/a', contact: 'a@example.org' }")
    expect((await openProject(root)).site).toMatchObject({ url: 'https://example.org/a/', contact: 'a@example.org' })
    vi.stubEnv('DATELINES_URL', 'https://example.org/b')
    vi.stubEnv('DATELINES_CONTACT', 'b@example.org')
    expect((await openProject(root)).site).toMatchObject({ url: 'https://example.org/b/', contact: 'b@example.org' })
  })
})

describe('a mistake in the settings is named with file and key', () => {
  it.each([
    ['{ nmae: 3 }', 'datelines.config.ts: unknown key “nmae” — did you mean “name”?'],
    ['{ offline: 3 }', 'datelines.config.ts: offline: “3” is not true or false'],
    ["{ url: 'example.org' }", 'datelines.config.ts: url is “example.org”, which is no address of a folder on the web'],
    ["{ tiles: { url: 'https://a/{z}/{x}/{y}.png' } }", 'datelines.config.ts: tiles.attribution is missing'],
    ["{ framedBy: ['example.org'] }", 'is no origin: write https://news.example.org'],
    ['3', 'write export default { name:'],
    ['{', 'datelines.config.ts cannot be read:'],
  ])('%s', async (settings, message) => {
    configure(`export default ${settings}`)
    await expect(openProject(root)).rejects.toThrow(message)
  })
})
