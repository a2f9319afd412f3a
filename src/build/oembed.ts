/** oEmbed: what a host needs to embed a story. */
import { EMBED_HEIGHT } from '../embed/loader/messages.ts'
import { oembedSnippet } from '../embed/loader/snippets.ts'
import { withoutHyphens } from '../story/prose.ts'
import type { Story } from '../story/story.ts'
import { POSTER } from './poster.ts'

/** Width for oEmbed consumers, pixels; the frame fits any */
const EMBED_WIDTH = 640

/** A day, in seconds: how long a consumer may cache the response */
const CACHE_AGE = 86_400

/**
 * The oEmbed response for a story, type `rich` (https://oembed.com). `path`: of the story from the root of the site. Without
 * a public address, addresses are relative, and fields that must be absolute are left out.
 */
export function oembedOf(story: Story, path: string, site: { name: string; url: string | undefined }): string {
  const address = site.url ? new URL(path, site.url).href : './'
  return JSON.stringify(
    {
      version: '1.0',
      type: 'rich',
      title: withoutHyphens(story.headline),
      provider_name: site.name,
      provider_url: site.url,
      cache_age: CACHE_AGE,
      width: EMBED_WIDTH,
      height: EMBED_HEIGHT,
      html: oembedSnippet({ address, title: withoutHyphens(story.headline) }),
      ...(site.url && {
        thumbnail_url: new URL('poster.png', address).href,
        thumbnail_width: POSTER.width,
        thumbnail_height: POSTER.height,
      }),
    },
    null,
    2,
  )
}
