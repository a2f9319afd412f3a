import type { ReactNode } from 'react'
import type { Point, Rect } from '../story/projection.ts'
import { percentIn } from '../story/viewport.ts'

interface PinProps {
  /** Map units */
  at: Point
  view: Rect
  children: ReactNode
  'data-place'?: string
  'data-leg'?: string
  'data-part'?: string
}

/** Content at a point of the map that keeps its size in every view. */
export function Pin({ at, view, children, ...data }: PinProps) {
  return (
    <svg {...percentIn(view, at)} overflow="visible" {...data}>
      {children}
    </svg>
  )
}
