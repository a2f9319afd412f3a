import './styles/index.css'
// The parts of the page that are finished at build bring no script, only their styles.
import './article/Article.module.css'
import './article/EndMatter.module.css'
import './article/Figure.module.css'
import './article/People.module.css'
import './article/Prose.module.css'
import './article/Chart.module.css'
import './page/Masthead.module.css'
import { Page } from './page/Page.tsx'
import { takeOver } from './reader/takeOver.ts'
import { applyTheme, storedTheme } from './reader/theme.ts'

applyTheme(storedTheme())
takeOver((served, element) => (
  <Page
    {...served}
    root={element.dataset['root'] ?? '../'}
    offline={'offline' in element.dataset}
    loadHands={() => import('./route-map/Hands.tsx')}
    loadPicture={() => import('./route-map/savePicture.ts')}
  />
))
