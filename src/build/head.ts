/** Metadata of a page: title, description, link previews, structured data. */
import { languageOf } from '../language/index.ts'
import { withoutHyphens } from '../story/prose.ts'
import type { Copy, Story } from '../story/story.ts'
import { WISHES } from './embedOptions.ts'
import { POSTER } from './poster.ts'
import { applicationLinks } from './webApp.ts'

interface Page {
  story: Story
  copy: Copy
  /** Public address of the site, with a slash at the end; without it, absolute links are left out */
  site: { name: string; url: string | undefined }
  /** Address of the page from the root of the site: 'islands/' */
  path: string
  /** From the page to the root of the site: '../' */
  up: string
  /** The full page or the embed */
  view: 'page' | 'embed'
}

/** The elements of `<head>` that differ between stories, as HTML. */
export function headOf({ story, copy, site, path, up, view }: Page): string {
  const canonical = site.url && new URL(path, site.url).href
  const property = (name: string, content: string) => `<meta property="${name}" content="${escapeHtml(content)}">`
  if (view === 'embed')
    return [
      `<script>${WISHES}</script>`,
      `<title>${escapeHtml(withoutHyphens(story.headline))}</title>`,
      ...canonicalLink(canonical),
      '<meta name="robots" content="noindex">',
      // For hosts that size frames by their content (CSS Sizing 4, frame-sizing).
      '<meta name="responsive-embedded-sizing" content="">',
    ].join('\n    ')
  return [
    `<title>${escapeHtml(withoutHyphens(story.headline))}</title>`,
    `<meta name="description" content="${escapeHtml(copy.dek)}">`,
    '<meta name="robots" content="max-image-preview:large">',
    ...canonicalLink(canonical),
    `<link rel="alternate" type="application/json+oembed" href="${escapeHtml(`${canonical ?? `${up}${path}`}oembed.json`)}" title="${escapeHtml(withoutHyphens(story.headline))}">`,
    ...(site.url ? editions(story, new URL(`${story.slug}/`, site.url).href) : []),
    ...applicationLinks(up),
    ...feedLinks(site),
    property('og:type', 'article'),
    property('og:title', withoutHyphens(story.headline)),
    property('og:description', copy.dek),
    property('og:site_name', site.name),
    property('og:locale', openGraphLocale(story.language)),
    ...story.languages
      .filter(({ code }) => code !== story.language)
      .map(({ code }) => property('og:locale:alternate', openGraphLocale(code))),
    property('article:published_time', copy.published.iso),
    property('article:modified_time', copy.updated.iso),
    ...(canonical ? preview(canonical, story, property) : []),
  ].join('\n    ')
}

/** Links to the feeds of the site, which need its public address. */
export function feedLinks({ name, url }: Page['site']): string[] {
  if (!url) return []
  const link = (type: string, file: string) =>
    `<link rel="alternate" type="application/${type}" href="${escapeHtml(url)}${file}" title="${escapeHtml(name)}">`
  return [link('rss+xml', 'feed.xml'), link('feed+json', 'feed.json')]
}

/** Structured data of a page, as JSON-LD. */
export function structuredDataOf({ story, copy, site, path }: Omit<Page, 'up' | 'view'>): string {
  return json(structuredData(story, copy, site.url && new URL(path, site.url).href, site.name))
}

/** The canonical link. Search engines do not accept relative addresses, so it needs the public one. */
function canonicalLink(canonical: string | undefined): string[] {
  return canonical ? [`<link rel="canonical" href="${escapeHtml(canonical)}">`] : []
}

/** Links to the story in its other languages. `folder`: address of the story. */
function editions({ languages: [main, ...others] }: Story, folder: string): string[] {
  if (!main || others.length === 0) return []
  const link = (code: string, address: string) =>
    `<link rel="alternate" hreflang="${code}" href="${escapeHtml(address)}">`
  return [
    link(main.code, folder),
    ...others.map(({ code }) => link(code, `${folder}${code}/`)),
    link('x-default', folder),
  ]
}

/** A language with its region in Open Graph's form: be_BY. The likeliest region where the code has none. */
function openGraphLocale(code: string): string {
  const { language, region } = new Intl.Locale(languageOf(code).locale).maximize()
  return `${language}_${region}`
}

/** Metadata of link previews with absolute addresses; none without a public address. */
function preview(canonical: string, story: Story, property: (name: string, content: string) => string): string[] {
  return [
    property('og:url', canonical),
    property('og:image', new URL('poster.png', canonical).href),
    property('og:image:width', String(POSTER.width)),
    property('og:image:height', String(POSTER.height)),
    property('og:image:alt', `${story.words.routeMap}: ${story.headline}`),
    '<meta name="twitter:card" content="summary_large_image">',
  ]
}

/** https://schema.org/NewsArticle: subject and publisher. The text is not repeated. */
function structuredData(story: Story, copy: Copy, url: string | undefined, publisher: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: withoutHyphens(story.headline),
    description: copy.dek,
    inLanguage: story.language,
    datePublished: copy.published.iso,
    dateModified: copy.updated.iso,
    temporalCoverage: `${copy.passages[0]?.date.iso.split('/')[0]}/${copy.passages.at(-1)?.date.iso.split('/').at(-1)}`,
    ...(url && { url, image: { '@type': 'ImageObject', url: new URL('poster.png', url).href, ...POSTER } }),
    isAccessibleForFree: true,
    author: { '@type': 'Organization', name: publisher },
    publisher: { '@type': 'Organization', name: publisher },
    contentLocation: copy.locations.map(({ name, lat, lon }) => ({
      '@type': 'Place',
      name,
      geo: { '@type': 'GeoCoordinates', latitude: lat, longitude: lon },
    })),
    ...(copy.people.length && {
      mentions: copy.people.map(({ name, also }) => ({ '@type': 'Person', name, alternateName: also })),
    }),
  }
}

/** JSON for a script element: escaped so that no text of a story can end the element. */
export function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
