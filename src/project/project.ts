/** A newsroom's project: its folders and settings. The command line opens it and passes it on. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { loadConfigFromFile } from 'vite'
import type { z } from 'zod'
import { openCache, removeOld } from '../cache.ts'
import { type Problem, reporter, StoryError } from '../content/problems.ts'
import { checkFields } from '../content/yaml.ts'
import { publicAddress } from './address.ts'
import { configFile } from './config.ts'

type Settings = z.output<typeof configFile>

/** The settings as pages use them. `config.ts` says what each is. */
export interface Site extends Omit<Settings, 'name' | 'main' | 'stories' | 'out'> {
  name: string
  main: string
  url: string | undefined
  contact: string | undefined
}

/** Folders are absolute. */
export interface Project {
  /** The newsroom's folder */
  root: string
  /** Name of its configuration file, for messages */
  config: string
  stories: string
  /** The built site */
  out: string
  /** What may be deleted at any time: drawings, pictures, Vite's own cache */
  cache: string
  /** This package, whose `src` has the modules of the pages */
  engine: string
  /** `main` is undefined if the newsroom names no story */
  site: Omit<Site, 'main'> & { main: string | undefined }
}

/** The first that exists is read. */
const CONFIG_FILES = ['ts', 'js', 'mjs', 'json'].map((ending) => `datelines.config.${ending}`)

const WRITE = "write export default { name: 'The name of your newsroom' }"

/** What to do about errors of Vite and Node */
const HINTS: [RegExp, string][] = [
  [/Cannot find (package|module) 'datelines'/, 'run npm install --save-dev datelines'],
  [/must export or return an object/, WRITE],
]

const ENGINE = resolve(import.meta.dirname, '../..')

/**
 * Opens the project in `folder`, and its cache. `out` takes the place of the setting. Throws a StoryError if the
 * configuration is wrong.
 */
export async function openProject(folder: string, out?: string): Promise<Project> {
  const root = resolve(folder)
  const config = CONFIG_FILES.find((name) => existsSync(join(root, name))) ?? CONFIG_FILES[0] ?? ''
  const { stories, out: written, ...settings } = checked(await writtenIn(join(root, config)), config)
  const cache = join(root, '.datelines')
  await mkdir(cache, { recursive: true })
  await writeFile(join(cache, '.gitignore'), '*\n')
  openCache(join(cache, 'cache'), [...new Set([ENGINE, root])])
  removeOld(mediaFolder({ cache }))
  return {
    root,
    config,
    stories: resolve(root, stories),
    out: resolve(root, out ?? written),
    cache,
    engine: ENGINE,
    site: {
      ...settings,
      name: settings.name ?? basename(root),
      main: settings.main,
      url:
        publicAddress(process.env['DATELINES_URL'], 'DATELINES_URL') ?? publicAddress(settings.url, `${config}: url`),
      contact: process.env['DATELINES_CONTACT'] || settings.contact,
    },
  }
}

/** Folder of the prepared pictures, films and sound. */
export function mediaFolder({ cache }: Pick<Project, 'cache'>): string {
  return join(cache, 'media')
}

/** The settings in `file`; none if there is no such file. */
async function writtenIn(file: string): Promise<unknown> {
  if (!existsSync(file)) return {}
  try {
    if (file.endsWith('.json')) return JSON.parse(await readFile(file, 'utf8'))
    const env = { command: 'build', mode: 'production' } as const
    return (await loadConfigFromFile(env, file, dirname(file), 'silent', undefined, 'runner'))?.config
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const [, hint] = HINTS.find(([pattern]) => pattern.test(message)) ?? []
    throw new StoryError(`${basename(file)} cannot be read: ${hint ?? message}`)
  }
}

/** Checks settings against the schema, with the messages that authors get for their stories. */
function checked(written: unknown, config: string): Settings {
  const problems: Problem[] = []
  const isObject = typeof written === 'object' && written !== null && !Array.isArray(written)
  const report = reporter(config, problems)
  const settings = isObject ? checkFields(written, configFile, report, () => 1) : undefined
  if (settings) return settings
  const lines = problems.map(({ message, hint }) => `${config}: ${message}${hint ? ` — ${hint}` : ''}`)
  throw new StoryError(lines.join('\n') || `${config}: ${WRITE}`)
}
