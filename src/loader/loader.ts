/**
 * `embed.js`, what a newsroom's page loads: the element `<datelines-story>`. It keeps room for the explainer, frames it
 * when the reader comes near, and in scroll mode pins the frame in a tall box and tells it how far the reader has come.
 * It leaves no global, stores nothing, sends nothing anywhere but to its own frame.
 */
import { themeNamed } from '../reader/theme.ts'
import { type FromHost, fromFrame, SANDBOX, STAGE_HEIGHT, sealed } from './messages.ts'

const NAME = 'datelines-story'

/** Screens a step takes to scroll past, and how many the box has until the story has said how many steps it has. */
const SCREENS_PER_STEP = 0.75
const SCREENS_AT_FIRST = 10

/** How long a frame may take to load, and after that to answer, before the host is told, ms. */
const PATIENCE = { load: 20_000, answer: 5_000 }

/** In a shadow root no rule of the host reaches the frame; `!important` in `:host` is stronger than the host's own. */
const STYLE = `
:host { display: block !important; box-sizing: border-box !important; width: 100%; max-width: 100%; height: auto !important; overflow-anchor: none; }
:host([hidden]) { display: none !important; }
.box { position: relative; }
.pin { position: relative; height: ${STAGE_HEIGHT}px; overflow: hidden; }
.tall > .pin { position: sticky; top: 0; height: 100vh; height: 100svh; }
iframe { position: absolute; inset: 0; display: block; width: 100%; height: 100%; border: 0; visibility: hidden; }
.shown > iframe { visibility: visible; }
.shown > slot { display: none; }
::slotted(*) { max-width: 100% !important; }
`

class DatelinesStory extends HTMLElement {
  static observedAttributes = ['src', 'lang', 'mode', 'headline', 'theme', 'step']

  private readonly box = document.createElement('div')
  private readonly pin = document.createElement('div')
  private frame: HTMLIFrameElement | undefined
  private origin = ''
  private near: IntersectionObserver | undefined
  private ready = false
  private patience = 0
  private turn = 0
  private told = -1

  constructor() {
    super()
    const root = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    root.adoptedStyleSheets = [sheet]
    this.box.className = 'box'
    this.pin.className = 'pin'
    this.pin.append(document.createElement('slot'))
    this.box.append(this.pin)
    root.append(this.box)
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
    frame.allow = ''
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
        this.tell({ type: 'hello' })
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
    }
  }

  /** The reader has chosen a step in the frame: the host's page goes where the frame shows it. */
  private seek(progress: number) {
    const { top, height } = this.box.getBoundingClientRect()
    scrollTo({ top: scrollY + top + progress * (height - this.pin.offsetHeight), behavior: 'instant' })
  }

  private readonly scrolled = () => {
    if (this.turn || !this.ready || !this.box.classList.contains('tall')) return
    this.turn = requestAnimationFrame(() => {
      this.turn = 0
      const { top, height } = this.box.getBoundingClientRect()
      const progress = Math.min(1, Math.max(0, -top / Math.max(1, height - this.pin.offsetHeight)))
      if (progress === this.told) return
      this.told = progress
      this.tell({ type: 'scroll', progress })
    })
  }
}

/** The address of the embedded page, or undefined when `src` is none that may be framed. */
function addressOf(element: HTMLElement): URL | undefined {
  const get = (name: string) => element.getAttribute(name) ?? ''
  try {
    const story = new URL(get('src') || '.', document.baseURI)
    if (!get('src') || !/^https?:$/.test(story.protocol)) return
    const language = /^[a-z]{2,3}$/i.test(get('lang')) ? `${get('lang').toLowerCase()}/` : ''
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
