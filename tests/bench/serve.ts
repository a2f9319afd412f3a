/** The one server of the benchmark: every file compressed beforehand, for all pages alike. */
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const compress = promisify(brotliCompress)

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}
const COMPRESSED_ALREADY = ['.png', '.woff', '.woff2']

/** Above this many bytes the best compression takes longer than a benchmark may: a pity of one part in fifty or so. */
const LARGE = 1_000_000

interface StaticHtml {
  headers: Record<string, string>
  body: Buffer
}

export interface BenchServer {
  /** With a slash at its end */
  url: string
  /** The next text that a page posts to /report */
  reported: () => Promise<string>
  close: () => void
}

/** Serves `root` on a free port until it is closed, with `probe`, markup, at the start of every page's head. */
export async function serve(root: string, probe = ''): Promise<BenchServer> {
  let report: (text: string) => void = () => {}
  const files = new Map<string, StaticHtml>()
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${relative(root, path)}`, await prepare(path, probe))
  }
  const server = createServer((request, response) => {
    if (request.url === '/report') {
      request.setEncoding('utf8').on('data', (text) => report(text))
      return response.writeHead(204).end()
    }
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = files.get(pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    if (!file) return response.writeHead(404).end()
    response.writeHead(200, file.headers).end(file.body)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('serve: no port')
  return {
    url: `http://localhost:${address.port}/`,
    reported: () => new Promise((resolve) => (report = resolve)),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function prepare(path: string, probe: string): Promise<StaticHtml> {
  const file = await readFile(path)
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  const isProbed = probe && extname(path) === '.html'
  // Its policy would refuse the probe.
  const content = isProbed
    ? Buffer.from(
        file
          .toString()
          .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
          .replace('<head>', `<head>${probe}`),
      )
    : file
  if (COMPRESSED_ALREADY.includes(extname(path)))
    return { headers: { 'content-type': type, 'content-length': String(content.length) }, body: content }
  const body = await compress(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: content.length > LARGE ? 7 : 11 },
  })
  return {
    headers: { 'content-type': type, 'content-encoding': 'br', 'content-length': String(body.length) },
    body,
  }
}
