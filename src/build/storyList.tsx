/** The list of all stories, links from a story to others, and the check of the story at the root. */
import { relative } from 'node:path'
import { Fragment } from 'react'
import { type Edition, pathOf } from '../compose/editions.ts'
import { didYouMean, StoryError } from '../content/problems.ts'
import { slugsIn } from '../content/read.ts'
import { languageOf } from '../language/index.ts'
import type { Project } from '../project/project.ts'
import type { SiteLinks } from '../story/story.ts'
import { feedLinks } from './head.tsx'
import type { PlainPage } from './plainPage.tsx'

/** Path of the list from the root of the site. Sites with one story have no list. */
export const STORY_LIST = 'stories/'

/** Number of other stories linked at the end of a story */
const OTHERS = 4

/** Number of stories above which the list has one line for each, by year, for the browser's own search */
const MOST_ENTRIES = 100

/** Throws a StoryError if there are no stories, or none with the slug that the newsroom has named for the root. */
export async function checkMainStory({ root, config, stories, site: { main } }: Project) {
  const slugs = await slugsIn(stories)
  if (slugs.length === 0)
    throw new StoryError(`There is no story in ${relative(root, stories)}: datelines new my-story begins one.`)
  if (main === undefined || slugs.includes(main)) return
  throw new StoryError(
    `${config}: main: there is no story “${main}” — ${didYouMean(main, slugs) ?? `write one of ${slugs.join(', ')}`}`,
  )
}

/** Each story in its first language, newest first. */
export function storiesIn(editions: Edition[]): Edition[] {
  const published = ({ copy }: Edition) => Date.parse(copy.published.iso)
  return editions.filter(({ main }) => main).sort((a, b) => published(b) - published(a))
}

/** The names of a story's people and places. */
function namesIn({ people, locations }: Edition['copy']): string[] {
  return [...people, ...locations].map(({ name }) => name)
}

/**
 * Links from `edition` to other stories, in the same language if possible: first those that share people or places with it,
 * then the newest. `up`: from its page to the root.
 */
export function siteLinksOf({ story }: Edition, editions: Edition[], up: string): SiteLinks {
  const stories = storiesIn(editions)
  const names = new Set(stories.filter((other) => other.story.slug === story.slug).flatMap(({ copy }) => namesIn(copy)))
  const shared = ({ copy }: Edition) => namesIn(copy).filter((name) => names.has(name)).length
  const others = stories
    .filter((other) => other.story.slug !== story.slug)
    .sort((a, b) => shared(b) - shared(a))
    .map((first) => {
      const same = editions.find((e) => e.story.slug === first.story.slug && e.story.language === story.language)
      const { story: other } = same ?? first
      return { address: `${up}${pathOf(same ?? first)}`, headline: other.headline, language: other.language }
    })
  return { root: up, others: others.slice(0, OTHERS), all: others.length ? `${up}${STORY_LIST}` : undefined }
}

/** The list of all stories, in the language of the story at the root. */
export function storyListOf(
  editions: Edition[],
  site: { name: string; main: string; url: string | undefined },
): PlainPage {
  const stories = storiesIn(editions)
  const code = stories.find(({ story }) => story.slug === site.main)?.story.language ?? 'en'
  const language = languageOf(code)
  return {
    title: `${language.stories.all} · ${site.name}`,
    description: stories.map(({ story }) => story.headline).join(' · '),
    language: code,
    head: feedLinks(site),
    text: [site.name, language.stories.all, ...editions.flatMap(textOfEntry)],
    body: (
      <>
        <header>
          <p className="kicker">{site.name}</p>
          <h1>{language.stories.all}</h1>
        </header>
        <main>
          {stories.length > MOST_ENTRIES ? (
            <Years stories={stories} />
          ) : (
            <ul className="list">
              {stories.map((edition) => (
                <li key={edition.story.slug}>
                  <Entry edition={edition} language={code} />
                </li>
              ))}
            </ul>
          )}
        </main>
      </>
    ),
  }
}

function textOfEntry(edition: Edition): string[] {
  const { story, copy } = edition
  const { kicker, dek, published } = copy
  const names = story.languages.map(({ name }) => name)
  return [story.headline, kicker, kicker.toUpperCase(), dek, extentOf(edition), published.label, ...names]
}

/** The years that a story spans and the number of its steps: '2020–2025 · 17 steps'. */
function extentOf({ story, copy: { passages } }: Edition): string {
  const years = passages.flatMap(({ date }) => date?.iso?.match(/^-?\d{4,}/) ?? []).map(Number)
  const [from, to] = [Math.min(...years), Math.max(...years)]
  const span = years.length === 0 || from < 0 ? [] : [from === to ? `${from}` : `${from}–${to}`]
  return [...span, languageOf(story.language).steps(story.steps.length)].join(' · ')
}

/** A line for each story, under the year in which it was published. */
function Years({ stories }: { stories: Edition[] }) {
  const yearOf = ({ copy }: Edition) => copy.published.iso.slice(0, 4)
  return [...new Set(stories.map(yearOf))].map((year) => (
    <section key={year}>
      <h2>{year}</h2>
      <ul>
        {stories
          .filter((edition) => yearOf(edition) === year)
          .map((edition) => (
            <li key={edition.story.slug} lang={edition.story.language}>
              <a href={`../${pathOf(edition)}`}>{edition.story.headline}</a> <small>{extentOf(edition)}</small>
            </li>
          ))}
      </ul>
    </section>
  ))
}

/** A story in a list whose language is `language`. */
function Entry({ edition, language }: { edition: Edition; language: string }) {
  const { story, copy } = edition
  const address = `../${pathOf(edition)}`
  return (
    <article lang={story.language === language ? undefined : story.language}>
      {/* Its route; the link is the headline. */}
      {story.route.places.length > 0 && (
        <img src={`${address}poster.png`} width="1200" height="630" alt="" loading="lazy" decoding="async" />
      )}
      <p className="kicker">{copy.kicker}</p>
      <h2>
        <a href={address}>{story.headline}</a>
      </h2>
      <p>{copy.dek}</p>
      <p className="note">
        {extentOf(edition)} · <time dateTime={copy.published.iso}>{copy.published.label}</time>
        {story.languages.slice(1).map(({ code, name }) => (
          <Fragment key={code}>
            {' · '}
            <a href={`${address}${code}/`} lang={code} hrefLang={code}>
              {name}
            </a>
          </Fragment>
        ))}
      </p>
    </article>
  )
}
