/**
 * The style of a page. The style of the first screen is inside the page, so the first paint waits for nothing. The rest is a
 * file, linked where it is first needed: a link in the body delays only what follows it, and works without a script and in
 * a sandboxed frame.
 */
import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { PageFonts } from '../fonts/typefaces.ts'
import { type Colours, coloursOf, type Palette, SYSTEM } from '../styles/colours.ts'

/** Removes the style sheet that the shell links to, also from `folder`. Returns the shell without the link, and the sheet. */
export async function takeSheet(folder: string, shell: string): Promise<{ shell: string; sheet: Divided }> {
  const [link, address] = /\s*<link rel="stylesheet"[^>]* href="([^"]+)">/.exec(shell) ?? []
  if (!link || !address) throw new Error('sheet: the shell links to no style sheet')
  const file = join(folder, address)
  const sheet = await readFile(file, 'utf8')
  await rm(file)
  return { shell: shell.replace(link, ''), sheet: divide(cleaned(sheet)) }
}

/** A style sheet in two parts. `later`: the layer of that name, and everything for print. */
export interface Divided {
  first: string
  later: string
}

/** The later part as a file for the assets folder, with the font faces that only dialogs and messages need. */
export function laterFile(
  sheet: Divided,
  { laterRules }: Pick<PageFonts, 'laterRules'>,
): { name: string; bytes: Buffer } {
  const bytes = Buffer.from(`${sheet.later}${laterRules.replaceAll('"./assets/', '"./')}`)
  return { name: `later-${createHash('sha256').update(bytes).digest('base64url').slice(0, 8)}.css`, bytes }
}

/** Divides a minified style sheet. Its first line sets the order of the layers, so rules may move. */
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

/** Splits a minified style sheet, or a block in it, into rules. */
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

/** Removes the marker that Vite leaves in a sheet whose file name it has not set. */
export function cleaned(sheet: string): string {
  return sheet.replace(/\/\*\$vite\$:\d+\*\//, '').trim()
}

/** The colours of a page as custom properties. Print is always light. */
export function colourRules({ light, dark }: Colours = coloursOf()): string {
  // A media query and an attribute cannot share a rule, so the dark colours appear twice. Forced colours override all.
  return `@layer reset,tokens;@layer tokens{:root{${properties(light)}}@media screen{@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${properties(dark)}}}:root[data-theme="dark"]{${properties(dark)}}}@media screen and (prefers-contrast:more){:root:root:root{--muted:var(--ink);--map-muted:var(--ink);--hairline:var(--ink);--thread:var(--ink);--border:var(--ink)}}@media (forced-colors:active){:root:root:root{${properties(SYSTEM)}}}}`
}

function properties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')
}

/** The hash of a page's inline style for its Content-Security-Policy: 'sha256-…'. */
export function styleHash(html: string): string {
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? []
  return `sha256-${createHash('sha256').update(style).digest('base64')}`
}

/**
 * Vite plugin that keeps CSS modules whose class names no script uses: parts of the page that are rendered at build need
 * only their style. Vite would drop them.
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
