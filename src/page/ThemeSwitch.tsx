import { useState } from 'react'
import type { Language } from '../language/language.ts'
import { applyTheme, storedTheme, storeTheme, THEMES, themeNamed } from '../store/theme.ts'

/** Choice of colour theme: light, dark or that of the device. Stored only after a choice. */
export function ThemeSwitch({ language }: { language: Language }) {
  const [theme, setTheme] = useState(storedTheme)
  return (
    <label>
      <span>{language.theme.label}</span>
      <select
        value={theme}
        onChange={({ target }) => {
          const chosen = themeNamed(target.value)
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
