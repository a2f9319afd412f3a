import type { Point } from '../../story/projection.ts'
import { CELL, COLUMNS, MARK, markAt } from './marks.ts'

/** The fraction of the scroll after which the last dot leaves; the first leaves at once. */
const LAST_LEAVES = 0.5

/** Height of the arc that a dot travels on, as a fraction of the distance. */
const ARC = 0.12

/** How far the chart is past the edge of the window when all dots have arrived, CSS pixels. */
const PAST_EDGE = 60

/** Points on the screen, CSS pixels, and the radius of the discs there. */
interface Discs {
  points: Point[]
  radius: number
}

/**
 * The people on the map become the first marks of the chart that counts them, as the reader scrolls to it; on the way they
 * are drawn on a canvas. Nothing moves while the map shows another number of them.
 */
export function gatherOnScroll() {
  const chart = document.getElementById('_gather')
  const marks = chart?.querySelector('path')
  const page = chart?.closest('article')?.parentElement
  const sidebar = document.querySelector('.sidebar')
  if (!(chart instanceof SVGSVGElement) || !marks || !page || !sidebar) return
  const canvas = document.createElement('canvas')
  canvas.ariaHidden = 'true'
  const count = countOf(marks)
  let frame = 0

  const update = () => {
    frame = 0
    const { top, bottom, height } = chart.getBoundingClientRect()
    const edge = innerHeight - Number.parseFloat(getComputedStyle(page).scrollPaddingBottom)
    const progress = (edge - top) / (height + PAST_EDGE)
    // Above the window, the dots are back on the map: the story may go on.
    const dots = progress > 0 && bottom > 0 ? dotsOnMap(count) : undefined
    const arrived = progress >= 1
    document.documentElement.classList.toggle('gathering', dots !== undefined && !arrived)
    document.documentElement.classList.toggle('gathered', dots !== undefined && arrived)
    if (!dots || arrived) return canvas.remove()
    if (!canvas.isConnected) sidebar.append(canvas)
    draw(canvas, dots, marksOn(chart, count), progress, getComputedStyle(marks).stroke)
  }
  const onMove = () => {
    if (frame === 0) frame = requestAnimationFrame(update)
  }

  // Listens only while the chart is in the window.
  new IntersectionObserver((entries) => {
    const inWindow = entries.at(-1)?.isIntersecting
    for (const type of ['scroll', 'resize'])
      if (inWindow) addEventListener(type, onMove, { passive: true })
      else removeEventListener(type, onMove)
    onMove()
  }).observe(chart)
}

/** Number of marks in a path of rows; see UnitChart.tsx. */
function countOf(rows: SVGPathElement): number {
  const lengths = rows.getAttribute('d')?.matchAll(/h(\d+)/g) ?? []
  return [...lengths].reduce((sum, [, length]) => sum + Math.floor(Number(length) / CELL) + 1, 0)
}

/** The dots of the crowd on the map; undefined if there are not `count` of them. */
function dotsOnMap(count: number): Discs | undefined {
  for (const path of document.querySelectorAll<SVGPathElement>('#_legs [data-part="crowd"] path')) {
    const dots = [...(path.getAttribute('d') ?? '').matchAll(/M(\S+) (\S+)h0/g)]
    const matrix = path.getScreenCTM()
    if (dots.length !== count || !matrix) continue
    const points = dots.map(([, x, y]) => new DOMPoint(Number(x), Number(y)).matrixTransform(matrix))
    return { points, radius: Number.parseFloat(getComputedStyle(path).strokeWidth) / 2 }
  }
  return undefined
}

/** The first `count` marks of a chart. */
function marksOn(chart: SVGSVGElement, count: number): Discs {
  const { left, top, width } = chart.getBoundingClientRect()
  const scale = width / (COLUMNS * CELL)
  const points = Array.from({ length: count }, (_, i) => {
    const { x, y } = markAt(i)
    return { x: left + x * scale, y: top + y * scale }
  })
  return { points, radius: (MARK / 2) * scale }
}

/** Draws the discs on their way. Those on the left go to the left of the chart, so that ways seldom cross. */
function draw(canvas: HTMLCanvasElement, from: Discs, to: Discs, progress: number, colour: string) {
  const [width, height] = [innerWidth * devicePixelRatio, innerHeight * devicePixelRatio]
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
  context.clearRect(0, 0, innerWidth, innerHeight)
  context.fillStyle = colour
  const [starts, ends] = [from, to].map(({ points }) => [...points].sort((a, b) => a.x - b.x || a.y - b.y))
  starts?.forEach((start, i) => {
    const end = ends?.[i] ?? start
    const part = (progress - (LAST_LEAVES * i) / starts.length) / (1 - LAST_LEAVES)
    const t = easeInOut(Math.min(1, Math.max(0, part)))
    const lift = Math.sin(Math.PI * t) * ARC * Math.hypot(end.x - start.x, end.y - start.y)
    const [x, y] = [start.x + (end.x - start.x) * t, start.y + (end.y - start.y) * t - lift]
    context.beginPath()
    context.arc(x, y, from.radius + (to.radius - from.radius) * t, 0, 2 * Math.PI)
    context.fill()
  })
}

function easeInOut(t: number): number {
  return t * t * (3 - 2 * t)
}
