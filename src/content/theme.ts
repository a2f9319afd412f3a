import { coloursOf } from '../styles/colours.ts'
import { contrastOf, nearestOf } from '../styles/contrast.ts'
import type { StoryFile } from './schema/story.ts'
import type { ReportAt } from './yaml.ts'

const MAP = [
  { ground: 'sea', called: 'the sea of the map', needed: 3 },
  { ground: 'land', called: 'the land of the map', needed: 3 },
  { ground: 'focus-land', called: 'the countries in focus', needed: 3 },
] as const

/** Backgrounds of each colour, and the contrast required there: WCAG 2.2, 1.4.3 for text, otherwise 1.4.11. */
const GROUNDS = { accent: [{ ground: 'paper', called: 'the paper', needed: 4.5 }, ...MAP], route: MAP } as const

/** Reports each colour with too little contrast: its worst background, and the nearest colour with enough contrast. */
export function checkTheme({ theme = {} }: StoryFile, report: ReportAt) {
  const palettes = coloursOf()
  for (const name of ['accent', 'route'] as const)
    for (const scheme of ['light', 'dark'] as const) {
      const colour = theme[name]?.[scheme]
      if (colour === undefined) continue
      const measured = (candidate: string) =>
        GROUNDS[name].map((on) => ({ ...on, has: contrastOf(candidate, palettes[scheme][on.ground]) }))
      const passes = (candidate: string) => measured(candidate).every(({ needed, has }) => has >= needed)
      const [worst] = measured(colour).sort((a, b) => a.has / a.needed - b.has / b.needed)
      if (!worst || passes(colour)) continue
      const nearest = nearestOf(colour, scheme === 'light' ? '#000000' : '#ffffff', passes)
      // Round down: 4.499 must not read as 4.5.
      const has = Math.floor(worst.has * 100) / 100
      report(
        ['theme', name, scheme],
        `the ${scheme} ${name} ${colour} has a contrast of ${has} : 1 with ${worst.called}, and needs ${worst.needed} : 1`,
        nearest && `the nearest that has enough is "${nearest}"`,
      )
    }
}
