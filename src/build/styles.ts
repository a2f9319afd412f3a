/**
 * The style of a page. What its first screen is set with is inside the page, so that the first paint waits for nothing
 * else; the rest is a file that is linked where it is needed first, and holds back only what stands below. A plain link
 * needs no server's leave in a frame, and no script.
 */
import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { PageFonts } from '../fonts/typefaces.ts'
import { type Colours, coloursOf, type Palette, SYSTEM } from '../styles/colours.ts'

/** Takes the sheet the shell links to out of `folder`: the shell without the link, and the sheet. */
export async function takeSheet(folder: string, shell: string): Promise<{ shell: string; sheet: Divided }> {
  const [link, address] = /\s*<link rel="stylesheet"[^>]* href="([^"]+)">/.exec(shell) ?? []
  if (!link || !address) throw new Error('sheet: the shell links to no style sheet')
  const file = join(folder, address)
  const sheet = await readFile(file, 'utf8')
  await rm(file)
  return { shell: shell.replace(link, ''), sheet: divide(cleaned(sheet)) }
}

/** A sheet in two: for the first screen, and what comes later: the layer of that name, and everything for paper. */
export interface Divided {
  first: string
  later: string
}

/** A sheet that comes later as a file for the folder of assets, with the faces that come as late. */
export function laterFile(
  sheet: Divided,
  { laterRules }: Pick<PageFonts, 'laterRules'>,
): { name: string; bytes: Buffer } {
  const bytes = Buffer.from(`${sheet.later}${laterRules.replaceAll('"./assets/', '"./')}`)
  return { name: `later-${createHash('sha256').update(bytes).digest('base64url').slice(0, 8)}.css`, bytes }
}

/** Divides a minified sheet. Layers have their order from its first line, so it does not matter where a rule stands. */
export function divide(sheet: string): Divided {
  const divided = { first: '', later: '' }
  for (const rule of rulesIn(sheet)) {
    const [, layer, content = ''] = /^@layer ([\w-]+)\{(.*)\}$/s.exec(rule) ?? []
    if (layer === undefined || layer === 'later') {
      divided[layer ?? 'first'] += rule
      continue
    }
    const parts = { first: '', later: '' }
    for (const inner of rulesIn(content)) parts[inner.startsWith('@media print{') ? 'later' : 'first'] += inner
    for (const part of ['first', 'later'] as const) if (parts[part]) divided[part] += `@layer ${layer}{${parts[part]}}`
  }
  return divided
}

/** The rules a minified sheet, or a block in it, is made of. */
function rulesIn(sheet: string): string[] {
  const rules: string[] = []
  let [depth, start] = [0, 0]
  for (const { 0: sign, index } of sheet.matchAll(/[{};]/g)) {
    if (sign === '{') depth += 1
    if (sign === '}') depth -= 1
    if (depth > 0) continue
    rules.push(sheet.slice(start, index + 1))
    start = index + 1
  }
  return [...rules, sheet.slice(start)].filter((rule) => rule !== '')
}

/** Without the mark that Vite leaves in it while it makes names of files. */
export function cleaned(sheet: string): string {
  return sheet.replace(/\/\*\$vite\$:\d+\*\//, '').trim()
}

/** The colours of a page as custom properties. Paper is light, whatever the reader has chosen for the screen. */
export function colourRules({ light, dark }: Colours = coloursOf()): string {
  // A media query and a switch cannot share a rule, so the dark colours stand twice. A reader's own palette wins over all.
  return `@layer reset,tokens;@layer tokens{:root{${properties(light)}}@media screen{@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${properties(dark)}}}:root[data-theme="dark"]{${properties(dark)}}}@media screen and (prefers-contrast:more){:root:root:root{--muted:var(--ink);--map-muted:var(--ink);--hairline:var(--ink);--thread:var(--ink);--border:var(--ink)}}@media (forced-colors:active){:root:root:root{${properties(SYSTEM)}}}}`
}

function properties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')
}

/** What a Content-Security-Policy must name for a page to keep its style: 'sha256-…'. */
export function styleHash(html: string): string {
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? []
  return `sha256-${createHash('sha256').update(style).digest('base64')}`
}

/**
 * Keeps every CSS module that is imported, though no script uses its names: what is finished at build is styled in the
 * page without any script of its own. Vite leaves such modules out.
 */
export function everySheet(): Plugin {
  return {
    name: 'datelines:every-sheet',
    enforce: 'post',
    transform(code, id) {
      return /\.module\.css$/.test(id) ? { code, map: null, moduleSideEffects: 'no-treeshake' as const } : undefined
    },
  }
}
