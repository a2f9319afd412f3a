/** Prepares the pictures, films and sound of a story for the page, in files that are cached by their content. */
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rename } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import sharp from 'sharp'
import { markUsed } from '../cache.ts'
import type { ReadStory } from '../content/read.ts'
import { namedSvg } from '../content/svg.ts'
import type { Block, Medium } from '../story/prose.ts'
import { remux } from './remux.ts'

/**
 * Name of the prepared file for a request of `path` ('/islands/media/quay-1a2b3c4d.jpg') in development; undefined for
 * other requests.
 */
export function mediumAt(path: string): string | undefined {
  return /^\/[\w-]+\/(?:.*\/)?media\/([\w.-]+)$/.exec(path)?.[1]
}

/** The fields of a medium that depend on its files, and the names of those files. */
interface Prepared {
  medium: Pick<Medium, 'src' | 'captions' | 'width' | 'height' | 'sources' | 'svg'>
  files: string[]
}

/** Prepared media, by the name of the author's file. */
export interface Media {
  shown: Map<string, Prepared>
  portraits: Map<string, Prepared>
}

export const NO_MEDIA: Media = { shown: new Map(), portraits: new Map() }

/** Widths of a picture, pixels: the text column on screens with 1, 2 and 3 pixels per CSS pixel. */
const WIDTHS = [480, 960, 1600]

/** Size of a portrait in the list of people, CSS pixels, and widths of its files, pixels. */
const PORTRAIT = { width: 96, height: 120 }
const PORTRAIT_WIDTHS = [1, 2, 3].map((density) => PORTRAIT.width * density)

/**
 * Prepares all media in the blocks of a story in `folder`, and its portraits. Throws an error that names the file if
 * one is broken. `svgs`: SVGs that have already been read. `into`: folder for the prepared files, kept for the next build.
 */
export async function prepareMedia(
  folder: string,
  blocks: Block[],
  { portraits: portraitFiles, svgs, into }: { portraits: string[]; svgs: ReadStory['svgs']; into: string | undefined },
): Promise<Media> {
  const media = blocks.flatMap((block) => ('media' in block ? block.media : []))
  const prepared: Media['shown'] = new Map()
  const portraits: Media['portraits'] = new Map()
  if (media.length + portraitFiles.length === 0) return { shown: prepared, portraits }
  if (into === undefined) throw new Error('there is no folder for it')
  await mkdir(into, { recursive: true })
  for (const file of portraitFiles) portraits.set(file, await preparePortrait(join(folder, file), into))
  for (const { kind, src, captions } of media) {
    if (prepared.has(src)) continue
    const path = join(folder, src)
    const svg = svgs[src]
    if (svg) {
      // An SVG is part of the page, so it has no file.
      const { markup, width, height } = svg
      prepared.set(src, { medium: { src, svg: markup, width, height }, files: [] })
    } else if (kind === 'picture') prepared.set(src, await preparePicture(path, into))
    else {
      // `-clean`, since files of older builds still have metadata.
      const files = [await makeHashed(path, '-clean', into, remux)]
      if (captions !== undefined) files.push(await makeHashed(join(folder, captions), '', into, copyFile))
      const [recording, captionsFile] = files.map((file) => `media/${file}`)
      prepared.set(src, { medium: { src: recording ?? src, ...(captionsFile && { captions: captionsFile }) }, files })
    }
  }
  for (const block of blocks) if (block.kind === 'comparison') checkShapes(block.media, prepared)
  return { shown: prepared, portraits }
}

/** All blocks in the words of a story. */
export function blocksOf({ languages }: ReadStory): Block[] {
  return Object.values(languages).flatMap(({ steps, closing }) => [
    ...Object.values(steps).flatMap(({ body }) => body),
    ...(closing?.body ?? []),
  ])
}

/** File names of the portraits of a story. */
export function portraitsOf({ file }: ReadStory): string[] {
  return Object.values(file.people).flatMap(({ portrait }) => portrait?.file ?? [])
}

/** Names of the media files of a page. */
export function filesOf({ shown, portraits }: Media): string[] {
  return [...shown.values(), ...portraits.values()].flatMap(({ files }) => files)
}

/** Tolerance for rounding in the aspect ratios of compared pictures, which must be the same. */
const SHAPE_TOLERANCE = 0.01

function checkShapes(media: Medium[], prepared: Media['shown']) {
  const sizes = media.map(({ src }) => {
    const { width = 1, height = 1 } = prepared.get(src)?.medium ?? {}
    return { name: `${src} (${width} × ${height})`, shape: width / height }
  })
  const shapes = sizes.map(({ shape }) => shape)
  if (Math.max(...shapes) / Math.min(...shapes) > 1 + SHAPE_TOLERANCE)
    throw new Error(`${sizes.map(({ name }) => name).join(' and ')} cannot be compared: cut them to the same shape`)
}

/** Adds the prepared media to `blocks`. */
export function withMedia(blocks: Block[], { shown }: Media): Block[] {
  const prepared = (medium: Medium): Medium => {
    const { svg, ...more } = shown.get(medium.src)?.medium ?? {}
    return { ...medium, ...more, ...(svg !== undefined && { svg: namedSvg(svg, medium.alt) }) }
  }
  return blocks.map((block) => ('media' in block ? { ...block, media: block.media.map(prepared) } : block))
}

async function preparePicture(path: string, into: string): Promise<Prepared> {
  const { bytes, width, height } = await readPicture(path)
  const stem = join(into, `${stemOf(basename(path))}-${hashOf(bytes)}`)
  const { medium, files } = await writeSizes(bytes, stem, extname(path), widthsFor(width, WIDTHS))
  return { medium: { ...medium, width, height }, files }
}

/** A portrait, cropped to the aspect ratio of the list of people. */
async function preparePortrait(path: string, into: string): Promise<Prepared> {
  const { bytes, width, height } = await readPicture(path)
  const shape = PORTRAIT.height / PORTRAIT.width
  const widths = widthsFor(Math.floor(Math.min(width, height / shape)), PORTRAIT_WIDTHS)
  const stem = join(into, `${stemOf(basename(path))}-portrait-${hashOf(bytes)}`)
  const { medium, files } = await writeSizes(bytes, stem, extname(path), widths, shape)
  return { medium: { ...medium, ...PORTRAIT }, files }
}

/** A panorama of hundreds of megapixels is a picture too: it is made smaller like any other. */
const LARGE = { limitInputPixels: false }

/** The bytes of a picture, and its upright size in pixels. */
async function readPicture(path: string) {
  const bytes = await readFile(path)
  try {
    const { autoOrient } = await sharp(bytes, LARGE).metadata()
    return { bytes, ...autoOrient }
  } catch {
    throw new Error(`${basename(path)} is no picture that can be read`)
  }
}

/** The `widths` up to that of a picture, and its own width if that is less than the widest. */
function widthsFor(width: number, widths: number[]): number[] {
  const largest = Math.max(1, Math.min(width, Math.max(...widths)))
  return [...widths.filter((w) => w < largest), largest]
}

/**
 * Writes a picture in modern formats and in its own, without metadata, to files whose paths begin with `stem`. `shape`: its
 * height by its width, if it is to be cropped.
 */
async function writeSizes(
  bytes: Buffer,
  stem: string,
  extension: string,
  widths: number[],
  shape?: number,
): Promise<Prepared> {
  // Cameras store the orientation as metadata, which sharp applies here and then leaves out with the location.
  const picture = sharp(bytes, LARGE).autoOrient()
  const files: string[] = []
  const write = async (path: string, width: number, format?: 'avif' | 'webp') => {
    const height = shape && Math.round(width * shape)
    const sized = () => picture.clone().resize({ width, ...(height && { height }) })
    files.push(basename(path))
    await makeOnce(path, (temporary) => (format ? sized().toFormat(format) : sized()).toFile(temporary))
    return `media/${basename(path)}`
  }
  const sources: NonNullable<Medium['sources']> = []
  for (const format of ['avif', 'webp'] as const) {
    const srcset: string[] = []
    for (const width of widths) srcset.push(`${await write(`${stem}-${width}.${format}`, width, format)} ${width}w`)
    sources.push({ type: `image/${format}`, srcset })
  }
  const src = await write(`${stem}${extension.toLowerCase()}`, Math.max(...widths))
  return { medium: { src, sources }, files }
}

/** Makes a file in the folder `into` from the one at `path`, under a name with its hash, and returns that name. */
async function makeHashed(path: string, mark: string, into: string, make: (from: string, to: string) => Promise<void>) {
  const name = basename(path)
  const file = `${stemOf(name)}${mark}-${hashOf(await readFile(path))}${extname(name).toLowerCase()}`
  await makeOnce(join(into, file), (temporary) => make(path, temporary))
  return file
}

/** Makes a file that is not there yet. It gets its name when it is whole. */
async function makeOnce(path: string, make: (temporary: string) => Promise<unknown>) {
  if (markUsed(path)) return
  const temporary = join(dirname(path), `half-${process.pid}-${basename(path)}`)
  await make(temporary)
  await rename(temporary, path)
}

function stemOf(name: string): string {
  return name.slice(0, -extname(name).length)
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8)
}
