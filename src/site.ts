/** What a publisher sets. Everything else is in the stories. */
export interface Site {
  /** Name of the publisher, as search engines and link previews show it */
  name: string
  /** Slug of the story shown at the root */
  main: string
  /** Public address of the built folder; undefined while it is not known */
  url: string | undefined
  /**
   * Raster tiles under the route for street detail: a template like 'https://tiles.example.org/{z}/{x}/{y}.png' and the
   * credit its owner asks for. Undefined: no request leaves the origin.
   */
  tiles: { url: string; attribution: string } | undefined
  /** Where readers say what does not work for them: an e-mail address or that of a page; undefined: nobody is named */
  contact: string | undefined
  /** Whether readers may keep a page for reading without a network. Switched off, what they have kept is taken away */
  offline: boolean
  /** Who may show the explainer in a frame, as origins like 'https://news.example.org'. Undefined: everybody */
  framedBy: string[] | undefined
}

export const site: Site = {
  name: 'Datelines',
  main: 'belarus-prisoners',
  url: process.env['DATELINES_URL'] || undefined,
  tiles: undefined,
  contact: undefined,
  offline: true,
  framedBy: undefined,
}
