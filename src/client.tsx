import './styles/index.css'
// The parts of the page that are finished at build bring no script, only their styles.
import './article/Article.module.css'
import './article/EndMatter.module.css'
import './article/People.module.css'
import './article/Prose.module.css'
import './article/UnitChart.module.css'
import './page/Masthead.module.css'
import { hydrateRoot } from 'react-dom/client'
import { Frame } from './frame/Frame.tsx'
import { Page } from './page/Page.tsx'
import { partsIn, viewsIn } from './reader/Served.tsx'
import { applyTheme, storedTheme, themeNamed } from './reader/theme.ts'
import type { Story } from './story/story.ts'

/** The served page holds everything: what moves as data, what is read as HTML. Both are taken from there. */
const root = document.getElementById('_explainer')
const data = document.getElementById('_story')?.textContent

/** The embedded page has another view of the same story, and reads no storage: its wishes come in its address. */
const embedded = root?.dataset['view'] === 'embed'
const wishes = new URLSearchParams(embedded ? location.search : '')
if (wishes.get('headline') === '0') document.documentElement.dataset['headline'] = 'off'
applyTheme(embedded ? themeNamed(wishes.get('theme')) : storedTheme())

if (root && data) {
  const story: Story = JSON.parse(data)
  const served = [...root.childNodes]
  const whole = { story, parts: partsIn(root), kept: viewsIn(root) }
  hydrateRoot(root, embedded ? <Frame {...whole} /> : <Page {...whole} />, {
    onUncaughtError() {
      console.warn('Datelines: this browser could not run the explainer; the page stays as it was served.')
      // Moved back, not written: nothing is read as markup. What only the script could do is hidden.
      root.replaceChildren(...served)
      root.dataset['still'] = ''
    },
  })
}
