import type { Cite, Inline } from '../../story/prose.ts'

/** What a text cites as a whole. */
export interface Cited {
  /** Numbers of the sources, each once, in order */
  cited: number[]
  /** Whether sources contradict one another */
  differ: boolean
  /** Ids of entries of what is not known */
  open: string[]
}

/** Splits off the reference mark that ends `text`. `printed`: the sources of that mark. */
export function citesIn(text: Inline[]): Cited & { words: Inline[]; printed: number[] } {
  const end = text.at(-1)
  const last = typeof end === 'object' && end.kind === 'cite' && !end.awaits ? end : undefined
  const cites = text.flatMap(marksIn)
  return {
    words: last ? text.slice(0, -1) : text,
    printed: last?.sources ?? [],
    cited: union(cites.map(({ sources }) => sources)),
    differ: cites.some(({ differ }) => differ),
    open: [...new Set(cites.flatMap(({ open = [] }) => open))],
  }
}

/** Numbers of sources, each once, in order. */
export function union(numbers: number[][]): number[] {
  return [...new Set(numbers.flat())].sort((a, b) => a - b)
}

function marksIn(part: Inline): Cite[] {
  if (typeof part === 'string') return []
  return part.kind === 'cite' ? [part] : part.text.flatMap(marksIn)
}
