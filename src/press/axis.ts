/** The true-scale axis under the beads: made once, at build. */
import { scaleUtc } from 'd3-scale'
import { languageOf } from '../language/index.ts'
import type { Axis } from '../story/story.ts'

/**
 * Ticks for a story whose steps happen at `times` (ms since 1970, UTC), and each step's place on the axis, 0 to 1.
 * The axis begins and ends on a whole tick (d3's "nice"), so the first year is not cut.
 */
export function makeAxis(times: number[], language: string): { axis: Axis; at: number[] } {
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const day = 86_400_000
  const scale = scaleUtc([first, Math.max(last, first + day)], [0, 1]).nice(6)
  const ticks = scale.ticks(6)
  const { locale, shortMonth } = languageOf(language)
  const wholeYears = ticks.every((tick) => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1)
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    ...(wholeYears ? { year: 'numeric' } : { day: 'numeric', month: shortMonth }),
  })
  const positions = ticks.map((tick) => round(scale(tick)))
  const labels = ticks.map((tick, i) => {
    const [here, next] = [positions[i] ?? 0, positions[i + 1] ?? 1]
    // A year is a stretch, so its number stands in the middle of it; a day is a point.
    return { at: wholeYears ? (here + next) / 2 : here, text: format.format(tick) }
  })
  return {
    axis: { ticks: positions, labels: wholeYears && positions.at(-1) === 1 ? labels.slice(0, -1) : labels },
    at: times.map((time) => round(scale(time))),
  }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
