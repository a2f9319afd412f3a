/** The map gestures with Leaflet for an embed: a classic script that includes its styles. */
import gestures from '../map/MapGestures.module.css?inline'
import leaflet from '../styles/leaflet.css?inline'

export { MapGestures } from '../map/MapGestures.tsx'

const sheet = new CSSStyleSheet()
sheet.replaceSync(leaflet + gestures)
document.adoptedStyleSheets.push(sheet)
