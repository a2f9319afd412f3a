/** The Vite plugin behind `import 'datelines:fonts.css'`. */
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { writeFonts } from './fonts.ts'
import { loadEditions } from './stories.ts'

const FOLDER = 'node_modules/.datelines/fonts'

/** Every face in the style sheet, and a preload for those the first screen is set in. */
export function typefaces(): Plugin {
  let sheet: Promise<string> | undefined
  return {
    name: 'datelines:typefaces',
    resolveId(id) {
      if (id !== 'datelines:fonts.css') return
      sheet ??= textOfSite().then((text) => writeFonts(resolve(FOLDER), text))
      return sheet
    },
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        return Object.keys(bundle ?? {})
          .filter((file) => /-latin-\d+-.*\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `./${file}`, as: 'font', type: 'font/woff2', crossorigin: '' },
            injectTo: 'head-prepend',
          }))
      },
    },
  }
}

/** Every character a page may show: printable ASCII, the interface, the stories with the names on their maps. */
async function textOfSite(): Promise<string> {
  const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, i) => i + 32))
  const language = 'src/language'
  const files = await Promise.all((await readdir(language)).map((file) => readFile(join(language, file), 'utf8')))
  const editions = await loadEditions('src/stories')
  return [ascii, '–—‘’“”…·→‹›', ...files, JSON.stringify(editions.map(({ story, copy }) => [story, copy]))].join('')
}
