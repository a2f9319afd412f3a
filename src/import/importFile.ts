/** Makes a story of a file from elsewhere. */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, normalize } from 'node:path'
import type { Problem } from '../content/problems.ts'
import { readStory } from '../content/read.ts'
import { RESERVED_SLUGS } from '../content/rules/index.ts'
import { isLanguageCode } from '../content/schema.ts'
import { slugOf } from '../content/slug.ts'
import { type Draft, InputError, type LocalFile } from './draft.ts'
import { shortSlug } from './ids.ts'
import { readDraft } from './readDraft.ts'
import { recognise } from './recognise.ts'
import { Remarks, type TableRow } from './remarks.ts'
import { writeStory } from './writeStory.ts'

/** What the command line says. */
export interface ImportOptions {
  /** Folder of the stories */
  stories: string
  /** By default made of the headline or the file's name */
  slug?: string | undefined
  /** BCP 47 code, by default en */
  language?: string | undefined
  /** Whether a story of this name may be overwritten */
  force?: boolean | undefined
  now: Date
}

/** What came of an import. */
export interface Imported {
  /** The story's folder; undefined if nothing was written */
  folder?: string
  /** What became of each part of the input */
  table: TableRow[]
  /** Why nothing was written, or what the check says of the story */
  problems: Problem[]
}

/** Makes a draft of a story from `file`. Never throws for what the file holds. */
export async function importFile(file: string, options: ImportOptions): Promise<Imported> {
  const remarks = new Remarks()
  try {
    const bytes = await readFile(file).catch(() => {
      throw new InputError('cannot be read', 'is the path right?')
    })
    const draft = await readDraft(await recognise(bytes), localFiles(file), remarks.note)
    const folder = await writeDraft(draft, file, options, remarks)
    const { problems } = await readStory(folder)
    return { folder, table: remarks.table(), problems }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const { message, hint, line } = error
    return { table: [], problems: [{ file, line, severity: 'error', message, ...(hint && { hint }) }] }
  }
}

async function writeDraft(draft: Draft, file: string, options: ImportOptions, remarks: Remarks): Promise<string> {
  const { stories, language = 'en', force, now } = options
  const slug = options.slug ?? (shortSlug(draft.headline) || slugOf(basename(file, extname(file))))
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw new InputError(`“${slug}” is no name for an address`, `write --slug ${slugOf(slug) || 'my-story'}`)
  if (RESERVED_SLUGS.includes(slug))
    throw new InputError(`the site has a folder “${slug}” itself`, 'choose another name with --slug')
  if (!isLanguageCode(language))
    throw new InputError(`“${language}” is no language code`, 'write --language en, pt-BR or zh-Hant')
  const folder = join(stories, slug)
  if (!force && (await stat(folder).catch(() => undefined)))
    throw new InputError(
      `the story ${folder} is there already`,
      'write --slug with another name, or --force to overwrite it',
    )
  const published = now.toISOString().slice(0, 10)
  const texts = writeStory(draft, { slug, language, published }, remarks.note)
  await mkdir(folder, { recursive: true })
  for (const [name, content] of [...texts, ...draft.files]) await writeFile(join(folder, name), content)
  return folder
}

/** Reads files that lie beside the input, or in folders beside it. */
function localFiles(file: string): LocalFile {
  return async (name) => {
    const path = normalize(name)
    if (path.startsWith('..') || path.startsWith('/')) return
    return readFile(join(dirname(file), path)).catch(() => undefined)
  }
}
