/** The labels of all views. Most views repeat the same ones, so each is stored once, and a view is a list of indexes. */
import type { Label, Route } from './map.ts'

/** Collects labels, for `Route.labels`. */
export class Labels {
  readonly all: Label[] = []
  private readonly indexes = new Map<string, number>()

  /** The index of a label, which is added if it is new. */
  indexOf(label: Label): number {
    const key = JSON.stringify(label)
    const index = this.indexes.get(key) ?? this.all.push(label) - 1
    this.indexes.set(key, index)
    return index
  }
}

/** The labels of a view for one range of viewport widths. */
export function labelsAt({ labels }: Pick<Route, 'labels'>, indexes: number[] = []): Label[] {
  return indexes.flatMap((index) => labels[index] ?? [])
}
