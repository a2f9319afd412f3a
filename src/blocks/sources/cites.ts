import type { Inline } from '../../story/prose.ts'

/** Splits off the reference mark that ends `text`. `cited`: sources of the whole text; `last`: those of that mark. */
export function citesIn(text: Inline[]): { words: Inline[]; cited: number[]; last: number[] } {
  const end = text.at(-1)
  const last = typeof end === 'object' && end.kind === 'cite' ? end.sources : undefined
  return { words: last ? text.slice(0, -1) : text, cited: union(text.map(citedBy)), last: last ?? [] }
}

/** Numbers of sources, each once, in order. */
export function union(numbers: number[][]): number[] {
  return [...new Set(numbers.flat())].sort((a, b) => a - b)
}

function citedBy(part: Inline): number[] {
  if (typeof part === 'string') return []
  return part.kind === 'cite' ? part.sources : part.text.flatMap(citedBy)
}
