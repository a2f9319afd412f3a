// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = new URL('../../src/', import.meta.url).pathname

/** What a folder of src may import from, besides itself and packages. */
const MAY_IMPORT: Record<string, string[]> = {
  story: [],
  language: [],
  reader: ['story', 'language'],
  timeline: ['story', 'language', 'reader'],
  'route-map': ['story', 'language', 'reader'],
  article: ['story', 'language'],
  embed: ['story', 'language', 'reader', 'timeline', 'route-map', 'article'],
  explainer: ['story', 'language', 'reader', 'timeline', 'route-map', 'article', 'embed'],
}

/** Node code never reaches the browser; in `story` the reading of folders is the part that runs at build. */
const BUILD_ONLY = /^story\/(read|words|markdown|rules|headcount|problems|yaml|check)/

function files(folder: string): string[] {
  return readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file))
}

function importsOf(file: string): string[] {
  const code = readFileSync(join(SRC, file), 'utf8')
  return [...code.matchAll(/from '(\.[^']+)'|import\('(\.[^']+)'\)/g)].map((match) =>
    relative(SRC, join(dirname(join(SRC, file)), match[1] ?? match[2] ?? '')),
  )
}

describe('imports point one way', () => {
  it.each(Object.entries(MAY_IMPORT))('%s imports only what it may know', (folder, allowed) => {
    const wrong = files(folder).flatMap((file) =>
      importsOf(file)
        .filter((target) => ![folder, ...allowed].includes(target.split('/')[0] ?? ''))
        .map((target) => `${file} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('views never import what reads files', () => {
    const views = ['reader', 'explainer', 'embed', 'timeline', 'route-map', 'article'].flatMap(files)
    const wrong = views.flatMap((file) => importsOf(file).filter((target) => BUILD_ONLY.test(target)))
    expect(wrong).toEqual([])
  })
})
