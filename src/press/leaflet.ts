import type { Plugin } from 'vite'

/** With this Leaflet asks, as soon as it is loaded, whether a browser knows SVG inside HTML. */
const PROBE = "div.innerHTML = '<svg/>';"

/**
 * The Vite plugin that lets Leaflet make its probe without markup from text: the only one that it makes in our pages, and
 * where a policy enforces trusted types it would stop the map.
 */
export function leafletWithoutMarkup(): Plugin {
  return {
    name: 'datelines:leaflet',
    apply: 'build',
    transform: {
      filter: { id: /leaflet-src\.esm\.js$/ },
      handler(code) {
        if (!code.includes(PROBE)) throw new Error('leaflet: the probe for SVG is not where it was')
        return {
          code: code.replace(PROBE, "div.append(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));"),
          map: null,
        }
      },
    },
  }
}
