import { resolve } from 'node:path'
import sirv from 'sirv'
import type { Plugin } from 'vite'
import type { Site } from '../site.ts'
import { mend } from './atomicReplace.ts'
import { cacheOf, headersOf } from './headers.ts'

/** `vite preview` as a real host would serve the site: compressed, with all its headers, folders with their slash. */
export function previewServer(site: Site): Plugin {
  return {
    name: 'datelines:preview',
    async configurePreviewServer(server) {
      const folder = resolve(server.config.root, server.config.build.outDir)
      await mend(folder)
      const headers = Object.entries(headersOf(site))
      // `dev`: the folder is read with every request, for a build may replace it.
      const files = sirv(folder, {
        dev: true,
        etag: true,
        brotli: true,
        gzip: true,
        extensions: ['html'],
        setHeaders(response, path) {
          response.setHeader('Cache-Control', cacheOf(path))
        },
      })
      server.middlewares.use(function serveSite(request, response, next) {
        for (const [name, value] of headers) response.setHeader(name, value)
        const [path = '/', query] = request.url?.split('?') ?? []
        // Links in a page are relative to its folder.
        if (/\/[a-z0-9-]+$/.test(path)) {
          response.writeHead(301, { Location: `${path.slice(path.lastIndexOf('/') + 1)}/${query ? `?${query}` : ''}` })
          response.end()
        } else files(request, response, next)
      })
    },
  }
}
