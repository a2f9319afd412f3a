import { memo } from 'react'
import type { Section } from '../story/map.ts'
import type { Rect } from '../story/projection.ts'
import { percentIn } from '../story/viewport.ts'
import type { Paint } from './paint.ts'

interface DepthScaleProps {
  section: Section
  view: Rect
  paint: Paint
}

/** The depths of a section: a hairline across the drawing for each, and the number on the left. */
export const DepthScale = memo(function DepthScale({ section, view, paint: { colour, font } }: DepthScaleProps) {
  return (
    <g data-part="depths" fontFamily={font} fontSize="11.5" fill={colour('map-muted')}>
      {section.scale.map(({ y, text }) => (
        <svg key={y} x="0" y={percentIn(view, { x: 0, y }).y} overflow="visible">
          <line x1="-100%" x2="200%" stroke={colour('map-muted')} strokeOpacity="0.22" />
          <text x="4" y="-3">
            {text}
          </text>
        </svg>
      ))}
    </g>
  )
})
