/**
 * Labels as the page carries them. The same few names stand in most views, at the same few spots beside their points, so
 * each name and each spot is written once, and a view is a list of pairs of numbers.
 */
import type { Label, Name, Route, Spot } from './story.ts'

/** Writes labels down and keeps the two tables they refer to. */
export class Labels {
  readonly names: Name[] = []
  readonly spots: Spot[] = []
  private readonly known = new Map<string, number>()

  /** The labels of one view, as `View.labels` has them. */
  write(labels: Label[]): number[] {
    return labels.flatMap((label) => this.pair(label))
  }

  /** The labels of a map the reader has moved, as `Route.free` has them. */
  writeFree(labels: Label[]): number[] {
    return labels.flatMap((label) => [...this.pair(label), Math.round((label.from ?? 0) * 10_000)])
  }

  private pair({ kind, text, x, y, light, of, angle, dx, dy, anchor, leader }: Label): [number, number] {
    return [
      this.place(this.names, { kind, text, x, y, light, of, angle }),
      this.place(this.spots, { dx, dy, anchor, leader }),
    ]
  }

  private place<T extends object>(table: T[], entry: T): number {
    const key = JSON.stringify(entry)
    const index = this.known.get(key) ?? table.push(entry) - 1
    this.known.set(key, index)
    return index
  }
}

/** The labels a view has written down for one range of frame widths. */
export function readLabels({ names, spots }: Pick<Route, 'names' | 'spots'>, written: number[]): Label[] {
  return pairs(names, spots, written, 2).map(([label]) => label)
}

/** The labels of a map the reader has moved. */
export function readFree({ names, spots, free }: Pick<Route, 'names' | 'spots' | 'free'>): Label[] {
  return pairs(names, spots, free, 3).map(([label, from = 0]) => ({ ...label, from: from / 10_000 }))
}

function pairs(names: Name[], spots: Spot[], written: number[], size: number): [Label, number | undefined][] {
  const read: [Label, number | undefined][] = []
  for (let i = 0; i < written.length; i += size) {
    const [name, spot] = [names[written[i] ?? -1], spots[written[i + 1] ?? -1]]
    if (name && spot) read.push([{ ...name, ...spot }, written[i + 2]])
  }
  return read
}
