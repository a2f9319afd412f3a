/** What of the route is drawn at a step, and how it grows. */

import type { ActiveStep } from '../reader/useActiveStep.ts'
import { pathTo, pointAt } from '../story/route.ts'
import type { Leg, Route } from '../story/story.ts'

/** How much of a leg is there, 0 to 1, and whether it is shown as announced. */
export interface Drawn {
  grown: number
  announced: boolean
}

/**
 * How much of `leg` is drawn at a step. At the start, before the reader has moved, all of it. `approach`: how far the
 * passage after the active one has come, so the legs of that step have grown as far.
 */
export function drawnAt(leg: Leg, { index, cause }: ActiveStep, approach: number): Drawn {
  if (cause === 'start' || leg.step <= index) return { grown: 1, announced: false }
  return {
    // A tip that stands for nobody yet would only lie on its place.
    grown: leg.step === index + 1 && leg.people * approach >= 1 ? approach : 0,
    announced: leg.announced !== undefined && leg.announced <= index,
  }
}

/** Draws every leg as far as `drawn` says, on the elements that are there; nothing is made or measured. */
export function drawLegs(stage: HTMLElement, route: Route, drawn: (leg: Leg) => Drawn) {
  const told = isTold(route, drawn)
  for (const stay of stage.querySelectorAll<SVGElement>('[data-stay]')) stay.dataset.shown = String(told)
  for (const leg of route.legs) {
    const { grown, announced } = drawn(leg)
    const band = stage.querySelector<SVGElement>(`[data-leg="${leg.id}"]`)
    const tip = stage.querySelector<SVGElement>(`[data-tip="${leg.id}"]`)
    if (!band || !tip) continue
    band.dataset.ahead = String(announced && grown < 1)
    band.dataset.grown = grown === 0 ? 'none' : grown < 1 ? 'part' : 'whole'
    const path = leg.arcs.map((arc) => pathTo(arc, grown)).join('')
    for (const line of band.querySelectorAll('[data-line]')) line.setAttribute('d', path)
    for (const number of stage.querySelectorAll<SVGElement>(`[data-people="${leg.id}"]`)) {
      number.dataset.shown = String(grown === 1 || (announced && grown === 0))
    }
    const [arc] = leg.arcs
    const growing = grown > 0 && grown < 1
    tip.dataset.shown = String(growing)
    if (!arc || !growing) continue
    const at = pointAt(arc, grown)
    tip.dataset.x = String(Math.round(at.x * 10) / 10)
    tip.dataset.y = String(Math.round(at.y * 10) / 10)
    const count = tip.querySelector('text')
    if (count) count.textContent = String(Math.round(leg.people * grown))
  }
}

/** True when every road has come to its end, so that the map may say who stays where. */
export function isTold(route: Route, drawn: (leg: Leg) => Drawn): boolean {
  return route.legs.every((leg) => drawn(leg).grown === 1)
}

/** How long a leg takes to draw itself after a click, ms. */
const PLAY = 700

/** Calls `draw` with 0 to 1 over the time a leg takes, frame by frame; gives back what ends it. */
export function play(draw: (part: number) => void): () => void {
  const start = performance.now()
  let frame = requestAnimationFrame(function next(now) {
    const part = Math.min(1, Math.max(0, (now - start) / PLAY))
    draw(1 - (1 - part) ** 3)
    if (part < 1) frame = requestAnimationFrame(next)
  })
  return () => cancelAnimationFrame(frame)
}
