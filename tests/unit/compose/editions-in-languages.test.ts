// @vitest-environment node
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { headOf } from '../../../src/build/head.tsx'
import { loadEditions } from '../../../src/compose/editions.ts'
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
