import type { ReactNode } from 'react'
import { LENGTH } from './drawing.ts'

interface StretchedProps {
  /** Pixels */
  height: number
  className?: string | undefined
  children: ReactNode
}

/** Lines from `drawing.ts`, stretched to the length of the timeline. Their heights stay in pixels. */
export function Stretched({ height, className, children }: StretchedProps) {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${LENGTH} ${height}`}
      width="100%"
      height={height}
      preserveAspectRatio="none"
    >
      {children}
    </svg>
  )
}
