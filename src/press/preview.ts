import compression from 'compression'
import type { Plugin } from 'vite'

/** `vite preview` as a real host would serve the site: compressed. */
export function compressedPreview(): Plugin {
  return {
    name: 'datelines:preview',
    configurePreviewServer(server) {
      server.middlewares.use(compression())
    },
  }
}
