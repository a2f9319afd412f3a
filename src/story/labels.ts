/**
 * Serialisation of labels. Most views repeat the same names at the same spots beside their points, so each name and spot
 * is stored once, and a view is a list of pairs of indexes.
 */
import type { Label, Name, Route, Spot, WrittenName, WrittenSpot } from './map.ts'

const KINDS = ['place', 'country', 'sea', 'town', 'people', 'stay', 'note', 'beyond'] as const
const ANCHORS = ['start', 'middle', 'end'] as const

/** Serialises labels and collects the two tables that they refer to. */
export class Labels {
  readonly names: WrittenName[] = []
  readonly spots: WrittenSpot[] = []
  private readonly indexes = new Map<string, number>()

  /** Serialises the labels of a view, for `View.labels`. */
  write(labels: Label[]): number[] {
    return labels.flatMap((label) => this.pair(label))
  }

  /** Serialises the labels of a map that the reader has moved, for `Route.free`. */
  writeFree(labels: Label[]): number[] {
    return labels.flatMap((label) => [...this.pair(label), Math.round((label.from ?? 0) * 10_000)])
  }

  private pair({ kind, text, x, y, light, of, angle, dx, dy, anchor, leader }: Label): [number, number] {
    const more: [string?, number?, number?] =
      angle !== undefined ? [of ?? '', Number(light ?? 0), angle] : light ? [of ?? '', 1] : of ? [of] : []
    const name: WrittenName = [KINDS.indexOf(kind), text, x, y, ...more]
    const spot: WrittenSpot = [dx, dy, ANCHORS.indexOf(anchor), ...(leader ?? [])]
    return [this.indexIn(this.names, name), this.indexIn(this.spots, spot)]
  }

  private indexIn<T extends (string | number | undefined)[]>(table: T[], entry: T): number {
    const key = JSON.stringify(entry)
    const index = this.indexes.get(key) ?? table.push(entry) - 1
    this.indexes.set(key, index)
    return index
  }
}

/** Reads the labels of a view for one range of viewport widths. */
export function readLabels({ names, spots }: Pick<Route, 'names' | 'spots'>, written: number[]): Label[] {
  return pairs(names, spots, written, 2).map(([label]) => label)
}

/** Reads the labels of a map that the reader has moved. */
export function readFree({ names, spots, free }: Pick<Route, 'names' | 'spots' | 'free'>): Label[] {
  return pairs(names, spots, free, 3).map(([label, from = 0]) => ({ ...label, from: from / 10_000 }))
}

function pairs(
  names: WrittenName[],
  spots: WrittenSpot[],
  written: number[],
  size: number,
): [Label, number | undefined][] {
  const read: [Label, number | undefined][] = []
  for (let i = 0; i < written.length; i += size) {
    const [name, spot] = [names[written[i] ?? -1], spots[written[i + 1] ?? -1]]
    if (name && spot) read.push([{ ...nameOf(name), ...spotOf(spot) }, written[i + 2]])
  }
  return read
}

function nameOf([kind, text, x, y, of, light, angle]: WrittenName): Name {
  return {
    kind: KINDS[kind] ?? 'place',
    text,
    x,
    y,
    ...(of && { of }),
    ...(light && { light: true }),
    ...(angle !== undefined && { angle }),
  }
}

function spotOf([dx, dy, anchor, x1, y1, x2, y2]: WrittenSpot): Spot {
  const spot: Spot = { dx, dy, anchor: ANCHORS[anchor] ?? 'start' }
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return spot
  return { ...spot, leader: [x1, y1, x2, y2] }
}
