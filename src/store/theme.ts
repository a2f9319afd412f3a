/** The reader's colour theme. If storage is blocked, the choice lasts until the page is closed. */

export const THEMES = ['auto', 'light', 'dark'] as const

export type Theme = (typeof THEMES)[number]

const KEY = 'datelines-theme'

/** The theme with this name; 'auto' for any other. */
export function themeNamed(name: string | null): Theme {
  return THEMES.find((theme) => theme === name) ?? 'auto'
}

/** The choice made on an earlier visit, or 'auto'. */
export function storedTheme(): Theme {
  try {
    return themeNamed(localStorage.getItem(KEY))
  } catch {
    return 'auto'
  }
}

export function storeTheme(theme: Theme) {
  try {
    if (theme === 'auto') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Storage is blocked: the choice still applies to this page.
  }
}

/** Applies a theme to the page; 'auto' follows the device. */
export function applyTheme(theme: Theme) {
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  // `theme-color`: the browser's own interface takes the colour of the page.
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')
  for (const [i, meta] of metas.entries()) {
    const scheme = i === 0 ? 'light' : 'dark'
    meta.media = theme === 'auto' ? `(prefers-color-scheme: ${scheme})` : theme === scheme ? 'all' : 'not all'
  }
}
