import type { ReactNode } from 'react'
import { viewBoxOf } from '../story/viewport.ts'
import type { Viewport } from './moment.ts'

interface InMapUnitsProps extends Pick<Viewport, 'view'> {
  children: ReactNode
  'data-part'?: string
}

/** Children in map units, clipped only by the map itself. */
export function InMapUnits({ view, children, ...data }: InMapUnitsProps) {
  return (
    <svg viewBox={viewBoxOf(view)} overflow="visible" {...data}>
      {children}
    </svg>
  )
}
