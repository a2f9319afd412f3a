/** Merges a new import into files that were edited by hand since the last one. */
import { diff3Merge } from 'node-diff3'

/** A place where both changed: the edit by hand stands. */
export interface Conflict {
  /** Line in the merged text, counted from 1 */
  line: number
  mine: string
  theirs: string
}

/**
 * Merges `theirs`, the new import, into `mine`, the file as it is; `base` is what the last import wrote. Where both
 * changed the same words, mine stays and the conflict is named.
 */
export function mergeTexts(mine: string, base: string, theirs: string): { text: string; conflicts: Conflict[] } {
  const conflicts: Conflict[] = []
  let text = ''
  for (const { ok, conflict } of diff3Merge(parts(mine), parts(base), parts(theirs), { excludeFalseConflicts: true })) {
    if (ok) text += ok.join('')
    if (!conflict) continue
    const [kept, refused] = [conflict.a.join(''), conflict.b.join('')]
    conflicts.push({ line: text.split('\n').length, mine: kept.trim(), theirs: refused.trim() })
    text += kept
  }
  return { text, conflicts }
}

/** Fields of a line of YAML and lines of text, and what stands between them: neighbours can change independently. */
function parts(text: string): string[] {
  return text.split(/((?<=^ .*), | \}|\n)/m).filter(Boolean)
}
