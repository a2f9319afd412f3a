import type { KeyboardEvent } from 'react'
import { isModified } from '../store/browser.ts'
import { isRightToLeft } from './direction.ts'

/**
 * Index of the step a key leads to from step `active`, up to `last`; undefined for other keys. Prevents the default of
 * a key that leads somewhere. `more`: target steps of keys besides the arrows, Home and End.
 */
export function stepOfKey(
  event: KeyboardEvent,
  active: number,
  last: number,
  more?: Record<string, number>,
): number | undefined {
  const right = isRightToLeft(event.currentTarget) ? -1 : 1
  const targets: Record<string, number> = {
    ArrowLeft: active - right,
    ArrowRight: active + right,
    Home: 0,
    End: last,
    ...more,
  }
  const target = targets[event.key]
  if (target === undefined || isModified(event)) return
  event.preventDefault()
  return Math.min(last, Math.max(0, target))
}
