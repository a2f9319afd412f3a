import './styles/index.css'
import type { ReactNode } from 'react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { Article } from './article/Article.tsx'
import { EndMatter } from './article/EndMatter.tsx'
import { PeopleList } from './article/People.tsx'
import { Embed } from './embed/Embed.tsx'
import { EmbedDek, EmbedHeader } from './embed/EmbedHeader.tsx'
import { languageOf } from './language/index.ts'
import type { PrintedLanguage } from './language/language.ts'
import { MapPicture } from './map/Ground.tsx'
import { RouteMap } from './map/RouteMap.tsx'
import { Masthead } from './page/Masthead.tsx'
import { Page } from './page/Page.tsx'
import type { Copy, SiteLinks, Story } from './story/story.ts'

/** Links of a site with a single story. */
const NO_OTHER_STORIES: SiteLinks = { root: '../', others: [], all: undefined }

/** The page of `story` as HTML, to be hydrated by `client.tsx`. `home`: path to the story's folder. */
export function renderExplainer(
  story: Story,
  copy: Copy,
  ground: string,
  home: string,
  around = NO_OTHER_STORIES,
): string {
  const language = languageOf(story.language)
  const parts = {
    masthead: staticMarkup(<Masthead story={story} copy={copy} language={language} home={home} />),
    map: staticMarkup(<MapPicture name={nameOfMap(story, copy, language)} shapes={ground} />),
    article: staticMarkup(<Article copy={copy} language={language} home={home} />),
    end: staticMarkup(<EndMatter copy={copy} language={language} home={home} around={around} />),
  }
  return renderToString(
    <Page
      story={story}
      parts={parts}
      root={around.root}
      offline={false}
      RouteMap={RouteMap}
      loadMapGestures={never}
      loadPicture={never}
    />,
  )
}

/**
 * The embedded page as HTML, to be hydrated by `embedded.tsx`. `full`: path to the full explainer. All links but those
 * to steps lead there or elsewhere in a new window, so that they replace neither the host's page nor the embed.
 */
export function renderEmbed(story: Story, copy: Copy, ground: string, { home, full }: { home: string; full: string }) {
  const language = languageOf(story.language)
  const parts = {
    masthead: staticMarkup(<EmbedHeader story={story} copy={copy} />),
    map: staticMarkup(<MapPicture name={nameOfMap(story, copy, language)} shapes={ground} />),
    article: externalLinks(
      <>
        <EmbedDek copy={copy} language={language} />
        <Article copy={copy} language={language} home={home} />
        {/* For the cards. Without the script, names link to the list in the full explainer. */}
        <div hidden>
          <PeopleList people={copy.people} language={language} home={home} />
        </div>
      </>,
      full,
    ),
    end: staticMarkup(
      <>
        {copy.byline} · {language.updated} {copy.updated.label}
        {!copy.reviewed && ` · ${language.unreviewed}`}
      </>,
    ),
  }
  return renderToString(<Embed story={story} parts={parts} full={full} RouteMap={RouteMap} loadMapGestures={never} />)
}

/** Maximum number of legs in the map's accessible name; with more it refers to “The route in words”. */
const MAX_NAMED = 20

/** Accessible name of the map: who went where. */
function nameOfMap({ route: { places } }: Story, { route: { legs } }: Copy, language: PrintedLanguage): string {
  const journeys = legs.map(({ amount, from, to, date }) => language.legInWords(amount, from, to, date.label))
  const items = journeys.length > 0 ? journeys : places.map(({ name }) => name)
  return language.mapPicture(items.length > MAX_NAMED ? [language.routeInWords] : items)
}

/** Markup that is not hydrated. */
function staticMarkup(node: ReactNode): string {
  return renderToStaticMarkup(node)
}

/** Markup in which every link opens outside the frame. It has no links to steps; those are in the timeline. */
function externalLinks(node: ReactNode, full: string): string {
  return staticMarkup(node)
    .replaceAll('href="#', `href="${full}#`)
    .replaceAll('<a ', '<a target="_blank" rel="noopener" ')
}

/** No script is loaded at build. */
const never = () => new Promise<never>(() => {})
