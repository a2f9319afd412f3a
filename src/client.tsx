import 'datelines:fonts.css'
import './styles/index.css'
import { hydrateRoot } from 'react-dom/client'
import { Embed } from './embed/Embed.tsx'
import { Explainer } from './explainer/Explainer.tsx'
import { applyTheme, storedTheme, themeNamed } from './reader/theme.ts'
import type { Story } from './story/story.ts'

/** The served page holds everything: the story as data, the ground of the map as markup. Both are taken from there. */
const root = document.getElementById('explainer')
const data = document.getElementById('story')?.textContent
const basemap = document.querySelector('[data-drawing="ground"]')?.innerHTML ?? ''

/** The embedded page has another view of the same story, and reads no storage: its wishes come in its address. */
const embedded = root?.dataset['view'] === 'embed'
const wishes = new URLSearchParams(embedded ? location.search : '')
if (wishes.get('headline') === '0') document.documentElement.dataset['headline'] = 'off'
applyTheme(embedded ? themeNamed(wishes.get('theme')) : storedTheme())

if (root && data) {
  const story: Story = JSON.parse(data)
  const served = root.innerHTML
  const view = embedded ? (
    <Embed story={story} basemap={basemap} />
  ) : (
    <Explainer story={story} basemap={basemap} home={root.dataset['home'] ?? './'} />
  )
  hydrateRoot(root, view, {
    onUncaughtError() {
      console.warn('Datelines: this browser could not run the explainer; the page stays as it was served.')
      root.innerHTML = served
    },
  })
}
