import { copyAt, pathTo } from '../story/line.ts'
import type { Leg } from '../story/map.ts'
import { tenth } from '../story/rounding.ts'
import { arrowhead, type Head, headOf } from '../story/viewport.ts'
import { InMapUnits } from './InMapUnits.tsx'
import type { Viewport } from './moment.ts'
import { Pin } from './Pin.tsx'
import { dashes, type Paint, strokeOf } from './paint.ts'

/** Width of the edge of a road, and the least width of a band that has room for one, pixels. */
const [EDGE, ROAD_FROM] = [1.25, 4]
/** Width of the light edge that tells crossing lines apart, pixels. */
const CASING = 1

const DASHES = { announced: '6 5', reported: '0 5' } as const

interface BandProps extends Viewport {
  leg: Leg
  part: 'ahead' | 'done'
  grown: number
  isRoad?: boolean
  past?: boolean
  /** The thin line inside a band that shows how certain it is */
  core: 'announced' | 'reported' | undefined
  opacity: number
  paint: Paint
}

/** A band whose width stands for the number of people, with its arrowhead. */
export function Band({ leg, part, grown, core, isRoad = false, past = false, opacity, view, scale, paint }: BandProps) {
  const tip = copyAt(leg.lines, grown, view.x + view.width / 2)
  const fullHead = tip && headOf(tip, leg.width, scale, grown, leg.open)
  const head = fullHead?.fits || grown < 1 ? fullHead : undefined
  const d = leg.lines.map((line) => pathTo(line, head?.cut ?? grown)).join('')
  const stroke = paint.colour(leg.others ? 'ink' : past ? 'map-muted' : 'route')
  const casing = core === undefined && !leg.section
  return (
    <g data-leg={leg.id} data-part={part} data-grown={grown < 1 ? 'part' : 'whole'} data-status={core ?? 'happened'}>
      <g opacity={Math.round(opacity * 100) / 100}>
        <Shape
          d={d}
          width={leg.width}
          casing={casing}
          head={head}
          colour={stroke}
          view={view}
          scale={scale}
          paint={paint}
        />
        {isRoad && leg.width > ROAD_FROM && (
          <Shape
            d={d}
            width={leg.width - 2 * EDGE}
            head={head}
            headWidth={leg.width}
            colour={past ? 'var(--road-past)' : 'var(--road)'}
            view={view}
            scale={scale}
            paint={paint}
          />
        )}
      </g>
      {core && (
        <InMapUnits view={view}>
          <path
            d={d}
            fill="none"
            stroke={stroke}
            strokeDasharray={dashes(DASHES[core], scale, paint)}
            strokeLinecap={core === 'reported' ? 'round' : undefined}
            {...strokeOf(core === 'reported' ? 2.5 : 1.5, scale, paint)}
          />
        </InMapUnits>
      )}
    </g>
  )
}

interface ShapeProps extends Viewport {
  /** Path of the band, map units */
  d: string
  /** Width of the band; `headWidth` if the arrowhead is that of a wider one, drawn inside it. Pixels */
  width: number
  headWidth?: number
  /** With a light edge under it */
  casing?: boolean
  head: Head | undefined
  colour: string
  paint: Paint
}

/** A band and its arrowhead in one colour. */
function Shape({ d, width, headWidth = width, casing = false, head, colour, view, scale, paint }: ShapeProps) {
  const { length, half } = arrowhead(headWidth)
  const inset = headWidth - width
  return (
    <>
      <InMapUnits view={view}>
        {casing && (
          <g>
            <path d={d} fill="none" stroke={paint.colour('land')} {...strokeOf(width + 2 * CASING, scale, paint)} />
          </g>
        )}
        <path d={d} fill="none" stroke={colour} {...strokeOf(width, scale, paint)} />
      </InMapUnits>
      {head && (
        <Pin at={head.at} view={view}>
          <path
            d={arrowPath(tenth(-head.back), length, half, inset / 2)}
            fill={colour}
            transform={`rotate(${Math.round(head.angle)})`}
          />
        </Pin>
      )}
    </>
  )
}

/** An arrowhead with its tip at `x`, `inset` pixels inside the full one so that its edge has an even width. */
function arrowPath(x: number, length: number, half: number, inset: number): string {
  if (inset === 0) return `M${x} 0l${-length} ${-half}v${2 * half}z`
  const slope = Math.hypot(length, half)
  const tip = (inset * slope) / half
  const back = length - tip - inset
  const side = tenth((back * half) / length)
  return `M${tenth(x - tip)} 0l${tenth(-back)} ${-side}v${2 * side}z`
}
