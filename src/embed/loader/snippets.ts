/** The embed codes that newsrooms paste. */

import type { Theme } from '../../store/theme.ts'
import { escapeHtml } from '../../story/escapeHtml.ts'
import { ALLOW, EMBED_HEIGHT, SANDBOX } from './messages.ts'

export interface EmbedOptions {
  /** Public address of the story, with a trailing slash */
  address: string
  title: string
  theme: Theme
  /** Address of `embed.js` */
  loader: string
  mode: 'click' | 'scroll'
  /** BCP 47 */
  language: string
}

/**
 * Height reserved in scroll mode before the script loads, pixels: more than most windows, so the tall box grows below
 * the visible part. Not in viewport units, which are useless in an iframe that grows with its content.
 */
const SCROLL_ROOM = 1000

/**
 * The script and the element. The element contains a poster and a link for feeds, newsletters and readers without the
 * script; they also survive where a CMS removes the custom element. All on one line: WordPress's classic editor turns
 * newlines into paragraphs, which would close the element before its content. The `<div>` keeps it in the column of any
 * theme.
 */
export function loaderSnippet({ address, loader, title, mode, language, theme }: EmbedOptions): string {
  // The style reserves the space until the script loads; a page that forbids style attributes loses only that.
  const room = mode === 'scroll' ? SCROLL_ROOM : EMBED_HEIGHT
  const element = `<datelines-story src="${escapeHtml(address)}" mode="${mode}" lang="${escapeHtml(language)}" theme="${theme}" style="display:block;min-height:${room}px">`
  const poster = `<img src="${escapeHtml(address)}poster.png" width="1200" height="630" alt="" style="max-width:100%;height:auto" ${NO_REFERRER}>`
  return `<div><script async src="${escapeHtml(loader)}" ${NO_REFERRER}></script>${element}<a href="${escapeHtml(address)}">${poster}<br>${oneLine(title)}</a></datelines-story></div>`
}

/**
 * A plain iframe as wide as its column, on one line too. A CMS gives a figure the width of its text, but not a bare
 * iframe; the automatic margins centre it. The inline style overrides iframe heights in the host's style sheets. The
 * caption remains where iframes are removed.
 */
export function frameSnippet({ address, title, theme }: Pick<EmbedOptions, 'address' | 'title' | 'theme'>): string {
  const frame = `<iframe src="${escapeHtml(embedAddress(address, theme))}" title="${oneLine(title)}" width="100%" height="${EMBED_HEIGHT}" style="${BOX}" loading="lazy" ${ALLOW_ATTRIBUTE} ${NO_REFERRER}></iframe>`
  return `<figure style="margin-left:auto;margin-right:auto">${frame}<figcaption><a href="${escapeHtml(address)}">${oneLine(title)}</a></figcaption></figure>`
}

/**
 * The HTML for oEmbed consumers, in the form of WordPress's own embeds. WordPress shows the quotation until the iframe
 * answers, removes the styles and sets its own sandbox; others keep it unchanged.
 */
export function oembedSnippet({ address, title }: Pick<EmbedOptions, 'address' | 'title'>): string {
  return `<blockquote class="wp-embedded-content" style="display:none"><a href="${escapeHtml(address)}">${oneLine(title)}</a></blockquote><iframe class="wp-embedded-content" src="${escapeHtml(embedAddress(address, 'auto'))}" title="${oneLine(title)}" width="100%" height="${EMBED_HEIGHT}" frameborder="0" marginwidth="0" marginheight="0" style="${BOX}" loading="lazy" sandbox="${SANDBOX}" ${ALLOW_ATTRIBUTE} ${NO_REFERRER}></iframe>`
}

/** Keeps the address of the host's page from the server of the explainers. */
const NO_REFERRER = 'referrerpolicy="no-referrer"'

/** Features the host's page allows in the frame. */
const ALLOW_ATTRIBUTE = `allow="${ALLOW}"`

const BOX = `display:block;border:0;width:100%;height:${EMBED_HEIGHT}px`

/** Address of the embedded page. */
export function embedAddress(address: string, theme: Theme): string {
  return `${address}embed/${theme === 'auto' ? '' : `?theme=${theme}`}`
}

/** The text as one line, escaped for HTML. */
function oneLine(text: string): string {
  return escapeHtml(text.replace(/\s+/g, ' ').trim())
}
