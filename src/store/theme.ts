/** The reader's choice of colours. Storage may be blocked; then the choice lasts as long as the page. */

export const THEMES = ['auto', 'light', 'dark'] as const

export type Theme = (typeof THEMES)[number]

const KEY = 'datelines-theme'

/** The theme of that name; 'auto' for any other. */
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
    // Nothing is lost but the memory of it.
  }
}

/** Puts a theme on the page; 'auto' leaves the colours to the device. */
export function applyTheme(theme: Theme) {
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  // The frame that a browser draws around the page has the paper's colour.
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[data-scheme]')) {
    const scheme = meta.dataset['scheme']
    meta.media = theme === 'auto' ? `(prefers-color-scheme: ${scheme})` : theme === scheme ? 'all' : 'not all'
  }
}
