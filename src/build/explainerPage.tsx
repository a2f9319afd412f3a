/** A page of an edition: the full page or the embed. */
import type { Edition } from '../compose/editions.ts'
import { pathOf } from '../compose/record.ts'
import type { PageFonts } from '../fonts/typefaces.ts'
import type { Site } from '../project/project.ts'
import type { Copy, SiteLinks } from '../story/copy.ts'
import { withoutHyphens } from '../story/prose.ts'
import type { Story } from '../story/story.ts'
import type { Assets } from './assets.ts'
import type { DocumentProps } from './Document.tsx'
import { headOf, structuredDataOf } from './head.tsx'
import { policyOf } from './headers.ts'
import { OPTIONS, START } from './inlineScripts.ts'
import { hasLiveBlocks, picturesIn, playersIn } from './media.ts'
import { NO_OTHERS, type OtherStories, siteLinks } from './storyList.tsx'
import { colourRules, timelineRules } from './styles.ts'

/** What `server.tsx` exports, which Vite builds */
export interface Renderers {
  renderExplainer: (story: Story, copy: Copy, ground: string, home: string, around: SiteLinks) => string
  renderEmbed: (story: Story, copy: Copy, ground: string, paths: { home: string; full: string }) => string
}

/** What all pages of a site share */
export interface SiteParts {
  site: Site
  server: Renderers
  assets: Assets
}

/** Where a page stands. */
export interface Place {
  view: 'page' | 'embed'
  /** From the page to the root of the site */
  up: string
  /** From the page to the folder of its story */
  home: string
  /** From an embed to its full explainer */
  full?: string
  /** By default none */
  others?: OtherStories
}

/** The page of `edition` at `place`. */
export function explainerPage(edition: Edition, fonts: PageFonts, place: Place, parts: SiteParts): DocumentProps {
  const { view, up, home, full = '', others = NO_OTHERS } = place
  const { site, server, assets } = parts
  const { story, copy, basemap, colours, svgRules } = edition
  const path = pathOf(edition)
  const embed = view === 'embed'
  const live = hasLiveBlocks(copy)
  const hasMap = story.route.places.length > 0
  const offline = !embed && site.offline && !assets.dev
  const { rules, sheets } = assets.styleOf(live ? [view, 'live'] : [view])
  const style = `${rules}${colourRules(colours)}${timelineRules(story)}${svgRules}${fonts.rules(assets.dev?.fonts ?? `${up}assets/`)}`
  const html = embed
    ? server.renderEmbed(story, copy, basemap, { home, full })
    : server.renderExplainer(story, copy, basemap, home, siteLinks(others, up))
  return {
    language: story.language,
    classes: classesOf(story, copy, offline),
    title: withoutHyphens(story.headline),
    policy: policyOf(site, { style, players: playersIn(copy), offline, scripted: true }, Boolean(assets.dev)),
    style,
    sheets,
    icon: `${up}icon.svg`,
    head: headOf({ story, copy, site, path, up, view }),
    scripts: embed ? (
      <EmbedScripts {...assets} up={up} />
    ) : (
      <PageScripts {...assets} up={up} live={live} hasMap={hasMap} />
    ),
    children: (
      <>
        <div id="_explainer" dangerouslySetInnerHTML={{ __html: html }} />
        {!embed && (
          <script type="application/ld+json">{JSON.stringify(structuredDataOf({ story, copy, site, path }))}</script>
        )}
        <script type="application/json" id="_story">
          {JSON.stringify(story)}
        </script>
      </>
    ),
  }
}

/** Classes of the root: what the layout depends on, and whether readers may save the page. */
function classesOf({ route, axis }: Story, { smallMap }: Copy, offline: boolean): string | undefined {
  const classes = [
    route.places.length === 0 ? 'without-map' : smallMap && 'small-map',
    axis?.levels && 'true-scale',
    offline && 'offline',
  ]
  return classes.filter(Boolean).join(' ') || undefined
}

/** Addresses of all files of a full page, to be saved for reading offline. */
export function offlineFiles(
  { copy }: Edition,
  fonts: PageFonts,
  { up, home }: Place,
  { assets }: SiteParts,
): string[] {
  const { modules, scripts } = assets
  return [
    ...[...modules, ...(hasLiveBlocks(copy) ? [scripts.live] : [])].map((file) => up + file),
    ...fonts.files.map(({ name }) => `${up}assets/${name}`),
    ...['icon.svg', 'manifest.json'].map((file) => up + file),
    ...picturesIn(copy).map((file) => home + file),
  ]
}

interface PageScriptsProps extends Assets {
  up: string
  /** The page has blocks that act */
  live: boolean
  hasMap: boolean
}

/**
 * Preloads the page's script, after the fonts, which the first paint shows; that of the map is fetched when the reader
 * first acts.
 */
function PageScripts({ scripts: { page, map, live: liveBlocks }, up, live, hasMap }: PageScriptsProps) {
  return (
    <>
      <link
        id="_page"
        rel="modulepreload"
        fetchPriority="low"
        crossOrigin=""
        href={up + page}
        data-map={hasMap && map ? up + map : undefined}
      />
      {live && <script type="module" crossOrigin="" src={up + liveBlocks} />}
      <script>{START}</script>
    </>
  )
}

/** Classic scripts, since the frame may have no origin; while developing, modules as Vite serves them. */
function EmbedScripts({ scripts: { embed, views, gestures }, up, dev }: Assets & { up: string }) {
  return (
    <>
      <script>{OPTIONS}</script>
      {dev ? <script type="module" src={up + embed} /> : <script defer src={up + embed} />}
      {Object.entries({ views, gestures }).map(
        ([name, script]) =>
          script && (
            // A script in a template is not run; React would not render it.
            <template
              key={name}
              id={`_${name}`}
              dangerouslySetInnerHTML={{ __html: `<script src="${up}${script}"></script>` }}
            />
          ),
      )}
    </>
  )
}
