/** Compresses the site once, at the highest level, so that a server only sends files. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { cachedAsync } from '../cache.ts'

/** Extensions of text files; pictures and fonts are already compressed. */
const TEXT = /\.(html|js|css|svg|json|xml)$/

/** Writes a `.br` and a `.gz` beside every text file in `folder`, if they are smaller. */
export async function compress(folder: string) {
  const files = (await readdir(folder, { recursive: true })).filter((name) => TEXT.test(name)).values()
  // A shared queue: each worker takes the next file.
  const worker = async () => {
    for (const file of files) await compressFile(join(folder, file))
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
}

async function compressFile(path: string) {
  const text = await readFile(path)
  const packed = await cachedAsync('packed', text.toString('base64'), () => pack(text))
  for (const [ending, bytes] of Object.entries(packed))
    if (bytes.length < text.length) await writeFile(`${path}.${ending}`, bytes)
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
