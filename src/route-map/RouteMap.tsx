import {
  Component,
  type ComponentType,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { Progress } from '../explainer/progress.ts'
import type { ActiveStep, GoTo } from '../explainer/useActiveStep.ts'
import { useHydrated } from '../explainer/useHydrated.ts'
import type { Language } from '../language/index.ts'
import type { Rect } from '../story/projection.ts'
import type { Story } from '../story/story.ts'
import { Drawing, Ground } from './Drawing.tsx'
import { showView } from './frame.ts'
import { drawLegs, drawnAt, play } from './growth.ts'
import { Legend } from './Legend.tsx'
import type { LiveMapProps } from './LiveMap.tsx'
import styles from './RouteMap.module.css'

interface RouteMapProps {
  story: Story
  language: Language
  /** The ground as SVG markup, made by our own build */
  basemap: string
  active: ActiveStep
  /** How far the next passage has come; the next leg has grown as far */
  progress: Progress
  goTo: GoTo
}

const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * The map. It is drawn once, as SVG, when the page is built, and stays: Leaflet comes later, lies between ground and
 * route and only says which part of the world to show. So nothing moves when it takes over, and nothing is lost when it
 * cannot be loaded.
 */
export function RouteMap({ story, language, basemap, active, progress, goTo }: RouteMapProps) {
  const { route } = story
  const stage = useRef<HTMLDivElement>(null)
  const hydrated = useHydrated()
  const { LiveMap, failed, fail, retry } = useLiveMap()
  const [moving, setMoving] = useState(false)
  const [wholeAt, setWholeAt] = useState<ActiveStep>()
  const [returns, setReturns] = useState(0)
  const view = active.cause === 'start' || wholeAt === active ? route.whole : (route.views[active.index] ?? route.whole)
  const shown = useRef<Rect>(view)
  const step = active.cause === 'start' ? undefined : story.steps[active.index]

  const show = useCallback((rect: Rect) => {
    shown.current = rect
    if (stage.current) showView(stage.current, rect)
  }, [])

  useBrowserLayoutEffect(
    function showStaticView() {
      if (stage.current) show(LiveMap ? shown.current : view)
    },
    [view, LiveMap, show],
  )

  useBrowserLayoutEffect(
    function drawRoute() {
      const box = stage.current
      if (!box) return
      function draw(part = 1) {
        if (!box) return
        drawLegs(box, route, (leg) => {
          const drawn = drawnAt(leg, active, progress.value)
          return leg.step === active.index && active.cause === 'click' ? { ...drawn, grown: drawn.grown * part } : drawn
        })
        showView(box, shown.current)
      }
      draw()
      const stopListening = progress.listen(draw)
      const plays = active.cause === 'click' && route.legs.some((leg) => leg.step === active.index)
      const stopPlaying = plays && !matchMedia('(prefers-reduced-motion: reduce)').matches ? play(draw) : undefined
      return () => {
        stopListening()
        stopPlaying?.()
      }
    },
    [route, active, progress, view],
  )

  function comeBack() {
    setMoving(false)
    setWholeAt(undefined)
    setReturns((count) => count + 1)
  }

  return (
    <section
      className={styles.map}
      aria-label={language.routeMap}
      onKeyDown={(event) => event.key === 'Escape' && comeBack()}
    >
      <div className={styles.stage} ref={stage}>
        <Ground view={route.whole} basemap={basemap} />
        {LiveMap && (
          <MapBoundary onError={fail}>
            <LiveMap
              route={route}
              steps={story.steps}
              view={view}
              returns={returns}
              moving={moving}
              onView={show}
              goTo={goTo}
            />
          </MapBoundary>
        )}
        <Drawing
          route={route}
          view={view}
          place={step?.place}
          reached={(place) => !step || (place.step !== undefined && place.step <= step.index)}
          name={language.mapPicture(route.places.map((place) => place.name).join(', '))}
        />
        <p className={styles.credit}>{language.credit}</p>
        {hydrated && LiveMap && (
          <div className={styles.controls}>
            <button type="button" onClick={() => setWholeAt(active)}>
              {language.wholeRoute}
            </button>
            <button type="button" aria-pressed={moving} onClick={() => setMoving(!moving)}>
              {language.moveMap}
            </button>
          </div>
        )}
        {failed && (
          <p className={styles.failed}>
            {language.mapFailed}{' '}
            <button type="button" onClick={retry}>
              {language.tryAgain}
            </button>
          </p>
        )}
      </div>
      <Legend route={route} language={language} />
    </section>
  )
}

/** If Leaflet breaks, the drawn map is still there. */
class MapBoundary extends Component<{ children: ReactNode; onError: () => void }> {
  override componentDidCatch() {
    this.props.onError()
  }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override state = { broken: false }

  override render() {
    return this.state.broken ? null : this.props.children
  }
}

/** Leaflet and all that needs it, loaded as a chunk of its own once the page has been painted. */
function useLiveMap() {
  const [LiveMap, setLiveMap] = useState<ComponentType<LiveMapProps>>()
  const [tries, setTries] = useState(0)
  const [failed, setFailed] = useState(false)

  useEffect(
    function loadAfterPaint() {
      let gone = false
      const timer = setTimeout(async () => {
        try {
          const module = await import('./LiveMap.tsx')
          if (!gone) setLiveMap(() => module.LiveMap)
        } catch {
          if (gone) return
          fail()
        }
      }, 0)
      return () => {
        gone = true
        clearTimeout(timer)
      }
    },
    [tries],
  )

  function fail() {
    console.warn('Datelines: the moving map could not be loaded; the drawn map stays and follows the steps.')
    setLiveMap(undefined)
    setFailed(true)
  }

  function retry() {
    setFailed(false)
    setTries(tries + 1)
  }

  return { LiveMap, failed, fail, retry }
}
