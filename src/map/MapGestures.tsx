import { CRS, extend, type LatLngBoundsExpression, type Map as LeafletMap, Transformation } from 'leaflet'
import { useEffect, useMemo, useRef } from 'react'
import { MapContainer, TileLayer, useMap, useMapEvents } from 'react-leaflet'
import { onResize } from '../store/browser.ts'
import { useIsomorphicLayoutEffect } from '../store/useIsomorphicLayoutEffect.ts'
import { type Projection, type Rect, worldWidthOf } from '../story/projection.ts'
import type { Route } from '../story/story.ts'
import { viewportIn } from '../story/viewport.ts'
import '../styles/leaflet.css'
import styles from './MapGestures.module.css'
import { narrowest } from './reach.ts'

export interface MapGesturesProps {
  route: Route
  /** The accessible name of the map, with its keys */
  name: string
  /** What the map shows, map units */
  view: Rect
  /** True while wheel and one finger move the map and not the page */
  moving: boolean
  /** The reader has moved the map */
  onMove: (view: Rect) => void
  /** The reader is about to move the map: what it shows now is to stay */
  onGrasp: () => void
}

/**
 * Leaflet takes drag, wheel, pinch and keys, and shows a publisher's tiles. It lies between ground and route and draws
 * nothing else; the map shows what it says, and it follows where the map flies.
 */
export function MapGestures({ route, ...gestures }: MapGesturesProps) {
  const { extent, projection, tiles } = route
  const crs = useMemo(() => crsOf(projection), [projection])
  const bounds = useMemo<LatLngBoundsExpression>(
    () => [
      [extent.y, extent.x],
      [extent.y + extent.height, extent.x + extent.width],
    ],
    [extent],
  )
  return (
    <MapContainer
      className={styles.gestures}
      crs={crs}
      // `keepViewOnResize` does.
      trackResize={false}
      zoomSnap={0}
      zoomDelta={0.5}
      // Its animation moves only Leaflet's own panes, without an event.
      zoomAnimation={false}
      zoomControl={false}
      attributionControl={false}
      dragging={false}
      doubleClickZoom={false}
      boxZoom={false}
      maxBounds={bounds}
      maxBoundsViscosity={1}
    >
      <Gestures route={route} {...gestures} />
      {tiles && <TileLayer url={tiles.url} maxZoom={22} maxNativeZoom={19} referrerPolicy="no-referrer" />}
    </MapContainer>
  )
}

/**
 * A coordinate system whose “latitude” and “longitude” are y and x in map units, and whose pixels are those of Web
 * Mercator tiles: a map that is no Mercator is a plain sheet, and a publisher's tiles lie where they belong.
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

/** Ties Leaflet to the map, both ways. */
function Gestures({ route, name, view, moving, onMove, onGrasp }: MapGesturesProps) {
  const map = useMap()
  /** True while Leaflet is put where the map is: what it says then is not the reader's doing */
  const following = useRef(false)
  /** The last view that came from here */
  const own = useRef<Rect>(undefined)
  const shown = useRef(view)

  const handlers = useMemo(
    () => ({
      move() {
        if (following.current) return
        own.current = viewIn(map, route)
        onMove(own.current)
      },
    }),
    [map, route, onMove],
  )
  useMapEvents(handlers)

  useEffect(
    function nameIt() {
      const container = map.getContainer()
      container.setAttribute('role', 'group')
      container.setAttribute('aria-label', name)
    },
    [map, name],
  )

  useIsomorphicLayoutEffect(
    function follow() {
      shown.current = view
      if (view === own.current) return
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
        show(map, shown.current, route)
        following.current = false
      })
    },
    [map, route],
  )

  useEffect(
    function giveGestures() {
      if (moving) map.dragging.enable()
      else map.dragging.disable()
      const container = map.getContainer()
      /** Ctrl or Cmd with the wheel always means the map; the wheel alone only after “Move the map”. */
      function wheel(event: WheelEvent) {
        if (moving || event.ctrlKey || event.metaKey) onGrasp()
        else event.stopImmediatePropagation()
      }
      function press(event: Event) {
        if (moving || !(event instanceof MouseEvent)) onGrasp()
      }
      container.addEventListener('wheel', wheel, { capture: true, passive: true })
      for (const type of PRESSES) container.addEventListener(type, press, { capture: true, passive: true })
      return () => {
        container.removeEventListener('wheel', wheel, { capture: true })
        for (const type of PRESSES) container.removeEventListener(type, press, { capture: true })
      }
    },
    [map, moving, onGrasp],
  )
  return null
}

const PRESSES = ['mousedown', 'touchstart', 'keydown'] as const

function sizeOf(map: LeafletMap): { width: number; height: number } {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  return { width, height }
}

/** Has Leaflet show `view` in the 4:3 viewport inside its container, and keeps the reader on the basemap. */
function show(map: LeafletMap, view: Rect, route: Route) {
  const { width, height } = sizeOf(map)
  if (width === 0 || height === 0) return
  const frame = viewportIn({ width, height })
  const zoomOf = (scale: number) => Math.log2((scale * route.projection.world) / 256)
  const { extent, whole } = route
  // Never so far out that its edge shows, and nobody needs to see the world twice; never closer than it has detail for.
  const once = frame.width / Math.max(worldWidthOf(route.projection), whole.width)
  map.setMinZoom(zoomOf(Math.max(width / extent.width, height / extent.height, once)))
  map.setMaxZoom(zoomOf(frame.width / narrowest(route)))
  const scale = frame.width / view.width
  const middle = { lng: view.x + (width / 2 - frame.x) / scale, lat: view.y + (height / 2 - frame.y) / scale }
  map.setView(middle, zoomOf(scale), { animate: false })
}

/** What Leaflet shows in the 4:3 viewport. */
function viewIn(map: LeafletMap, { projection }: Route): Rect {
  const { width, height } = sizeOf(map)
  const frame = viewportIn({ width, height })
  const scale = (256 * 2 ** map.getZoom()) / projection.world
  const { lng, lat } = map.getCenter()
  return {
    x: lng - (width / 2 - frame.x) / scale,
    y: lat - (height / 2 - frame.y) / scale,
    width: frame.width / scale,
    height: frame.height / scale,
  }
}
