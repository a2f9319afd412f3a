/** Styles and scripts of the pages, found in what Vite has built. */
import type { buildAll, Output } from './environments.ts'
import type { SHEETS } from './styles.ts'

/** The styles and scripts of a site. Addresses are relative to its root; in development, absolute. */
export interface Assets {
  /** The style sheet of an explainer, and more that only some need */
  styleOf: (sheets: (keyof typeof SHEETS)[]) => Style
  plainStyle: Style
  scripts: {
    page: string
    live: string
    embed: string
    /** Preloaded with the page; in a build only */
    map?: string
    /** Views and map gestures of embeds; in development, their scripts import them */
    views?: string
    gestures?: string
  }
  /** All scripts of a page, to be saved for reading offline */
  modules: string[]
  /** The service worker */
  worker: string
  /** In development, the address of the fonts */
  dev?: { fonts: string } | undefined
}

/** Rules for the page itself, and in development the addresses of style sheets that Vite renews. */
export interface Style {
  rules: string
  sheets?: string[]
}

/** The assets of a finished build. */
export function assetsIn({ client, ssr, embed, views, gestures }: Awaited<ReturnType<typeof buildAll>>): Assets {
  return {
    styleOf: (sheets) => ({ rules: ['server', ...sheets].map((name) => assetIn(ssr, `${name}.css`)).join('') }),
    plainStyle: { rules: assetIn(ssr, 'plain.css') },
    scripts: {
      page: scriptIn(client, 'index'),
      live: scriptIn(client, 'live'),
      map: scriptIn(client, 'map'),
      embed: scriptIn(embed, 'embed'),
      views: scriptIn(views, 'embed-views'),
      gestures: scriptIn(gestures, 'embed-gestures'),
    },
    modules: client.flatMap(({ type, fileName, name }) => (type === 'chunk' && name !== 'live' ? fileName : [])),
    worker: assetIn(ssr, 'sw.js'),
  }
}

function scriptIn(output: Output, name: string): string {
  const chunk = output.find((file) => file.type === 'chunk' && file.name === name)
  if (!chunk) throw new Error(`build: Vite has made no script “${name}”`)
  return chunk.fileName
}

function assetIn(output: Output, name: string): string {
  const asset = output.find((file) => file.type === 'asset' && [file.fileName, ...file.names].includes(name))
  if (asset?.type !== 'asset') throw new Error(`build: Vite has made no “${name}”`)
  return String(asset.source)
}
