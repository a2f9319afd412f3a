import sirv from 'sirv'
import type { PreviewServer } from 'vite'
import type { Project } from '../project/project.ts'
import { cacheOf, headersOf } from './headers.ts'

/** Serves the built site like a real host: compressed, with all headers, folders at addresses with a slash. */
export function servePreview(server: PreviewServer, { out, site }: Project) {
  const headers = Object.entries(headersOf(site))
  const files = sirv(out, {
    // Read the folder at each request: a build may replace it.
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
}
