/** Compresses text files once, at the highest level, so that a server only sends files. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { cachedAsync } from '../cache.ts'

/** Extensions of text files; pictures and fonts are already compressed. */
const TEXT = /\.(html|js|css|svg|json|xml)$/

/** `files` as bytes, and beside every text file a `.br` and a `.gz`, if they are smaller. */
export async function compressed(files: Record<string, Buffer | string>): Promise<Record<string, Buffer>> {
  const made = Object.entries(files).map(async ([path, content]) => {
    const bytes = Buffer.from(content)
    if (!TEXT.test(path)) return [[path, bytes] as const]
    const packed = await cachedAsync('packed', bytes.toString('base64'), () => pack(bytes))
    const smaller = Object.entries(packed).filter(([, { length }]) => length < bytes.length)
    return [[path, bytes] as const, ...smaller.map(([ending, bytes]) => [`${path}.${ending}`, bytes] as const)]
  })
  return Object.fromEntries((await Promise.all(made)).flat())
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
