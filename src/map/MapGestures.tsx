import { CRS, extend, type Map as LeafletMap, Transformation } from 'leaflet'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { MapContainer, TileLayer, useMap, useMapEvents } from 'react-leaflet'
import { onResize } from '../store/browser.ts'
import type { Route } from '../story/map.ts'
import { type Projection, type Rect, worldWidthOf } from '../story/projection.ts'
import { groundOf, showsSection } from '../story/section.ts'
import { viewportIn } from '../story/viewport.ts'
import leafletStyle from '../styles/leaflet.css?inline'
import styles from './RouteMap.module.css'
import { narrowest } from './reach.ts'

// In the script, not in a file beside it: a file can fail alone, and a retry of the import would not fetch it again.
const sheet = new CSSStyleSheet()
sheet.replaceSync(leafletStyle)
document.adoptedStyleSheets.push(sheet)

export interface MapGesturesProps {
  route: Route
  /** The accessible name of the map, with its keys */
  name: string
  /** The visible part of the map, map units */
  view: Rect
  /** True while wheel and single-finger drag move the map instead of the page */
  moving: boolean
  /** Called when the reader has moved the map */
  onMove: (view: Rect) => void
  /** Called before a gesture, to stop a flight at its current view */
  onGestureStart: () => void
}

/**
 * Leaflet as a transparent layer between basemap and route. It handles drag, wheel, pinch and keys, and shows the
 * publisher's tiles. The map takes its view from Leaflet's events, and Leaflet follows the view of the map.
 */
export function MapGestures({ route, ...gestures }: MapGesturesProps) {
  const { projection, tiles } = route
  const crs = useMemo(() => crsOf(projection), [projection])
  return (
    <MapContainer
      className={styles.gestures}
      crs={crs}
      // `keepViewOnResize` handles this.
      trackResize={false}
      zoomSnap={0}
      zoomDelta={0.5}
      // The animation would move only Leaflet's own panes and fire no events for the other layers.
      zoomAnimation={false}
      zoomControl={false}
      attributionControl={false}
      dragging={false}
      doubleClickZoom={false}
      boxZoom={false}
      maxBoundsViscosity={1}
    >
      <Gestures route={route} {...gestures} />
      {tiles && !showsSection(route, gestures.view) && (
        <TileLayer url={tiles.url} maxZoom={22} maxNativeZoom={19} referrerPolicy="no-referrer" />
      )}
    </MapContainer>
  )
}

/**
 * A CRS in which “latitude” and “longitude” are y and x in map units, with the pixel grid of Web Mercator tiles: tiles
 * are in the right place on a Mercator map, and other projections are a plain plane.
 */
function crsOf({ lon0, world, y0 }: Projection): CRS {
  const [x0, top] = [lon0 / 360 + 0.5, 0.5 + y0 / world]
  return extend({}, CRS.Simple, {
    transformation: new Transformation(1 / world, x0, 1 / world, top),
    scale: CRS.EPSG3857.scale,
    zoom: CRS.EPSG3857.zoom,
    wrapLng: [-x0 * world, (1 - x0) * world],
  })
}

/** Synchronises Leaflet and the map in both directions. */
function Gestures({ route, name, view, moving, onMove, onGestureStart }: MapGesturesProps) {
  const map = useMap()
  /** True while the map sets Leaflet's view, whose events are then ignored */
  const following = useRef(false)
  /** The last view reported by Leaflet */
  const reported = useRef<Rect>(undefined)
  const latestView = useRef(view)

  const handlers = useMemo(
    () => ({
      move() {
        if (following.current) return
        const { width, height } = latestView.current
        reported.current = viewIn(map, route, width / height)
        onMove(reported.current)
      },
    }),
    [map, route, onMove],
  )
  useMapEvents(handlers)

  useEffect(
    function setName() {
      const container = map.getContainer()
      container.setAttribute('role', 'group')
      container.setAttribute('aria-label', name)
    },
    [map, name],
  )

  useLayoutEffect(
    function follow() {
      latestView.current = view
      if (view === reported.current) return
      following.current = true
      map.stop()
      show(map, view, route)
      following.current = false
    },
    [map, route, view],
  )

  useEffect(
    function keepViewOnResize() {
      return onResize([map.getContainer()], () => {
        following.current = true
        map.invalidateSize({ pan: false })
        show(map, latestView.current, route)
        following.current = false
      })
    },
    [map, route],
  )

  // With the render that it belongs to: a press may follow at once.
  useLayoutEffect(
    function enableGestures() {
      if (moving) map.dragging.enable()
      else map.dragging.disable()
      const container = map.getContainer()
      /** Ctrl or Cmd with the wheel always zooms the map; the wheel alone only after “Move the map”. */
      function onWheel(event: WheelEvent) {
        if (moving || event.ctrlKey || event.metaKey) onGestureStart()
        else event.stopImmediatePropagation()
      }
      function onPress(event: Event) {
        if (moving || !(event instanceof MouseEvent)) onGestureStart()
      }
      const listeners = new AbortController()
      const options = { capture: true, passive: true, signal: listeners.signal }
      container.addEventListener('wheel', onWheel, options)
      for (const type of ['mousedown', 'touchstart', 'keydown']) container.addEventListener(type, onPress, options)
      return () => listeners.abort()
    },
    [map, moving, onGestureStart],
  )
  return null
}

function sizeOf(map: LeafletMap): { width: number; height: number } {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  return { width, height }
}

/** Sets Leaflet's view so that `view` fills the viewport in its container, and its zoom limits. */
function show(map: LeafletMap, view: Rect, route: Route) {
  const { width, height } = sizeOf(map)
  if (width === 0 || height === 0) return
  const viewport = viewportIn({ width, height }, view.width / view.height)
  const zoomOf = (scale: number) => Math.log2((scale * route.projection.world) / 256)
  const { extent, whole } = groundOf(route, view)
  map.setMaxBounds([
    [extent.y, extent.x],
    [extent.y + extent.height, extent.x + extent.width],
  ])
  // Not so far out that the edge of the basemap or a second world shows, not closer than its detail allows.
  const oneWorld = viewport.width / Math.max(worldWidthOf(route.projection), whole.width)
  map.setMinZoom(zoomOf(Math.max(width / extent.width, height / extent.height, oneWorld)))
  map.setMaxZoom(zoomOf(viewport.width / narrowest(route, view)))
  const scale = viewport.width / view.width
  const middle = { lng: view.x + (width / 2 - viewport.x) / scale, lat: view.y + (height / 2 - viewport.y) / scale }
  map.setView(middle, zoomOf(scale), { animate: false })
}

/** Leaflet's view in the viewport of `ratio`, map units. */
function viewIn(map: LeafletMap, { projection }: Route, ratio: number): Rect {
  const { width, height } = sizeOf(map)
  const viewport = viewportIn({ width, height }, ratio)
  const scale = (256 * 2 ** map.getZoom()) / projection.world
  const { lng, lat } = map.getCenter()
  return {
    x: lng - (width / 2 - viewport.x) / scale,
    y: lat - (height / 2 - viewport.y) / scale,
    width: viewport.width / scale,
    height: viewport.height / scale,
  }
}
