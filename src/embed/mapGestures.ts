/** Leaflet for an embed: a classic script, which brings its style along. */
import own from '../map/MapGestures.module.css?inline'
import leaflet from '../styles/leaflet.css?inline'

export { MapGestures } from '../map/MapGestures.tsx'

const sheet = new CSSStyleSheet()
sheet.replaceSync(leaflet + own)
document.adoptedStyleSheets.push(sheet)
