/**
 * The map's one writer: it owns the drawing's elements. React makes the box and never touches what is in it; the camera,
 * the reader's hands and the scroll only tell the stage what to show.
 */
import { matches, onResize } from '../reader/browser.ts'
import type { ActiveStep } from '../reader/useActiveStep.ts'
import { frameIn, rangeOf, viewBoxOf } from '../story/frame.ts'
import { readFree, readLabels } from '../story/labels.ts'
import type { Rect } from '../story/projection.ts'
import { FRAME_RATIO, legsAt, marksAt } from '../story/route.ts'
import type { Label, Leg, Route, Step, View } from '../story/story.ts'
import { Camera } from './camera.ts'
import { drawingOf } from './drawing.ts'
import { type Drawn, drawnAt, told } from './growth.ts'
import type { LinkTo } from './marks.ts'
import type { Moment } from './moment.ts'
import { Sketch } from './shape.ts'

/** How long a leg takes to draw itself after a click, ms. */
const PLAY = 700

/** Width of the frame on paper, pixels: RouteMap.module.css gives the map the height that goes with it. */
const PAPER = 554

/** How many times closer than the whole route a reader may come, and than the closest step: the basemap has no more to show. */
const [CLOSEST, CLOSER] = [8, 2]

/** The narrowest view a reader may have, map units. */
export function narrowest({ whole, views }: Route): number {
  return Math.min(whole.width / CLOSEST, ...views.map(({ width }) => width / CLOSER))
}

/** A reader's step on the map: `right` and `down` in parts of what is seen, `closer` times as near. */
export interface Move {
  right?: number
  down?: number
  closer?: number
}

/** Before the reader has come to any step */
const START: ActiveStep = { index: 0, cause: 'start' }

/** What the reader has come to. */
export interface Scene {
  active: ActiveStep
  step: Step | undefined
  /** Where the camera goes */
  view: View
  /** Legs of the person whose card is open */
  way: string[] | undefined
}

interface StageOptions {
  /** Holds the ground and, over it, the drawing, as they were served */
  box: HTMLElement
  route: Route
  linkTo: LinkTo
  count: (people: number) => string
}

export class Stage {
  private readonly ground: Element | null
  private readonly sketch: Sketch
  private readonly camera: Camera
  private readonly stopMeasuring: () => void
  /** What the picture is called, as it was served */
  private readonly name: string
  private width = 0
  private scene: Scene | undefined
  private legs: Leg[] = []
  private marks: string[] = []
  /** The reader has moved the map: names come by zoom, and the next step brings it back */
  private wandering = false
  private come = 0
  /** How far the legs after the step shown have grown */
  private approach = 0
  /** On paper the route is told to its end, whatever the step */
  private printed = false
  /** How much of the legs of a step has drawn itself after a click, and since when; the time begins with its first frame */
  private played = 1
  private playing: { start?: number } | undefined
  /** The frame that will move what moves; 0 when nothing does */
  private frame = 0
  /** What follows the camera, once it has been loaded */
  hands: { stop: () => void; follow: () => void } | undefined

  constructor(private readonly options: StageOptions) {
    const { box, route } = options
    this.ground = box.querySelector('[data-drawing="ground"]')
    this.name = box.querySelector('[role="img"]')?.getAttribute('aria-label') ?? ''
    this.sketch = new Sketch(box.querySelector('[data-drawing="route"]') ?? box)
    this.camera = new Camera(route.whole)
    this.measure()
    // Inside a host's page paper has the active step.
    if (parent === window) {
      addEventListener('beforeprint', this.print)
      addEventListener('afterprint', this.print)
    }
    this.stopMeasuring = onResize([box], () => {
      this.measure()
      this.draw()
    })
  }

  /** What the frame shows now. */
  get rect(): Rect {
    return this.camera.rect
  }

  /** Brings a step, or another view of it. */
  show(scene: Scene) {
    const { active } = scene
    const before = this.scene?.active
    const isNew = before !== active
    // What the address asks for is there at once, without a flight.
    const opens = !before || (before.cause === 'start' && active.cause === 'fragment')
    const moves = active.cause === 'click' && !this.still
    const plays =
      isNew && moves && legsAt(this.options.route.legs, active.index).some((leg) => leg.step === active.index)
    if (isNew) this.play(false)
    this.hands?.stop()
    this.scene = scene
    if (isNew) this.approach = Math.floor(this.come) === active.index ? this.come - active.index : 0
    this.setOut()
    this.wandering = false
    if (plays) this.play(true)
    if (!opens && !this.still) {
      this.setOff(scene.view)
      // A press is answered before any of the map is drawn; what scrolls by is drawn with it.
      if (active.cause !== 'click') this.draw()
      return
    }
    this.camera.jump(scene.view)
    this.draw()
    this.hands?.follow()
  }

  /**
   * How far the reader has come, see `Progress`; the legs of the next step grow as far. While the stage is a frame behind
   * at another step, what is drawn stays.
   */
  grow(come: number) {
    this.come = come
    const { index } = this.scene?.active ?? START
    if (Math.floor(come) !== index) return
    this.approach = come - index
    if (this.legs.some((leg) => leg.step === index + 1)) this.draw()
  }

  /** The reader's own hand shows `rect`. */
  take(rect: Rect) {
    this.camera.jump(rect)
    this.wandering = true
    this.draw()
  }

  /** One step of the reader's, by a button: never beyond the basemap, never closer than it has detail for. */
  move({ right = 0, down = 0, closer = 1 }: Move) {
    const { extent } = this.options.route
    const { rect } = this.camera
    const within = (low: number, value: number, high: number) => Math.min(Math.max(value, low), Math.max(low, high))
    const width = within(
      narrowest(this.options.route),
      rect.width / closer,
      Math.min(extent.width, extent.height * FRAME_RATIO),
    )
    const height = width / FRAME_RATIO
    const x = rect.x + right * rect.width + (rect.width - width) / 2
    const y = rect.y + down * rect.height + (rect.height - height) / 2
    this.take({
      x: within(extent.x, x, extent.x + extent.width - width),
      y: within(extent.y, y, extent.y + extent.height - height),
      width,
      height,
    })
    this.hands?.follow()
  }

  /** Ends a flight where it is: a hand has come down on the map. */
  halt() {
    this.camera.stop()
  }

  dispose() {
    cancelAnimationFrame(this.frame)
    removeEventListener('beforeprint', this.print)
    removeEventListener('afterprint', this.print)
    this.stopMeasuring()
  }

  /** The moment on the map, for a picture of it. */
  picture(): { moment: Moment; labels: Label[] } {
    return { moment: this.moment(), labels: this.labels() }
  }

  /** The reader wants no motion. */
  private get still(): boolean {
    return matches('(prefers-reduced-motion: reduce)')
  }

  private measure() {
    const { clientWidth: width, clientHeight: height } = this.options.box
    this.width = frameIn({ width, height }).width
  }

  private readonly print = ({ type }: Event) => {
    this.printed = type === 'beforeprint'
    this.draw()
  }

  private moment(): Moment {
    if (this.printed) {
      const { route } = this.options
      const legs = legsAt(route.legs, undefined)
      return {
        view: route.whole,
        scale: PAPER / route.whole.width,
        marks: marksAt(route, undefined),
        legs,
        drawn: told,
      }
    }
    const { step, way } = this.scene ?? {}
    const { rect } = this.camera
    const { marks, legs } = this
    return { view: rect, scale: this.width / rect.width, marks, legs, drawn: (leg) => this.drawn(leg), step, way }
  }

  /** The legs and marks of a scene: worked out once, not with every frame. */
  private setOut() {
    const { route } = this.options
    const { step, way } = this.scene ?? {}
    const begun = legsAt(route.legs, step?.index)
    this.legs = way ? route.legs.filter((leg) => way.includes(leg.id) || begun.includes(leg)) : begun
    this.marks = marksAt(route, way ? undefined : step)
  }

  private drawn(leg: Leg): Drawn {
    const active = this.scene?.active ?? START
    const drawn = drawnAt(leg, active, this.still ? 0 : this.approach)
    return leg.step === active.index && drawn.grown === 1 ? { ...drawn, grown: this.played } : drawn
  }

  private labels(): Label[] {
    const { route } = this.options
    if (this.wandering && !this.printed) return readFree(route)
    const { labels } = (!this.printed && this.scene?.view) || route.whole
    return labels.length ? readLabels(route, labels[rangeOf(this.printed ? PAPER : this.width)] ?? []) : readFree(route)
  }

  /** Sleeps while it has no size: in a closed tab of the host’s page there is nothing to draw on. */
  private draw() {
    if (this.width === 0) return
    const { route, linkTo, count } = this.options
    const { name } = this
    const moment = this.moment()
    this.ground?.setAttribute('viewBox', viewBoxOf(moment.view))
    this.sketch.draw(
      drawingOf({
        route,
        moment,
        labels: [this.labels()],
        paint: { colour: (colour) => `var(--${colour})`, lines: 'screen' },
        count,
        name,
        linkTo,
      }),
    )
  }

  /** Legs draw themselves from their beginning, or are there. */
  private play(playing: boolean) {
    this.playing = playing ? {} : undefined
    this.played = playing ? 0 : 1
  }

  /** Flies to `view`, from the next frame on. */
  private setOff(view: Rect) {
    this.camera.fly(view)
    if (this.frame === 0)
      this.frame = requestAnimationFrame(() => {
        this.frame = requestAnimationFrame(this.tick)
      })
  }

  /** One frame of everything that moves by itself. */
  private readonly tick = (now: number) => {
    const flew = this.camera.flying
    this.camera.tick(now)
    if (this.playing) {
      const { start = now } = this.playing
      const part = Math.min(1, (now - start) / PLAY)
      this.played = 1 - (1 - part) ** 3
      this.playing = part < 1 ? { start } : undefined
    }
    this.frame = this.camera.flying || this.playing ? requestAnimationFrame(this.tick) : 0
    this.draw()
    if (flew && !this.camera.flying) this.hands?.follow()
  }
}
