/** A script of its own, outside the pages: the loader and the service worker, at addresses that never change. */
import { build } from 'vite'

/** Builds `entry` into `folder` as the one classic script `name`. */
export async function buildScript(entry: string, folder: string, name: string) {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: true,
      lib: { entry, formats: ['iife'], name: 'datelines', fileName: () => name },
    },
  })
}
