/** Pictures, films and sound beside a story: made ready for the page, and kept by what is in them from build to build. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { access, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { Block, Medium } from '../story/prose.ts'

/** Here they lie, for the next build and while developing. */
export const MEDIA = 'node_modules/.datelines/media'

/**
 * While developing, the file that a page asks for at `path`, '/islands/media/quay.jpg': what was made for it, or, as with
 * portraits, what lies beside the story in the folder `stories`. Undefined where no medium is asked for.
 */
export function mediumAt(path: string, stories: string): string | undefined {
  const [, slug = '', file] = /^\/([\w-]+)\/(?:.*\/)?media\/([\w.-]+)$/.exec(path) ?? []
  if (file === undefined) return
  const made = join(MEDIA, file)
  return existsSync(made) ? made : join(stories, slug, file)
}

/** What the page says of a medium beside its words, and the files that it asks for, by name in `MEDIA`. */
interface Made {
  medium: Pick<Medium, 'src' | 'captions' | 'width' | 'height' | 'sources' | 'schemes'>
  files: string[]
}

/** By the name of the author's file */
export type Media = Map<string, Made>

/** Widths of a picture, pixels: a column of text on screens of one, two and three pixels to one of CSS. */
const WIDTHS = [480, 960, 1600]

/** Makes all media that the blocks of a story in `folder` name. Throws, with the name of the file, where one is broken. */
export async function makeMedia(folder: string, blocks: Block[]): Promise<Media> {
  const media = blocks.flatMap((block) => (block.kind === 'media' ? block.media : []))
  if (media.length === 0) return new Map()
  await mkdir(MEDIA, { recursive: true })
  const made: Media = new Map()
  for (const { kind, src, captions } of media) {
    if (made.has(src)) continue
    const path = join(folder, src)
    if (kind === 'picture') made.set(src, await makePicture(path, src))
    else {
      const [file, words] = [
        await keep(path, src),
        captions === undefined ? undefined : await keep(join(folder, captions), captions),
      ]
      made.set(src, {
        medium: { src: `media/${file}`, ...(words && { captions: `media/${words}` }) },
        files: [file, words].flatMap((name) => name ?? []),
      })
    }
  }
  for (const block of blocks) if (block.kind === 'media' && block.compared) checkShapes(block.media, made)
  return made
}

/** Pictures lie on each other only where they have one shape; so much may be lost to rounding. */
const SHAPE_TOLERANCE = 0.01

function checkShapes(media: Medium[], made: Media) {
  const sizes = media.map(({ src }) => {
    const { width = 1, height = 1 } = made.get(src)?.medium ?? {}
    return { name: `${src} (${width} × ${height})`, shape: width / height }
  })
  const shapes = sizes.map(({ shape }) => shape)
  if (Math.max(...shapes) / Math.min(...shapes) > 1 + SHAPE_TOLERANCE)
    throw new Error(`${sizes.map(({ name }) => name).join(' and ')} cannot be compared: cut them to the same shape`)
}

/** The same blocks with what was made for them. */
export function withMedia(blocks: Block[], made: Media): Block[] {
  return blocks.map((block) =>
    block.kind === 'media'
      ? { ...block, media: block.media.map((medium) => ({ ...medium, ...made.get(medium.src)?.medium })) }
      : block,
  )
}

async function makePicture(path: string, name: string): Promise<Made> {
  const bytes = await readFile(path)
  // Cameras lay a picture on its side and note it; and they note where it was taken, which is nobody's business.
  const picture = sharp(bytes).autoOrient()
  const size = await sharp(bytes)
    .metadata()
    .catch(() => undefined)
  if (!size) throw new Error(`${path} is no picture that can be read`)
  const { width, height } = size.autoOrient
  if (/\.svg$/i.test(name)) {
    const file = await keep(path, name)
    const medium = { src: `media/${file}`, width, height }
    const schemes = await keepSchemes(bytes.toString(), file)
    return {
      medium: { ...medium, ...(schemes && { schemes }) },
      files: [file, ...Object.values(schemes ?? {}).map((src) => basename(src))],
    }
  }
  const stem = `${name.slice(0, -extname(name).length)}-${hashOf(bytes)}`
  const widths = [...WIDTHS.filter((each) => each < width), Math.min(width, Math.max(...WIDTHS))]
  const files: string[] = []
  const make = async (file: string, image: () => Sharp) => {
    files.push(file)
    if (!(await isKept(file))) await image().toFile(join(MEDIA, file))
    return file
  }
  const sources: NonNullable<Medium['sources']> = []
  for (const format of ['avif', 'webp'] as const) {
    const set: string[] = []
    for (const each of widths) {
      const file = await make(`${stem}-${each}.${format}`, () => picture.clone().resize(each).toFormat(format))
      set.push(`media/${file} ${each}w`)
    }
    sources.push({ type: `image/${format}`, srcset: set })
  }
  const most = widths.at(-1)
  const fallback = await make(`${stem}${extname(name).toLowerCase()}`, () => picture.clone().resize(most ?? width))
  return { medium: { src: `media/${fallback}`, width, height, sources }, files }
}

/** Keeps a file as it is, under a name that changes with what is in it; gives the name. */
async function keep(path: string, name: string): Promise<string> {
  const file = `${name.slice(0, -extname(name).length)}-${hashOf(await readFile(path))}${extname(name).toLowerCase()}`
  if (!(await isKept(file))) await copyFile(path, join(MEDIA, file))
  return file
}

/** What a drawing asks of the device: has it dark colours? */
const SCHEME = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g

/**
 * A drawing with dark colours of its own, once as it is on a light device and once as on a dark one: for the reader who has
 * chosen otherwise. Undefined for one that looks the same everywhere.
 */
async function keepSchemes(svg: string, file: string): Promise<Medium['schemes']> {
  if (svg.search(SCHEME) < 0) return
  const make = async (scheme: 'light' | 'dark') => {
    const name = file.replace(/\.svg$/, `-${scheme}.svg`)
    const settled = svg.replace(SCHEME, (_, asked) => (asked === scheme ? ALWAYS : NEVER))
    if (!(await isKept(name))) await writeFile(join(MEDIA, name), settled)
    return `media/${name}`
  }
  return { light: await make('light'), dark: await make('dark') }
}

/** Media features that hold for every picture, and for none. */
const [ALWAYS, NEVER] = ['(min-width: 0)', '(max-width: 0)']

function isKept(file: string): Promise<boolean> {
  return access(join(MEDIA, file)).then(
    () => true,
    () => false,
  )
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8)
}
