/**
 * `embed.js`, the script in a newsroom's page: it defines the element `<datelines-story>`. The element keeps room for the
 * explainer, makes its frame when the reader comes near, and in scroll mode pins the frame in a tall box and tells it how
 * far the reader has come. Until the frame has answered, what stands inside the element is shown. The script leaves no
 * global, stores nothing, and sends nothing except to its own frame.
 */
import { themeNamed } from '../../store/theme.ts'
import { isInside, isPinned, type Layout, progressIn } from './geometry.ts'
import { ALLOW, type FromHost, fromFrame, type HostMode, SANDBOX, STAGE_HEIGHT, wrapMessage } from './messages.ts'

const NAME = 'datelines-story'

/** Screens a step takes to scroll past, and screens of the tall box before the number of steps is known. */
const SCREENS_PER_STEP = 0.75
const SCREENS_AT_FIRST = 10

/** A host's pinned header is at most so high, pixels. */
const MOST_OFFSET = 300

/** On a sheet of A4 or Letter held upright there is more room than on a screen, for text and for a map, pixels. */
const PAPER_HEIGHT = 860

/** A healthy IntersectionObserver speaks at once. After this time the frame is made without it, ms. */
const OBSERVER_PATIENCE = 2_000
/** How long the frame may take to load before scroll mode gives its room back, ms. */
const LOAD_PATIENCE = 20_000
/** How long the frame may take to answer once it has loaded, ms. */
const ANSWER_PATIENCE = 10_000

const PRINT = matchMedia('print')

/** Other browsers keep what is read in its place themselves when something above it grows. */
const NO_ANCHORING = !CSS.supports('overflow-anchor', 'auto')

/** No rule of the host reaches into a shadow root; `!important` in `:host` also beats the element's style attribute. */
const STYLE = `
:host { display: block !important; box-sizing: border-box !important; width: 100%; height: auto !important; min-height: 0 !important; }
:host([hidden]) { display: none !important; }
.box, .pin { position: relative; }
.pin { height: ${STAGE_HEIGHT}px; overflow: hidden; break-inside: avoid; }
.bare > .pin { height: auto; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; visibility: hidden; }
.shown > iframe { visibility: visible; }
.shown > slot { display: none; }
::slotted(*) { max-width: 100% !important; }
@media print and (orientation: portrait) {
.pin { height: ${PAPER_HEIGHT}px; }
}
@media not print {
.click > .pin { height: var(--height, ${STAGE_HEIGHT}px); }
.mark { position: absolute; scroll-margin-top: var(--offset); outline: 0; }
.scroll { height: calc(var(--screens, ${SCREENS_AT_FIRST}) * 100vh); scroll-snap-align: start; }
.scroll > .pin { position: sticky; top: var(--offset); height: calc(100svh - var(--offset)); }
}
`

class DatelinesStory extends HTMLElement {
  static observedAttributes = ['src', 'lang', 'mode', 'headline', 'theme', 'step', 'offset']

  private readonly box = document.createElement('div')
  private readonly pin = document.createElement('div')
  /** Stands in the box at the spot the host's page is to scroll to, whichever element scrolls there */
  private readonly mark = document.createElement('div')
  private listening: AbortController | undefined
  private near: IntersectionObserver | undefined
  private timer = 0

  private mode: HostMode | 'bare' = 'click'
  /** Whether the mode may become `scroll`: asked for, possible, and the host has not let the frame go */
  private mayPin = false
  private frame: HTMLIFrameElement | undefined
  private origin = ''
  private ready = false
  private again = false

  /** Id of the step that was shown last: a new frame opens there */
  private step = ''
  /** The progress the frame has been told last */
  private told: number | undefined
  /** The progress at which the page is to be, as soon as the reader is in the box */
  private place: number | undefined
  /** True until the frame has said at which progress the step lies that it opened at */
  private asked = false
  /** What the progress was measured by: it is another one when the same pixels mean another progress */
  private size = ''
  /** Where the box began in the host's document, pixels */
  private at = 0

  constructor() {
    super()
    this.box.className = 'box'
    this.pin.className = 'pin'
    this.mark.className = 'mark'
    this.mark.addEventListener('blur', () => this.mark.removeAttribute('tabindex'))
    this.pin.append(document.createElement('slot'))
    this.box.append(this.pin, this.mark)
    const root = this.attachShadow({ mode: 'open' })
    root.append(this.box)
    try {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(STYLE)
      root.adoptedStyleSheets = [sheet]
    } catch {
      // Safari before 16.4. A host that forbids such an element there has the link and the frame one over the other.
      root.append(Object.assign(document.createElement('style'), { textContent: STYLE }))
    }
  }

  connectedCallback() {
    this.listening = new AbortController()
    const { signal } = this.listening
    addEventListener('message', this.hear, { signal })
    addEventListener('scroll', this.look, { capture: true, passive: true, signal })
    // Printing scrolls some pages to their top. A size that is none brings this one back.
    addEventListener('beforeprint', () => (this.size = ''), { signal })
    this.resizes.observe(this)
    this.resizes.observe(document.body)
    this.begin()
  }

  disconnectedCallback() {
    this.listening?.abort()
    this.listening = undefined
    this.resizes.disconnect()
    this.end()
  }

  /** Called by `moveBefore` instead of the other two: the frame lives on. */
  connectedMoveCallback() {
    this.keepPlace()
    this.look()
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null) {
    if (before === now) return
    if (name === 'src' || name === 'step') this.step = this.getAttribute('step') ?? ''
    if (!this.listening) return
    if (name === 'offset') this.setOffset()
    else if (this.ready && name === 'theme') this.tell({ type: 'theme', theme: themeNamed(now) })
    else if (this.ready && name === 'step') {
      this.asked = this.mode === 'scroll' && this.step !== ''
      this.tell({ type: 'step', id: this.step })
    } else this.begin()
  }

  /** Keeps the room, and waits for the reader. */
  private begin() {
    this.end()
    this.again = false
    this.mayPin = this.getAttribute('mode') === 'scroll' && canPin(this)
    this.setMode(this.mayPin ? 'scroll' : 'click')
    this.setOffset()
    this.watch()
  }

  private end() {
    this.near?.disconnect()
    clearTimeout(this.timer)
    this.frame?.remove()
    this.frame = undefined
    this.ready = this.asked = false
    this.told = this.place = undefined
    this.pin.classList.remove('shown')
    this.box.style.removeProperty('--height')
  }

  /** Waits for the reader to come within two screens, or for a second try to the element itself. */
  private watch() {
    /** Opens where there is no observer, or a broken one. In a page in the background none speaks. */
    const wait = () => {
      this.timer = window.setTimeout(() => (document.hidden ? wait() : this.open()), OBSERVER_PATIENCE)
    }
    wait()
    if (!('IntersectionObserver' in window)) return
    this.near = new IntersectionObserver(
      (entries) => {
        clearTimeout(this.timer)
        if (entries.some((entry) => entry.isIntersecting)) this.open()
      },
      { rootMargin: this.again ? '0px' : '200% 0px' },
    )
    this.near.observe(this)
  }

  private open() {
    this.near?.disconnect()
    clearTimeout(this.timer)
    this.frame?.remove()
    const address = addressOf(this, this.step)
    if (!address) return this.fail('src is not the address of a story')
    this.origin = address.origin
    const frame = document.createElement('iframe')
    frame.title = this.getAttribute('title') || this.textContent?.trim().slice(0, 200) || 'Explainer'
    // Named only where there is something to share with: elsewhere Chromium warns that it does not know the name.
    frame.allow = 'share' in navigator ? `${ALLOW}; web-share` : ALLOW
    frame.referrerPolicy = 'no-referrer'
    // A host that is cross-origin isolated may not have other frames.
    frame.toggleAttribute('credentialless', window.crossOriginIsolated)
    // Of one origin with its host a frame could take its sandbox off; there it would only be for show.
    if (address.origin !== location.origin) frame.setAttribute('sandbox', SANDBOX)
    frame.addEventListener('load', () => {
      clearTimeout(this.timer)
      // In a sandboxed host the scripts of the frame may not run, and its answer could not be told from a stranger's: it
      // is shown as it was served. Anywhere else a frame that does not answer is no explainer, and the link stays.
      if (window.origin === 'null') this.pin.classList.add('shown')
      else if (!this.ready) this.timer = window.setTimeout(() => this.miss(), ANSWER_PATIENCE)
    })
    frame.src = address.href
    this.frame = frame
    this.pin.append(frame)
    // On a slow line it may still come, so nobody is told.
    this.timer = window.setTimeout(() => this.unpin(), LOAD_PATIENCE)
  }

  /** The frame has loaded and not answered: it is tried once more, when the reader comes to it. */
  private miss() {
    if (this.again) {
      this.end()
      return this.fail('the explainer did not answer')
    }
    this.giveRoomBack()
    this.again = true
    this.watch()
  }

  private tell(message: FromHost) {
    this.frame?.contentWindow?.postMessage(wrapMessage(message), this.origin)
  }

  private fail(message: string) {
    this.giveRoomBack()
    this.emit('error', { message })
  }

  /** Where scroll mode cannot start, the box is as high as what stands in the element. */
  private giveRoomBack() {
    if (this.mode === 'scroll') this.resize(() => this.setMode('bare'))
  }

  private emit(name: 'ready' | 'step' | 'error', detail: object) {
    this.dispatchEvent(new CustomEvent(`datelines:${name}`, { bubbles: true, composed: true, detail }))
  }

  private readonly hear = ({ source, origin, data }: MessageEvent) => {
    if (!this.frame || source !== this.frame.contentWindow || origin !== this.origin) return
    const message = fromFrame(data)
    const pinned = this.mode === 'scroll'
    switch (message?.type) {
      case 'ready': {
        // A box that has given its room back takes it only where nothing moves that the reader sees.
        const { bottom } = this.box.getBoundingClientRect()
        const pins = pinned || (this.mayPin && (bottom < 0 || bottom > innerHeight))
        clearTimeout(this.timer)
        this.ready = true
        this.told = undefined
        this.resize(() => {
          this.pin.classList.add('shown')
          this.box.style.setProperty('--screens', `${Math.round(message.steps * SCREENS_PER_STEP + 1)}`)
          this.setMode(pins ? 'scroll' : 'click')
        })
        this.asked = pins && this.step !== ''
        this.tell({ type: 'mode', mode: pins ? 'scroll' : 'click' })
        this.look()
        return this.emit('ready', { steps: message.steps })
      }
      case 'height':
        // A pinned frame is as high as the window, whatever is in it.
        if (!pinned) this.box.style.setProperty('--height', `${Math.max(STAGE_HEIGHT, message.height)}px`)
        return
      case 'step':
        this.step = message.id
        return this.emit('step', { id: message.id, index: message.index })
      case 'seek':
        if (pinned) this.seek(message.progress)
        return
      case 'place':
        if (pinned && (this.asked || isInside(this.told))) this.place = message.progress
        this.asked = false
        return this.look()
      case 'leave':
        return this.leave()
    }
  }

  /** Brings the host's page to where the frame shows what the reader has chosen. */
  private seek(progress: number) {
    this.place = undefined
    this.bring(progress * (this.box.offsetHeight - this.pin.offsetHeight))
  }

  /** The reader wants to go on after the explainer: the page goes there, and the next key begins there. */
  private leave() {
    this.bring(this.box.offsetHeight)
    // A stop for this once; with -1 Chromium would go back into the frame.
    this.mark.tabIndex = 0
    this.mark.focus({ preventScroll: true })
  }

  /** Brings what is `down` pixels down the box to the top of what the reader sees. */
  private bring(down: number) {
    this.mark.style.top = `${down}px`
    this.mark.scrollIntoView({ behavior: 'instant', block: 'start' })
    // A host's own `scroll-padding` would leave it short of the step.
    scrollBy({ top: this.mark.getBoundingClientRect().top - this.offset, behavior: 'instant' })
  }

  /** Pixels at the top of the window that a header of the host's covers. */
  private get offset(): number {
    return Math.min(MOST_OFFSET, Math.max(0, Number(this.getAttribute('offset')) || 0))
  }

  private setOffset() {
    this.box.style.setProperty('--offset', `${this.offset}px`)
    this.look()
  }

  /** Looks where the reader is: tells the frame, or moves the page when the same place is elsewhere now. */
  private readonly look = () => {
    if (this.mode !== 'scroll') return
    let layout = this.layout()
    // Hidden, or on paper: nothing can be read off it. The reader goes on where they were.
    if (!layout.pinHeight) return this.keepPlace()
    if (PRINT.matches) {
      this.size = ''
      return
    }
    if (!isPinned(layout)) {
      // The host's page does not hold the frame, and would leave the reader with a screen of nothing for every step.
      this.mayPin = false
      // Not at once: an observer that hears of its own changes complains to the host.
      requestAnimationFrame(() => this.unpin())
      return
    }
    if (!this.ready || this.asked) return

    const size = `${this.pin.offsetWidth} ${layout.pinHeight} ${layout.height}`
    const at = layout.top + scrollY
    if (isInside(this.told) && size !== this.size) {
      this.seek(this.told)
      layout = this.layout()
      this.told = progressIn(layout)
    } else if (isInside(this.told) && NO_ANCHORING && at !== this.at) {
      scrollBy({ top: at - this.at, behavior: 'instant' })
      layout = this.layout()
    }
    this.size = size
    this.at = layout.top + scrollY

    let progress = progressIn(layout)
    if (this.place !== undefined) {
      // Before the box the frame shows the step that it opened at; behind it the story has been told.
      if (progress === 0) return
      if (progress < 1) this.seek(this.place)
      this.place = undefined
      progress = progressIn(this.layout())
    }
    if (progress === this.told) return
    this.told = progress
    this.tell({ type: 'scroll', progress })
  }

  /** A window of another size makes the box another, so this hears of it too. */
  private readonly resizes = new ResizeObserver(this.look)

  private layout(): Layout {
    const { top, height } = this.box.getBoundingClientRect()
    const pin = this.pin.getBoundingClientRect()
    // Some browsers give the height of what a pinch shows.
    const screen = innerHeight * (window.visualViewport?.scale ?? 1)
    return { top, height, pinTop: pin.top, pinHeight: pin.height, offset: this.offset, screen }
  }

  /** Has the reader go on at the same progress when they come back to the box. */
  private keepPlace() {
    if (isInside(this.told)) this.place = this.told
    this.told = undefined
  }

  /** Goes on in click mode, at the step that is shown; the reader stays with the explainer, or with what follows it. */
  private unpin() {
    if (this.mode !== 'scroll') return
    this.resize(() => this.setMode('click'))
    this.told = this.place = undefined
    if (this.ready) this.tell({ type: 'mode', mode: 'click' })
  }

  private setMode(mode: HostMode | 'bare') {
    this.mode = mode
    this.box.className = `box ${mode}`
  }

  /** Changes the height of the box. What the reader sees below it stays where it is; else the box stays in the window. */
  private resize(change: () => void) {
    const before = this.box.getBoundingClientRect()
    change()
    const { bottom, height } = this.box.getBoundingClientRect()
    if (before.bottom < innerHeight) scrollBy({ top: bottom - before.bottom, behavior: 'instant' })
    else if (bottom < this.offset + height / 2) this.bring(0)
  }
}

/** The address of the embedded page, or undefined when `src` is none that may be framed. */
function addressOf(element: HTMLElement, step: string): URL | undefined {
  const get = (name: string) => element.getAttribute(name) ?? ''
  try {
    const story = new URL(get('src') || '.', document.baseURI)
    if (!get('src') || !/^https?:$/.test(story.protocol)) return
    const language = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(get('lang'))
      ? `${Intl.getCanonicalLocales(get('lang'))[0]}/`
      : ''
    const address = new URL(`${story.pathname.replace(/\/?(index\.html)?$/, '/')}${language}embed/`, story)
    if (get('mode') === 'scroll') address.searchParams.set('mode', 'scroll')
    if (get('headline') === '0') address.searchParams.set('headline', '0')
    if (themeNamed(get('theme')) !== 'auto') address.searchParams.set('theme', get('theme'))
    if (/^[a-z0-9-]+$/.test(step)) address.hash = step
    return address
  } catch {
    return
  }
}

/**
 * Whether the window's own scrolling can pin a frame in `element`: not in a box that scrolls or clips, and not in a window
 * that is a frame itself, which may grow with its content for ever.
 */
function canPin(element: Element): boolean {
  if (window.parent !== window) return false
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
    if (/auto|scroll|hidden/.test(getComputedStyle(box).overflowY)) return false
  return true
}

if (!customElements.get(NAME)) customElements.define(NAME, DatelinesStory)
