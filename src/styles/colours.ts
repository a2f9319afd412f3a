/**
 * All colours of the page. The build turns them into custom properties (`--paper` and so on, see `build/styles.ts`) and
 * uses them for the poster. Style sheets use them with `var()` and define no colours themselves.
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

/** The dark theme. */
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

/** System colours, for forced-colors mode. */
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

/** CSS colours by name. */
export type Palette = Record<keyof typeof LIGHT, string>

/** Colours a story may set: the accent, and the lines on the map, which default to the accent. */
export type Theme = Partial<Record<'accent' | 'route', Record<'light' | 'dark', string>>>

/** The light and dark palettes of a page. */
export type Colours = Record<'light' | 'dark', Palette>

/** The palettes of a story with this theme. */
export function coloursOf({ accent, route = accent }: Theme = {}): Colours {
  const overrides = (scheme: 'light' | 'dark') => ({
    ...(accent && { accent: accent[scheme] }),
    ...(route && { route: route[scheme] }),
  })
  return { light: { ...LIGHT, ...overrides('light') }, dark: { ...DARK, ...overrides('dark') } }
}
