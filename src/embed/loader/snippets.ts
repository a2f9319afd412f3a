/** The code a newsroom pastes, for each kind of page. */
import type { Theme } from '../../store/theme.ts'
import { ALLOW, SANDBOX, STAGE_HEIGHT } from './messages.ts'

export interface EmbedOptions {
  /** Public address of the story, with a slash at its end */
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
 * Room that scroll mode keeps before the script has come, pixels: higher than most windows, so the tall box grows below what
 * the reader sees. Not in parts of the window, which is no measure in a frame that grows with its content.
 */
const SCROLL_ROOM = 1000

/**
 * The script and the element. What stands inside the element is for readers without the script, in feeds and in
 * newsletters, and is what remains where an author may not paste HTML: a poster and a link. All of it is one line in one
 * block, which keeps to its column in every theme: WordPress's classic editor makes paragraphs and line breaks of new
 * lines, and its paragraphs would end the element before its content.
 */
export function loaderSnippet({ address, loader, title, mode, language, theme }: EmbedOptions): string {
  // The style keeps the room until the script has come. A page that forbids style attributes loses nothing but that.
  const room = mode === 'scroll' ? SCROLL_ROOM : STAGE_HEIGHT
  const element = `<datelines-story src="${quoted(address)}" mode="${mode}" lang="${quoted(language)}" theme="${theme}" style="display:block;min-height:${room}px">`
  const poster = `<img src="${quoted(address)}poster.png" width="1200" height="630" alt="" style="max-width:100%;height:auto" ${SILENT}>`
  return `<div><script async src="${quoted(loader)}" ${SILENT}></script>${element}<a href="${quoted(address)}">${poster}<br>${oneLine(title)}</a></datelines-story></div>`
}

/**
 * A plain frame as wide as its column, in one line like the other. Content systems give a figure the measure of their
 * text, and a bare frame none; its margins leave it in the middle, where many keep their column. The style of the frame is
 * stronger than the heights their style sheets give. The caption is what remains where frames are taken out.
 */
export function frameSnippet({ address, title, theme }: Pick<EmbedOptions, 'address' | 'title' | 'theme'>): string {
  const frame = `<iframe src="${quoted(embedAddress(address, theme))}" title="${oneLine(title)}" width="100%" height="${STAGE_HEIGHT}" style="${BOX}" loading="lazy" ${RIGHTS} ${SILENT}></iframe>`
  return `<figure style="margin-left:auto;margin-right:auto">${frame}<figcaption><a href="${quoted(address)}">${oneLine(title)}</a></figcaption></figure>`
}

/**
 * What an oEmbed consumer puts into its page, in the shape in which WordPress embeds itself. WordPress keeps the quotation
 * until the frame has answered, takes the styles out and puts its own sandbox in; others keep all as it is.
 */
export function oembedSnippet({ address, title }: Pick<EmbedOptions, 'address' | 'title'>): string {
  return `<blockquote class="wp-embedded-content" style="display:none"><a href="${quoted(address)}">${oneLine(title)}</a></blockquote><iframe class="wp-embedded-content" src="${quoted(embedAddress(address, 'auto'))}" title="${oneLine(title)}" width="100%" height="${STAGE_HEIGHT}" frameborder="0" marginwidth="0" marginheight="0" style="${BOX}" loading="lazy" sandbox="${SANDBOX}" ${RIGHTS} ${SILENT}></iframe>`
}

/** For an AMP page that has loaded the amp-iframe component. */
export function ampSnippet({ address, title, theme }: Pick<EmbedOptions, 'address' | 'title' | 'theme'>): string {
  return `<amp-iframe src="${quoted(embedAddress(address, theme))}" title="${quoted(title)}" height="${STAGE_HEIGHT}" layout="fixed-height" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" frameborder="0" resizable ${RIGHTS} ${SILENT}>
  <amp-img layout="fill" src="${quoted(address)}poster.png" placeholder ${SILENT}></amp-img>
  <div overflow tabindex="0" role="button" aria-label="${quoted(title)}">+</div>
</amp-iframe>`
}

/** Nothing of the host's page is told to the server of the explainers. */
const SILENT = 'referrerpolicy="no-referrer"'

/** What a host's page lets the frame do. */
const RIGHTS = `allow="${ALLOW}"`

const BOX = `display:block;border:0;width:100%;height:${STAGE_HEIGHT}px`

/** Address of the embedded page. */
export function embedAddress(address: string, theme: Theme): string {
  return `${address}embed/${theme === 'auto' ? '' : `?theme=${theme}`}`
}

/** A text of the story's author for markup in which no line may break. */
function oneLine(text: string): string {
  return quoted(text.replace(/\s+/g, ' ').trim())
}

function quoted(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
