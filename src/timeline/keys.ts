import type { KeyboardEvent } from 'react'
import { isModified } from '../store/browser.ts'
import { isRightToLeft } from './direction.ts'

/**
 * The step a key leads to from step `active`, where the last has the index `last`; undefined when it leads nowhere.
 * `more`: what keys mean besides those that walk along a row. The key is used up then.
 */
export function stepOfKey(
  event: KeyboardEvent,
  active: number,
  last: number,
  more?: Record<string, number>,
): number | undefined {
  const on = isRightToLeft(event.currentTarget) ? -1 : 1
  const keys: Record<string, number> = { ArrowLeft: active - on, ArrowRight: active + on, Home: 0, End: last, ...more }
  const wish = keys[event.key]
  if (wish === undefined || isModified(event)) return
  event.preventDefault()
  return Math.min(last, Math.max(0, wish))
}
