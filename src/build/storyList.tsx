/** The list of all stories, links from a story to others, and the check of the story at the root. */
import { relative } from 'node:path'
import { Fragment } from 'react'
import type { EditionRecord } from '../compose/record.ts'
import { noStory, StoryError } from '../content/problems.ts'
import { slugsIn } from '../content/read.ts'
import { languageOf } from '../language/index.ts'
import type { Project } from '../project/project.ts'
import type { SiteLinks } from '../story/copy.ts'
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
  throw new StoryError(`${config}: main: ${noStory(main, slugs)}`)
}

/** Each story in its first language, newest first. */
export function storiesIn(records: EditionRecord[]): EditionRecord[] {
  const published = (record: EditionRecord) => Date.parse(record.published.iso)
  return records.filter(({ main }) => main).sort((a, b) => published(b) - published(a))
}

/** What a page links to besides its own story. */
export interface OtherStories {
  /** Paths are from the root of the site */
  others: { path: string; headline: string; language: string }[]
  /** Whether the site has a list of stories */
  list: boolean
}

export const NO_OTHERS: OtherStories = { others: [], list: false }

/**
 * Finds the other stories that an edition links to, in its own language if possible: first those that share most people or
 * places with it, then the newest.
 */
export function linksBetween(records: EditionRecord[]): (record: EditionRecord) => OtherStories {
  const stories = storiesIn(records)
  const withName = new Map<string, EditionRecord[]>()
  for (const story of stories)
    for (const name of story.names) withName.set(name, [...(withName.get(name) ?? []), story])

  return function othersOf({ slug, language }) {
    const shared = new Map<EditionRecord, number>()
    const names = new Set(stories.find((story) => story.slug === slug)?.names)
    for (const other of [...names].flatMap((name) => withName.get(name) ?? []))
      shared.set(other, (shared.get(other) ?? 0) + 1)
    const count = (story: EditionRecord) => shared.get(story) ?? 0
    const nearest = stories.filter((other) => other.slug !== slug).sort((a, b) => count(b) - count(a))
    return {
      others: nearest.slice(0, OTHERS).map((first) => {
        const same = records.find((record) => record.slug === first.slug && record.language === language) ?? first
        return { path: same.path, headline: same.headline, language: same.language }
      }),
      list: stories.length > 1,
    }
  }
}

/** The links of a page. `up`: from it to the root of the site. */
export function siteLinks({ others, list }: OtherStories, up: string): SiteLinks {
  return {
    root: up,
    others: others.map(({ path, ...other }) => ({ address: `${up}${path}`, ...other })),
    all: list ? `${up}${STORY_LIST}` : undefined,
  }
}

/** The list of all stories, in the language of the story at the root. */
export function storyListOf(
  records: EditionRecord[],
  site: { name: string; main: string; url: string | undefined },
): PlainPage {
  const stories = storiesIn(records)
  const code = stories.find(({ slug }) => slug === site.main)?.language ?? 'en'
  const language = languageOf(code)
  return {
    title: `${language.stories.all} · ${site.name}`,
    description: stories.map(({ headline }) => headline).join(' · '),
    language: code,
    head: feedLinks(site),
    text: [site.name, language.stories.all, ...records.flatMap(textOfEntry)],
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
              {stories.map((story) => (
                <li key={story.slug}>
                  <Entry story={story} language={code} />
                </li>
              ))}
            </ul>
          )}
        </main>
      </>
    ),
  }
}

function textOfEntry({ headline, kicker, dek, extent, published, languages }: EditionRecord): string[] {
  return [headline, kicker, kicker.toUpperCase(), dek, extent, published.label, ...languages.map(({ name }) => name)]
}

/** A line for each story, under the year in which it was published. */
function Years({ stories }: { stories: EditionRecord[] }) {
  const yearOf = ({ published }: EditionRecord) => published.iso.slice(0, 4)
  return [...new Set(stories.map(yearOf))].map((year) => (
    <section key={year}>
      <h2>{year}</h2>
      <ul>
        {stories
          .filter((story) => yearOf(story) === year)
          .map(({ slug, path, language, headline, extent }) => (
            <li key={slug} lang={language}>
              <a href={`../${path}`}>{headline}</a> <small>{extent}</small>
            </li>
          ))}
      </ul>
    </section>
  ))
}

/** A story in a list whose language is `language`. */
function Entry({ story, language }: { story: EditionRecord; language: string }) {
  const { kicker, headline, dek, extent, published, map } = story
  const address = `../${story.path}`
  return (
    <article lang={story.language === language ? undefined : story.language}>
      {/* Its route; the link is the headline. */}
      {map && <img src={`${address}poster.png`} width="1200" height="630" alt="" loading="lazy" decoding="async" />}
      <p className="kicker">{kicker}</p>
      <h2>
        <a href={address}>{headline}</a>
      </h2>
      <p>{dek}</p>
      <p className="note">
        {extent} · <time dateTime={published.iso}>{published.label}</time>
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
