/** What Vite builds of the engine, kept in the cache: it is the same for every story and newsroom. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createBuilder } from 'vite'
import { cachedLazy } from '../cache.ts'
import type { Project } from '../project/project.ts'
import { type Assets, assetsIn } from './assets.ts'
import { collectGarbage } from './collectGarbage.ts'
import { compressed } from './compress.ts'
import { buildAll, environments } from './environments.ts'
import type { Renderers } from './explainerPage.tsx'
import { type Part, updateFile } from './updateFolder.ts'
import { viteConfig } from './vite.ts'

/** The scripts of a site. */
export interface Scripts {
  part: Part
  assets: Assets
  /** Loads the server, which renders pages */
  loadServer: () => Promise<Renderers>
}

/** Builds the scripts, or takes them from the cache. `engine`: hash of the engine. */
export async function buildScripts(project: Project, engine: string): Promise<Scripts> {
  const scripts = cachedLazy('scripts', engine, async () => {
    const builder = await createBuilder({
      ...viteConfig(project),
      logLevel: 'warn',
      environments: environments(project.engine),
    })
    const built = await buildAll(builder)
    collectGarbage()
    const { client, embed, views, gestures, loader } = built
    // The loader first: by its script a build knows a folder as a built site, also one that has not become whole.
    const files = [loader, client, embed, views, gestures].flat().filter(({ kind }) => kind === 'script')
    return {
      built,
      files: await compressed(Object.fromEntries(files.map(({ path, content }) => [path, content]))),
    }
  })
  const { built, files } = await scripts.get()
  const folder = join(project.cache, 'server')
  for (const { path, content } of built.ssr) updateFile(join(folder, path), Buffer.from(content))
  return {
    part: { id: scripts.id, files: async () => files },
    assets: assetsIn(built),
    loadServer: () => import(pathToFileURL(join(folder, 'server.mjs')).href),
  }
}
