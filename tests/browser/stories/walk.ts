/** A walk through a story, done in the page at once: a message between the test and the page for each look would take longer than the look. */
import type { Page } from '@playwright/test'
import { arrowheads, type Drawn, linesOverFocus, overlaps, shortShafts, strayLines } from './faults.ts'

/** Functions of the walk that call one another in the page, as text. */
const TOOLS = { arrowheads, faultsAt, linesOverFocus, overlaps, press, shortShafts, strayLines, unsettled }

/** Puts them into the open page. */
export async function takeTools(page: Page) {
  const tools = Object.entries(TOOLS).map(([name, tool]) => `${name}: ${tool}`)
  await page.evaluate(`window.tools = { ${tools} }`)
}

/** What to look for on the map. */
export interface Look {
  isMapped: boolean
  isCrowded: boolean
  legs: Drawn[]
  /** Lines keep away from places that are not their ends */
  isApart: boolean
  /** Lines that do not start here leave the country in focus */
  start: string | undefined
  /** Steps at which alone a place is on the map, by place */
  only: Record<string, string>
}

/** All that is wrong with the map at a step. */
function faultsAt(where: string, { isMapped, isCrowded, legs, isApart, start, only }: Look): string[] {
  const tools: typeof TOOLS = Reflect.get(window, 'tools')
  const found = isMapped ? [...tools.overlaps(isCrowded), ...tools.shortShafts(legs)] : []
  if (isApart) found.push(...tools.strayLines(legs))
  if (start !== undefined) found.push(...tools.linesOverFocus(legs, start))
  for (const [place, step] of Object.entries(only))
    if (where !== step && document.querySelector(`[data-place="${place}"]`)) found.push(place)
  return found.map((fault) => `${where}: ${fault}`)
}

/** The same before the story begins. */
export function faultsAtStart(look: Look): string[] {
  const tools: typeof TOOLS = Reflect.get(window, 'tools')
  return tools.faultsAt('start', look)
}

interface Stop {
  id: string
  /** What the map shows there */
  view: number[] | undefined
  /** Whether the first lines are drawn there */
  hasFirst: boolean
}

/** Looks at everything at each of `stops`. Goes there with `next`; without, the first is where the page is. */
export async function walkOn({ stops, next, look }: { stops: Stop[]; next?: Node | null; look: Look }) {
  const tools: typeof TOOLS = Reflect.get(window, 'tools')
  const wrong: string[] = []
  const heads = new Set<string>()
  for (const stop of stops) {
    if (next !== undefined) wrong.push(...tools.press(next).map((over) => `${stop.id}: Next is covered by ${over}`))
    wrong.push(...(await tools.unsettled(stop)), ...tools.faultsAt(stop.id, look))
    if (stop.hasFirst) for (const head of tools.arrowheads(look.legs)) heads.add(head)
  }
  return { wrong, heads: [...heads] }
}

/** Presses a button where nothing covers it; names what does. */
function press(button: Node | null): string[] {
  if (!(button instanceof HTMLElement)) return ['nothing: it is missing']
  const { left, right, top, bottom } = button.getBoundingClientRect()
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  if (!button.contains(hit)) return [hit?.outerHTML.slice(0, 80) ?? 'the edge of the window']
  button.click()
  return []
}

/**
 * Waits until timeline, article and address agree on the step `id`, its heading is in view and the map shows `view`; says
 * what still differs after five seconds.
 */
async function unsettled({ id, view }: Stop): Promise<string[]> {
  const isInView = (element: Element) =>
    new Promise<boolean>((resolve) => {
      const observer = new IntersectionObserver(([entry]) => {
        observer.disconnect()
        resolve(entry?.isIntersecting === true)
      })
      observer.observe(element)
    })
  async function differences(): Promise<string[]> {
    const beads = [...document.querySelectorAll('nav [aria-current="step"]')].map((bead) => bead.getAttribute('href'))
    const passages = [...document.querySelectorAll('article section[data-active]')].map((passage) => passage.id)
    const shown = document.querySelector('#_ground')?.getAttribute('viewBox')
    const heading = document.querySelector(`[id="${id}"] h2`)
    return [
      ...(beads.join() === `#${id}` ? [] : [`the timeline is at ${beads}`]),
      ...(passages.join() === id ? [] : [`the article is at ${passages}`]),
      ...(location.hash === `#${id}` ? [] : [`the address is ${location.hash}`]),
      ...(view && shown !== view.join(' ') ? [`the map shows ${shown}, not ${view.join(' ')}`] : []),
      ...(heading && (await isInView(heading)) ? [] : ['its heading is out of sight']),
    ]
  }
  const end = performance.now() + 5000
  let left = await differences()
  while (left.length > 0 && performance.now() < end) {
    await new Promise(requestAnimationFrame)
    left = await differences()
  }
  return left.map((difference) => `${id}: ${difference}`)
}
