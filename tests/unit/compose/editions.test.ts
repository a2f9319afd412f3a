// @vitest-environment node
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { headOf } from '../../../src/build/head.tsx'
import { loadEditions } from '../../../src/compose/editions.ts'
import { printStory } from '../compose-story.ts'
import { makeStoryFolder } from '../make-story-folder.ts'

it('each edition tells its language, its region and the others', async () => {
  const folder = makeStoryFolder(['languages: [en]', 'languages: [en, be, pt-BR, zh-Hant]'])
  for (const code of ['be', 'pt-BR', 'zh-Hant'])
    writeFileSync(join(folder, `${code}.md`), readFileSync(join(folder, 'en.md')))
  const editions = await loadEditions(join(folder, '..'))
  const site = { name: 'Datelines', url: 'https://example.org/' }
  const heads = editions.map(({ story, copy }) =>
    renderToStaticMarkup(headOf({ story, copy, site, path: 'islands/', up: '../', view: 'page' })),
  )
  const localeIn = (head: string) => /og:locale" content="(\w+)"/.exec(head)?.[1]
  expect(heads.map(localeIn)).toEqual(['en_GB', 'be_BY', 'pt_BR', 'zh_TW'])
  expect(heads[1]?.match(/og:locale:alternate" content="\w+"/g)).toHaveLength(3)
  expect([...(heads[0] ?? '').matchAll(/hrefLang="([\w-]+)" href="([^"]+)"/g)].map(([, ...link]) => link)).toEqual([
    ['en', 'https://example.org/islands/'],
    ['be', 'https://example.org/islands/be/'],
    ['pt-BR', 'https://example.org/islands/pt-BR/'],
    ['zh-Hant', 'https://example.org/islands/zh-Hant/'],
    ['x-default', 'https://example.org/islands/'],
  ])
})

it('a way leads on in the direction in which the language is read', async () => {
  const folder = makeStoryFolder(['languages: [en]', 'languages: [en, ar]'])
  writeFileSync(join(folder, 'ar.md'), readFileSync(join(folder, 'en.md')))
  const [english, arabic] = await loadEditions(join(folder, '..'))
  expect(english?.copy.passages[1]?.where).toBe('North → Middle')
  expect(arabic?.copy.passages[1]?.where).toBe('North ← Middle')
})

it('what only drawing can find is a warning, once for all languages, with file and line', async () => {
  const folder = makeStoryFolder(['languages: [en]', 'languages: [en, pl]\ncontext: { add: [Atlantis] }'])
  writeFileSync(join(folder, 'pl.md'), readFileSync(join(folder, 'en.md')))
  const editions = await loadEditions(join(folder, '..'))
  const found = editions.flatMap(({ warnings }) => warnings).filter(({ message }) => message.includes('Atlantis'))
  expect(found).toEqual([
    {
      file: join(folder, 'story.yaml'),
      line: 3,
      severity: 'warning',
      message: 'the town “Atlantis” is not on this map',
      hint: 'towns are named as GeoNames writes them, from 1,000 people on',
    },
  ])
})

describe('a draft', () => {
  const draft: [string, string] = ['slug: islands', 'slug: islands\ndraft: true']

  it('is kept out of a build, whatever is wrong with it', async () => {
    expect(await loadEditions(join(makeStoryFolder(draft), '..'))).toEqual([])
    const broken = makeStoryFolder(draft, ['place: north }', 'place: nroth }'])
    expect(await loadEditions(join(broken, '..'))).toEqual([])
    await expect(loadEditions(join(broken, '..'), { drafts: true })).rejects.toThrow(/did you mean “north”/)
  })

  it('says in the page that it is one, and where sources are missing', async () => {
    const folder = makeStoryFolder(draft, ['It blew for a night. [@A1]', 'It blew for a night. [@?]'])
    const { page } = await printStory(folder)
    expect(page).toContain('Draft: not published.')
    expect(page).toMatch(/It blew for a night\.<mark[^>]*>\[\?\]<\/mark>/)
  })
})

it('a story that is broken is no matter to the one that is wanted', async () => {
  const folder = makeStoryFolder()
  mkdirSync(join(folder, '..', 'broken'))
  const [edition] = await loadEditions(join(folder, '..'), { wanted: 'islands' })
  expect(edition?.story.slug).toBe('islands')
  await expect(loadEditions(join(folder, '..'))).rejects.toThrow(/story\.yaml:1 {2}error {2}the file is missing/)
  expect(await loadEditions(join(folder, '..'), { wanted: 'elsewhere' })).toEqual([])
})

it('sources named for the whole story need no marks, and the page says so', async () => {
  const folder = makeStoryFolder(
    ['slug: islands', 'slug: islands\nsourcing: whole'],
    ['They came in. [@A2]', 'They came in.'],
    [
      'announced: boats, after: first, status: happened, sources: [A1]',
      'announced: boats, after: first, status: happened',
    ],
  )
  const { page } = await printStory(folder)
  expect(page).toContain('These sources stand for the story as a whole')
  expect(page).toContain('Harbour Office')
})
