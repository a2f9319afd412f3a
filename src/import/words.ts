import { withoutInvisible } from '../content/text.ts'

/** Plain text in a single line, without what a story must not contain. */
export function singleLine(text: string): string {
  return withoutInvisible(text)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
}

/** Plain text as HTML, where nothing in it is markup. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
