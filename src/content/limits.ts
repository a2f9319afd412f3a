/** Limits far beyond any real story, which keep the parsers from hanging or overflowing the stack. */
import { Lexer } from 'yaml'

/** Nesting of brackets in YAML, and its indent in columns. */
const [DEEPEST_BRACKETS, WIDEST_YAML] = [40, 100]
/** Columns of Markdown markers before a line's text (nested lists and quotations). */
const WIDEST_MARKS = 80
/** Nesting of emphasis in Markdown. */
export const DEEPEST_EMPHASIS = 20
/** Characters in a paragraph: the Markdown parser rescans it for every bracket. */
const LONGEST_PARAGRAPH = 5000
/** Characters in a YAML value and in a YAML line: that parser backtracks, too. */
export const LONGEST_VALUE = 5000
const LONGEST_LINE = 8000

/** A limit that a text exceeds. */
interface Excess {
  line: number
  message: string
  hint: string
}

const DEEP = { message: 'this is nested deeper than any story', hint: 'look for brackets that are not closed' }

/** Finds a YAML line that is too long or nested too deep. The returned line counts from 0. */
export function yamlExcessIn(text: string): Excess | undefined {
  const lines = text.split('\n')
  const long = lines.findIndex((line) => line.length > LONGEST_LINE)
  if (long >= 0)
    return { line: long, message: `a line of more than ${LONGEST_LINE} characters`, hint: 'break it up, or shorten it' }
  const indent = (line: string) => /^(?:\s|[-?:](?=\s|$))*/.exec(line)?.[0].length ?? 0
  const wide = lines.findIndex((line) => line.trim() && indent(line) > WIDEST_YAML)
  if (wide >= 0) return { line: wide, ...DEEP }
  // The lexer does not recurse, unlike the parser after it.
  let [depth, line] = [0, 0]
  for (const part of new Lexer().lex(text)) {
    if (part === '[' || part === '{') depth += 1
    else if (part === ']' || part === '}') depth -= 1
    if (depth > DEEPEST_BRACKETS) return { line, ...DEEP }
    line += part.split('\n').length - 1
  }
  return
}

/** Finds a Markdown paragraph that is too long or nested too deep, from `start` on. The returned line counts from 1. */
export function markdownExcessIn(lines: string[], start: number): Excess | undefined {
  let [first, length] = [start, 0]
  for (const [i, line] of lines.entries()) {
    if (i < start) continue
    const [marks = ''] = /^(?:[\s>]|[-*+] |\d{1,9}[.)] )*/.exec(line) ?? []
    if (marks.length > WIDEST_MARKS && line.trim())
      return { ...DEEP, line: i + 1, hint: 'begin the line further to the left' }
    // Blocks that can interrupt a paragraph: of numbered lists only those that start at 1.
    if (!line.trim() || /^ {0,3}(?:(?:[-*+]|1[.)]) +\S|#{1,6}\s)/.test(line)) [first, length] = [i, 0]
    length += line.length
    const message = `a paragraph of more than ${LONGEST_PARAGRAPH} characters`
    if (length > LONGEST_PARAGRAPH)
      return { line: first + (lines[first]?.trim() ? 1 : 2), message, hint: 'break it up with empty lines' }
  }
  return
}
