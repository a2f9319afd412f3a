/**
 * What may be wrong with a map as it is drawn, one line for each fault. All but `isWorld` and `drawnOf` run in the page, where
 * they are sent as text: none uses what is outside it.
 */
import type { Leg, Route } from '../../../src/story/map.ts'

/** A map of the whole world has its lines on both sides, and no room for every name. */
export function isWorld({ whole, projection }: Route): boolean {
  return whole.width >= projection.world
}

/** What these functions need to know of a leg. All of a route would take long to send. */
export interface Drawn extends Pick<Leg, 'id' | 'from' | 'to'> {
  /** Where its line begins and ends, map units */
  start: readonly number[]
  end: readonly number[]
}

export function drawnOf({ legs }: Route): Drawn[] {
  return legs.map(({ id, from, to, lines: [line = []] }) => ({
    id,
    from,
    to,
    start: line[0] ?? [],
    end: line.at(-1)?.slice(-2) ?? [],
  }))
}

/** Lines whose shaft does not end at the base of its arrowhead, and by how many pixels. */
export function shortShafts(legs: Drawn[]): string[] {
  return [...document.querySelectorAll('[data-leg]')].flatMap((leg) => {
    const [head, shaft] = [
      leg.querySelector<SVGPathElement>('path[transform]'),
      leg.querySelector<SVGPathElement>('svg > path[stroke-width]'),
    ]
    const [toHead, toShaft] = [head?.getScreenCTM(), shaft?.getScreenCTM()]
    if (!shaft || !toShaft) return ['no line']
    if (!head || !toHead) {
      const { start, end } = legs.find(({ id }) => id === leg.getAttribute('data-leg')) ?? {}
      const apart = Math.hypot((end?.[0] ?? 0) - (start?.[0] ?? 0), (end?.[1] ?? 0) - (start?.[1] ?? 0)) * toShaft.a
      return apart > 40 ? [`${leg.getAttribute('data-leg')} has no head`] : []
    }
    // The tip comes first in the path, then the two ends of its base.
    const [back = 0, , length = 0] = (head.getAttribute('d') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? []
    const base = new DOMPoint(back + length, 0).matrixTransform(toHead)
    const ends = (shaft.getAttribute('d') ?? '')
      .split('M')
      .slice(1)
      .map((way) => {
        const [x, y] = (way.match(/-?[\d.]+/g) ?? []).map(Number).slice(-2)
        return new DOMPoint(x, y).matrixTransform(toShaft)
      })
    const off = Math.min(...ends.map(({ x, y }) => Math.hypot(x - base.x, y - base.y)))
    return off > 3 ? [`${leg.getAttribute('data-leg')} ends ${Math.round(off)} px from its head`] : []
  })
}

/**
 * Pairs of things on the map that cover each other: names with names, lines, marks of places and controls. On a crowded map
 * a name may lie on a line, a mark or an arrowhead.
 */
export function overlaps(isCrowded: boolean): string[] {
  interface Box {
    name: string
    left: number
    top: number
    right: number
    bottom: number
  }
  const stage = document.querySelector('#_labels')?.parentElement
  if (!stage) return ['no map']
  const within = stage.getBoundingClientRect()
  const boxOf = (element: Element, name: string): Box => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return { name, left, top, right, bottom }
  }
  const meet = (a: Box, b: Box) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5
  const texts = [...stage.querySelectorAll('#_labels text')].filter(
    (text) => text.textContent && text.checkVisibility(),
  )
  const names = texts.flatMap((text) => {
    const box = boxOf(text, text.textContent ?? '')
    // The box of a text is as high as its line; what is inked ends nearer to the baseline.
    const size = Number.parseFloat(getComputedStyle(text).fontSize)
    const inked = { ...box, top: box.top + 0.2 * size, bottom: box.bottom - 0.05 * size }
    return meet(inked, { name: '', ...within.toJSON() }) ? [inked] : []
  })
  const legs = isCrowded ? [] : [...stage.querySelectorAll('[data-leg]')]
  const lines = legs.flatMap((leg) => {
    const path = leg.querySelector<SVGPathElement>('svg > path[stroke-width]')
    const matrix = path?.getScreenCTM()
    if (!path || !matrix || !path.checkVisibility()) return []
    const half = Number.parseFloat(path.getAttribute('stroke-width') ?? '0') / 2
    const length = path.getTotalLength()
    return Array.from({ length: 121 }, (_, i) => {
      const { x, y } = path.getPointAtLength((length * i) / 120).matrixTransform(matrix)
      return {
        name: `line ${leg.getAttribute('data-leg')}`,
        left: x - half,
        right: x + half,
        top: y - half,
        bottom: y + half,
      }
    })
  })
  const marks = [...stage.querySelectorAll('[data-place]:not([data-part]) circle:not([fill="transparent"])')]
    .filter((mark) => mark.checkVisibility())
    .map((mark) => boxOf(mark, 'mark'))
  const buttons = [...stage.querySelectorAll('button')].map((button) => boxOf(button, `button ${button.textContent}`))
  const others = [
    ...(isCrowded ? [] : marks),
    ...legs.flatMap((leg) => [...leg.querySelectorAll('path[transform]')].map((head) => boxOf(head, 'arrowhead'))),
    ...buttons,
    ...[...stage.querySelectorAll('p')].map((line) => boxOf(line, 'credit')),
    ...lines,
  ]
  const pairs = new Set<string>()
  for (const mark of marks)
    for (const button of buttons) if (meet(mark, button)) pairs.add(`${mark.name} / ${button.name}`)
  // The leader line of a note touches no name and no line but what it points to.
  for (const leader of stage.querySelectorAll<SVGLineElement>('[data-kind="note"] line')) {
    const matrix = leader.getScreenCTM()
    if (!matrix) continue
    const at = (x: number, y: number) => new DOMPoint(x, y).matrixTransform(matrix)
    const [from, to] = [
      at(leader.x1.baseVal.value, leader.y1.baseVal.value),
      at(leader.x2.baseVal.value, leader.y2.baseVal.value),
    ]
    for (let i = 0; i <= 10; i += 1) {
      const [x, y] = [from.x + ((to.x - from.x) * i) / 10, from.y + ((to.y - from.y) * i) / 10]
      const point = { name: 'leader', left: x - 0.5, right: x + 0.5, top: y - 0.5, bottom: y + 0.5 }
      for (const other of [...names, ...lines])
        if (other.name !== leader.parentElement?.textContent && meet(point, other)) pairs.add(`leader / ${other.name}`)
    }
  }
  names.forEach((name, i) => {
    for (const other of [...names.slice(i + 1), ...others])
      if (meet(name, other)) pairs.add(`${name.name} / ${other.name}`)
    const cut = Math.max(
      within.left - name.left,
      name.right - within.right,
      within.top - name.top,
      name.bottom - within.bottom,
    )
    if (cut > 0.5) pairs.add(`${name.name} / edge by ${Math.round(cut)}`)
  })
  return [...pairs]
}

/** Lines that come near a place which is not their end, on a map where every line leads from place to place. */
export function strayLines(legs: Drawn[]): string[] {
  const found = new Set<string>()
  const marks = [...document.querySelectorAll('[data-place]')].flatMap((mark) => {
    const box = mark.querySelector('circle')?.getBoundingClientRect()
    const place = mark.getAttribute('data-place') ?? ''
    return box ? [{ place, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }] : []
  })
  for (const leg of legs) {
    const path = document.querySelector<SVGPathElement>(`[data-leg="${leg.id}"] svg > path`)
    const matrix = path?.getScreenCTM()
    if (!path || !matrix) continue
    const length = path.getTotalLength()
    for (let i = 0; i <= 100; i += 1) {
      const at = path.getPointAtLength((length * i) / 100).matrixTransform(matrix)
      for (const { place, x, y } of marks)
        if (place !== leg.from && place !== leg.to && Math.hypot(at.x - x, at.y - y) < 12)
          found.add(`${leg.id} near ${place}`)
    }
  }
  return [...found]
}

/** Lines that run over the country in focus, those from `start` apart. */
export function linesOverFocus(legs: Drawn[], start: string): string[] {
  const focus = document.querySelector<SVGGeometryElement>('#_ground-focus')
  const toGround = focus?.getScreenCTM()?.inverse()
  return legs
    .filter(({ id, from }) => {
      const path = document.querySelector<SVGPathElement>(`[data-leg="${id}"] svg > path`)
      const matrix = path?.getScreenCTM()
      if (from === start || !path || !matrix || !toGround) return false
      const length = path.getTotalLength()
      return Array.from({ length: 101 }, (_, i) => path.getPointAtLength((length * i) / 100)).some((point) =>
        focus?.isPointInFill(point.matrixTransform(matrix).matrixTransform(toGround)),
      )
    })
    .map(({ id }) => `${id} over the country in focus`)
}

/** What each arrowhead on the map is, once the legs so far are done: seen, hidden by the mark of its place, or missing. */
export function arrowheads(legs: Drawn[]): string[] {
  const drawn = [...document.querySelectorAll('[data-leg][data-part="done"]')]
  return drawn.map((line) => {
    const { id, to } = legs.find(({ id }) => id === line.getAttribute('data-leg')) ?? {}
    const head = line.querySelector<SVGPathElement>('path[transform]')
    const matrix = head?.getScreenCTM()
    if (!head || !matrix) return `${id} has none`
    // The tip comes first in the path.
    const tip = head.getPointAtLength(0).matrixTransform(matrix)
    const mark = document.querySelector(`[data-place="${to}"]:not([data-part]) circle:not([fill="transparent"])`)
    const { left, right, top, bottom } = mark?.getBoundingClientRect() ?? new DOMRect()
    const under = Math.hypot(tip.x - (left + right) / 2, tip.y - (top + bottom) / 2) < (right - left) / 2
    return under ? `${id} is hidden` : 'seen'
  })
}

/** Drawings of the article that are out of shape, or wider than the window. */
export function bentDrawings(): string[] {
  return [...document.querySelectorAll('article figure svg[role="img"]')].flatMap((drawing) => {
    if (!(drawing instanceof SVGSVGElement)) return []
    const { width, height } = drawing.viewBox.baseVal
    const box = drawing.getBoundingClientRect()
    // Hidden where it covers the map instead
    if (box.width === 0) return []
    const kept = Math.abs(box.width / box.height - width / height) < 0.005 && box.right <= innerWidth
    return kept ? [] : [drawing.textContent.slice(0, 40)]
  })
}
