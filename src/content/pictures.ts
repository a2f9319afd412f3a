/** Recognises pictures by their first bytes, since the ending of a name can be wrong. */
import { open } from 'node:fs/promises'
import { extname } from 'node:path'

/** Number of bytes that tell what a file is. */
const HEAD = 64

/** Formats by their signature, in Latin-1, with the ending of their files. What a page cannot show has no ending. */
const FORMATS: { name: string; signature: RegExp; endings?: string[] }[] = [
  { name: 'a JPEG', signature: /^\xff\xd8\xff/, endings: ['.jpg', '.jpeg'] },
  { name: 'a PNG', signature: /^\x89PNG/, endings: ['.png'] },
  { name: 'a WebP', signature: /^RIFF....WEBP/s, endings: ['.webp'] },
  { name: 'an AVIF', signature: /^....ftyp(avif|avis)/s, endings: ['.avif'] },
  { name: 'a HEIC', signature: /^....ftyp(heic|heix|hevc|mif1|msf1)/s },
  { name: 'a GIF', signature: /^GIF8/ },
  { name: 'a TIFF', signature: /^(II\*\0|MM\0\*)/ },
  { name: 'a BMP', signature: /^BM/ },
  { name: 'a PDF', signature: /^%PDF/ },
  { name: 'a web page', signature: /^\s*(<!doctype html|<html)/i },
]

/** What is wrong with the picture at `path`: it is empty, or of another format than its name says. */
export async function pictureFault(path: string): Promise<{ message: string; hint: string } | undefined> {
  const ending = extname(path).toLowerCase()
  const head = await headOf(path)
  if (head === '') return { message: 'is empty', hint: 'copy it here once more' }
  const format = FORMATS.find(({ signature }) => signature.test(head))
  if (!format || format.endings?.includes(ending)) return
  const [named] = format.endings ?? []
  const hint = named
    ? `name it with ${named}, here and beside story.yaml`
    : format.name === 'a web page'
      ? 'save the picture itself'
      : 'save it as JPEG, PNG, WebP or AVIF'
  return { message: `is ${format.name}, not what its name says`, hint }
}

async function headOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}
