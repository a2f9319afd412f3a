/** The style of a page. It is inside the page, so the first paint waits for nothing. */

import type { Story } from '../story/story.ts'
import { LANE } from '../story/strip.ts'
import { type Colours, coloursOf, type Palette, SYSTEM } from '../styles/colours.ts'

/** Style sheets that only some pages need; all others are in every page. */
export const SHEETS = {
  page: /\/src\/(page\/[^/]*|article\/EndMatter)\.module\.css$/,
  embed: /\/src\/embed\/[^/]*\.module\.css$/,
  live: /\/src\/.*\/(Comparison|Film|Leads)\.module\.css$/,
}

/** The colours of a page as custom properties. Print is always light. */
export function colourRules({ light, dark }: Colours = coloursOf()): string {
  // A media query and an attribute cannot share a rule, so the dark colours appear twice. Forced colours override all.
  return `@layer reset,tokens;@layer tokens{:root{${properties(light)}}@media screen{@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${properties(dark)}}}:root[data-theme="dark"]{${properties(dark)}}}@media screen and (prefers-contrast:more){:root:root:root{--muted:var(--ink);--map-muted:var(--ink);--hairline:var(--ink);--thread:var(--ink);--border:var(--ink)}}@media (forced-colors:active){:root:root:root{${properties(SYSTEM)}}}}`
}

/**
 * The rows of the timeline, for the style sheets: lanes; at true scale levels of beads, bars or a lens's title, phases and
 * eras; else which of axis and phases it has, and whether numbers stand under all beads.
 */
export function timelineRules({ axis, spans, phases, steps, lanes }: Story): string {
  const { levels, lens, eras } = axis ?? {}
  const bars = spans.length ? `${spans.length * 0.875 + 0.25}rem` : '0px'
  const rows = [
    lanes && `--lane-rows:${lanes.length * LANE + 6}px`,
    !axis && '--axis-height:0px',
    phases.length === 0 && '--phases-height:0px',
    levels && `--levels:${levels}`,
    levels && `--span-rows:max(${bars},${lens?.title ? '1.25rem' : '0px'})`,
    levels && `--phase-rows:${phases.length ? '1.25rem' : '0px'}`,
    levels && `--era-band:${eras ? 16 : 0}px`,
  ].filter(Boolean)
  const root = rows.length ? `:root{${rows.join(';')}}` : ''
  const numbered = !axis && steps.every(({ date }) => date === undefined)
  // On paper the beads are a numbered list.
  return numbered ? `${root}@media screen{:root{--numbers:block}}` : root
}

function properties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')
}
