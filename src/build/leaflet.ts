/** Leaflet as our pages need it: the reader's hands, which are never drawn. */
import type { Plugin } from 'vite'

/** With this Leaflet asks, as soon as it is loaded, whether a browser knows SVG inside HTML. */
const PROBE = "div.innerHTML = '<svg/>';"

/** Pictures for its own buttons and markers, which our maps have not; the build would put them among the site's files. */
const PICTURES = /url\(images\//

/**
 * The Vite plugin that leaves those pictures out, and lets Leaflet make its probe without markup from text: the only one
 * that it makes in our pages, and where a policy enforces trusted types it would stop the map.
 */
export function leafletWithoutHtml(): Plugin {
  return {
    name: 'datelines:leaflet',
    apply: 'build',
    config: () => ({
      css: {
        postcss: {
          plugins: [
            {
              postcssPlugin: 'datelines:leaflet',
              Once(sheet) {
                sheet.walkDecls((declaration) => {
                  if (PICTURES.test(declaration.value)) declaration.remove()
                })
              },
            },
          ],
        },
      },
    }),
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
