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

/**
 * Where the press links the sheet that comes later: a browser shows what stands before the link while it loads. In the
 * page that is all but the end matter; in the frame, where what is missing would move the rest, it is everything.
 */
const LATER_STYLE = '<!--later style-->'

/** What a story that stands for itself has around it. */
const ALONE: SiteLinks = { root: '../', others: [], all: undefined }

/** The explainer of `story` as complete HTML, ready to be taken over by `client.tsx`. `home`: to the story's folder. */
export function renderExplainer(story: Story, copy: Copy, ground: string, home: string, around = ALONE): string {
  const language = languageOf(story.language)
  const parts = {
    masthead: still(<Masthead story={story} copy={copy} language={language} home={home} />),
    map: still(<MapPicture name={nameOfMap(story, copy, language)} shapes={ground} />),
    article: still(<Article copy={copy} language={language} home={home} />),
    end: LATER_STYLE + still(<EndMatter copy={copy} language={language} home={home} around={around} />),
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
 * The embedded explainer, likewise. `full`: to the full explainer. What is not a step leads there, or out, in a window of
 * its own: a link must not replace the host's page, nor the explainer in it.
 */
export function renderEmbed(story: Story, copy: Copy, ground: string, { home, full }: { home: string; full: string }) {
  const language = languageOf(story.language)
  const parts = {
    masthead: still(<EmbedHeader story={story} copy={copy} />),
    map: still(<MapPicture name={nameOfMap(story, copy, language)} shapes={ground} />),
    article: outward(
      <>
        <EmbedDek copy={copy} language={language} />
        <Article copy={copy} language={language} home={home} />
        {/* For the cards; without the script a name leads to the list of the full explainer. */}
        <div hidden>
          <PeopleList people={copy.people} language={language} home={home} />
        </div>
      </>,
      full,
    ),
    end:
      still(
        <>
          {copy.byline} · {language.updated} {copy.updated.label}
          {!copy.reviewed && ` · ${language.unreviewed}`}
        </>,
      ) + LATER_STYLE,
  }
  return renderToString(<Embed story={story} parts={parts} full={full} RouteMap={RouteMap} loadMapGestures={never} />)
}

/** A name is heard at one go: of a longer story the list “The route in words” tells who went where. */
const MOST_NAMED = 20

/** Who went where, for those who do not see the map. */
function nameOfMap({ route: { places } }: Story, { route: { legs } }: Copy, language: PrintedLanguage): string {
  const said = legs.map(({ amount, from, to, date }) => language.legInWords(amount, from, to, date.label))
  const what = said.length > 0 ? said : places.map(({ name }) => name)
  return language.mapPicture(what.length > MOST_NAMED ? [language.routeInWords] : what)
}

/** Markup that nothing will take over. */
function still(node: ReactNode): string {
  return renderToStaticMarkup(node)
}

/** Markup of an embed, in which every link leaves the frame. Steps have no links in it: the timeline has. */
function outward(node: ReactNode, full: string): string {
  return still(node).replaceAll('href="#', `href="${full}#`).replaceAll('<a ', '<a target="_blank" rel="noopener" ')
}

/** Nothing is loaded while a page is made. */
const never = () => new Promise<never>(() => {})
