import { divIcon, type LatLngBoundsExpression, type LeafletEventHandlerFnMap, type Map as LeafletMap } from 'leaflet'
import { useEffect, useMemo, useRef } from 'react'
import { MapContainer, Marker, TileLayer, useMap, useMapEvents } from 'react-leaflet'
import type { GoTo } from '../reader/useActiveStep.ts'
import { type Projection, project, type Rect, unproject } from '../story/projection.ts'
import type { Place, Route, Step } from '../story/story.ts'
import { frameIn } from './frame.ts'
import styles from './LiveMap.module.css'

export interface LiveMapProps {
  route: Route
  steps: Step[]
  /** What the map is called, with its keys */
  name: string
  /** Where to go */
  view: Rect
  /** Changes when the reader wants to be brought back to `view` */
  returns: number
  /** True while wheel and one finger move the map and not the page */
  moving: boolean
  /** Called with what the frame shows and its pixels a map unit, with every frame of a movement */
  onView: (view: Rect, scale: number) => void
  /** Called when the reader's own hand moves the map away from `view` */
  onHand: () => void
  goTo: GoTo
}

/** Seconds a flight between two steps takes. */
const FLIGHT = 0.7
/** How many times closer than the whole route a reader may come: the basemap has no more to show. */
const CLOSEST = 8

/**
 * Leaflet as the hands and the camera of the map: it takes gestures, flies from view to view, holds the place buttons,
 * and tells what is in view. The drawing is not its own; see RouteMap.
 */
export function LiveMap({ route, steps, goTo, ...camera }: LiveMapProps) {
  const { extent, projection } = route
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
      className={styles.live}
      zoomSnap={0}
      zoomDelta={0.5}
      // Its animation only moves Leaflet's own panes, tells nobody, and would end after a later step's flight.
      zoomAnimation={false}
      zoomControl={false}
      attributionControl={false}
      dragging={false}
      doubleClickZoom={false}
      boxZoom={false}
      maxBounds={bounds}
      maxBoundsViscosity={1}
    >
      <Camera route={route} {...camera} />
      {route.tiles && <TileLayer url={route.tiles.url} maxZoom={22} maxNativeZoom={19} referrerPolicy="no-referrer" />}
      {inStoryOrder(route.places).map((place) => (
        <PlaceButton key={place.id} place={place} projection={projection} steps={steps} goTo={goTo} />
      ))}
    </MapContainer>
  )
}

/** Places in the order in which the story comes to them, so that Tab walks the story. */
function inStoryOrder(places: Place[]): Place[] {
  const turn = ({ step }: Place) => step ?? Number.POSITIVE_INFINITY
  return [...places].sort((a, b) => turn(a) - turn(b))
}

type CameraProps = Pick<LiveMapProps, 'route' | 'name' | 'view' | 'returns' | 'moving' | 'onView' | 'onHand'>

/** Moves the map to the view and reports where it is. */
function Camera({ route, name, view, returns, moving, onView, onHand }: CameraProps) {
  const map = useMap()
  const arrived = useRef<Rect>(undefined)
  const returned = useRef(returns)

  const steered = useRef(false)
  useMapEvents({
    move() {
      const seen = viewOf(map, route)
      onView(seen, frameIn(sizeOf(map)).width / seen.width)
      if (!steered.current) onHand()
    },
    moveend() {
      steered.current = false
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
    function goToView() {
      const { center, zoom } = lookAt(view, map, route)
      const first = arrived.current === undefined
      if (arrived.current === view && returned.current === returns) return
      arrived.current = view
      returned.current = returns
      limit(map, route)
      steered.current = true
      if (first || matchMedia('(prefers-reduced-motion: reduce)').matches) map.setView(center, zoom, { animate: false })
      else map.flyTo(center, zoom, { duration: FLIGHT })
    },
    [map, route, view, returns],
  )

  useEffect(
    function keepViewOnResize() {
      if (!('ResizeObserver' in window)) return // Leaflet itself hears the window change
      const observer = new ResizeObserver(() => {
        steered.current = true
        map.invalidateSize({ pan: false })
        limit(map, route)
        const { center, zoom } = lookAt(arrived.current ?? route.whole, map, route)
        map.setView(center, zoom, { animate: false })
      })
      observer.observe(map.getContainer())
      return () => observer.disconnect()
    },
    [map, route],
  )

  useEffect(
    function giveHands() {
      if (moving) map.dragging.enable()
      else map.dragging.disable()
      const container = map.getContainer()
      /** Ctrl or Cmd with the wheel always means the map; the wheel alone only after “Move the map”. */
      function wheel(event: WheelEvent) {
        if (!moving && !event.ctrlKey && !event.metaKey) event.stopImmediatePropagation()
      }
      container.addEventListener('wheel', wheel, { capture: true, passive: true })
      return () => container.removeEventListener('wheel', wheel, { capture: true })
    },
    [map, moving],
  )
  return null
}

/** A button over a place's mark. It is empty: mark and name are in the drawing below it, its name is for hands and ears. */
interface PlaceButtonProps extends Pick<LiveMapProps, 'steps' | 'goTo'> {
  place: Place
  projection: Projection
}

function PlaceButton({ place, projection, steps, goTo }: PlaceButtonProps) {
  const step = place.step === undefined ? undefined : steps[place.step]
  const [lng, lat] = unproject(projection, place)
  const icon = useMemo(() => {
    const name = document.createElement('span')
    name.className = styles.name ?? ''
    name.textContent = step ? `${place.name}: ${step.heading}` : place.name
    return divIcon({ className: styles.button ?? '', html: name, iconSize: [44, 44] })
  }, [place, step])
  const go = () => step && goTo(step.index, 'click')
  const eventHandlers: LeafletEventHandlerFnMap = {
    click: go,
    // Leaflet focuses its markers but presses none of them.
    keydown: ({ originalEvent }) => (originalEvent.key === 'Enter' || originalEvent.key === ' ') && go(),
  }
  return <Marker position={[lat, lng]} icon={icon} eventHandlers={eventHandlers} />
}

function sizeOf(map: LeafletMap): { width: number; height: number } {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  return { width, height }
}

/** Where Leaflet must look for `view` to fill the frame. */
function lookAt(view: Rect, map: LeafletMap, { projection }: Route) {
  const { width, height } = sizeOf(map)
  const frame = frameIn({ width, height })
  const scale = frame.width / view.width
  const center = { x: view.x + (width / 2 - frame.x) / scale, y: view.y + (height / 2 - frame.y) / scale }
  const [lng, lat] = unproject(projection, center)
  return { center: { lat, lng }, zoom: Math.log2((scale * projection.world) / 256) }
}

/** What the frame shows, from where Leaflet looks. */
function viewOf(map: LeafletMap, { projection }: Route): Rect {
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
function limit(map: LeafletMap, { extent, whole, projection }: Route) {
  const { width, height } = sizeOf(map)
  const zoomOf = (scale: number) => Math.log2((scale * projection.world) / 256)
  map.setMinZoom(zoomOf(Math.max(width / extent.width, height / extent.height)))
  map.setMaxZoom(zoomOf((frameIn({ width, height }).width / whole.width) * CLOSEST))
}
