/**
 * What WordPress's classic editor makes of a post (developer.wordpress.org/reference/functions/wpautop): blocks stand by
 * themselves, an empty line begins a paragraph, and any other new line becomes a line break.
 */
const BLOCKS =
  'address|article|aside|blockquote|div|dl|figcaption|figure|footer|h[1-6]|header|nav|ol|p|pre|section|table|ul'

export function wpautop(post: string): string {
  const apart = post
    .replace(new RegExp(`(<(?:${BLOCKS})[\\s/>])`, 'g'), '\n\n$1')
    .replace(new RegExp(`(</(?:${BLOCKS})>)`, 'g'), '$1\n\n')
    // A caption stays with its figure.
    .replace(/\s*(<figcaption[^>]*>)/g, '$1')
    .replace(/(<\/figcaption>)\s*/g, '$1')
  const paragraphs = apart
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => `<p>${text}</p>`)
  return (
    paragraphs
      .join('\n')
      // No paragraph around a block, nor a half of one around the beginning or the end of a block.
      .replace(new RegExp(`<p>\\s*(</?(?:${BLOCKS})[^>]*>)`, 'g'), '$1')
      .replace(new RegExp(`(</?(?:${BLOCKS})[^>]*>)\\s*</p>`, 'g'), '$1')
      .replace(/(?<!<br>|<\/p>)\n(?!<p>)/g, '<br />\n')
      .replace(new RegExp(`(</?(?:${BLOCKS})[^>]*>)\\s*<br />`, 'g'), '$1')
  )
}
