/** Compresses text files once, at the highest level, so that a server only sends files. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { cachedAsync } from '../cache.ts'

/** Extensions of text files; pictures and fonts are already compressed. */
const TEXT = /\.(html|js|css|svg|json|xml)$/

/** `files`, and beside every text file a `.br` and a `.gz`, if they are smaller. */
export async function compressed(files: Record<string, Buffer>): Promise<Record<string, Buffer>> {
  const packed = Object.entries(files).map(async ([path, content]) => {
    const text = TEXT.test(path) ? content : undefined
    const { br, gz } = text ? await cachedAsync('packed', text.toString('base64'), () => pack(text)) : {}
    return [
      [path, content] as const,
      ...Object.entries({ br, gz }).flatMap(([ending, bytes]) =>
        bytes && bytes.length < content.length ? [[`${path}.${ending}`, bytes] as const] : [],
      ),
    ]
  })
  return Object.fromEntries((await Promise.all(packed)).flat())
}

async function pack(text: Buffer): Promise<Record<'br' | 'gz', Buffer>> {
  return {
    br: await promisify(brotliCompress)(text, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
    gz: await promisify(gzip)(text, { level: constants.Z_BEST_COMPRESSION }),
  }
}
