/** The two journeys that every engine makes. What to expect is read from the page: no story is known by its words. */
import { deepEqual, equal, ok } from 'node:assert/strict'
import { type Driver, waitFor } from './driver.ts'

export interface Addresses {
  /** The built site, with a slash at its end; the first story stands there */
  site: string
  /** Each story, on the same origin */
  stories: string[]
  /** A newsroom's page on another origin, see `hostPage` */
  host: string
}

interface Journey {
  name: string
  run: (driver: Driver, addresses: Addresses) => Promise<void>
}

export const JOURNEYS: Journey[] = [
  { name: 'through the page', run: throughThePage },
  { name: 'through a host page', run: throughAHostPage },
]

/** A newsroom's page with one story in click mode and one, far below, in scroll mode. Its title is the step last reported. */
export function hostPage(site: string, clicked: string, scrolled: string): string {
  const story = (address: string, mode: string) =>
    `<datelines-story id="${mode}" src="${address}" mode="${mode}" lang="en" style="display:block;min-height:680px"><a href="${address}">The explainer</a></datelines-story>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>News</title>
<script>addEventListener('datelines:step', ({ detail }) => { document.title = detail.id })</script>
<script async src="${site}embed.js"></script></head>
<body><p>Before</p>${story(clicked, 'click')}<p style="height:3000px">Between</p>${story(scrolled, 'scroll')}<p style="height:3000px">After</p></body></html>`
}

async function throughThePage(driver: Driver, { site, stories }: Addresses) {
  let withPeople: string | undefined
  for (const address of stories) {
    await driver.open(address)
    const steps = await interactive(driver)
    if (await driver.read(textSeen, PERSON)) withPeople ??= address
    await driver.click('button', 'Next')
    await expectStep(driver, steps[1])
  }

  await driver.open(site)
  const steps = await interactive(driver)
  const [first, second, last] = [steps[0], steps[1], steps.at(-1)]
  deepEqual(await driver.read(beads), steps, 'each step has its bead')
  const beginning = await mapAtRest(driver)

  for (const id of steps) {
    await driver.click(`nav a[href="#${id}"]`)
    await expectStep(driver, id)
  }
  await waitFor(driver, 'the map shows another part', (map) => map !== beginning, drawnOnMap)
  await driver.read(goBack)
  await expectStep(driver, steps.at(-2))

  await driver.read(focus, 'nav [aria-current="step"]')
  await driver.press('End')
  await expectStep(driver, last)
  await driver.press('Home')
  await expectStep(driver, first)
  await driver.press('ArrowRight')
  await expectStep(driver, second)

  const before = await mapAtRest(driver)
  await scrollTo(driver, last)
  await waitFor(driver, 'the map goes along with the scroll', (map) => map !== before, drawnOnMap)

  const middle = steps[Math.floor(steps.length / 2)]
  // From another page: a new fragment alone would load nothing.
  await driver.open(`${site}stories/`)
  await driver.open(`${site}#${middle}`)
  await interactive(driver)
  await expectStep(driver, middle)

  await movesTheMap(driver)
  await choosesColours(driver)
  await opensAndCloses(driver, 'dialog', {
    open: () => driver.click('button', 'Embed this'),
    close: () => driver.click('dialog button', 'Close'),
  })
  if (!withPeople) return
  await driver.open(withPeople)
  await interactive(driver)
  // Out from under the timeline.
  await driver.read(bringIntoView, PERSON, 'center')
  await opensAndCloses(driver, '[role="dialog"]', {
    open: () => driver.click(PERSON),
    close: () => driver.press('Escape'),
  })
}

async function throughAHostPage(driver: Driver, { host }: Addresses) {
  await driver.open(host)
  const clicked = await enterStory(driver, '#click')
  const [middle, next] = clicked.slice(Math.floor(clicked.length / 2))
  await driver.click(`nav a[href="#${middle}"]`)
  await expectStep(driver, middle)
  await driver.click('button', 'Next')
  await expectStep(driver, next)
  await driver.leave()
  await waitFor(driver, 'the host hears of the step', (title) => title === next, pageTitle)

  await driver.read(bringIntoView, '#scroll', 'start')
  const scrolled = await enterStory(driver, '#scroll')
  const last = scrolled.at(-1)
  await driver.leave()
  await scrollTo(driver, scrolled[2], '#scroll')
  equal(await driver.read(frameTop, '#scroll'), 0, 'the frame is pinned while the page scrolls')
  await scrollTo(driver, last, '#scroll')
  await driver.enter('#scroll')
  await expectStep(driver, last)
  await driver.click(`nav a[href="#${scrolled[1]}"]`)
  await expectStep(driver, scrolled[1])
  await driver.leave()
  await waitFor(driver, 'the host hears of the step', (title) => title === scrolled[1], pageTitle)
}

/** A person's name in the text. */
const PERSON = 'article a[href^="#_person-"]'

/** Waits until timeline, map and article answer, and gives the ids of the steps. */
async function interactive(driver: Driver): Promise<string[]> {
  await driver.read(act)
  await waitFor(driver, 'the page becomes interactive', (pressed) => pressed === 'false', isPressed, 'Move the map')
  const steps = await driver.read(passages)
  ok(steps.length > 3, 'a story has steps')
  return steps
}

/** The first sign of a reader, for which the page's script waits. */
function act() {
  dispatchEvent(new Event('wheel'))
}

/** Enters the frame of a story in the host's page. */
async function enterStory(driver: Driver, css: string): Promise<string[]> {
  await waitFor(driver, `${css} has a frame`, (top) => typeof top === 'number', frameTop, css)
  await driver.enter(css)
  return interactive(driver)
}

/** The step that timeline, article and, on a page of its own, the address agree on. */
async function expectStep(driver: Driver, id = '') {
  await waitFor(
    driver,
    `the step is ${id}`,
    ({ current, inView, address }) => current.join() === id && inView.includes(id) && (address ?? id) === id,
    stepShown,
  )
}

/** Turns the wheel until the step is `id`, on the page or in the story of the host's page. */
async function scrollTo(driver: Driver, id = '', frame?: string) {
  for (;;) {
    if (frame) await driver.enter(frame)
    const { current } = await driver.read(stepShown)
    if (frame) await driver.leave()
    if (current.join() === id) return
    const from = await driver.read(scrolledBy)
    await driver.wheel(500)
    await waitFor(driver, `the page scrolls on to ${id}`, (y) => y > from, scrolledBy)
  }
}

async function movesTheMap(driver: Driver) {
  const before = await mapAtRest(driver)
  await driver.click('button', 'Move the map')
  await waitFor(driver, 'the map can be moved', (pressed) => pressed === 'true', isPressed, 'Move the map')
  await driver.click('button', 'Zoom in')
  await waitFor(driver, 'the map comes closer', (map) => map !== before, drawnOnMap)
  await driver.press('Escape')
  await waitFor(driver, 'the map is let go', (pressed) => pressed === 'false', isPressed, 'Move the map')
}

async function choosesColours(driver: Driver) {
  const before = await driver.read(paper)
  await driver.read(focus, 'select:has([value="dark"])')
  await driver.press('End')
  await waitFor(driver, 'dark is the last choice, and the paper is dark', (lightness) => lightness < 64, paper)
  await driver.press('Home')
  await waitFor(driver, 'the paper is as it was', (lightness) => lightness === before, paper)
}

async function opensAndCloses(
  driver: Driver,
  css: string,
  { open, close }: { open: () => Promise<void>; close: () => Promise<void> },
) {
  await open()
  await waitFor(driver, `${css} opens`, (text) => text.length > 20, textSeen, css)
  await close()
  await waitFor(driver, `${css} closes`, (text) => text === '', textSeen, css)
}

/** What the map shows once nothing on it moves. */
async function mapAtRest(driver: Driver): Promise<string> {
  let last = ''
  return waitFor(
    driver,
    'the map comes to rest',
    (map) => {
      const rests = map === last
      last = map
      return rests
    },
    drawnOnMap,
  )
}

// What follows runs in the page.

function passages(): string[] {
  return [...document.querySelectorAll('article > section[id]')].map(({ id }) => id)
}

function beads(): string[] {
  return [...document.querySelectorAll('nav li a[href^="#"]')].map((bead) => bead.getAttribute('href')?.slice(1) ?? '')
}

function stepShown() {
  return {
    current: [...document.querySelectorAll('nav [aria-current="step"]')].map((bead) =>
      bead.getAttribute('href')?.slice(1),
    ),
    inView: [...document.querySelectorAll('article > section[id]')]
      .filter((passage) => {
        const { top, bottom, height } = (passage.querySelector('h2') ?? passage).getBoundingClientRect()
        const text = passage.getBoundingClientRect()
        // Its heading, or, further on in a long passage, its text.
        const isBegun = top < 0 && text.bottom > innerHeight / 3
        return height > 0 && ((top >= 0 && bottom <= innerHeight) || isBegun)
      })
      .map(({ id }) => id),
    address: top === window ? location.hash.slice(1) : undefined,
  }
}

/** Where the lines and words on the map stand, whole pixels from its corner. */
function drawnOnMap(): string {
  const map = document.querySelector('section[aria-label="Route map"]')
  const corner = map?.getBoundingClientRect()
  return [...(map?.querySelectorAll('svg path, svg text, svg use') ?? [])]
    .map((mark) => mark.getBoundingClientRect())
    .map(({ x, y, width }) => [x - (corner?.x ?? 0), y - (corner?.y ?? 0), width].map(Math.round).join())
    .join(' ')
}

/** Lightness of the page's background, 0 to 255. */
function paper(): number {
  const numbers = getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []
  return numbers.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3
}

function textSeen(css: string): string {
  return [...document.querySelectorAll(css)]
    .filter((element) => element.checkVisibility())
    .map(({ textContent }) => textContent)
    .join()
}

function isPressed(name: string) {
  return [...document.querySelectorAll('button')]
    .find(({ textContent }) => textContent?.includes(name))
    ?.getAttribute('aria-pressed')
}

function goBack() {
  history.back()
}

function focus(css: string) {
  document.querySelector<HTMLElement>(css)?.focus()
}

function bringIntoView(css: string, block: ScrollLogicalPosition) {
  document.querySelector(css)?.scrollIntoView({ block, behavior: 'instant' })
}

function frameTop(css: string) {
  return document.querySelector(css)?.shadowRoot?.querySelector('iframe')?.getBoundingClientRect().top
}

function scrolledBy(): number {
  return Math.round(scrollY)
}

function pageTitle(): string {
  return document.title
}
