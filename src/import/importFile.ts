import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, normalize, relative, sep } from 'node:path'
import { isLanguageCode } from '../content/languageCode.ts'
import { slugOf } from '../content/new.ts'
import type { Problem } from '../content/problems.ts'
import { readStory } from '../content/read.ts'
import { RESERVED_SLUGS } from '../content/rules/index.ts'
import { type Draft, InputError, type LocalFile, type Note } from './draft.ts'
import { shortSlug } from './ids.ts'
import { readDraft } from './readDraft.ts'
import { type Input, recognise } from './recognise.ts'
import { formatTable, Remarks, type TableRow } from './remarks.ts'
import { filesOfSheet, RECORD, readRecord } from './sheet/reimport.ts'
import { rowsOf } from './sheet/sheetRows.ts'
import { isTemplate } from './sheet/templateDraft.ts'
import { type Naming, writeStory } from './writeStory.ts'

/** File in the story's folder with the table: the lines for pictures are needed until the pictures are there. */
const TABLE = 'import.txt'

/** What the command line says. */
export interface ImportOptions {
  /** Folder of the stories */
  stories: string
  /** By default made of the headline or the file's name */
  slug?: string | undefined
  /** BCP 47 code, by default en */
  language?: string | undefined
  /** Path of the JSON Schema that editors use for story.yaml */
  schema?: string | undefined
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
    if (basename(file) === RECORD) throw new InputError('is the record of the last import', 'import your own sheet')
    const bytes = await readFile(file).catch(() => {
      throw new InputError('cannot be read', 'is the path right?')
    })
    const input = await recognise(bytes)
    const draft = await readDraft(input, localFiles(file), remarks.note)
    const slug = slugFor(draft, file, options.slug)
    const folder = join(options.stories, slug)
    const naming = {
      slug,
      language: await languageFor(folder, options),
      published: options.now.toISOString().slice(0, 10),
      schema: options.schema && relative(folder, options.schema).replaceAll(sep, '/'),
    }
    const files = await filesFor(draft, input, folder, naming, options.force ?? false, remarks.note)
    await mkdir(folder, { recursive: true })
    for (const [name, content] of files) await writeFile(join(folder, name), content)
    const table = remarks.table()
    await writeFile(join(folder, TABLE), `${formatTable(table, Number.POSITIVE_INFINITY)}\n`)
    const { problems } = await readStory(folder)
    return { folder, table, problems }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const { message, hint, line } = error
    return { table: [], problems: [{ file, line, severity: 'error', message, ...(hint && { hint }) }] }
  }
}

/** Files of a new story, or of one from a sheet with what changed in the sheet since. */
async function filesFor(
  draft: Draft,
  input: Input,
  folder: string,
  naming: Naming,
  force: boolean,
  note: Note,
): Promise<Map<string, string | Uint8Array>> {
  const cells = input.kind === 'sheet' && isTemplate(rowsOf(input.cells).columns) ? input.cells : undefined
  const record = cells && !force ? await readRecord(folder) : undefined
  if (!force && record === undefined && existsSync(folder))
    throw new InputError(
      `the story ${folder} is there already`,
      'write --slug with another name, or --force to overwrite it',
    )
  const write = (each: Draft, noteEach: Note) => writeStory(each, naming, noteEach)
  if (cells) return filesOfSheet(draft, { cells, folder, record }, write, note)
  return new Map<string, string | Uint8Array>([...write(draft, note), ...draft.files])
}

function slugFor({ headline }: Draft, file: string, given: string | undefined): string {
  const slug = given ?? (shortSlug(headline) || slugOf(basename(file, extname(file))))
  const meant = slugOf(slug)
  if (!slug || slug !== meant)
    throw new InputError(`“${slug}” is no name for an address`, `write --slug ${meant || 'my-story'}`)
  if (RESERVED_SLUGS.includes(slug))
    throw new InputError(`the site has a folder “${slug}” itself`, 'choose another name with --slug')
  return slug
}

/** The language that was asked for, else the first of the story that is there, else English. */
async function languageFor(folder: string, { language }: ImportOptions): Promise<string> {
  if (language !== undefined) {
    if (isLanguageCode(language)) return language
    throw new InputError(`“${language}” is no language code`, 'write --language en, pt-BR or zh-Hant')
  }
  const { story } = existsSync(folder) ? await readStory(folder) : {}
  return story?.file.languages[0] ?? 'en'
}

/** Reads files that lie beside the input, or in folders beside it. */
function localFiles(file: string): LocalFile {
  return async (name) => {
    const path = normalize(name)
    if (path.startsWith('..') || path.startsWith('/') || /^\w+:/.test(path)) return
    return readFile(join(dirname(file), path)).catch(() => undefined)
  }
}
