/** Feeds, sitemap and robots.txt. All of them need absolute addresses, so a public one. */
import type { EditionRecord } from '../compose/record.ts'
import { escapeHtml } from '../story/escapeHtml.ts'
import { withoutHyphens } from '../story/prose.ts'
import { STORY_LIST, storiesIn } from './storyList.tsx'

interface Site {
  name: string
  /** Public address, with a slash at the end */
  url: string
}

/** RSS 2.0, JSON Feed 1.1, sitemap and robots.txt: name of the file in the built folder → its text. */
export function feedFiles(records: EditionRecord[], site: Site): Record<string, string> {
  const stories = storiesIn(records)
  return {
    'feed.xml': rss(stories, site),
    'feed.json': jsonFeed(stories, site),
    'sitemap.xml': sitemap(records, site),
    'robots.txt': `User-agent: *\nAllow: /\nSitemap: ${site.url}sitemap.xml\n`,
  }
}

function homeOf(stories: EditionRecord[], { url }: Site): string {
  return stories.length > 1 ? `${url}${STORY_LIST}` : url
}

function rss(stories: EditionRecord[], site: Site): string {
  const latest = Math.max(...stories.map(({ updated }) => Date.parse(updated.iso)))
  const items = stories.map(({ path, headline, dek, published }) => {
    const address = escapeHtml(site.url + path)
    return `    <item>
      <title>${xml(withoutHyphens(headline))}</title>
      <link>${address}</link>
      <guid isPermaLink="true">${address}</guid>
      <pubDate>${new Date(published.iso).toUTCString()}</pubDate>
      <description>${xml(dek)}</description>
    </item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${xml(site.name)}</title>
    <link>${escapeHtml(homeOf(stories, site))}</link>
    <description>${xml(`${site.name}: ${stories.map(({ headline }) => withoutHyphens(headline)).join(' · ')}`)}</description>
    <atom:link href="${escapeHtml(site.url)}feed.xml" rel="self" type="application/rss+xml"/>
    <lastBuildDate>${new Date(latest).toUTCString()}</lastBuildDate>
${items.join('\n')}
  </channel>
</rss>
`
}

/** https://www.jsonfeed.org/version/1.1/ */
function jsonFeed(stories: EditionRecord[], site: Site): string {
  return JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: site.name,
      home_page_url: homeOf(stories, site),
      feed_url: `${site.url}feed.json`,
      items: stories.map(({ path, language, headline, dek, published, updated }) => {
        const address = site.url + path
        return {
          id: address,
          url: address,
          title: withoutHyphens(headline),
          content_text: dek,
          image: `${address}poster.png`,
          date_published: new Date(published.iso).toISOString(),
          date_modified: new Date(updated.iso).toISOString(),
          language,
        }
      }),
    },
    null,
    2,
  )
}

/** https://www.sitemaps.org: every edition with its other languages. The root repeats the main story, so it is left out. */
function sitemap(records: EditionRecord[], site: Site): string {
  const pages = records.map(({ slug, path, updated }) => {
    const siblings = records.filter((record) => record.slug === slug)
    const languages = siblings.map(
      (sibling) =>
        `<xhtml:link rel="alternate" hreflang="${sibling.language}" href="${escapeHtml(site.url + sibling.path)}"/>`,
    )
    return `<loc>${escapeHtml(site.url + path)}</loc><lastmod>${updated.iso}</lastmod>${
      siblings.length > 1 ? languages.join('') : ''
    }`
  })
  const front = storiesIn(records).length > 1 ? [`<loc>${escapeHtml(site.url)}${STORY_LIST}</loc>`] : []
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${[...pages, ...front].map((page) => `  <url>${page}</url>`).join('\n')}
</urlset>
`
}

/** Removes the characters that XML cannot contain and escapes the rest. */
function xml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: characters that XML 1.0 forbids
  return escapeHtml(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''))
}
