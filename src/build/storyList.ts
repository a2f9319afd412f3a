/** The stories of a site beside each other: which one stands at the root, the list of all, the ways from one to others. */
import { readdir } from 'node:fs/promises'
import { type Edition, pathOf, StoryError } from '../compose/editions.ts'
import { didYouMean } from '../content/problems.ts'
import { languageOf } from '../language/index.ts'
import type { SiteLinks } from '../story/story.ts'
import { escapeHtml, feedLinks } from './head.ts'
import type { PlainPage } from './plainPages.ts'

/** Where the list of all stories is, from the root of the site. It is there when there is more than one. */
export const STORY_LIST = 'stories/'

/** As many others are named at the end of a story. */
const OTHERS = 4

/** Throws a StoryError when the story of the root of the site, `main`, is none of the folders in `root`. */
export async function checkMainStory(root: string, main: string) {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
  const slugs = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  if (slugs.length === 0) throw new StoryError(`There is no story in ${root}: npm run new -- my-story begins one.`)
  if (slugs.includes(main)) return
  throw new StoryError(
    `src/site.ts: there is no story “${main}” to stand at the root — ${didYouMean(main, slugs) ?? `write one of ${slugs.join(', ')}`}`,
  )
}

/** Each story once, in its first language, the newest first. */
export function storiesIn(editions: Edition[]): Edition[] {
  const published = ({ copy }: Edition) => Date.parse(copy.published.iso)
  return editions.filter(({ main }) => main).sort((a, b) => published(b) - published(a))
}

/** Where a reader of `edition` may go on; `up`: from its page to the root. Others are in the same language if they can. */
export function siteLinksOf({ story }: Edition, editions: Edition[], up: string): SiteLinks {
  const others = storiesIn(editions)
    .filter((other) => other.story.slug !== story.slug)
    .map((first) => {
      const same = editions.find((e) => e.story.slug === first.story.slug && e.story.language === story.language)
      const { story: other } = same ?? first
      return { address: `${up}${pathOf(same ?? first)}`, headline: other.headline, language: other.language }
    })
  return { root: up, others: others.slice(0, OTHERS), all: others.length ? `${up}${STORY_LIST}` : undefined }
}

/** The page that lists all stories, in the language of the one at the root. */
export function storyListOf(
  editions: Edition[],
  site: { name: string; main: string; url: string | undefined },
): PlainPage {
  const stories = storiesIn(editions)
  const code = stories.find(({ story }) => story.slug === site.main)?.story.language ?? 'en'
  const language = languageOf(code)
  const entries = stories.map((edition) => {
    const { story, copy } = edition
    const address = `../${pathOf(edition)}`
    const foreign = story.language === code ? '' : ` lang="${story.language}"`
    const languages = story.languages
      .slice(1)
      .map(
        ({ code, name }) => ` · <a href="${address}${code}/" lang="${code}" hreflang="${code}">${escapeHtml(name)}</a>`,
      )
    return `        <li><article${foreign}>
          <p class="kicker">${escapeHtml(copy.kicker)}</p>
          <h2><a href="${address}">${escapeHtml(story.headline)}</a></h2>
          <p>${escapeHtml(copy.dek)}</p>
          <p class="note"><time datetime="${copy.published.iso}">${escapeHtml(copy.published.label)}</time>${languages.join('')}</p>
        </article></li>`
  })
  return {
    title: `${language.stories.all} · ${site.name}`,
    description: stories.map(({ story }) => story.headline).join(' · '),
    language: code,
    head: feedLinks(site),
    body: `    <header>
      <p class="kicker">${escapeHtml(site.name)}</p>
      <h1>${escapeHtml(language.stories.all)}</h1>
    </header>
    <main>
      <ul class="list">
${entries.join('\n')}
      </ul>
    </main>`,
  }
}
