/** Explains YAML syntax errors to authors who do not know YAML. */
import type { Document } from 'yaml'
import type { Report } from './problems.ts'

/** Line of an offset in the text */
export type LineAt = (offset: number) => number

/** The hint that fixes most texts. */
export const QUOTE = 'put the whole text in quotation marks: "…"'

/** Reports the first syntax error, since later ones mostly follow from it, and all duplicate keys if there is none. */
export function reportSyntax(document: Document.Parsed, text: string, lineAt: LineAt, report: Report): boolean {
  const [first] = document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY').sort((a, b) => a.pos[0] - b.pos[0])
  if (first) {
    const lines = text.split('\n')
    const errorLine = lineAt(first.pos[0]) - lineAt(0)
    const { message, hint, line = errorLine } = explain(first.code, first.message, lines, errorLine)
    report(line + lineAt(0), message, hint)
  } else
    for (const { pos } of document.errors) {
      const [name = ''] = /^[^\s:]*/.exec(text.slice(pos[0])) ?? []
      report(lineAt(pos[0]), `the same name appears twice: “${name}”`)
    }
  return document.errors.length > 0
}

interface Fault {
  message: string
  hint: string
  /** Line of the cause, from 0, if it is not the line of the error */
  line?: number
}

/** Explains a YAML error; `errorLine`: where the parser reported it, from 0. */
function explain(code: string, yamlMessage: string, lines: string[], errorLine: number): Fault {
  // The beginning of a line is enough to see what it should be.
  const source = (lines[errorLine] ?? '').slice(0, 300)
  const value = /^[\s-]*[\w-]+:\s+(.*)$/.exec(source)?.[1] ?? ''
  if (code === 'TAB_AS_INDENT' || /^ *\t/.test(source))
    return { message: 'a tab in the indent', hint: 'indent with spaces' }
  if (code === 'MULTIPLE_DOCS') return { message: 'a line “---” ends the story here', hint: 'leave it out' }
  if (code === 'BAD_DQ_ESCAPE')
    return { message: 'a backslash in a text', hint: 'leave it out, or put the text in single quotation marks' }
  const [, mark] = /Missing closing (["'])quote/.exec(yamlMessage) ?? []
  if (mark) {
    const opens = mark === '"' ? /[:,[{-]\s*"[^"]*$/ : /[:,[{-]\s*'[^']*$/
    const line = lines.findIndex((text, i) => i <= errorLine && opens.test(text))
    return { message: 'a quotation mark is opened and not closed', hint: 'close it', line: Math.max(0, line) }
  }
  if (/^Flow .* end with/.test(yamlMessage)) {
    const line = lines.findLastIndex((text, i) => i <= errorLine && openIn(text) > 0)
    return { message: 'a bracket is opened and not closed', hint: 'close it on the same line', line: Math.max(0, line) }
  }
  if (/flow-(map|seq)-end/.test(yamlMessage))
    return { message: 'a bracket is closed that was not opened', hint: 'leave it out' }
  if (/at node end|^Not a YAML/.test(yamlMessage) && /^["'[{|>]/.test(value))
    return { message: `there is more than the text that “${value[0]}” begins`, hint: QUOTE }
  if (code === 'BLOCK_IN_FLOW' || /flow/.test(yamlMessage))
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

/** Number of brackets that a line opens and does not close. */
function openIn(line: string): number {
  return line.split(/[[{]/).length - line.split(/[\]}]/).length
}
