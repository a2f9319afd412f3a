// @vitest-environment jsdom
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connectHost } from '../../../src/embed/host.ts'
import { wrapMessage } from '../../../src/embed/loader/messages.ts'

const HEIGHT = 680

/** What the parent has been sent: the message and for which origin */
let sent: [unknown, string][] = []
let grow = () => {}
let receive: (event: MessageEvent) => void = () => {}
const parent = { postMessage: (message: unknown, to: string) => sent.push([message, to]) }

beforeEach(() => {
  sent = []
  vi.stubGlobal('parent', parent)
  vi.stubGlobal('addEventListener', (_: string, listener: typeof receive) => {
    receive = listener
  })
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(act: () => void) {
        grow = act
      }
      observe() {}
    },
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
  history.replaceState(null, '', '/')
})

/** Opens the frame at `address`, with a stage of 680 pixels, and lets it say its size. */
function connect(address: string, height = HEIGHT) {
  history.replaceState(null, '', address)
  const stage = document.createElement('div')
  stage.getBoundingClientRect = () => new DOMRect(0, 0, 640, height)
  const host = connectHost(stage, 'islands', () => {})
  grow()
  return host
}

function hear(data: unknown, { origin = 'https://host.example', source = parent as unknown } = {}) {
  const event = new MessageEvent('message', { data, origin })
  Object.defineProperty(event, 'source', { value: source })
  receive(event)
}

const messages = () => sent.map(([message]) => message)

describe('a host that already resizes frames is told the height', () => {
  it('AMP, Datawrapper and Flourish, unasked', () => {
    connect('/islands/embed/')
    expect(messages()).toEqual(
      expect.arrayContaining([
        { sentinel: 'amp', type: 'embed-ready' },
        { sentinel: 'amp', type: 'embed-size', width: 640, height: 680 },
        { 'datawrapper-height': { islands: 680 } },
      ]),
    )
    const [flourish] = messages().flatMap((message) =>
      typeof message === 'string' && message.startsWith('{') ? [JSON.parse(message)] : [],
    )
    expect(flourish).toMatchObject({ sender: 'Flourish', method: 'resize', context: 'iframe.resize', height: 680 })
    expect(flourish.src).toBe(new URL('/islands/embed/', location.href).href)
    expect(messages().filter((message) => /xPYMx|iFrame(Sizer|Resizer)/.test(String(message)))).toEqual([])
  })

  it('pym.js, when the address names the frame', () => {
    connect('/islands/embed/?initialWidth=640&childId=story-1')
    expect(messages()).toContain('pymxPYMxstory-1xPYMxheightxPYMx680')
  })

  it('WordPress, with the secret of the fragment, and again when it is ready', () => {
    connect('/islands/embed/#?secret=Ab3dE5gH1j')
    const told = { message: 'height', value: 680, secret: 'Ab3dE5gH1j' }
    expect(messages()).toContainEqual(told)
    sent = []
    history.replaceState(null, '', '#a-step')
    hear({ message: 'ready', secret: 'another' })
    expect(messages()).toEqual([])
    hear({ message: 'ready', secret: 'Ab3dE5gH1j' })
    expect(messages()).toEqual([told])
  })

  it('WordPress, when the secret comes with its first word', () => {
    connect('/islands/embed/')
    hear({ message: 'ready', secret: 'k2j4h6' })
    expect(messages()).toContainEqual({ message: 'height', value: 680, secret: 'k2j4h6' })
  })

  it('iframe-resizer, once it has begun', () => {
    connect('/islands/embed/')
    sent = []
    hear('[iFrameSizer]iFrameResizer0:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll')
    expect(messages()).toEqual(['[iFrameSizer]iFrameResizer0:680:640:init:'])
  })

  it('but none of a box that is hidden', () => {
    connect('/islands/embed/', 0)
    expect(messages()).toEqual([{ sentinel: 'amp', type: 'embed-ready' }])
  })

  it.each([
    ['too low', 219, 680],
    ['of a reader with huge letters', 9000, 5000],
  ])('in a frame %s it asks for what a host can give', (_, height, told) => {
    connect('/islands/embed/', height)
    expect(messages()).toContainEqual({ 'datawrapper-height': { islands: told } })
    expect(messages()).toContainEqual(wrapMessage({ type: 'height', height: told }))
  })
})

describe('what a host gives to be repeated', () => {
  it('is repeated only when it is a plain word', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (word) => {
        fc.pre(!/^[\w-]{1,64}$/.test(word))
        connect(`/islands/embed/?${new URLSearchParams({ childId: word })}#?secret=${encodeURIComponent(word)}`)
        hear({ message: 'ready', secret: word })
        hear(`[iFrameSizer]${word}:8:false:false`)
        return !messages().some((message) => /xPYMx|iFrameSizer/.test(String(message)) || 'secret' in Object(message))
      }),
      { numRuns: 300 },
    )
  })

  it('is taken from the parent only', () => {
    connect('/islands/embed/')
    sent = []
    hear('[iFrameSizer]iFrameResizer0:8:false:false', { source: window })
    hear({ message: 'ready', secret: 'k2j4h6' }, { source: window })
    expect(messages()).toEqual([])
  })
})

describe('links', () => {
  it('WordPress opens those of our own server, and no other', () => {
    const { open } = connect('/islands/embed/#?secret=Ab3dE5gH1j')
    sent = []
    expect(open(new URL('../#deal', location.href).href)).toBe(true)
    expect(messages()).toEqual([
      { message: 'link', value: new URL('/islands/#deal', location.href).href, secret: 'Ab3dE5gH1j' },
    ])
    expect(open('https://elsewhere.example/')).toBe(false)
  })

  it('a host that has asked for nothing opens none', () => {
    expect(connect('/islands/embed/').open(location.href)).toBe(false)
  })
})

describe('what the reader does', () => {
  const step = { type: 'step', id: 'deal', index: 3 } as const

  it('is told to the origin of the parent, once it is known', () => {
    const { send } = connect('/islands/embed/')
    hear(wrapMessage({ type: 'mode', mode: 'click' }))
    sent = []
    send(step)
    expect(sent).toEqual([[wrapMessage(step), 'https://host.example']])
  })

  it('reaches a parent that is sandboxed and has none', () => {
    const { send } = connect('/islands/embed/')
    hear(wrapMessage({ type: 'mode', mode: 'click' }), { origin: 'null' })
    sent = []
    send(step)
    expect(sent).toEqual([[wrapMessage(step), '*']])
  })
})
