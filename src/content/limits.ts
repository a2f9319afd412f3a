/** What no story needs, and what a parser would be busy with for ever or go down with. */
import { Lexer } from 'yaml'

/** Levels of brackets in YAML, and columns of its indent. */
const [DEEPEST_BRACKETS, WIDEST_YAML] = [40, 100]
/** Columns that lists in quotations in lists take, and emphasis in emphasis. */
const WIDEST_MARKS = 80
export const DEEPEST_EMPHASIS = 20
/** Characters in a paragraph: the parser of Markdown goes through it again for every bracket it meets. */
const LONGEST_PARAGRAPH = 5000
/** Characters in a single value of YAML, and in a line of it: its parser, too, comes back to where it has been. */
export const LONGEST_VALUE = 5000
const LONGEST_LINE = 8000

/** What is wrong with a text as a whole, and the line, from 0, where it is. */
interface Excess {
  line: number
  message: string
  hint: string
}

/** Where YAML is nested too deep, or has a line without end; undefined where it has neither. */
export function excessIn(text: string): Excess | undefined {
  const lines = text.split('\n')
  const long = lines.findIndex((line) => line.length > LONGEST_LINE)
  if (long >= 0)
    return { line: long, message: `a line of more than ${LONGEST_LINE} characters`, hint: 'break it up, or shorten it' }
  const deep = { message: 'this is nested deeper than any story', hint: 'look for brackets that are not closed' }
  const indent = (line: string) => /^(?:\s|[-?:](?=\s|$))*/.exec(line)?.[0].length ?? 0
  const wide = lines.findIndex((line) => line.trim() && indent(line) > WIDEST_YAML)
  if (wide >= 0) return { line: wide, ...deep }
  // The lexer goes through the text without going deeper; what comes after it does not.
  let [depth, line] = [0, 0]
  for (const part of new Lexer().lex(text)) {
    if (part === '[' || part === '{') depth += 1
    else if (part === ']' || part === '}') depth -= 1
    if (depth > DEEPEST_BRACKETS) return { line, ...deep }
    line += part.split('\n').length - 1
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
