/** What other pages need to carry a story: the loader script, oEmbed, and a page that shows it at work. */
import { readFile } from 'node:fs/promises'
import { STAGE_HEIGHT } from '../embed/loader/messages.ts'
import { oembedSnippet } from '../embed/loader/snippets.ts'
import { withoutHyphens } from '../story/prose.ts'
import type { Story } from '../story/story.ts'
import { POSTER } from './poster.ts'
import { buildScript } from './script.ts'

const LOADER = 'src/embed/loader/loader.ts'
const DEMO = 'src/embed/loader/demo.html'

/** Width an oEmbed consumer is offered, pixels; the frame takes any. */
const EMBED_WIDTH = 640

/** A day, in seconds: how long a consumer may keep the answer. */
const CACHE_AGE = 86_400

/** Builds `embed.js` into `folder`. */
export function buildLoader(folder: string): Promise<void> {
  return buildScript(LOADER, folder, 'embed.js')
}

/**
 * The story as oEmbed, type `rich` (https://oembed.com). `path`: of the story from the root of the site. Without a
 * public address the addresses are relative, and what must be absolute is left out.
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
      height: STAGE_HEIGHT,
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

/** A host page with the rules real ones have. `slug`: of the story it carries. */
export async function demoPage(slug: string): Promise<string> {
  return (await readFile(DEMO, 'utf8')).replaceAll('{slug}', slug)
}
