import 'datelines:fonts.css'
import './styles/index.css'
import { hydrateRoot } from 'react-dom/client'
import { Explainer } from './explainer/Explainer.tsx'
import { applyTheme, storedTheme } from './explainer/theme.ts'
import type { Story } from './story/story.ts'

/** The served page holds everything: the story as data, the ground of the map as markup. Both are taken from there. */
const root = document.getElementById('explainer')
const data = document.getElementById('story')?.textContent
const basemap = document.querySelector('[data-drawing="ground"]')?.innerHTML ?? ''

applyTheme(storedTheme())

if (root && data) {
  const story: Story = JSON.parse(data)
  const served = root.innerHTML
  hydrateRoot(root, <Explainer story={story} basemap={basemap} />, {
    onUncaughtError() {
      console.warn('Datelines: this browser could not run the explainer; the page stays as it was served.')
      root.innerHTML = served
    },
  })
}
