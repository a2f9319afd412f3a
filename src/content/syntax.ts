/** What is no YAML, in the words of somebody who has never heard of it. */
import type { Document } from 'yaml'
import type { Report } from './problems.ts'

/** The line of an offset in the text */
export type LineAt = (offset: number) => number

/** The hint that mends most texts. */
export const QUOTE = 'put the whole text in quotation marks: "…"'

/** Reports what is no YAML. Of several things only the first: the others mostly follow from it. */
export function reportSyntax(document: Document.Parsed, text: string, lineAt: LineAt, report: Report): boolean {
  const [first] = document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY').sort((a, b) => a.pos[0] - b.pos[0])
  if (first) {
    const lines = text.split('\n')
    const at = lineAt(first.pos[0]) - lineAt(0)
    const { message, hint, line = at } = syntaxInWords(first.code, first.message, lines, at)
    report(line + lineAt(0), message, hint)
  } else
    for (const { pos } of document.errors) {
      const [name = ''] = /^[^\s:]*/.exec(text.slice(pos[0])) ?? []
      report(lineAt(pos[0]), `the same name stands twice: “${name}”`)
    }
  return document.errors.length > 0
}

interface Fault {
  message: string
  hint: string
  /** The line of its cause, from 0, where that is another one */
  line?: number
}

/** A fault of YAML as an author sees it; `at`: the line, from 0, where the parser noticed. */
function syntaxInWords(code: string, said: string, lines: string[], at: number): Fault {
  // The beginning of a line shows what it is meant to be.
  const source = (lines[at] ?? '').slice(0, 300)
  const value = /^[\s-]*[\w-]+:\s+(.*)$/.exec(source)?.[1] ?? ''
  if (code === 'TAB_AS_INDENT' || /^ *\t/.test(source))
    return { message: 'a tab in the indent', hint: 'indent with spaces' }
  if (code === 'MULTIPLE_DOCS') return { message: 'a line “---” ends the story here', hint: 'leave it out' }
  if (code === 'BAD_DQ_ESCAPE')
    return { message: 'a backslash in a text', hint: 'leave it out, or put the text in single quotation marks' }
  const [, mark] = /Missing closing (["'])quote/.exec(said) ?? []
  if (mark) {
    const opens = mark === '"' ? /[:,[{-]\s*"[^"]*$/ : /[:,[{-]\s*'[^']*$/
    const line = lines.findIndex((text, i) => i <= at && opens.test(text))
    return { message: 'a quotation mark is opened and not closed', hint: 'close it', line: Math.max(0, line) }
  }
  if (/^Flow .* end with/.test(said)) {
    const line = lines.findLastIndex((text, i) => i <= at && openIn(text) > 0)
    return { message: 'a bracket is opened and not closed', hint: 'close it on the same line', line: Math.max(0, line) }
  }
  if (/flow-(map|seq)-end/.test(said))
    return { message: 'a bracket is closed that was not opened', hint: 'leave it out' }
  if (/at node end|^Not a YAML/.test(said) && /^["'[{|>]/.test(value))
    return { message: `there is more than the text that “${value[0]}” begins`, hint: QUOTE }
  if (code === 'BLOCK_IN_FLOW' || /flow/.test(said))
    return {
      message: 'a comma is missing or too many, or a text has a colon',
      hint: 'write { name: value, name: "text: more" }',
    }
  if (code === 'BAD_SCALAR_START' || /^[@`%*&!]/.test(value))
    return { message: `a text cannot begin with “${value[0] ?? ''}”`, hint: QUOTE }
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /:\s/.test(value)) return { message: 'a colon inside a text', hint: QUOTE }
  if (!/:(\s|$)/.test(source)) return { message: 'a colon with a space after it is missing', hint: 'write name: value' }
  return {
    message: 'the indent of this line does not fit the lines above it',
    hint: 'what belongs together begins in the same column',
  }
}

/** How many more brackets a line opens than it closes. */
function openIn(line: string): number {
  return line.split(/[[{]/).length - line.split(/[\]}]/).length
}
