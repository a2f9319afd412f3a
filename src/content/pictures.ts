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

/** Size from which a picture is larger than any page needs, bytes. */
const LARGE = 20e6

/** What is wrong with the picture at `path`: it is empty, of another format than its name says, or very large. */
export async function pictureFault(path: string) {
  const { head, size } = await headOf(path)
  const fault = (message: string, hint: string, severity: 'error' | 'warning' = 'error') => ({
    message,
    hint,
    severity,
  })
  if (head === '') return fault('is empty', 'copy it here once more')
  const format = FORMATS.find(({ signature }) => signature.test(head))
  if (format && !format.endings?.includes(extname(path).toLowerCase())) {
    const save = format.name === 'a web page' ? 'save the picture itself' : 'save it as JPEG, PNG, WebP or AVIF'
    const hint = format.endings ? `name it with ${format.endings[0]}, here and beside story.yaml` : save
    return fault(`is ${format.name}, not what its name says`, hint)
  }
  if (size <= LARGE) return
  const hint = 'the page gets at most 1,600 pixels of its width, so a smaller one will do'
  return fault(`has ${Math.round(size / 1e6)} MB`, hint, 'warning')
}

async function headOf(path: string): Promise<{ head: string; size: number }> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return { head: buffer.toString('latin1', 0, bytesRead), size: (await file.stat()).size }
  } finally {
    await file.close()
  }
}
