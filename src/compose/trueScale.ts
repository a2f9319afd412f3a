import { textWidth } from '../cartography/names/boxes.ts'
import type { StoryDate } from '../content/edtf.ts'
import { need } from '../content/need.ts'
import type { Axis, Lens, Phase, Step, Windows } from '../story/story.ts'
import { AXIS_END, LENS_START, MAX_BEADS, placeOf, STRIP } from '../story/strip.ts'
import { type MadeAxis, makeAxis } from './axis.ts'

/** Width and height of a bead's target, pixels (WCAG 2.2, 2.5.8). */
const BEAD = 24

/** Number of levels above which beads cluster, and maximum number of levels. */
const [CROWDED, MOST_LEVELS] = [3, 4]

/** Length of the axis beside a lens, and of the lens, in the narrowest wide timeline, pixels. */
export const BESIDE_LENS = AXIS_END * STRIP
const LENS = (1 - LENS_START) * STRIP

/** The level of each bead, from 0: the lowest with room. `at`: their positions in order, pixels. */
export function stack(at: number[]): number[] {
  const ends: number[] = []
  return at.map((x) => {
    const free = ends.findIndex((end) => end <= x)
    const level = free < 0 ? ends.length : free
    ends[level] = x + BEAD
    return level
  })
}

/** Consecutive steps, without `to`. */
interface Cluster {
  from: number
  to: number
}

/**
 * The steps to show in a lens so that beads are in at most `levels` levels, on the axis and in the lens: of all groups
 * of neighbours, the one that stands out most, with the widest gap around it compared to those within. `at`: positions
 * of the steps on the axis, 0 to 1. Undefined if there is none.
 */
export function findCluster(at: number[], levels: number): Cluster | undefined {
  const fits = (places: number[], length: number) => levelsIn(places, length) <= levels
  const gaps = at.slice(1).map((x, i) => x - (at[i] ?? 0))
  const apart = ({ from, to }: Cluster) =>
    Math.min(gaps[from - 1] ?? 1, gaps[to - 1] ?? 1) / Math.max(...gaps.slice(from, to - 1), Number.EPSILON)
  return [...new Set(gaps)]
    .flatMap((most) => runs(gaps, most))
    .filter(({ from, to }) => to - from > CROWDED && to - from < at.length)
    .sort((a, b) => apart(b) - apart(a))
    .find(({ from, to }) => {
      const [start = 0, end = 0] = [at[from], at[to - 1]]
      const inside = at.slice(from, to).map((x) => (x - start) / (end - start || 1))
      return fits([...at.slice(0, from), ...at.slice(to)], BESIDE_LENS) && fits(inside, LENS * SHOWN)
    })
}

/** Part of a lens that its steps take at least; the rest goes to whole ticks at its ends. */
const SHOWN = 0.8

/** The groups of neighbours that are at most `most` apart. */
function runs(gaps: number[], most: number): Cluster[] {
  const ends = gaps.flatMap((gap, i) => (gap > most ? [i + 1] : []))
  const starts = [0, ...ends]
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? gaps.length + 1 }))
}

/** The cluster of steps at `at` on an axis of the whole length; undefined if there is none, or no lens would help. */
export function clusterOf(at: number[]): Cluster | undefined {
  if (at.length > MAX_BEADS || levelsIn(at, STRIP) <= CROWDED) return
  return findCluster(at, CROWDED) ?? (levelsIn(at, STRIP) > MOST_LEVELS ? findCluster(at, MOST_LEVELS) : undefined)
}

function levelsIn(at: number[], length: number): number {
  return Math.max(0, ...stack(at.map((x) => x * length))) + 1
}

/** The lens for a cluster of steps with these `dates`, worded by `title`. */
export function makeLens(
  { from, to }: Cluster,
  dates: StoryDate[],
  place: MadeAxis['place'],
  language: string,
  title: (dates: string) => { label: string; short: string },
): Lens {
  const cluster = dates.slice(from, to)
  const [first, last] = [need(cluster[0], 'a step of the lens'), need(cluster.at(-1), 'a step of the lens')]
  const end = cluster.reduce((latest, date) => (date.end > latest.end ? date : latest), last)
  const { label, short } = title(`${first.edtf.split('/')[0]}/${end.edtf.split('/').at(-1)}`)
  const named = [label, short].find((text) => textWidth(text, TITLE, TITLE_SIZE) < LENS - 2 * GAP)
  const made = makeAxis(cluster, language, { lengths: [LENS, LENS], titled: named !== undefined })
  return {
    from: place(first.at),
    to: place(end.end),
    ...(named && { title: named }),
    first: from,
    at: made.at,
    // Data of the page: JSON has no `undefined`.
    until: made.until.map((end) => end ?? null),
    ticks: made.axis.ticks,
    labels: made.axis.labels,
  }
}

const TITLE = { family: 'source-sans-3', weight: 600 } as const
const DATE = { family: 'source-sans-3', weight: 400 } as const

/** Font sizes, and space at the sides of text, pixels. */
const [TITLE_SIZE, NAME_SIZE, DATE_SIZE, GAP] = [13, 12, 12, 6]

/**
 * Sets the levels of all steps, and in which windows their short dates fit beside them. `since`: marks of what came
 * after the story. Returns the number of levels; undefined if there are too many.
 */
export function placeBeads(steps: Step[], { lens, since = [] }: Pick<Axis, 'lens' | 'since'>): number | undefined {
  if (steps.length > MAX_BEADS) return
  const beads = steps.map((step) => ({ step, x: placeOf(step, lens) })).sort((a, b) => a.x - b.x)
  const levels = stack(beads.map(({ x }) => x * STRIP))
  if (Math.max(...levels) >= MOST_LEVELS) return
  const end = lens ? LENS_START : 1
  const marks = since.map((at) => (lens ? at * AXIS_END : at))
  beads.forEach(({ step, x }, i) => {
    if (levels[i]) step.level = levels[i]
    // The ticks of the lens say the days.
    if (lens && x >= end) return
    const right = [
      ...beads.filter((_, j) => j > i && levels[j] === levels[i]).map((bead) => bead.x),
      ...(levels[i] ? [] : marks),
    ]
    const room = Math.min(end, ...right.filter((next) => next > x)) - x
    const needed = textWidth(step.short, DATE, DATE_SIZE) + BEAD + GAP
    step.dated = windowsFor(needed, room)
  })
  return Math.max(...levels) + 1
}

/** Length of the timeline in windows of 1280 pixels. */
const WIDE_STRIP = 1120

/** The windows in which `room`, a fraction of the timeline, has the needed width, pixels. */
function windowsFor(needed: number, room: number): Windows | undefined {
  return needed <= room * STRIP ? 'all' : needed <= room * WIDE_STRIP ? 'wide' : undefined
}

/** Sets the lines of phases on the wide timeline, in two parts where a phase reaches into the lens. */
export function placePhases(phases: Phase[], steps: Step[], lens: Lens | undefined) {
  for (const phase of phases) {
    const beads = steps.slice(phase.first, phase.last + 1).map((step) => placeOf(step, lens))
    const parts = [beads.filter((x) => !lens || x < LENS_START), beads.filter((x) => lens && x >= LENS_START)]
    phase.lines = parts.flatMap((part): [number, number][] =>
      part.length ? [[Math.min(...part), Math.max(...part)]] : [],
    )
  }
  const starts = phases.flatMap(({ lines = [] }) => lines.map(([from]) => from)).sort((a, b) => a - b)
  for (const phase of phases) {
    const from = phase.lines?.[0]?.[0] ?? 0
    const next = starts.find((start) => start > from) ?? 1
    const room = (lens && from < LENS_START ? Math.min(next, LENS_START) : next) - from
    phase.named = windowsFor(textWidth(phase.label, TITLE, NAME_SIZE) + GAP, room)
  }
}
