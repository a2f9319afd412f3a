/** Small web servers on ports of their own: other origins, hosts and tile servers for the built site. */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export interface Server {
  /** With a slash at its end */
  url: string
  close: () => void
}

/** Answers every request with `handle`, on a free port. */
export async function serve(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(handle)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('serve: no port')
  return {
    url: `http://localhost:${address.port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Answers with a file of the built site, as a plain server does that gives no other origin leave to read; `change` may alter a page on its way. */
export async function sendSite(
  request: IncomingMessage,
  response: ServerResponse,
  change: (html: string) => string = (html) => html,
) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const path = join(DIST, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname))
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  try {
    const content = await readFile(path)
    response.writeHead(200, { 'content-type': type })
    response.end(extname(path) === '.html' ? change(content.toString()) : content)
  } catch {
    response.writeHead(404).end()
  }
}
