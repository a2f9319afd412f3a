import { useState } from 'react'
import type { Language } from '../language/language.ts'
import { applyTheme, storedTheme, storeTheme, THEMES } from '../store/theme.ts'
import { useHydrated } from '../store/useHydrated.ts'

/** Choice of colour theme: light, dark or that of the device. Stored only after a choice. */
export function ThemeSwitch({ language }: { language: Language }) {
  const hydrated = useHydrated()
  const [theme, setTheme] = useState(storedTheme)
  if (!hydrated) return null
  return (
    <label>
      <span>{language.theme.label}</span>
      <select
        value={theme}
        onChange={({ target }) => {
          const chosen = THEMES.find((name) => name === target.value) ?? 'auto'
          setTheme(chosen)
          applyTheme(chosen)
          storeTheme(chosen)
        }}
      >
        {THEMES.map((name) => (
          <option key={name} value={name}>
            {language.theme[name]}
          </option>
        ))}
      </select>
    </label>
  )
}
