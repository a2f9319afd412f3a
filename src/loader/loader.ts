/**
 * `embed.js`, what a newsroom's page loads: the element `<datelines-story>`. It keeps room for the explainer, frames it
 * when the reader comes near, and in scroll mode pins the frame in a tall box and tells it how far the reader has come.
 * Whatever cannot be had here, what stands inside the element stays until the frame has answered.
 * It leaves no global, stores nothing, sends nothing anywhere but to its own frame.
 */
import { themeNamed } from '../reader/theme.ts'
import { ALLOW, type FromHost, fromFrame, SANDBOX, STAGE_HEIGHT, sealed } from './messages.ts'

const NAME = 'datelines-story'

/** Screens a step takes to scroll past, and how many the box has until the story has said how many steps it has. */
const SCREENS_PER_STEP = 0.75
const SCREENS_AT_FIRST = 10

/** A pinned frame stands still to within so many pixels. */
const STILL = 2

/** A host's pinned header is at most so high, pixels. */
const MOST_OFFSET = 300

/** How long a frame may take to load, and after that to answer, before the host is told, ms. */
const PATIENCE = { load: 20_000, answer: 5_000 }

/** In a shadow root no rule of the host reaches the frame; `!important` in `:host` is stronger than the host's own. */
const STYLE = `
:host { display: block !important; box-sizing: border-box !important; width: 100%; max-width: 100%; height: auto !important; overflow-anchor: none; }
:host([hidden]) { display: none !important; }
.box { position: relative; }
.pin { position: relative; height: ${STAGE_HEIGHT}px; overflow: hidden; }
.tall > .pin { position: sticky; top: var(--offset); height: calc(100vh - var(--offset)); height: calc(100svh - var(--offset)); }
.mark { position: absolute; scroll-margin-top: var(--offset); outline: 0; }
iframe { position: absolute; inset: 0; display: block; width: 100%; height: 100%; border: 0; visibility: hidden; }
.shown > iframe { visibility: visible; }
.shown > slot { display: none; }
::slotted(*) { max-width: 100% !important; }
`

class DatelinesStory extends HTMLElement {
  static observedAttributes = ['src', 'lang', 'mode', 'headline', 'theme', 'step', 'offset']

  private readonly box = document.createElement('div')
  private readonly pin = document.createElement('div')
  /** Stands in the box where the host's page is to scroll to, whatever it is that scrolls there */
  private readonly mark = document.createElement('div')
  private frame: HTMLIFrameElement | undefined
  private origin = ''
  private near: IntersectionObserver | undefined
  private ready = false
  private patience = 0
  private turn = 0
  private told = -1

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
    addEventListener('message', this.hear)
    addEventListener('scroll', this.scrolled, { passive: true, capture: true })
    addEventListener('resize', this.scrolled)
    this.begin()
  }

  disconnectedCallback() {
    removeEventListener('message', this.hear)
    removeEventListener('scroll', this.scrolled, { capture: true })
    removeEventListener('resize', this.scrolled)
    cancelAnimationFrame(this.turn)
    this.turn = 0
    this.end()
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null) {
    if (before === now || !this.isConnected) return
    if (this.ready && name === 'theme') this.tell({ type: 'theme', theme: themeNamed(now) })
    else if (this.ready && name === 'step' && now) this.tell({ type: 'step', id: now })
    else this.begin()
  }

  /** Keeps the room and waits for the reader to come within two screens. */
  private begin() {
    this.end()
    const tall = this.getAttribute('mode') === 'scroll' && canPin(this)
    this.box.classList.toggle('tall', tall)
    this.box.style.height = tall ? `${SCREENS_AT_FIRST * 100}vh` : ''
    this.box.style.setProperty('--offset', `${this.offset}px`)
    // An old browser without the observer loads the frame at once.
    if (!('IntersectionObserver' in window)) return this.open()
    this.near = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.open()
      },
      { rootMargin: '200% 0px' },
    )
    this.near.observe(this)
  }

  private end() {
    this.near?.disconnect()
    clearTimeout(this.patience)
    this.frame?.remove()
    this.frame = undefined
    this.ready = false
    this.told = -1
    this.pin.classList.remove('shown')
    this.pin.style.height = ''
  }

  private open() {
    this.near?.disconnect()
    const address = addressOf(this)
    if (!address) return this.fail('src is not the address of a story')
    this.origin = address.origin
    const frame = document.createElement('iframe')
    frame.title = this.getAttribute('title') || this.textContent?.trim().slice(0, 200) || 'Explainer'
    frame.loading = 'lazy'
    frame.allow = ALLOW
    // Older browsers know only this attribute.
    frame.allowFullscreen = true
    frame.referrerPolicy = 'no-referrer'
    // Of one origin with its host a frame could take its sandbox off; there it would only be for show.
    if (address.origin !== location.origin) frame.setAttribute('sandbox', SANDBOX)
    frame.addEventListener('load', () => {
      // In a sandboxed host the scripts of the frame may not run, and no answer could be told from a stranger's: then it
      // is shown as it was served. Anywhere else what does not answer is no explainer, and the link stays.
      if (window.origin === 'null') this.pin.classList.add('shown')
      else if (!this.ready) this.wait(PATIENCE.answer)
    })
    frame.src = address.href
    this.frame = frame
    this.pin.append(frame)
    this.wait(PATIENCE.load)
  }

  private wait(time: number) {
    clearTimeout(this.patience)
    this.patience = window.setTimeout(() => this.fail('the explainer did not answer'), time)
  }

  private tell(message: FromHost) {
    this.frame?.contentWindow?.postMessage(sealed(message), this.origin)
  }

  private fail(message: string) {
    this.emit('error', { message })
  }

  private emit(name: 'ready' | 'step' | 'error', detail: object) {
    this.dispatchEvent(new CustomEvent(`datelines:${name}`, { bubbles: true, composed: true, detail }))
  }

  private readonly hear = ({ source, origin, data }: MessageEvent) => {
    if (!this.frame || source !== this.frame.contentWindow || origin !== this.origin) return
    const message = fromFrame(data)
    const tall = this.box.classList.contains('tall')
    switch (message?.type) {
      case 'ready':
        clearTimeout(this.patience)
        this.ready = true
        this.pin.classList.add('shown')
        if (tall) this.box.style.height = `${Math.round(message.steps * SCREENS_PER_STEP + 1) * 100}vh`
        this.told = -1
        this.tell({ type: 'mode', mode: tall ? 'scroll' : 'click' })
        this.scrolled()
        return this.emit('ready', { steps: message.steps })
      case 'height':
        // The tall box has the height of the screen, whatever is in it.
        if (!tall) this.pin.style.height = `${Math.max(STAGE_HEIGHT, message.height)}px`
        return
      case 'step':
        return this.emit('step', { id: message.id, index: message.index })
      case 'seek':
        if (tall) this.seek(message.progress)
        return
      case 'leave':
        return this.leave()
    }
  }

  /** The reader has chosen a step in the frame: the host's page goes where the frame shows it. */
  private seek(progress: number) {
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

  private readonly scrolled = () => {
    if (this.turn || !this.box.classList.contains('tall')) return
    this.turn = requestAnimationFrame(() => {
      this.turn = 0
      const { top, bottom, height } = this.box.getBoundingClientRect()
      const pin = this.pin.getBoundingClientRect()
      // Clipped, inside another scroller or zoomed it would leave the reader with a screen of nothing for every step. What
      // has been scrolled since is not told: in a frame that changes its height it could mean another step.
      const place = Math.min(Math.max(top, this.offset), bottom - pin.height)
      if (Math.abs(pin.top - place) > STILL || pin.height > innerHeight + STILL) return this.unpin()
      const progress = Math.min(1, Math.max(0, (this.offset - top) / Math.max(1, height - pin.height)))
      if (!this.ready || progress === this.told) return
      this.told = progress
      this.tell({ type: 'scroll', progress })
    })
  }

  /** Goes on in click mode, at the step that is shown; the reader stays with the explainer, or with what follows it. */
  private unpin() {
    const { bottom } = this.box.getBoundingClientRect()
    this.box.classList.remove('tall')
    this.box.style.height = ''
    if (this.ready) this.tell({ type: 'mode', mode: 'click' })
    const now = this.box.getBoundingClientRect()
    if (bottom < innerHeight) scrollBy({ top: now.bottom - bottom, behavior: 'instant' })
    else if (now.bottom < this.offset + now.height / 2) this.bring(0)
  }
}

/** The address of the embedded page, or undefined when `src` is none that may be framed. */
function addressOf(element: HTMLElement): URL | undefined {
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
    if (/^[a-z0-9-]+$/.test(get('step'))) address.hash = get('step')
    return address
  } catch {
    return
  }
}

/** A frame is pinned by the window's own scrolling; inside a box that scrolls or clips it would stay behind. */
function canPin(element: Element): boolean {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
    if (/auto|scroll|hidden/.test(getComputedStyle(box).overflowY)) return false
  return true
}

if (!customElements.get(NAME)) customElements.define(NAME, DatelinesStory)
