import type { LatLngBoundsExpression, Map as LeafletMap } from 'leaflet'
import { useEffect, useMemo } from 'react'
import { MapContainer, TileLayer, useMap, useMapEvents } from 'react-leaflet'
import { onResize } from '../reader/browser.ts'
import { frameIn } from '../story/frame.ts'
import { type Projection, project, type Rect, turnOf, unproject } from '../story/projection.ts'
import type { Route } from '../story/story.ts'
import '../styles/leaflet.css'
import styles from './Hands.module.css'
import { narrowest, type Stage } from './stage.ts'

export interface HandsProps {
  route: Route
  /** What the map is called, with its keys */
  name: string
  /** What the hands move */
  stage: Stage
  /** True while wheel and one finger move the map and not the page */
  moving: boolean
}

/**
 * Leaflet as the hands of the map: it takes drag, wheel, pinch and keys, and shows a publisher's tiles. It lies between
 * ground and route and is not drawn; the stage shows what the hands say, and the hands follow where the camera flies.
 */
export function Hands({ route, ...hands }: HandsProps) {
  const { extent } = route
  const projection = sheetOf(route)
  const bounds = useMemo<LatLngBoundsExpression>(() => {
    const [west, north] = unproject(projection, extent)
    const [east, south] = unproject(projection, { x: extent.x + extent.width, y: extent.y + extent.height })
    return [
      [south, west],
      [north, east],
    ]
  }, [extent, projection])
  return (
    <MapContainer
      className={styles.hands}
      // The stage's own observer tells.
      trackResize={false}
      zoomSnap={0}
      zoomDelta={0.5}
      // Its animation only moves Leaflet's own panes, and tells nobody.
      zoomAnimation={false}
      zoomControl={false}
      attributionControl={false}
      dragging={false}
      doubleClickZoom={false}
      boxZoom={false}
      maxBounds={bounds}
      maxBoundsViscosity={1}
    >
      <Grip route={route} {...hands} />
      {route.tiles && <TileLayer url={route.tiles.url} maxZoom={22} maxNativeZoom={19} referrerPolicy="no-referrer" />}
    </MapContainer>
  )
}

/** A sheet of its own for a map that is no Mercator: to Leaflet all maps are one, and it gives back what it was given. */
const SHEET: Projection = { lon0: 0, world: 1_000_000, y0: 0 }

/** Where Leaflet takes the map to lie. Only a publisher's tiles need that to be true. */
function sheetOf({ projection }: Route): Projection {
  return projection.pole ? SHEET : projection
}

/** Ties Leaflet to the stage, both ways. */
function Grip({ route, name, stage, moving }: HandsProps) {
  const map = useMap()
  const follower = useMemo(() => followerOf(map, stage, route), [map, stage, route])

  useMapEvents({
    move() {
      if (!follower.following()) stage.take(viewOf(map, route))
    },
  })

  useEffect(
    function nameIt() {
      const container = map.getContainer()
      container.setAttribute('role', 'group')
      container.setAttribute('aria-label', name)
    },
    [map, name],
  )

  useEffect(
    function followStage() {
      follower.follow()
      stage.hands = { stop: () => map.stop(), follow: follower.follow }
      return () => {
        stage.hands = undefined
      }
    },
    [map, stage, follower],
  )

  useEffect(
    function keepViewOnResize() {
      return onResize([map.getContainer()], () => follower.resize())
    },
    [map, follower],
  )

  useEffect(
    function giveHands() {
      if (moving) map.dragging.enable()
      else map.dragging.disable()
      const container = map.getContainer()
      /** A hand that comes down during a flight takes the map where it is. */
      function grasp() {
        stage.halt()
        follower.follow()
      }
      /** Ctrl or Cmd with the wheel always means the map; the wheel alone only after “Move the map”. */
      function wheel(event: WheelEvent) {
        if (moving || event.ctrlKey || event.metaKey) grasp()
        else event.stopImmediatePropagation()
      }
      function press(event: Event) {
        if (moving || !(event instanceof MouseEvent)) grasp()
      }
      container.addEventListener('wheel', wheel, { capture: true, passive: true })
      for (const type of GRASPS) container.addEventListener(type, press, { capture: true, passive: true })
      return () => {
        container.removeEventListener('wheel', wheel, { capture: true })
        for (const type of GRASPS) container.removeEventListener(type, press, { capture: true })
      }
    },
    [map, stage, follower, moving],
  )
  return null
}

const GRASPS = ['mousedown', 'touchstart', 'keydown'] as const

/** Puts Leaflet where the stage is, and knows when it is Leaflet itself that moves. */
function followerOf(map: LeafletMap, stage: Stage, route: Route) {
  let following = false
  return {
    following: () => following,
    /** The reader's own view survives: Leaflet would keep its middle, and say that it has moved. */
    resize() {
      following = true
      map.invalidateSize({ pan: false })
      this.follow()
    },
    follow() {
      const { width, height } = sizeOf(map)
      following = false
      if (width === 0 || height === 0) return
      following = true
      limit(map, route)
      const { center, zoom } = lookAt(stage.rect, map, route)
      map.setView(center, zoom, { animate: false })
      following = false
    },
  }
}

function sizeOf(map: LeafletMap): { width: number; height: number } {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  return { width, height }
}

/** Where Leaflet must look for `view` to fill the frame. */
function lookAt(view: Rect, map: LeafletMap, route: Route) {
  const projection = sheetOf(route)
  const { width, height } = sizeOf(map)
  const frame = frameIn({ width, height })
  const scale = frame.width / view.width
  const center = { x: view.x + (width / 2 - frame.x) / scale, y: view.y + (height / 2 - frame.y) / scale }
  const [lng, lat] = unproject(projection, center)
  return { center: { lat, lng }, zoom: Math.log2((scale * projection.world) / 256) }
}

/** What the frame shows, from where Leaflet looks. */
function viewOf(map: LeafletMap, route: Route): Rect {
  const projection = sheetOf(route)
  const { width, height } = sizeOf(map)
  const frame = frameIn({ width, height })
  const scale = (256 * 2 ** map.getZoom()) / projection.world
  const { lng, lat } = map.getCenter()
  const center = project(projection, [lng, lat])
  return {
    x: center.x - (width / 2 - frame.x) / scale,
    y: center.y - (height / 2 - frame.y) / scale,
    width: frame.width / scale,
    height: frame.height / scale,
  }
}

/** Keeps the reader on the basemap: never so far out that its edge shows, never closer than it has detail for. */
function limit(map: LeafletMap, route: Route) {
  const { extent, whole } = route
  const { width, height } = sizeOf(map)
  const frame = frameIn({ width, height }).width
  const zoomOf = (scale: number) => Math.log2((scale * sheetOf(route).world) / 256)
  // Nobody needs to see the world twice.
  const once = frame / Math.max(turnOf(route.projection), whole.width)
  map.setMinZoom(zoomOf(Math.max(width / extent.width, height / extent.height, once)))
  map.setMaxZoom(zoomOf(frame / narrowest(route)))
}
