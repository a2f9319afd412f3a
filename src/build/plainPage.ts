/** A page without an explainer: text and links in the site's type and colours, no script. */
import { readFile } from 'node:fs/promises'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { pageFontsOf } from '../fonts/typefaces.ts'
import { directionOf } from '../language/index.ts'
import { escapeHtml } from './head.ts'
import { colourRules } from './styles.ts'
import { applicationLinks } from './webApp.ts'

export interface PlainPage {
  title: string
  description: string
  /** BCP 47 */
  language: string
  /** More elements of its head */
  head: string[]
  /** Kickers, headings and lists are set as in an article */
  body: ReactNode
}

/** Renders a page as complete HTML, with its fonts. `up`: from the page to the root of the site; `folder`: of its fonts. */
export async function renderPlainPage(page: PlainPage, up: string, folder: string) {
  const { title, description, language, head } = page
  const body = renderToStaticMarkup(page.body)
  const type = await pageFontsOf([body], '', folder)
  const html = `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${escapeHtml(title)}</title>
    <meta name="description" content="${escapeHtml(description)}">
    ${[...applicationLinks(up), ...head, `<style>${await sheet()}${colourRules()}${type.rules}${type.laterRules}</style>`].join('\n    ')}
    <link rel="icon" type="image/svg+xml" href="${up}icon.svg">
  </head>
  <body>
${body}
  </body>
</html>
`
  return { html, files: type.files }
}

async function sheet(): Promise<string> {
  const layers = { reset: 'styles/reset', tokens: 'styles/tokens', base: 'styles/base', components: 'build/plain' }
  const rules = await Promise.all(
    Object.entries(layers).map(
      async ([layer, file]) => `@layer ${layer}{${await readFile(`src/${file}.css`, 'utf8')}}`,
    ),
  )
  return `@layer ${Object.keys(layers).join(',')};${rules.join('')}`.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ')
}
