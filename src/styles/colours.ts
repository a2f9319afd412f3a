/**
 * Every colour of the page, once. The build makes the custom properties of them (`--paper` and so on, see
 * `build/styles.ts`) and paints the poster with them; style sheets name them by `var()` and hold no colour of their own.
 */
export const LIGHT = {
  paper: '#fffefb',
  ink: '#1b1b1b',
  muted: '#585650',
  accent: '#b3122b',
  route: '#b3122b',
  hairline: '#dcd8ce',
  rule: '#1b1b1b',
  sea: '#cfdde3',
  land: '#efece4',
  'focus-land': '#fffdf8',
  coast: '#7f97a2',
  border: '#a39c8c',
  water: '#b9ced8',
  'map-muted': '#585650',
  thread: '#8a867d',
} as const

/** The same colours for a dark screen. */
export const DARK: Palette = {
  paper: '#14161a',
  ink: '#e9e7e1',
  muted: '#a5a39d',
  accent: '#ff6b74',
  route: '#ff6b74',
  hairline: '#34373d',
  rule: '#6b6e75',
  sea: '#091319',
  land: '#25282d',
  'focus-land': '#363a41',
  coast: '#5d7683',
  border: '#6c717a',
  water: '#3f5866',
  'map-muted': '#b3b1ab',
  thread: '#8e9198',
}

/** The reader's own colours, where the system forces them on every page. */
export const SYSTEM: Palette = {
  paper: 'Canvas',
  ink: 'CanvasText',
  muted: 'CanvasText',
  accent: 'LinkText',
  route: 'LinkText',
  hairline: 'CanvasText',
  rule: 'CanvasText',
  sea: 'Canvas',
  land: 'Canvas',
  'focus-land': 'Canvas',
  coast: 'GrayText',
  border: 'GrayText',
  water: 'GrayText',
  'map-muted': 'CanvasText',
  thread: 'CanvasText',
}

/** A CSS colour for each name. */
export type Palette = Record<keyof typeof LIGHT, string>

/** Colours a story may have of its own: that of what is active, and that of its lines on the map, which is the same unless said. */
export type Theme = Partial<Record<'accent' | 'route', Record<'light' | 'dark', string>>>

/** The colours of a page, light and dark. */
export type Colours = Record<'light' | 'dark', Palette>

/** The colours of a story with this theme. */
export function coloursOf({ accent, route = accent }: Theme = {}): Colours {
  const own = (scheme: 'light' | 'dark') => ({
    ...(accent && { accent: accent[scheme] }),
    ...(route && { route: route[scheme] }),
  })
  return { light: { ...LIGHT, ...own('light') }, dark: { ...DARK, ...own('dark') } }
}
