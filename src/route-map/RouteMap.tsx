import { type MouseEvent, memo, useEffect, useRef, useState } from 'react'
import type { Language } from '../language/language.ts'
import { formatCount } from '../language/say.ts'
import { isModified } from '../reader/browser.ts'
import { Guard } from '../reader/Guard.tsx'
import type { Progress } from '../reader/progress.ts'
import { Served } from '../reader/Served.tsx'
import type { ActiveStep, GoTo } from '../reader/useActiveStep.ts'
import { useBrowserLayoutEffect } from '../reader/useBrowserLayoutEffect.ts'
import { useHydrated } from '../reader/useHydrated.ts'
import type { Late } from '../reader/useLate.ts'
import { marksAt } from '../story/route.ts'
import type { Story } from '../story/story.ts'
import { Inset } from './Inset.tsx'
import { Legend } from './Legend.tsx'
import styles from './RouteMap.module.css'
import './Stage.module.css'
import { linksTo } from './marks.ts'
import { type Move, Stage } from './stage.ts'
import { type LoadHands, useHands } from './useHands.ts'

/** How a layout loads what saves the map as a picture. */
export type LoadPicture = () => Promise<typeof import('./savePicture.ts')>

interface RouteMapProps {
  story: Story
  language: Language
  /** The map as it is served: ground and route */
  map: string | Element
  active: ActiveStep
  /** How far the reader has come; the next leg has grown as far */
  progress: Progress
  goTo: GoTo
  loadHands: LoadHands
  /** Legs of the person whose card is open */
  way?: string[] | undefined
  /** How the layout loads what saves the map as a picture; inside another page it may not be saved */
  loadPicture?: LoadPicture | undefined
}

/**
 * The map. It is drawn when the page is built and stays: the stage takes the drawing over where it is, and Leaflet, which
 * comes later, is only the reader's hands. So nothing moves when they come, and nothing is lost when they cannot.
 */
export const RouteMap = memo(function RouteMap({
  story,
  language,
  map,
  active,
  progress,
  goTo,
  way,
  loadHands,
  loadPicture,
}: RouteMapProps) {
  const { route } = story
  const box = useRef<HTMLElement>(null)
  const [stage, setStage] = useState<Stage>()
  const hydrated = useHydrated()
  const section = useRef<HTMLElement>(null)
  const { part: Hands, state, want, fail } = useHands(section, loadHands, route.tiles !== undefined)
  const failed = state === 'failed'
  const [moving, setMoving] = useState(false)
  const [wholeAt, setWholeAt] = useState<ActiveStep>()
  const [returns, setReturns] = useState(0)
  const [hinted, setHinted] = useState<'now' | 'done'>()
  const [saved, setSaved] = useState<Late<unknown>['state']>('waiting')
  const step = active.cause === 'start' ? undefined : story.steps[active.index]
  const view = (step && route.views[active.index]) ?? route.whole
  const shown = way || wholeAt === active ? route.whole : view
  const count = (people: number) => formatCount(people, language)

  useEffect(
    // The served map stays for as long as the rest of the page is taken over.
    function takeStage() {
      if (!box.current) return
      const made = new Stage({
        box: box.current,
        route,
        linkTo: linksTo(story.steps, language.bead),
        count: (people) => formatCount(people, language),
      })
      setStage(made)
      return () => made.dispose()
    },
    [route, story, language],
  )

  useBrowserLayoutEffect(
    function showStep() {
      stage?.show({ active, step, view: shown, way })
    },
    // `returns` changes when the reader wants to be brought back.
    [stage, active, step, shown, way, returns, route],
  )

  useEffect(
    function growWithScroll() {
      if (!stage) return
      const grow = () => stage.grow(progress.value)
      grow() // The reader may have scrolled before the stage had taken the map.
      return progress.listen(grow)
    },
    [stage, progress],
  )

  function comeBack() {
    setMoving(false)
    setWholeAt(undefined)
    setReturns((count) => count + 1)
  }

  function grasp() {
    if (state === 'waiting') want()
    setMoving(!moving)
  }

  function showWhole() {
    setWholeAt(active)
    setReturns((count) => count + 1)
  }

  /** Once, for who would move the map and scrolls the page. */
  function hint() {
    if (!hinted && !moving && hydrated) setHinted('now')
  }

  /** A double click comes closer, as on every map; the first of its two presses may have been on a button. */
  function approach({ target }: MouseEvent) {
    if (!(target instanceof Element && target.closest('a, button'))) stage?.move({ closer: 2 })
  }

  /** The mark of a place is a link to its passage. */
  function follow(event: MouseEvent) {
    if (isModified(event) || event.shiftKey || !(event.target instanceof Element)) return
    const href = event.target.closest('a')?.getAttribute('href')
    const index = story.steps.findIndex(({ id }) => `#${id}` === href)
    if (index < 0) return
    event.preventDefault()
    goTo(index, 'click')
  }

  async function save() {
    if (!box.current || !stage || !loadPicture) return
    setSaved('coming')
    const { savePicture } = await loadPicture()
    setSaved('here')
    savePicture(box.current, {
      file: `${story.slug}-${step?.id ?? 'route'}.svg`,
      route,
      ...stage.picture(),
      count,
      title: step ? `${step.date.label}: ${step.heading}` : story.headline,
      notes: [route.legend, `${language.mapData} · ${language.madeWith}`].filter((note) => note !== undefined),
    })
  }

  return (
    <section
      ref={section}
      className={styles.map}
      data-view="map"
      aria-label={language.routeMap}
      onKeyDown={(event) => event.key === 'Escape' && comeBack()}
    >
      {/* biome-ignore lint/a11y: what is pressed is a link in it */}
      <div className={styles.stage} onClick={follow} onDoubleClick={approach} onWheel={hint} onTouchMove={hint}>
        <Served content={map} part="map" className={styles.drawing} ref={box} />
        {Hands && stage && (
          <Guard onError={fail}>
            <Hands route={route} name={language.mapHelp} stage={stage} moving={moving} />
          </Guard>
        )}
        <Inset route={route} view={shown} marks={marksAt(route, way ? undefined : step)} />
        <p className={styles.credit}>
          {language.credit}
          {route.tiles && ` · ${route.tiles.attribution}`}
        </p>
        {hydrated && !failed && (
          <div className={styles.controls}>
            <button type="button" title={language.wholeRoute} onClick={showWhole}>
              <Icon d="M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4" />
              <span>{language.wholeRoute}</span>
            </button>
            <button type="button" title={language.moveMap} aria-pressed={moving} onClick={grasp}>
              <Icon d="M9 2v14M2 9h14M7 4l2-2 2 2M7 14l2 2 2-2M4 7 2 9l2 2M14 7l2 2-2 2" />
              <span>{language.moveMap}</span>
            </button>
          </div>
        )}
        {hinted === 'now' && (
          <p className={styles.hint} aria-hidden="true" onAnimationEnd={() => setHinted('done')}>
            {language.mapHint}
          </p>
        )}
        {moving && stage && <Pad move={(step) => stage.move(step)} language={language} />}
        {failed && (
          <p className={styles.failed}>
            <span>{language.mapFailed}</span>{' '}
            <button type="button" onClick={want}>
              {language.tryAgain}
            </button>
          </p>
        )}
      </div>
      <Legend route={route} language={language} active={active} step={step} way={way}>
        {loadPicture && hydrated && (
          <>
            <button type="button" aria-busy={saved === 'coming'} onClick={() => save().catch(() => setSaved('failed'))}>
              {language.savePicture}
            </button>
            {saved === 'failed' && <span role="alert">{language.couldNotLoad}</span>}
          </>
        )}
      </Legend>
    </section>
  )
})

/** Stands for a button's word where there is no room for words. */
function Icon({ d }: { d: string }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path d={d} fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  )
}

const MOVES = [
  ['closer', '+', { closer: 1.5 }],
  ['farther', '−', { closer: 1 / 1.5 }],
  ['left', '←', { right: -0.25 }],
  ['up', '↑', { down: -0.25 }],
  ['down', '↓', { down: 0.25 }],
  ['right', '→', { right: 0.25 }],
] as const

/** The reader's way over the map without dragging: for a single finger, a switch, a keyboard (WCAG 2.5.7). */
function Pad({ move, language }: { move: (step: Move) => void; language: Language }) {
  return (
    <fieldset className={styles.pad} aria-label={language.moveMap}>
      {MOVES.map(([name, sign, step]) => (
        <button key={name} type="button" title={language.moves[name]} onClick={() => move(step)}>
          <span aria-hidden="true">{sign}</span>
          <span className={styles.said}>{language.moves[name]}</span>
        </button>
      ))}
    </fieldset>
  )
}
