import { type MouseEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { formatCount } from '../language/say.ts'
import { nameOf } from '../store/announcement.ts'
import { ErrorBoundary } from '../store/ErrorBoundary.tsx'
import { type ActiveStep, clickedStep, type GoTo, type Progress } from '../store/store.ts'
import { useHydrated } from '../store/useHydrated.ts'
import type { Rect } from '../story/projection.ts'
import { groundOf, openingOf, showsSection } from '../story/section.ts'
import type { Story } from '../story/story.ts'
import { VIEWPORT_WIDTHS, viewBoxOf } from '../story/viewport.ts'
import { DepthScale } from './DepthScale.tsx'
import drawing from './Drawing.module.css'
import { Ground } from './Ground.tsx'
import { Inset } from './Inset.tsx'
import { Legend } from './Legend.tsx'
import { Legs } from './Legs.tsx'
import { labelsOf } from './labelsOf.ts'
import { MapControls, MoveButtons } from './MapControls.tsx'
import { Marks } from './Marks.tsx'
import { momentOf } from './moment.ts'
import { Names } from './Names.tsx'
import { ON_PAGE } from './paint.ts'
import styles from './RouteMap.module.css'
import { moved } from './reach.ts'
import { SaveButton } from './SaveButton.tsx'
import { useChosenView } from './useChosenView.ts'
import { useFlight } from './useFlight.ts'
import { useFrameWidth } from './useFrameWidth.ts'
import { type LoadMapGestures, useMapGestures } from './useMapGestures.ts'
import { usePrinting } from './usePrinting.ts'

/** Imports savePicture.ts. */
export type LoadPicture = () => Promise<typeof import('./savePicture.ts')>

/** Height of the map on paper, pixels; as in RouteMap.module.css. */
const PAPER_HEIGHT = 415.7

export interface RouteMapProps {
  story: Story
  /** The basemap: markup while the page is built, in the browser the element that holds it */
  ground: string | Element
  active: ActiveStep
  /** Reading progress; the next leg grows with it */
  progress: Progress
  goTo: GoTo
  loadMapGestures: LoadMapGestures
  /** Ids of the legs of the person whose card is open */
  itinerary?: string[] | undefined
  /** Not set in an embed, where the map cannot be saved */
  loadPicture?: LoadPicture | undefined
}

/**
 * Assumed width before measuring, the widest: lines end a little too far into their arrowheads, never short of them.
 */
const WIDEST = VIEWPORT_WIDTHS.at(-1)?.[1] ?? 0

/**
 * The map: basemap, route, names and marks at one moment of the story. The build renders the end of the story, which
 * readers without the script keep. Leaflet loads later and only handles gestures.
 */
export const RouteMap = memo(function RouteMap(props: RouteMapProps) {
  const { story, ground, active, progress, goTo, itinerary, loadMapGestures, loadPicture } = props
  const { route, words: language } = story
  const hydrated = useHydrated()
  const printing = usePrinting()
  const section = useRef<HTMLElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const layers = {
    ground: useRef<SVGSVGElement>(null),
    legs: useRef<SVGSVGElement>(null),
    route: useRef<SVGSVGElement>(null),
  }
  const { value: MapGestures, state, load, fail } = useMapGestures(section, loadMapGestures, route.tiles !== undefined)
  const failed = state === 'failed'
  const [moving, setMoving] = useState(false)
  const { chosen, show } = useChosenView(active, itinerary)
  const [hinted, setHinted] = useState<'now' | 'done'>()

  const step = active.cause === 'start' ? undefined : story.steps[active.index]
  const opening = openingOf(route)
  const stepView = (!itinerary && step && route.views[active.index]) || opening
  /** In the served map and on paper */
  const showsEnd = !hydrated || printing
  /** Until the reader begins, the whole story is shown and no leg grows */
  const isComplete = showsEnd || (!step && !itinerary)
  const view = showsEnd ? opening : (chosen?.view ?? stepView)
  const onSection = showsSection(route, view)
  const ratio = view.width / view.height
  const { measured, letters } = useFrameWidth(box, ratio)
  const width = printing ? PAPER_HEIGHT * ratio : measured
  const scale = (width ?? WIDEST) / view.width
  const moment = useMemo(
    () => (showsEnd ? momentOf(route) : momentOf(route, step, itinerary)),
    [showsEnd, route, step, itinerary],
  )
  // Larger letters have the room of a smaller map.
  const labels = useMemo(() => labelsOf(route, view, width && width / letters), [route, view, width, letters])
  const count = useCallback((people: number) => formatCount(people, language), [language])
  const growth = useMemo(
    () => (isComplete ? undefined : { active, progress, count }),
    [isComplete, active, progress, count],
  )
  /** Values of the last render: no flight to the step in the address on opening, nor after printing */
  const last = useRef({ showsEnd, active, onSection })
  const opens = last.current.showsEnd || (last.current.active.cause === 'start' && active.cause === 'fragment')
  /** Between map and section there is nothing to fly over. */
  const cuts = last.current.onSection !== onSection
  const flies = !showsEnd && !opens && !cuts && (chosen?.flies ?? true)
  const currentView = useFlight({ flying: [layers.ground, layers.legs], fading: [layers.route] }, view, flies)

  useEffect(
    function remember() {
      last.current = { showsEnd, active, onSection }
    },
    [showsEnd, active, onSection],
  )

  const move = useCallback((view: Rect) => show(view, false), [show])
  /** A gesture stops a flight at its current view. Synchronous: Leaflet handles the same event next. */
  const stopFlight = useCallback(() => {
    const seen = currentView()
    if (seen !== view) flushSync(() => move(seen))
  }, [currentView, view, move])

  function resetView() {
    setMoving(false)
    show(stepView, true)
  }

  function toggleMoving() {
    if (state === 'idle') load()
    setMoving(!moving)
  }

  /** Shown once, when a reader scrolls or swipes over the map. */
  function showHint() {
    if (!hinted && !moving && hydrated) setHinted('now')
  }

  /** Double click zooms in, as on other maps, except on a button or link. */
  function zoomIn({ target }: MouseEvent) {
    if (!(target instanceof Element && target.closest('a, button'))) move(moved(view, { closer: 2 }, route))
  }

  /** Handles clicks on the marks, which are links to passages. */
  function onLinkClick(event: MouseEvent) {
    const index = clickedStep(story.steps, event)
    if (index === undefined) return
    event.preventDefault()
    goTo(index, 'click')
  }

  async function save() {
    if (!box.current || !loadPicture) return
    const { savePicture } = await loadPicture()
    savePicture(box.current, {
      file: `${story.slug}-${step?.id ?? 'route'}.svg`,
      route,
      moment,
      view,
      labels: labels.flatMap(({ placed }) => placed),
      title: step ? nameOf(step, language) : story.headline,
      notes: [onSection ? route.section?.legend : route.legend, `${language.mapData} · ${language.madeWith}`].filter(
        (note) => note !== undefined,
      ),
    })
  }

  // Size 0, so that they take no space without the style sheet.
  const layer = { className: drawing.frame, width: 0, height: 0 }
  const overlay = { ...layer, className: `${drawing.frame} ${drawing.overlay}`, 'aria-hidden': true }
  return (
    <section
      ref={section}
      className={styles.map}
      aria-label={language.routeMap}
      onKeyDown={(event) => event.key === 'Escape' && resetView()}
    >
      {/* biome-ignore lint/a11y: the click target is a link in it */}
      <div
        className={onSection ? `${styles.stage} ${drawing.onSection}` : styles.stage}
        ref={box}
        onClick={onLinkClick}
        onDoubleClick={zoomIn}
        onWheel={showHint}
        onTouchMove={showHint}
      >
        {/* To a screen reader the map is one picture, described for the step. */}
        <svg
          {...layer}
          ref={layers.ground}
          viewBox={viewBoxOf(view)}
          id="_ground"
          role="img"
          aria-label={(step && route.alts[step.index]) ?? route.alt}
        >
          <Ground shapes={ground} />
        </svg>
        {MapGestures && (
          <ErrorBoundary onError={fail}>
            <MapGestures
              route={route}
              name={language.mapHelp}
              view={view}
              moving={moving}
              onMove={move}
              onGestureStart={stopFlight}
            />
          </ErrorBoundary>
        )}
        <svg {...overlay} ref={layers.legs} id="_legs">
          {onSection && route.section && <DepthScale section={route.section} view={view} paint={ON_PAGE} />}
          <Legs route={route} moment={moment} paint={ON_PAGE} growth={growth} view={view} scale={scale} />
        </svg>
        <svg {...overlay} ref={layers.route} id="_labels">
          {labels.map(({ className, placed }) => (
            <g key={className ?? ''} className={className}>
              <Names labels={placed} moment={moment} paint={ON_PAGE} view={view} scale={scale / letters} />
            </g>
          ))}
          <Marks route={route} moment={moment} view={view} paint={ON_PAGE} steps={story.steps} />
        </svg>
        {!onSection && (
          <>
            <Inset route={route} view={view} marks={moment.marks} />
            <small className={styles.credit}>
              {language.credit}
              {route.tiles && ` · ${route.tiles.attribution}`}
            </small>
          </>
        )}
        {hydrated && !failed && (
          <MapControls
            language={language}
            moving={moving}
            onToggle={toggleMoving}
            onWhole={() => show(groundOf(route, view).whole, true)}
          />
        )}
        {hinted === 'now' && (
          <p className={styles.hint} aria-hidden="true" onAnimationEnd={() => setHinted('done')}>
            {language.mapHint}
          </p>
        )}
        {moving && <MoveButtons language={language} onMove={(step) => move(moved(view, step, route))} />}
        {failed && (
          <p className={styles.failed}>
            <span>{language.mapFailed}</span>{' '}
            <button type="button" onClick={load}>
              {language.tryAgain}
            </button>
          </p>
        )}
      </div>
      <Legend route={route} language={language} moment={moment}>
        {loadPicture && hydrated && <SaveButton language={language} save={save} />}
      </Legend>
    </section>
  )
})
