import { EMBED_HEIGHT } from './messages.ts'

/** Height of the box in screens before the number of steps is known. */
const SCREENS_AT_FIRST = 10

/** Height on portrait A4 or Letter paper, which fits more text and map than a screen, pixels. */
const PAPER_HEIGHT = 860

/**
 * The style of the element. Host styles do not reach into a shadow root; `!important` in `:host` also overrides the
 * element's style attribute.
 */
export const STYLE = `
:host { display: block !important; box-sizing: border-box !important; width: 100%; height: auto !important; min-height: 0 !important; }
:host([hidden]) { display: none !important; }
.box, .pin { position: relative; }
.pin { height: ${EMBED_HEIGHT}px; overflow: hidden; break-inside: avoid; }
.bare > .pin { height: auto; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; visibility: hidden; }
.shown > iframe { visibility: visible; }
.shown > slot { display: none; }
::slotted(*) { max-width: 100% !important; }
@media print and (orientation: portrait) {
.pin { height: ${PAPER_HEIGHT}px; }
}
@media not print {
.click > .pin { height: var(--height, ${EMBED_HEIGHT}px); }
.mark { position: absolute; scroll-margin-top: var(--offset); outline: 0; }
.scroll { height: calc(var(--screens, ${SCREENS_AT_FIRST}) * 100vh); scroll-snap-align: start; }
.scroll > .pin { position: sticky; top: var(--offset); height: calc(100svh - var(--offset)); }
}
`
