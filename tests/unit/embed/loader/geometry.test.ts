import { describe, expect, it } from 'vitest'
import { isPinned, type Layout, progressIn } from '../../../../src/embed/loader/geometry.ts'

/** A box of ten screens, half passed. */
const HALF: Layout = { top: -3600, height: 8000, pinTop: 0, pinHeight: 800, offset: 0, screen: 800 }

describe('scroll mode', () => {
  it('counts the reader’s way from where the box comes to the top until its end comes to the bottom', () => {
    expect(progressIn(HALF)).toBe(0.5)
    expect(progressIn({ ...HALF, top: 300 })).toBe(0)
    expect(progressIn({ ...HALF, top: -7900 })).toBe(1)
    expect(progressIn({ ...HALF, top: 72, pinHeight: 728, offset: 72 })).toBe(0)
    expect(progressIn({ ...HALF, height: 0, pinHeight: 0 })).toBe(1)
  })

  it('knows a frame that is pinned: before the box, in it, and at its end', () => {
    expect(isPinned(HALF)).toBe(true)
    expect(isPinned({ ...HALF, top: 300, pinTop: 300 })).toBe(true)
    expect(isPinned({ ...HALF, top: -7900, pinTop: -700 })).toBe(true)
  })

  it('knows a frame that the host has let go, or made higher than the window', () => {
    expect(isPinned({ ...HALF, pinTop: -3600 })).toBe(false)
    expect(isPinned({ ...HALF, screen: 500 })).toBe(false)
  })
})
