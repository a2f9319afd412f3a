import { useEffect, useMemo, useRef } from 'react'
import { Article } from '../article/Article.tsx'
import { EndMatter } from '../article/EndMatter.tsx'
import { languageOf } from '../language/index.ts'
import { Announcer } from '../reader/Announcer.tsx'
import { createProgress } from '../reader/progress.ts'
import { followReading } from '../reader/reading.ts'
import { type GoTo, useActiveStep } from '../reader/useActiveStep.ts'
import { RouteMap } from '../route-map/RouteMap.tsx'
import type { Story } from '../story/story.ts'
import { Timeline } from '../timeline/Timeline.tsx'
import { EmbedButton } from './EmbedButton.tsx'
import styles from './Explainer.module.css'
import { Masthead } from './Masthead.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'

interface ExplainerProps {
  story: Story
  /** The basemap as SVG markup, made by our own build. */
  basemap: string
  /** From this page to the folder of the story: './' */
  home: string
}

/**
 * The page: one story, one active step, three views. Whatever the reader touches calls `goTo`; the views only follow.
 */
export function Explainer({ story, basemap, home }: ExplainerProps) {
  const language = languageOf(story.language)
  const [active, goTo] = useActiveStep(story.steps)
  const progress = useMemo(createProgress, [])
  const page = useRef<HTMLElement>(null)
  const seen = useRef(active)
  const step = story.steps[active.index]

  useEffect(
    function followReader() {
      const sections = story.steps.flatMap(({ id }) => document.getElementById(id) ?? [])
      return followReading({ sections, covered: () => coveredBy(page.current) }, (reading) => {
        progress.set(reading.approach)
        if (reading.step !== seen.current.index || seen.current.cause === 'start') goTo(reading.step, 'scroll')
      })
    },
    [story, goTo, progress],
  )

  useEffect(
    function tellActiveStep() {
      seen.current = active
      if (step && active.cause !== 'start') document.title = `${step.heading} · ${story.headline}`
    },
    [active, step, story],
  )

  /** A step the reader asked for: its passage comes to the reading line at once, so no step between flashes by. */
  const choose: GoTo = (index, cause) => {
    seen.current = { index, cause }
    goTo(index, cause)
    document.getElementById(story.steps[index]?.id ?? '')?.scrollIntoView({ behavior: 'instant', block: 'start' })
  }

  return (
    <>
      <a className={styles.skip} href={`#${story.steps[0]?.id}`}>
        {language.skip}
      </a>
      <Masthead story={story} language={language} home={home} />
      <main className={styles.explainer} ref={page}>
        <RouteMap
          story={story}
          language={language}
          basemap={basemap}
          active={active}
          progress={progress}
          goTo={choose}
        />
        <Timeline story={story} language={language} active={active.index} goTo={choose} />
        <Article story={story} language={language} active={active.index} />
      </main>
      <EndMatter story={story} language={language}>
        <ThemeSwitch language={language} /> <EmbedButton story={story} language={language} />
      </EndMatter>
      <Announcer story={story} language={language} active={active} />
    </>
  )
}

/** Pixels of the window that the pinned map and timeline cover, above and below the reading column. */
function coveredBy(page: HTMLElement | null): { top: number; bottom: number } {
  if (!page) return { top: 0, bottom: 0 }
  const style = getComputedStyle(page)
  const pixels = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0
  return { top: pixels('scroll-padding-top'), bottom: pixels('scroll-padding-bottom') }
}
