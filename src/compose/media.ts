/** Pictures, films and sound beside a story: made ready for the page, and kept by what is in them from build to build. */
import { createHash } from 'node:crypto'
import { access, copyFile, mkdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { ReadStory } from '../content/read.ts'
import { namedSvg, type Svg } from '../content/svg.ts'
import type { Block, Medium } from '../story/prose.ts'
import { remux } from './remux.ts'

/** Here they lie, for the next build and while developing. */
export const MEDIA = 'node_modules/.datelines/media'

/**
 * While developing, the file for a page's request of `path`, '/islands/media/quay-1a2b3c4d.jpg'. Undefined for requests of
 * anything else.
 */
export function mediumAt(path: string): string | undefined {
  const [, file] = /^\/[\w-]+\/(?:.*\/)?media\/([\w.-]+)$/.exec(path) ?? []
  return file === undefined ? undefined : join(MEDIA, file)
}

/** What the page says of a medium beside its words, and the files that it asks for, by name in `MEDIA`. */
interface Made {
  medium: Pick<Medium, 'src' | 'captions' | 'width' | 'height' | 'sources' | 'svg'>
  files: string[]
}

/** What was made, by the name of the author’s file */
export interface Media {
  shown: Map<string, Made>
  portraits: Map<string, Made>
}

export const NO_MEDIA: Media = { shown: new Map(), portraits: new Map() }

/** Widths of a picture, pixels: a column of text on screens of one, two and three pixels to one of CSS. */
const WIDTHS = [480, 960, 1600]

/** The size of a portrait in the list of people, CSS pixels, and the widths of its files. */
const PORTRAIT = { width: 96, height: 120 }
const PORTRAIT_WIDTHS = [1, 2, 3].map((density) => PORTRAIT.width * density)

/**
 * Makes all media that the blocks of a story in `folder` name, and the portraits in the files `faces`. Throws, with the name
 * of the file, where one is broken. `svgs` have been read.
 */
export async function makeMedia(
  folder: string,
  blocks: Block[],
  { faces, svgs }: { faces: string[]; svgs: ReadStory['svgs'] },
): Promise<Media> {
  const media = blocks.flatMap((block) => (block.kind === 'media' ? block.media : []))
  const made: Media['shown'] = new Map()
  const portraits: Media['portraits'] = new Map()
  if (media.length + faces.length > 0) await mkdir(MEDIA, { recursive: true })
  for (const face of faces) portraits.set(face, await makePortrait(join(folder, face), face))
  for (const { kind, src, captions } of media) {
    if (made.has(src)) continue
    const path = join(folder, src)
    const svg = svgs[src]
    if (svg) made.set(src, inPage(src, svg))
    else if (kind === 'picture') made.set(src, await makePicture(path, src))
    else {
      const [file, words] = [
        await makeRecording(path, src),
        captions === undefined ? undefined : await keep(join(folder, captions), captions),
      ]
      made.set(src, {
        medium: { src: `media/${file}`, ...(words && { captions: `media/${words}` }) },
        files: [file, words].flatMap((name) => name ?? []),
      })
    }
  }
  for (const block of blocks) if (block.kind === 'media' && block.compared) checkShapes(block.media, made)
  return { shown: made, portraits }
}

/** The files that the page asks for, by name in `MEDIA` */
export function filesOf({ shown, portraits }: Media): string[] {
  return [...shown.values(), ...portraits.values()].flatMap(({ files }) => files)
}

/** Pictures lie on each other only where they have one shape; so much may be lost to rounding. */
const SHAPE_TOLERANCE = 0.01

function checkShapes(media: Medium[], made: Media['shown']) {
  const sizes = media.map(({ src }) => {
    const { width = 1, height = 1 } = made.get(src)?.medium ?? {}
    return { name: `${src} (${width} × ${height})`, shape: width / height }
  })
  const shapes = sizes.map(({ shape }) => shape)
  if (Math.max(...shapes) / Math.min(...shapes) > 1 + SHAPE_TOLERANCE)
    throw new Error(`${sizes.map(({ name }) => name).join(' and ')} cannot be compared: cut them to the same shape`)
}

/** An SVG asks for no file. */
function inPage(src: string, { markup, width, height }: Svg): Made {
  return { medium: { src, svg: markup, width, height }, files: [] }
}

/** The same blocks with what was made for them. */
export function withMedia(blocks: Block[], { shown }: Media): Block[] {
  const made = (medium: Medium): Medium => {
    const { svg, ...more } = shown.get(medium.src)?.medium ?? {}
    return { ...medium, ...more, ...(svg !== undefined && { svg: namedSvg(svg, medium.alt) }) }
  }
  return blocks.map((block) => (block.kind === 'media' ? { ...block, media: block.media.map(made) } : block))
}

async function makePicture(path: string, name: string): Promise<Made> {
  const { bytes, width, height } = await readPicture(path)
  const made = await makeSizes(
    bytes,
    `${stemOf(name)}-${hashOf(bytes)}`,
    extname(name),
    upTo(width, WIDTHS),
    (each) => ({
      width: each,
    }),
  )
  return { ...made, medium: { ...made.medium, width, height } }
}

/** A portrait, cut to the shape that the list of people has for it. */
async function makePortrait(path: string, name: string): Promise<Made> {
  const { bytes, width, height } = await readPicture(path)
  const shape = PORTRAIT.height / PORTRAIT.width
  const widths = upTo(Math.floor(Math.min(width, height / shape)), PORTRAIT_WIDTHS)
  const made = await makeSizes(bytes, `${stemOf(name)}-portrait-${hashOf(bytes)}`, extname(name), widths, (each) => ({
    width: each,
    height: Math.round(each * shape),
  }))
  return { ...made, medium: { ...made.medium, ...PORTRAIT } }
}

/** The bytes of a picture, and its size in pixels when it stands upright. */
async function readPicture(path: string) {
  const bytes = await readFile(path)
  try {
    const { autoOrient } = await sharp(bytes).metadata()
    return { bytes, ...autoOrient }
  } catch {
    throw new Error(`${path} is no picture that can be read`)
  }
}

/** Those of `widths` that a picture `width` wide fills, and its own where it is narrower than the widest. */
function upTo(width: number, widths: number[]): number[] {
  const most = Math.max(1, Math.min(width, Math.max(...widths)))
  return [...widths.filter((each) => each < most), most]
}

/** A picture in modern formats and in its own, in files that begin with `stem`, without what the camera noted. */
async function makeSizes(
  bytes: Buffer,
  stem: string,
  ending: string,
  widths: number[],
  sizeOf: (width: number) => { width: number; height?: number },
): Promise<Made> {
  // Cameras lay a picture on its side and note it; sharp leaves all notes out, also of where it was taken.
  const picture = sharp(bytes).autoOrient()
  const files: string[] = []
  const make = async (file: string, image: () => Sharp) => {
    files.push(file)
    if (!(await isSaved(file))) await image().toFile(join(MEDIA, file))
    return file
  }
  const sources: NonNullable<Medium['sources']> = []
  for (const format of ['avif', 'webp'] as const) {
    const set: string[] = []
    for (const each of widths) {
      const image = () => picture.clone().resize(sizeOf(each)).toFormat(format)
      set.push(`media/${await make(`${stem}-${each}.${format}`, image)} ${each}w`)
    }
    sources.push({ type: `image/${format}`, srcset: set })
  }
  const widest = sizeOf(Math.max(...widths))
  const fallback = await make(`${stem}${ending.toLowerCase()}`, () => picture.clone().resize(widest))
  return { medium: { src: `media/${fallback}`, sources }, files }
}

/** Film or sound without what the device noted. Another word before the hash than `keep` has: older builds kept the notes. */
async function makeRecording(path: string, name: string): Promise<string> {
  const file = `${stemOf(name)}-clean-${hashOf(await readFile(path))}${extname(name).toLowerCase()}`
  if (!(await isSaved(file))) await remux(path, join(MEDIA, file))
  return file
}

/** Keeps a file as it is, under a name that changes with what is in it; gives the name. */
async function keep(path: string, name: string): Promise<string> {
  const file = `${stemOf(name)}-${hashOf(await readFile(path))}${extname(name).toLowerCase()}`
  if (!(await isSaved(file))) await copyFile(path, join(MEDIA, file))
  return file
}

function isSaved(file: string): Promise<boolean> {
  return access(join(MEDIA, file)).then(
    () => true,
    () => false,
  )
}

function stemOf(name: string): string {
  return name.slice(0, -extname(name).length)
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8)
}
