/** Explains what is wrong with a picture that Markdown parses as text, and with the name of its file. */
import type { Nodes, Paragraph, PhrasingContent } from 'mdast'
import { lineOf, type TextReader } from '../parser.ts'

/** A problem, and what to write instead. */
export type Fault = [message: string, hint: string]

/** Hint: the syntax of a picture. */
const FORM = 'write ![What it shows](file.jpg "What it is. Credit: whose it is")'

/**
 * Reports lines that look like pictures but that Markdown parses as text, and returns whether there are any.
 */
export function reportMisread(node: Paragraph, { lines, report }: TextReader): boolean {
  const images = imagesIn(node).map(lineOf)
  const [first, last] = [lineOf(node), node.position?.end.line ?? 1]
  const wrong = lines.slice(first - 1, last).flatMap((written, i) => {
    if (!/^\s*\[?!\[/.test(written)) return []
    const [intended, parsed] = [written.split('![').length - 1, images.filter((line) => line === first + i).length]
    return intended > parsed ? { written, line: first + i } : []
  })
  for (const { written, line } of wrong) {
    const faults = written.split(/\s\|\s/).map(faultOf)
    report(line, ...(faults.find((fault) => fault) ?? ['this line begins like a picture and is none', FORM]))
  }
  return wrong.length > 0
}

/** Why Markdown does not parse `written`, “![…](…)”, as a picture; undefined if the reason is unclear. */
function faultOf(written: string): Fault | undefined {
  const { 0: opening = '', index = 0 } = /\]\s*\(/.exec(written) ?? {}
  if (!opening) return /\]\s*[(<[]/.test(written) ? undefined : ['a picture without its file', FORM]
  if (opening !== '](') return ['a space between ] and ( of a picture', 'write ](…) without it']
  const inside = written.slice(index + opening.length)
  const start = inside.search(/\s["'“”„«»‘’]/)
  const file = (start < 0 ? inside.replace(/\)[^)]*$/, '') : inside.slice(0, start)).trim()
  if (!/^[\w.-]+$/.test(file)) return /[/\\:]/.test(file) ? undefined : misnamed(file)
  const caption = inside.slice(start).trim()
  const mark = caption[0] ?? ''
  if (/[“”„«»‘’]/.test(mark))
    return [`curly quotation marks around the caption of ${file}`, `write straight ones: (${file} "…")`]
  if (!/\)/.test(caption)) return [`the picture ${file} has no closing bracket`, `write (${file} "…")`]
  const marks = caption.replaceAll(`\\${mark}`, '').split(mark).length - 1
  if (marks === 1) return [`the caption of ${file} has no closing quotation mark`, `write (${file} "…")`]
  if (marks > 2) return [`a straight quotation mark inside the caption of ${file}`, 'write “ and ” inside a caption']
  return
}

/** The problem of a file name that is unsafe in addresses or on some servers. */
export function misnamed(file: string): Fault {
  const name = decoded(file)
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/[^\w.]+/g, '-')
    .replace(/^-+|-+(?=\.|$)/g, '')
  const better = /^[\w-]+\.\w+$/.test(plain)
    ? `rename the file to ${plain}`
    : 'rename the file, to quay.jpg for example'
  return [`the name of the file “${name}” has other characters than a to z, 0 to 9, - and _`, better]
}

/** Decodes `%20` and the like; returns invalid input unchanged. */
function decoded(file: string): string {
  try {
    return decodeURIComponent(file)
  } catch {
    return file
  }
}

/** All images in a paragraph, including reference-style images and images in links. */
function imagesIn(node: Paragraph | PhrasingContent): Nodes[] {
  if (node.type === 'image' || node.type === 'imageReference') return [node]
  return 'children' in node ? node.children.flatMap(imagesIn) : []
}
