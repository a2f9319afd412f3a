import 'datelines:fonts.css'
import './styles/index.css'
import { hydrateRoot } from 'react-dom/client'
import { Explainer } from './explainer/Explainer'
import type { Story } from './story/story'

/** The served page holds everything: the story as data, the ground of the map as markup. Both are taken from there. */
const root = document.getElementById('explainer')
const data = document.getElementById('story')?.textContent
const basemap = document.querySelector('[data-drawing="ground"]')?.innerHTML ?? ''

if (root && data) {
  const story: Story = JSON.parse(data)
  hydrateRoot(root, <Explainer story={story} basemap={basemap} />)
}
