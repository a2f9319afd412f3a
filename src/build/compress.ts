/** Compressed once, when the site is built, and as small as can be: a server only has to hand it out. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { cachedAsync } from '../cache.ts'

/** What text there is in a site; pictures and fonts are compressed by themselves. */
const TEXT = /\.(html|js|css|svg|json|xml)$/

/** Puts a `.br` and a `.gz` beside every text file in `folder`, if they are smaller than it. */
export async function compress(folder: string) {
  const files = (await readdir(folder, { recursive: true })).filter((name) => TEXT.test(name)).values()
  // One list, from which each processor takes what comes next.
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
