/** Adapts Leaflet, which takes gestures in our pages and draws nothing. */
import type { Alias, Plugin } from 'vite'

/** The ES module build; the package's main file is UMD and would need a helper chunk of its own. */
export const LEAFLET: Alias = { find: /^leaflet$/, replacement: 'leaflet/dist/leaflet-src.esm.js' }

/** Leaflet's test for SVG support, run when it loads */
const PROBE = "div.innerHTML = '<svg/>';"

/** Pictures of its buttons and markers, which our maps do not have */
const PICTURES = /url\(images\//

/**
 * Vite plugin that leaves out those pictures and replaces `innerHTML` in that test: where a policy enforces trusted types,
 * it would stop the map.
 */
export function leafletWithoutHtml(): Plugin {
  return {
    name: 'datelines:leaflet',
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
      filter: { id: /leaflet-src\.esm\.js(\?|$)/ },
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
