/** The map's hands for a frame: a classic script, which brings its style along. */
import own from '../route-map/Hands.module.css?inline'
import leaflet from '../styles/leaflet.css?inline'

export { Hands } from '../route-map/Hands.tsx'

const sheet = new CSSStyleSheet()
sheet.replaceSync(leaflet + own)
document.adoptedStyleSheets.push(sheet)
