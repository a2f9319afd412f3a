import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Language } from '../language/index.ts'
import type { Progress } from '../reader/progress.ts'
import type { ActiveStep, GoTo } from '../reader/useActiveStep.ts'
import { useHydrated } from '../reader/useHydrated.ts'
import type { Rect } from '../story/projection.ts'
import type { Story } from '../story/story.ts'
import { Drawing, Ground } from './Drawing.tsx'
import { showView } from './frame.ts'
import { drawLegs, drawnAt, play } from './growth.ts'
import { Inset } from './Inset.tsx'
import { Legend } from './Legend.tsx'
import styles from './RouteMap.module.css'
import { MapBoundary, useLiveMap } from './useLiveMap.tsx'

interface RouteMapProps {
  story: Story
  language: Language
  /** The ground as SVG markup, made by our own build */
  basemap: string
  active: ActiveStep
  /** How far the next passage has come; the next leg has grown as far */
  progress: Progress
  goTo: GoTo
  /** Whether the map may be saved as a picture; inside another page it may not */
  savable?: boolean
}

const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * The map. It is drawn once, as SVG, when the page is built, and stays: Leaflet comes later, lies between ground and
 * route and only says which part of the world to show. So nothing moves when it takes over, and nothing is lost when it
 * cannot be loaded.
 */
export function RouteMap({ story, language, basemap, active, progress, goTo, savable = true }: RouteMapProps) {
  const { route } = story
  const stage = useRef<HTMLDivElement>(null)
  const hydrated = useHydrated()
  const { LiveMap, failed, fail, retry } = useLiveMap()
  const [moving, setMoving] = useState(false)
  const [wholeAt, setWholeAt] = useState<ActiveStep>()
  const [returns, setReturns] = useState(0)
  const [wanderingAt, setWanderingAt] = useState<ActiveStep>()
  const view = active.cause === 'start' || wholeAt === active ? route.whole : (route.views[active.index] ?? route.whole)
  const shown = useRef({ rect: view as Rect, scale: 0 })
  const wandering = wanderingAt === active
  const played = useRef<ActiveStep>(undefined)
  const step = active.cause === 'start' ? undefined : story.steps[active.index]

  const show = useCallback((rect: Rect, scale = 0) => {
    shown.current = { rect, scale }
    if (stage.current) showView(stage.current, rect, scale)
  }, [])

  useBrowserLayoutEffect(
    function showStaticView() {
      if (LiveMap) show(shown.current.rect, shown.current.scale)
      else show(view)
    },
    [view, LiveMap, show],
  )

  useBrowserLayoutEffect(
    function drawRoute() {
      const box = stage.current
      if (!box) return
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches
      const plays =
        played.current !== active &&
        active.cause === 'click' &&
        !still &&
        route.legs.some((leg) => leg.step === active.index)
      played.current = active
      // Of a leg that plays; the scroll that a click brings about must not draw it whole in between.
      let part = plays ? 0 : 1
      function draw() {
        if (!box) return
        drawLegs(box, route, (leg) => {
          const drawn = drawnAt(leg, active, still ? 0 : progress.value)
          return leg.step === active.index && active.cause === 'click' ? { ...drawn, grown: drawn.grown * part } : drawn
        })
        showView(box, shown.current.rect, shown.current.scale)
      }
      draw()
      const stopListening = progress.listen(draw)
      const stopPlaying = plays
        ? play((done) => {
            part = done
            draw()
          })
        : undefined
      return () => {
        stopListening()
        stopPlaying?.()
      }
    },
    [route, active, progress, view, wandering],
  )

  function comeBack() {
    setMoving(false)
    setWanderingAt(undefined)
    setWholeAt(undefined)
    setReturns((count) => count + 1)
  }

  function showWhole() {
    setWanderingAt(undefined)
    setWholeAt(active)
    setReturns((count) => count + 1)
  }

  async function save() {
    if (!stage.current) return
    const { savePicture } = await import('./savePicture.ts')
    const at = step ?? story.steps[0]
    savePicture(stage.current, {
      file: `${story.slug}-${step?.id ?? 'route'}.svg`,
      route,
      view: shown.current.rect,
      names: wandering ? [route.names] : view.labels,
      drawn: (leg) => drawnAt(leg, active, progress.value),
      place: step?.place,
      title: step && at ? `${at.date.label}: ${at.heading}` : story.headline,
      note: [language.schematic, language.credit, language.madeWith].join(' · '),
    })
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
              name={language.mapHelp}
              view={view}
              returns={returns}
              moving={moving}
              onView={show}
              onHand={() => setWanderingAt(active)}
              goTo={goTo}
            />
          </MapBoundary>
        )}
        <Drawing
          route={route}
          view={view}
          wandering={wandering}
          place={step?.place}
          reached={(place) => !step || (place.step !== undefined && place.step <= step.index)}
          name={language.mapPicture(route.places.map((place) => place.name).join(', '))}
        />
        <Inset route={route} />
        <p className={styles.credit}>
          {language.credit}
          {route.tiles && ` · ${route.tiles.attribution}`}
        </p>
        {hydrated && LiveMap && (
          <div className={styles.controls}>
            <button type="button" title={language.wholeRoute} onClick={showWhole}>
              <Icon d="M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4" />
              <span>{language.wholeRoute}</span>
            </button>
            <button type="button" title={language.moveMap} aria-pressed={moving} onClick={() => setMoving(!moving)}>
              <Icon d="M9 2v14M2 9h14M7 4l2-2 2 2M7 14l2 2 2-2M4 7 2 9l2 2M14 7l2 2-2 2" />
              <span>{language.moveMap}</span>
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
      <Legend route={route} language={language}>
        {savable && (
          // Its room is kept until it works, so that nothing moves.
          <button type="button" className={hydrated ? undefined : styles.waiting} onClick={save}>
            {language.savePicture}
          </button>
        )}
      </Legend>
    </section>
  )
}

/** Stands for a button's word where there is no room for words. */
function Icon({ d }: { d: string }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path d={d} fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  )
}
