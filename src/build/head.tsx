/** Metadata of a page: description, link previews, structured data. */
import type { ReactNode } from 'react'
import { languageOf } from '../language/index.ts'
import type { Copy } from '../story/copy.ts'
import { withoutHyphens } from '../story/prose.ts'
import type { Story } from '../story/story.ts'
import { POSTER } from './poster.ts'
import { applicationLinks } from './webApp.tsx'

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

/** The elements of `<head>` that differ between stories. */
export function headOf({ story, copy, site, path, up, view }: Page): ReactNode {
  const canonical = site.url && new URL(path, site.url).href
  const title = withoutHyphens(story.headline)
  // Search engines accept no relative address.
  const canonicalLink = canonical && <link rel="canonical" href={canonical} />
  if (view === 'embed')
    return (
      <>
        {canonicalLink}
        <meta name="robots" content="noindex" />
        {/* For hosts that size frames by their content (CSS Sizing 4, frame-sizing). */}
        <meta name="responsive-embedded-sizing" content="" />
      </>
    )
  return (
    <>
      <meta name="description" content={copy.dek} />
      <meta name="robots" content="max-image-preview:large" />
      {canonicalLink}
      <link
        rel="alternate"
        type="application/json+oembed"
        href={`${canonical ?? `${up}${path}`}oembed.json`}
        title={title}
      />
      {site.url && editions(story, new URL(`${story.slug}/`, site.url).href)}
      {applicationLinks(up)}
      {feedLinks(site)}
      <meta property="og:type" content="article" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={copy.dek} />
      <meta property="og:site_name" content={site.name} />
      <meta property="og:locale" content={openGraphLocale(story.language)} />
      {story.languages
        .filter(({ code }) => code !== story.language)
        .map(({ code }) => (
          <meta key={code} property="og:locale:alternate" content={openGraphLocale(code)} />
        ))}
      <meta property="article:published_time" content={copy.published.iso} />
      <meta property="article:modified_time" content={copy.updated.iso} />
      {canonical && preview(canonical, story)}
    </>
  )
}

/** Links to the feeds of the site, which need its public address. */
export function feedLinks({ name, url }: Page['site']): ReactNode {
  if (!url) return null
  return (
    <>
      <link rel="alternate" type="application/rss+xml" href={`${url}feed.xml`} title={name} />
      <link rel="alternate" type="application/feed+json" href={`${url}feed.json`} title={name} />
    </>
  )
}

/** Links to the story in its other languages. `folder`: address of the story. */
function editions({ languages }: Story, folder: string): ReactNode {
  if (languages.length === 1) return null
  return (
    <>
      {languages.map(({ code }, i) => (
        <link key={code} rel="alternate" hrefLang={code} href={i === 0 ? folder : `${folder}${code}/`} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={folder} />
    </>
  )
}

/** A language with its region in Open Graph's form: be_BY. The likeliest region where the code has none. */
function openGraphLocale(code: string): string {
  const { language, region } = new Intl.Locale(languageOf(code).locale).maximize()
  return `${language}_${region}`
}

/** Metadata of link previews with absolute addresses; none without a public address. */
function preview(canonical: string, story: Story): ReactNode {
  return (
    <>
      <meta property="og:url" content={canonical} />
      <meta property="og:image" content={new URL('poster.png', canonical).href} />
      <meta property="og:image:width" content={String(POSTER.width)} />
      <meta property="og:image:height" content={String(POSTER.height)} />
      <meta property="og:image:alt" content={`${story.words.routeMap}: ${story.headline}`} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}

/** https://schema.org/NewsArticle: subject and publisher. The text is not repeated. */
export function structuredDataOf({ story, copy, site, path }: Omit<Page, 'up' | 'view'>) {
  const url = site.url && new URL(path, site.url).href
  const dates = copy.passages.flatMap(({ date }) => date?.iso ?? [])
  const [first, last] = [dates[0], dates.at(-1)]
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: withoutHyphens(story.headline),
    description: copy.dek,
    inLanguage: story.language,
    datePublished: copy.published.iso,
    dateModified: copy.updated.iso,
    ...(first && last && { temporalCoverage: `${first.split('/')[0]}/${last.split('/').at(-1)}` }),
    ...(url && { url, image: { '@type': 'ImageObject', url: new URL('poster.png', url).href, ...POSTER } }),
    isAccessibleForFree: true,
    author: { '@type': 'Organization', name: site.name },
    publisher: { '@type': 'Organization', name: site.name },
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
