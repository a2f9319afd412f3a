/** Styles and scripts of the pages, found in what Vite has built. */
import type { Built, BuiltFile } from './environments.ts'
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
    /** Fetched when the reader of a page first acts; in a build only */
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
export function assetsIn({ client, ssr, embed, views, gestures }: Built): Assets {
  const style = (name: string) => fileIn(ssr, 'asset', `${name}.css`).content
  return {
    styleOf: (sheets) => ({ rules: ['server', ...sheets].map(style).join('') }),
    plainStyle: { rules: style('plain') },
    scripts: {
      page: fileIn(client, 'script', 'index').path,
      live: fileIn(client, 'script', 'live').path,
      map: fileIn(client, 'script', 'map').path,
      embed: fileIn(embed, 'script', 'embed').path,
      views: fileIn(views, 'script', 'embed-views').path,
      gestures: fileIn(gestures, 'script', 'embed-gestures').path,
    },
    modules: client.flatMap(({ kind, path, names }) => (kind === 'script' && !names.includes('live') ? path : [])),
    worker: fileIn(ssr, 'asset', 'sw.js').content,
  }
}

function fileIn(built: BuiltFile[], kind: BuiltFile['kind'], name: string): BuiltFile {
  const file = built.find((file) => file.kind === kind && [file.path, ...file.names].includes(name))
  if (!file) throw new Error(`build: Vite has made no “${name}”`)
  return file
}
