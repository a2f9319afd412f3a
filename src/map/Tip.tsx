import { copyAt, pointAt } from '../story/line.ts'
import type { Leg } from '../story/map.ts'
import { LETTERING } from '../story/viewport.ts'
import type { Viewport } from './moment.ts'
import { Pin } from './Pin.tsx'
import type { Paint } from './paint.ts'

interface TipProps extends Viewport {
  leg: Leg
  grown: number
  /** Position of the tip on the leg, 0 to 1 */
  front: number
  count: (people: number) => string
  paint: Paint
}

/** The count at the tip of a growing leg, where the number is exact. */
export function Tip({ leg, grown, front, count, view, paint }: TipProps) {
  const line = copyAt(leg.lines, front, view.x + view.width / 2)
  if (!line || typeof leg.amount !== 'number') return null
  const people = underWay(leg.amount, leg.arrive, grown)
  if (people === 0) return null
  const { size, weight } = LETTERING.people
  return (
    <Pin at={pointAt(line, front)} view={view} data-leg={leg.id} data-part="tip">
      <text
        x="14"
        y="5"
        fontSize={size}
        fontWeight={weight}
        fill={paint.colour('ink')}
        stroke={paint.colour('land')}
        strokeWidth="3"
        strokeLinejoin="round"
        paintOrder="stroke"
      >
        {count(people)}
      </text>
    </Pin>
  )
}

/** Number of people counted at the tip; where some are lost or join on the way, number left at this point. */
export function underWay(amount: number, arrive: number | undefined, grown: number): number {
  return Math.round(arrive === undefined ? amount * grown : amount + (arrive - amount) * grown)
}
