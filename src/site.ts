/** Settings of the publisher. Everything else is in the stories. */
export interface Site {
  /** Name of the publisher for search engines and link previews */
  name: string
  /** Slug of the story shown at the root */
  main: string
  /** Public address of the built folder; undefined if unknown */
  url: string | undefined
  /**
   * Raster tiles under the route for street detail: a template like 'https://tiles.example.org/{z}/{x}/{y}.png' and the
   * required attribution. Undefined: no requests to other servers.
   */
  tiles: { url: string; attribution: string } | undefined
  /** Contact for accessibility problems: an e-mail address or the address of a page. Undefined: none is shown */
  contact: string | undefined
  /** Whether readers may save pages for offline reading. False also deletes pages already saved */
  offline: boolean
  /** Origins that may embed the explainer, like 'https://news.example.org'. Undefined: all */
  framedBy: string[] | undefined
}

export const site: Site = {
  name: 'Datelines',
  main: 'belarus-prisoners',
  url: process.env['DATELINES_URL'] || undefined,
  tiles: undefined,
  contact: process.env['DATELINES_CONTACT'] || undefined,
  offline: true,
  framedBy: undefined,
}
