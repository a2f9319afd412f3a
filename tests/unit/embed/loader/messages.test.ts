import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromFrame, fromHost, wrapMessage } from '../../../../src/embed/loader/messages.ts'
import { MOST_STEPS } from '../../../../src/story/mostSteps.ts'

const RUNS = 2000

/** Close to our own messages, and wrong in one way or another. */
const nearMiss = fc.record(
  {
    datelines: fc.oneof(fc.constant(1), fc.anything()),
    type: fc.oneof(fc.constantFrom('scroll', 'theme', 'step', 'ready', 'height', 'seek', 'place'), fc.anything()),
    progress: fc.oneof(fc.double(), fc.anything()),
    steps: fc.oneof(fc.double(), fc.integer(), fc.anything()),
    height: fc.oneof(fc.double(), fc.anything()),
    index: fc.oneof(fc.integer(), fc.anything()),
    id: fc.oneof(fc.string(), fc.anything()),
    theme: fc.oneof(fc.string(), fc.anything()),
  },
  { requiredKeys: [] },
)

describe('a message', () => {
  it('of a known form is heard as it is', () => {
    for (const message of [
      { type: 'scroll', progress: 0.5 },
      { type: 'theme', theme: 'dark' },
      { type: 'step', id: 'handover' },
      { type: 'mode', mode: 'scroll' },
    ] as const)
      expect(fromHost(wrapMessage(message))).toEqual(message)
    for (const message of [
      { type: 'ready', steps: 13 },
      { type: 'height', height: 680 },
      { type: 'step', id: 'handover', index: 7 },
      { type: 'seek', progress: 1 },
      { type: 'place', progress: 0.5 },
      { type: 'place' },
      { type: 'leave' },
    ] as const)
      expect(fromFrame(wrapMessage(message))).toEqual(message)
  })

  it('of the longest story a check lets through is heard, of a longer one not', () => {
    const ready = (steps: number) => fromFrame(wrapMessage({ type: 'ready', steps }))
    const step = (index: number) => fromFrame(wrapMessage({ type: 'step', id: 'last', index }))
    expect([ready(MOST_STEPS)?.type, ready(MOST_STEPS + 1)]).toEqual(['ready', undefined])
    expect([step(MOST_STEPS - 1)?.type, step(MOST_STEPS)]).toEqual(['step', undefined])
  })

  it('of a height beyond any is heard as the most there is', () => {
    expect(fromFrame(wrapMessage({ type: 'height', height: 7200 }))).toEqual({ type: 'height', height: 5000 })
  })

  it('of any other form, or out of range, is nobody’s', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), nearMiss), (data) => {
        const heard = [fromHost(data), fromFrame(data)].filter((message) => message !== undefined)
        for (const message of heard) {
          expect(Reflect.get(Object(data), 'datelines')).toBe(1)
          if ('progress' in message)
            expect(message.progress === undefined || (message.progress >= 0 && message.progress <= 1)).toBe(true)
          if ('height' in message) expect(message.height > 0 && message.height <= 5000).toBe(true)
          if ('steps' in message) expect(Number.isInteger(message.steps) && message.steps <= MOST_STEPS).toBe(true)
          if ('id' in message) expect(message.id).toMatch(/^[a-z0-9-]{1,64}$/)
          if ('theme' in message) expect(['auto', 'light', 'dark']).toContain(message.theme)
        }
      }),
      { numRuns: RUNS },
    )
  })
})
