/** Pages of the site that are no explainer: words and links in its type and colours, without any script. */
import { readFile } from 'node:fs/promises'
import type { Edition } from '../compose/editions.ts'
import { pageFontsOf } from '../fonts/typefaces.ts'
import { directionOf } from '../language/index.ts'
import { STATEMENT, statementOf } from './accessibilityStatement.ts'
import { escapeHtml } from './head.ts'
import { STORY_LIST, storiesIn, storyListOf } from './storyList.ts'
import { colourRules } from './styles.ts'
import { applicationLinks } from './webApp.ts'

export interface PlainPage {
  title: string
  description: string
  /** BCP 47 */
  language: string
  /** More elements of its head */
  head: string[]
  /** Its body. A kicker, headings and lists are set as in an article */
  body: string
}

/** Their addresses from the root of the site. */
export const PLAIN_PAGES = [STORY_LIST, STATEMENT]

/** Those this site has, by address. */
export function plainPages(
  editions: Edition[],
  site: { name: string; main: string; url: string | undefined; contact: string | undefined },
): Record<string, PlainPage> {
  const several = storiesIn(editions).length > 1
  return { ...(several && { [STORY_LIST]: storyListOf(editions, site) }), [STATEMENT]: statementOf(site) }
}

/** `page` as complete HTML, with the fonts it needs; `up`: from it to the root of the site, `folder`: of its fonts. */
export async function renderPlainPage(
  { title, description, language, head, body }: PlainPage,
  up: string,
  folder: string,
) {
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
