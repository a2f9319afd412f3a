import './styles/index.css'
import type { ReactNode } from 'react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { Article } from './article/Article.tsx'
import { Leads } from './blocks/lead/Leads.tsx'
import { PeopleList } from './blocks/person/People.tsx'
import { Embed, EmbedDek } from './embed/Embed.tsx'
import { languageOf } from './language/index.ts'
import { MapIsland } from './map/MapIsland.tsx'
import { Page } from './page/Page.tsx'
import { PageTools } from './page/PageTools.tsx'
import { createStore } from './store/store.ts'
import type { Copy, SiteLinks } from './story/copy.ts'
import type { Story } from './story/story.ts'
import { TimelineIsland } from './timeline/TimelineIsland.tsx'

/** The page of `story` as HTML, whose islands `client.tsx` hydrates. `home`: path to the story's folder. */
export function renderExplainer(story: Story, copy: Copy, ground: string, home: string, around: SiteLinks): string {
  const language = languageOf(story.language)
  const views = renderViews(story, ground)
  const tools = renderToString(<PageTools story={story} language={story.words} offline={false} />)
  return renderToStaticMarkup(
    <Page story={story} copy={copy} language={language} home={home} around={around} islands={{ ...views, tools }} />,
  )
}

/**
 * The embedded page as HTML, whose islands `embeddedViews.tsx` hydrates. `full`: path to the full explainer. All links but
 * those to steps lead there or elsewhere in a new window, so that they replace neither the host's page nor the embed.
 */
export function renderEmbed(
  story: Story,
  copy: Copy,
  ground: string,
  { home, full }: { home: string; full: string },
): string {
  const language = languageOf(story.language)
  const article = externalLinks(
    <>
      <EmbedDek copy={copy} language={language} />
      <Article copy={copy} language={language} home={home} />
      {/* For the cards. Without the script, names link to the list in the full explainer. */}
      <div hidden>
        <PeopleList people={copy.people} sources={copy.sources} language={language} home={home} />
      </div>
    </>,
    full,
  )
  const islands = renderViews(story, ground)
  const leads = islands.map && externalLinks(<Leads copy={copy} language={language} home={home} />, full)
  return renderToStaticMarkup(
    <Embed
      story={story}
      copy={copy}
      language={language}
      article={article}
      leads={leads}
      full={full}
      islands={islands}
    />,
  )
}

/** The map and the timeline before the reader has done anything, as markup that React can hydrate. */
function renderViews(story: Story, ground: string) {
  const store = createStore(story.steps)
  return {
    map:
      story.route.places.length > 0
        ? renderToString(
            <MapIsland
              story={story}
              store={store}
              ground={ground}
              goTo={store.goTo}
              loadMapGestures={never}
              loadPicture={never}
            />,
          )
        : '',
    timeline: renderToString(<TimelineIsland story={story} store={store} goTo={store.goTo} />),
  }
}

/** Markup in which every link opens outside the frame. It has no links to steps; those are in the timeline. */
function externalLinks(node: ReactNode, full: string): string {
  return renderToStaticMarkup(node)
    .replaceAll('href="#', `href="${full}#`)
    .replaceAll('<a ', '<a target="_blank" rel="noopener" ')
}

/** No script is loaded at build. */
const never = () => new Promise<never>(() => {})
