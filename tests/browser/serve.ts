/** Small web servers on ports of their own: other origins, hosts and tile servers for the built site. */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SHIPPED_SITE, TEST_SITE } from './sites.ts'

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

/** Answers with a file of the tests' site, as a plain server does that gives no other origin leave to read; `change` may alter a page on its way. */
export const sendSite = senderOf(TEST_SITE)
/** The same for the shipped site. */
export const sendShipped = senderOf(SHIPPED_SITE)

function senderOf(site: URL) {
  const folder = fileURLToPath(site)
  return async function send(
    request: IncomingMessage,
    response: ServerResponse,
    change: (html: string) => string = (html) => html,
  ) {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = join(folder, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname))
    const type = TYPES[extname(path)] ?? 'application/octet-stream'
    try {
      const content = await readFile(path)
      response.writeHead(200, { 'content-type': type })
      response.end(extname(path) === '.html' ? change(content.toString()) : content)
    } catch {
      response.writeHead(404).end()
    }
  }
}
