/** Builds scripts whose addresses never change: the loader and the service worker. */
import { build } from 'vite'

/** Builds `entry` into `folder` as the classic script `name`. */
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
