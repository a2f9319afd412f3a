/**
 * `embed.js`, the script in a newsroom's page. It defines the element `<datelines-story>`, which reserves space for the
 * explainer and creates its iframe when the reader comes near. In scroll mode it pins the iframe in a tall box and
 * sends it the scroll progress. The element's own content shows until the iframe answers. The script adds no globals,
 * stores nothing and sends messages only to its own iframe.
 */
import { themeNamed } from '../../store/theme.ts'
import { addressOf } from './address.ts'
import { canPin, isInside, isPinned, type Layout, progressIn } from './geometry.ts'
import { ALLOW, EMBED_HEIGHT, type FromHost, fromFrame, type HostMode, SANDBOX, wrapMessage } from './messages.ts'
import { STYLE } from './style.ts'

const NAME = 'datelines-story'

/** Screens of scrolling per step. */
const SCREENS_PER_STEP = 0.75

/** Maximum height of a host's sticky header, pixels. */
const MOST_OFFSET = 300

/** A working IntersectionObserver reports at once. After this time the iframe is created without it, ms. */
const OBSERVER_TIMEOUT = 2_000
/** Time for the iframe to load before scroll mode falls back to click mode, ms. */
const LOAD_TIMEOUT = 20_000
/** Time for the iframe to answer after it has loaded, ms. */
const ANSWER_TIMEOUT = 10_000

const PRINT = matchMedia('print')

/** True in browsers without scroll anchoring: the script then keeps the text in place when something above it grows. */
const NO_ANCHORING = !CSS.supports('overflow-anchor', 'auto')

class DatelinesStory extends HTMLElement {
  static observedAttributes = ['src', 'lang', 'mode', 'headline', 'theme', 'step', 'offset']

  private readonly box = document.createElement('div')
  private readonly pin = document.createElement('div')
  /** Placed at the point of the box to scroll to: `scrollIntoView` works whichever element scrolls */
  private readonly anchor = document.createElement('div')
  private listeners: AbortController | undefined
  private observer: IntersectionObserver | undefined
  private timer = 0

  private mode: HostMode | 'bare' = 'click'
  /** Whether scroll mode is requested and possible, and pinning has not failed */
  private mayPin = false
  private frame: HTMLIFrameElement | undefined
  private origin = ''
  private ready = false
  /** True on the second and last attempt to load the frame */
  private retrying = false

  /** Id of the last active step, where a new frame opens */
  private step = ''
  /** The last progress sent to the frame */
  private sent: number | undefined
  /** Progress to scroll to as soon as the reader is in the box */
  private target: number | undefined
  /** True until the frame has reported the progress of its opening step */
  private awaitsPlace = false
  /** Sizes the progress was measured with: when they change, the same scroll position is another progress */
  private sizes = ''
  /** Top of the box in the host's document, pixels */
  private boxTop = 0

  constructor() {
    super()
    this.box.className = 'box'
    this.pin.className = 'pin'
    this.anchor.className = 'mark'
    this.anchor.addEventListener('blur', () => this.anchor.removeAttribute('tabindex'))
    this.pin.append(document.createElement('slot'))
    this.box.append(this.pin, this.anchor)
    const root = this.attachShadow({ mode: 'open' })
    root.append(this.box)
    // The host's policy may forbid style elements.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    root.adoptedStyleSheets = [sheet]
  }

  connectedCallback() {
    this.listeners = new AbortController()
    const { signal } = this.listeners
    addEventListener('message', this.onMessage, { signal })
    addEventListener('scroll', this.update, { capture: true, passive: true, signal })
    // Printing scrolls some pages to the top. Empty sizes make `update` scroll back.
    addEventListener('beforeprint', () => (this.sizes = ''), { signal })
    this.resizes.observe(this)
    this.resizes.observe(document.body)
    this.start()
  }

  disconnectedCallback() {
    this.listeners?.abort()
    this.listeners = undefined
    this.resizes.disconnect()
    this.stop()
  }

  /** Called by `moveBefore` instead of the two callbacks above; the iframe stays loaded. */
  connectedMoveCallback() {
    this.savePlace()
    this.update()
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null) {
    if (before === now) return
    if (name === 'src' || name === 'step') this.step = this.getAttribute('step') ?? ''
    if (!this.listeners) return
    if (name === 'offset') this.setOffset()
    else if (this.ready && name === 'theme') this.send({ type: 'theme', theme: themeNamed(now) })
    else if (this.ready && name === 'step') {
      this.awaitsPlace = this.mode === 'scroll' && this.step !== ''
      this.send({ type: 'step', id: this.step })
    } else this.start()
  }

  /** Reserves the space and waits for the reader. */
  private start() {
    this.stop()
    this.retrying = false
    this.mayPin = this.getAttribute('mode') === 'scroll' && canPin(this)
    this.setMode(this.mayPin ? 'scroll' : 'click')
    this.setOffset()
    this.waitForReader()
  }

  private stop() {
    this.observer?.disconnect()
    clearTimeout(this.timer)
    this.frame?.remove()
    this.frame = undefined
    this.ready = this.awaitsPlace = false
    this.sent = this.target = undefined
    this.pin.classList.remove('shown')
    this.box.style.removeProperty('--height')
  }

  /** Opens the frame when the reader is within two screens; on a retry, when the element is visible. */
  private waitForReader() {
    /** Opens it where another script has broken the observer. Observers do not report in background tabs. */
    const wait = () => {
      this.timer = window.setTimeout(() => (document.hidden ? wait() : this.openFrame()), OBSERVER_TIMEOUT)
    }
    wait()
    this.observer = new IntersectionObserver(
      (entries) => {
        clearTimeout(this.timer)
        if (entries.some((entry) => entry.isIntersecting)) this.openFrame()
      },
      { rootMargin: this.retrying ? '0px' : '200% 0px' },
    )
    this.observer.observe(this)
  }

  private openFrame() {
    this.observer?.disconnect()
    clearTimeout(this.timer)
    this.frame?.remove()
    const address = addressOf(this, this.step)
    if (!address) return this.fail('src is not the address of a story')
    this.origin = address.origin
    const frame = document.createElement('iframe')
    frame.title = this.getAttribute('title') || this.textContent?.trim().slice(0, 200) || 'Explainer'
    // Only where sharing exists: elsewhere Chromium warns about an unknown feature name.
    frame.allow = 'share' in navigator ? `${ALLOW}; web-share` : ALLOW
    frame.referrerPolicy = 'no-referrer'
    // A cross-origin isolated host may load no other iframes.
    frame.toggleAttribute('credentialless', window.crossOriginIsolated)
    // A same-origin iframe could remove its own sandbox, so it would protect nothing there.
    if (address.origin !== location.origin) frame.setAttribute('sandbox', SANDBOX)
    frame.addEventListener('load', () => {
      clearTimeout(this.timer)
      // In a sandboxed host the frame's scripts may be blocked, and its answer has no origin to check: show it as
      // served. Anywhere else a frame that does not answer is not an explainer, and the link stays.
      if (window.origin === 'null') this.pin.classList.add('shown')
      else if (!this.ready) this.timer = window.setTimeout(() => this.onNoAnswer(), ANSWER_TIMEOUT)
    })
    frame.src = address.href
    this.frame = frame
    this.pin.append(frame)
    // It may still load on a slow connection, so this is no error.
    this.timer = window.setTimeout(() => this.unpin(), LOAD_TIMEOUT)
  }

  /** The frame loaded but did not answer: retries once, when the reader reaches the element. */
  private onNoAnswer() {
    if (this.retrying) {
      this.stop()
      return this.fail('the explainer did not answer')
    }
    this.collapse()
    this.retrying = true
    this.waitForReader()
  }

  private send(message: FromHost) {
    this.frame?.contentWindow?.postMessage(wrapMessage(message), this.origin)
  }

  private fail(message: string) {
    this.collapse()
    this.emit('error', { message })
  }

  /** Where scroll mode cannot start, shrinks the box to the element's own content. */
  private collapse() {
    if (this.mode === 'scroll') this.resize(() => this.setMode('bare'))
  }

  private emit(name: 'ready' | 'step' | 'error', detail: object) {
    this.dispatchEvent(new CustomEvent(`datelines:${name}`, { bubbles: true, composed: true, detail }))
  }

  private readonly onMessage = ({ source, origin, data }: MessageEvent) => {
    if (!this.frame || source !== this.frame.contentWindow || origin !== this.origin) return
    const message = fromFrame(data)
    const pinned = this.mode === 'scroll'
    switch (message?.type) {
      case 'ready': {
        // A collapsed box grows again only while it is off screen.
        const { bottom } = this.box.getBoundingClientRect()
        const pins = pinned || (this.mayPin && (bottom < 0 || bottom > innerHeight))
        clearTimeout(this.timer)
        this.ready = true
        this.sent = undefined
        this.resize(() => {
          this.pin.classList.add('shown')
          this.box.style.setProperty('--screens', `${Math.round(message.steps * SCREENS_PER_STEP + 1)}`)
          this.setMode(pins ? 'scroll' : 'click')
        })
        this.awaitsPlace = pins && this.step !== ''
        this.send({ type: 'mode', mode: pins ? 'scroll' : 'click' })
        this.update()
        return this.emit('ready', { steps: message.steps })
      }
      case 'height':
        // A pinned frame has the height of the window.
        if (!pinned) this.box.style.setProperty('--height', `${Math.max(EMBED_HEIGHT, message.height)}px`)
        return
      case 'step':
        this.step = message.id
        return this.emit('step', { id: message.id, index: message.index })
      case 'seek':
        if (pinned) this.seek(message.progress)
        return
      case 'place':
        if (pinned && (this.awaitsPlace || isInside(this.sent))) this.target = message.progress
        this.awaitsPlace = false
        return this.update()
      case 'leave':
        return this.skip()
    }
  }

  /** Scrolls the host's page to `progress`. */
  private seek(progress: number) {
    this.target = undefined
    this.scrollBox(progress * (this.box.offsetHeight - this.pin.offsetHeight))
  }

  /** Scrolls past the explainer and moves the focus there. */
  private skip() {
    this.scrollBox(this.box.offsetHeight)
    // Removed again on blur. With -1, Chromium's next Tab would go back into the frame.
    this.anchor.tabIndex = 0
    this.anchor.focus({ preventScroll: true })
  }

  /** Scrolls so that the point `down` pixels from the top of the box is at the top of the visible area. */
  private scrollBox(down: number) {
    this.anchor.style.top = `${down}px`
    this.anchor.scrollIntoView({ behavior: 'instant', block: 'start' })
    // Corrects for the host's own `scroll-padding`.
    scrollBy({ top: this.anchor.getBoundingClientRect().top - this.offset, behavior: 'instant' })
  }

  /** Height of the host's sticky header, pixels. */
  private get offset(): number {
    return Math.min(MOST_OFFSET, Math.max(0, Number(this.getAttribute('offset')) || 0))
  }

  private setOffset() {
    this.box.style.setProperty('--offset', `${this.offset}px`)
    this.update()
  }

  /** Sends the progress to the frame, or scrolls the page back to it after a change of layout. */
  private readonly update = () => {
    if (this.mode !== 'scroll') return
    let layout = this.layout()
    // Hidden or printed: there is nothing to measure, so the reader continues at the same progress later.
    if (!layout.pinHeight) return this.savePlace()
    if (PRINT.matches) {
      this.sizes = ''
      return
    }
    if (!isPinned(layout)) {
      // Sticky positioning does not work in this page: each step would be a blank screen.
      this.mayPin = false
      // Not at once: a ResizeObserver that changes what it observes reports an error to the host.
      requestAnimationFrame(() => this.unpin())
      return
    }
    if (!this.ready || this.awaitsPlace) return

    const sizes = `${this.pin.offsetWidth} ${layout.pinHeight} ${layout.height}`
    const boxTop = layout.top + scrollY
    if (isInside(this.sent) && sizes !== this.sizes) {
      this.seek(this.sent)
      layout = this.layout()
      this.sent = progressIn(layout)
    } else if (isInside(this.sent) && NO_ANCHORING && boxTop !== this.boxTop) {
      scrollBy({ top: boxTop - this.boxTop, behavior: 'instant' })
      layout = this.layout()
    }
    this.sizes = sizes
    this.boxTop = layout.top + scrollY

    let progress = progressIn(layout)
    if (this.target !== undefined) {
      // Above the box, the frame keeps its opening step. Below it, the story is over: nothing to scroll back to.
      if (progress === 0) return
      if (progress < 1) this.seek(this.target)
      this.target = undefined
      progress = progressIn(this.layout())
    }
    if (progress === this.sent) return
    this.sent = progress
    this.send({ type: 'scroll', progress })
  }

  /** Also called for a resized window, since the box changes with it. */
  private readonly resizes = new ResizeObserver(this.update)

  private layout(): Layout {
    const { top, height } = this.box.getBoundingClientRect()
    const pin = this.pin.getBoundingClientRect()
    // Some browsers report the height of the zoomed-in part after a pinch.
    const screen = innerHeight * (window.visualViewport?.scale ?? 1)
    return { top, height, pinTop: pin.top, pinHeight: pin.height, offset: this.offset, screen }
  }

  /** Remembers the progress for when the reader returns to the box. */
  private savePlace() {
    if (isInside(this.sent)) this.target = this.sent
    this.sent = undefined
  }

  /** Switches to click mode at the active step, keeping the reader's place in the page. */
  private unpin() {
    if (this.mode !== 'scroll') return
    this.resize(() => this.setMode('click'))
    this.sent = this.target = undefined
    if (this.ready) this.send({ type: 'mode', mode: 'click' })
  }

  private setMode(mode: HostMode | 'bare') {
    this.mode = mode
    this.box.className = `box ${mode}`
  }

  /** Changes the height of the box without moving what the reader sees below it, or keeps the box in the window. */
  private resize(change: () => void) {
    const before = this.box.getBoundingClientRect()
    change()
    const { bottom, height } = this.box.getBoundingClientRect()
    if (before.bottom < innerHeight) scrollBy({ top: bottom - before.bottom, behavior: 'instant' })
    else if (bottom < this.offset + height / 2) this.scrollBox(0)
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, DatelinesStory)
