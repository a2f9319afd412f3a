import { withoutInvisible } from '../../content/text.ts'

/** Text without what a story must not contain, and without soft hyphens, which it may only have between letters. */
export function visible(text: string): string {
  return withoutInvisible(text.replaceAll('\u00AD', '')).replace(/[ \t\r\n]+/g, ' ')
}

/** Plain text in a single line. */
export function singleLine(text: string): string {
  return visible(text).trim()
}

/** An address that a story may link to, in plain characters; undefined for others. */
export function webAddress(url: string): string | undefined {
  const whole = url.startsWith('//') ? `https:${url}` : url
  if (/^mailto:[!-~]+@[!-~]+$/i.test(whole)) return whole
  if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) return
  return /^[!-~]+$/.test(whole) ? whole : new URL(whole).href
}

/** The beginning of a text, at most so many UTF-16 units; no character is cut in two. */
export function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim()
}
