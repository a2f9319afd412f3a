/** The code a newsroom pastes, for each kind of page. */
import type { Theme } from '../reader/theme.ts'
import { STAGE_HEIGHT } from './messages.ts'

export interface Wishes {
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

/** The script and the element; what stands inside is for readers without the script, in feeds and in newsletters. */
export function loaderSnippet({ address, loader, title, mode, language, theme }: Wishes): string {
  const options = [
    `src="${quoted(address)}"`,
    `mode="${mode}"`,
    `lang="${quoted(language)}"`,
    `theme="${theme}"`,
    // Until the script is there the room is kept by this; a page that forbids it loses nothing but that.
    ...(mode === 'click' ? [`style="display:block;min-height:${STAGE_HEIGHT}px"`] : []),
  ]
  return `<script async src="${quoted(loader)}"></script>
<datelines-story ${options.join(' ')}>
  <a href="${quoted(address)}"><img src="${quoted(address)}poster.png" width="1200" height="630" alt="" style="max-width:100%;height:auto"><br>${quoted(title)}</a>
</datelines-story>`
}

/** A plain frame of `width` pixels; it shrinks with its column. */
export function frameSnippet(
  { address, title, theme }: Pick<Wishes, 'address' | 'title' | 'theme'>,
  width: number | '100%' = '100%',
): string {
  return `<iframe src="${quoted(embedAddress(address, theme))}" title="${quoted(title)}" width="${width}" height="${STAGE_HEIGHT}" style="border:0;max-width:100%" loading="lazy" referrerpolicy="no-referrer"></iframe>`
}

/** For an AMP page that has loaded the amp-iframe component. */
export function ampSnippet({ address, title, theme }: Pick<Wishes, 'address' | 'title' | 'theme'>): string {
  return `<amp-iframe src="${quoted(embedAddress(address, theme))}" title="${quoted(title)}" width="640" height="${STAGE_HEIGHT}" layout="responsive" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" frameborder="0" resizable>
  <amp-img layout="fill" src="${quoted(address)}poster.png" placeholder></amp-img>
  <div overflow tabindex="0" role="button" aria-label="${quoted(title)}">+</div>
</amp-iframe>`
}

/** Address of the embedded page. */
export function embedAddress(address: string, theme: Theme): string {
  return `${address}embed/${theme === 'auto' ? '' : `?theme=${theme}`}`
}

function quoted(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
