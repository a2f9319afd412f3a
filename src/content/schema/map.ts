/** Schemas of what stands on the map or the section: places, legs, and who stays. */
import { z } from 'zod'
import { withQuantity } from '../quantity.ts'
import { changes, cited, country, date, id, names, quantity, status } from './values.ts'

export const place = z.strictObject({
  lat: z.number().describe('Latitude, degrees north, -90 to 90'),
  lon: z.number().describe('Longitude, degrees east, -180 to 180'),
  approximate: z
    .union([z.boolean(), z.number().positive(), z.literal('latitude')])
    .default(false)
    .describe(
      'Known only roughly: true, or within how many kilometres, drawn as a soft area, never as a point; latitude where only that is known, drawn as a band along it',
    ),
  symbolic: z.boolean().default(false).describe('The point stands for a country or region: drawn as an open ring'),
  beyond: z
    .boolean()
    .default(false)
    .describe('Too far for this map: named at its edge, with an arrow that points there'),
  lost: changes.describe('How many died or left here'),
  joined: changes.describe('How many were added here'),
})

export const box = z.tuple([z.number(), z.number(), z.number(), z.number()])

export const surroundings = z.enum(['coast', 'none'])

export const stage = z.enum(['map', 'section'])
export const stageOfStep = z.enum(['map', 'section', 'media'])

/** A point of a section: metres to the right, then metres down. */
const at = z.tuple([z.number(), z.number()], { error: 'is [distance, depth] in metres' })

/** A vertical section through the ground, the sea or a mountain. */
export const section = z.strictObject({
  extent: box.describe('What it shows, metres: [left, top, right, bottom]; heights above the surface are negative'),
  places: names(
    id,
    z.strictObject({
      at: at.describe('[distance, depth] in metres, with depth 0 at the surface'),
      row: z.enum(['left', 'right']).default('right').describe('The side on which those who are here stand in a row'),
    }),
  ).describe('Its places, used in steps and legs like those of the map; named in places of the language files'),
  areas: z
    .array(
      z.strictObject({
        kind: z.enum(['land', 'water', 'air']).describe('Air in land is an opening: a cave, a chamber'),
        points: z.array(at).min(3, 'an area has at least three points'),
      }),
    )
    .default([])
    .describe('Ground and water, then openings; what none of them covers is air'),
  lines: z
    .array(
      z.strictObject({
        kind: z
          .enum(['passage', 'broken'])
          .describe('A way too narrow to show at this scale; or a broken line: a way whose course is not known'),
        points: z.array(at).min(2, 'a line has at least two points'),
      }),
    )
    .default([])
    .describe('Shafts and galleries, drawn wider than they are, and broken lines'),
  sources: cited.describe('Ids of the sources for its depths and lengths'),
})

const writtenLeg = z.strictObject({
  id,
  from: id.describe('Id of the place it leaves'),
  to: id.describe('Id of the place it reaches'),
  ...quantity,
  step: id.describe('Id of the step from which the leg has its status'),
  announced: id.optional().describe('Id of an earlier step from which the leg is shown as announced'),
  status,
  after: id.optional().describe('Id of the leg this one continues'),
  via: z
    .array(z.union([z.tuple([z.number(), z.number()]), id], { error: 'is [lon, lat] or the id of a place' }))
    .default([])
    .describe('Points that its line passes, in order: [lon, lat], or ids of places'),
  line: z
    .enum(['arc', 'straight', 'great-circle'])
    .default('arc')
    .describe('Shape of its line from point to point; a great circle is the shortest route on the globe'),
  path: z
    .string()
    .regex(
      /^[^\s./\\:][^/\\:]*\.(geojson|json|gpx|kml)$/i,
      'a drawn way is a file beside story.yaml: voyage.geojson, .json, .gpx or .kml',
    )
    .optional()
    .describe('A track in a file beside story.yaml: voyage.geojson, voyage.gpx or voyage.kml'),
  singly: z.boolean().default(false).describe('They go one at a time: each leaves when the one before has arrived'),
  schematic: z.boolean().default(true).describe('False if the line is the actual route'),
  bend: z
    .enum(['left', 'right'])
    .default('left')
    .describe('The side its line bends to, seen in the direction of travel'),
  avoid: z.array(country).default([]).describe('Countries its line must not touch: it bends as far as it needs to'),
  marks: z.array(id).default([]).describe('Places marked with this leg though its line does not touch them'),
  lost: changes.describe('How many died or left between its places; its amount is how many set out'),
  joined: changes.describe('How many were added between its places'),
  sources: cited,
})
export const leg = writtenLeg.transform(withQuantity)

const writtenStay = z.strictObject({
  place: id,
  ...quantity,
  by: date('Date of this count, EDTF').optional(),
  sources: cited,
})
export const stay = writtenStay.transform(withQuantity)
