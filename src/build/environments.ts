/**
 * What Vite builds: the page's modules, the server that renders pages and gives their styles, and the embed's scripts. In a
 * sandboxed frame from a server without CORS headers, modules are blocked, so the embed has classic scripts: one that follows
 * host and article, one for the views, and one for the map gestures (Leaflet), which uses the views' React.
 */
import { join } from 'node:path'
import type { EnvironmentOptions, Rolldown, ViteBuilder } from 'vite'
import { SHEETS } from './styles.ts'

/** Globals that `embeddedViews.tsx` sets for the script of the map gestures */
const SHARED = { react: 'datelines.react', 'react/jsx-runtime': 'datelines.jsx', 'react-dom': 'datelines.dom' }

/** First line of scripts needed at once: Chromium compiles them while they arrive, off the main thread. */
const COMPILE_EARLY = '//# allFunctionsCalledOnLoad'

/** Modules of the script of blocks that act, which few pages have */
const LIVE = /\/(blocks\/live|playFilms|comparePictures|showLeads|films)\.ts$/

type Name = 'client' | 'ssr' | 'embed' | 'views' | 'gestures' | 'loader'

/** The environments, which build the modules of the engine. */
export function environments(engine: string): Record<Name, EnvironmentOptions> {
  // The server's build gives the styles, so no other has any.
  const build = { write: false, emitAssets: false, cssCodeSplit: false }
  const classic = (input: Record<string, string>, more: Rolldown.RolldownOptions = {}): EnvironmentOptions => ({
    consumer: 'client',
    build: {
      ...build,
      copyPublicDir: false,
      rolldownOptions: {
        ...more,
        input,
        // Views and map gestures are used through the exports of their entries.
        preserveEntrySignatures: 'exports-only',
        output: { entryFileNames: 'assets/[name]-[hash].js', ...more.output, format: 'iife', codeSplitting: false },
      },
    },
  })
  return {
    client: {
      build: {
        ...build,
        rolldownOptions: {
          input: { index: join(engine, 'src/client.tsx'), live: join(engine, 'src/blocks/live.ts') },
          // One chunk for what the page needs at once, and one for the map: fewer requests.
          output: {
            postBanner: ({ name }) => (name === 'page' || name === 'index' || name === 'map' ? COMPILE_EARLY : ''),
            codeSplitting: {
              groups: [
                { name: 'page', tags: ['$initial'], test: (id) => !LIVE.test(id) },
                { name: 'map', test: /\/src\/(story|map)\/(?!MapGestures|savePicture|picture|films)/ },
              ],
            },
          },
        },
      },
    },
    ssr: {
      // The cache, where it runs, need not lie beside the packages.
      resolve: { noExternal: true },
      build: {
        write: false,
        ssr: true,
        emitAssets: true,
        // A server's default would be Node.
        target: 'baseline-widely-available',
        cssMinify: true,
        rolldownOptions: {
          input: { server: join(engine, 'src/server.tsx'), plain: join(engine, 'src/build/plain.css') },
          output: {
            // Whatever the newsroom's package.json says of its own modules.
            entryFileNames: '[name].mjs',
            chunkFileNames: 'assets/[name]-[hash].mjs',
            codeSplitting: { groups: Object.entries(SHEETS).map(([name, test]) => ({ name, test })) },
          },
        },
      },
    },
    embed: classic({ embed: join(engine, 'src/embedded.ts') }),
    views: classic({ 'embed-views': join(engine, 'src/embeddedViews.tsx') }, { output: { name: 'datelines.views' } }),
    gestures: classic(
      { 'embed-gestures': join(engine, 'src/map/MapGestures.tsx') },
      { external: Object.keys(SHARED), output: { name: 'datelines.gestures', globals: SHARED } },
    ),
    loader: classic({ loader: join(engine, 'src/embed/loader/loader.ts') }, { output: { entryFileNames: 'embed.js' } }),
  }
}

/** A file that Vite has built */
export interface BuiltFile {
  kind: 'script' | 'asset'
  /** From the root of the site or, for the server's, from its folder */
  path: string
  /** The names of its entry or its sources */
  names: string[]
  content: string
}

export type Built = Record<Name, BuiltFile[]>

/** Builds all environments. */
export async function buildAll(builder: ViteBuilder): Promise<Built> {
  const build = async (name: Name): Promise<BuiltFile[]> => {
    const environment = builder.environments[name]
    const built = environment && (await builder.build(environment))
    if (!built || !('output' in built)) throw new Error(`build: Vite has not built “${name}”`)
    return built.output.map((file) =>
      file.type === 'chunk'
        ? { kind: 'script', path: file.fileName, names: [file.name], content: file.code }
        : { kind: 'asset', path: file.fileName, names: file.names, content: String(file.source) },
    )
  }
  return {
    client: await build('client'),
    ssr: await build('ssr'),
    embed: await build('embed'),
    views: await build('views'),
    gestures: await build('gestures'),
    loader: await build('loader'),
  }
}
