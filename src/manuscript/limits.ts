/** What no story needs, and what a parser would be busy with for ever or go down with. */

/** Levels of brackets in YAML, and columns of its indent. */
const [DEEPEST_BRACKETS, WIDEST_YAML] = [40, 100]
/** Columns that lists in quotations in lists take, and emphasis in emphasis. */
const WIDEST_MARKS = 80
export const DEEPEST_EMPHASIS = 20
/** Characters in a paragraph: the parser of Markdown goes through it again for every bracket it meets. */
const LONGEST_PARAGRAPH = 5000
/** Characters in a single value of YAML. */
export const LONGEST_VALUE = 5000

/** The line, from 0, where YAML is nested too deep; undefined where it is not. */
export function tooDeep(text: string): number | undefined {
  let depth = 0
  for (const [i, line] of text.split('\n').entries()) {
    const indent = /^[\s?:-]*(?=[^\s?:-])/.exec(line)?.[0].length ?? 0
    for (const character of line) {
      if (character === '[' || character === '{') depth += 1
      else if (character === ']' || character === '}') depth = Math.max(0, depth - 1)
      if (depth > DEEPEST_BRACKETS) return i
    }
    if (indent > WIDEST_YAML) return i
  }
  return
}

/** The first of the `lines` of Markdown from `start` on that begins a paragraph without end, or lists without bottom. */
export function endlessIn(lines: string[], start: number) {
  let [first, length] = [start, 0]
  for (const [i, line] of lines.entries()) {
    if (i < start) continue
    if ((/^(?:[\s>]|[-*+] |\d{1,9}[.)] )*/.exec(line)?.[0].length ?? 0) > WIDEST_MARKS && line.trim())
      return {
        line: i + 1,
        message: 'this is nested deeper than any story',
        hint: 'begin the line further to the left',
      }
    // What can begin in the middle of a paragraph; of numbered entries only the first can.
    if (!line.trim() || /^ {0,3}(?:(?:[-*+]|1[.)]) +\S|#{1,6}\s)/.test(line)) [first, length] = [i, 0]
    length += line.length
    if (length > LONGEST_PARAGRAPH)
      return {
        line: first + (lines[first]?.trim() ? 1 : 2),
        message: `a paragraph of more than ${LONGEST_PARAGRAPH} characters`,
        hint: 'break it up with empty lines',
      }
  }
  return
}
