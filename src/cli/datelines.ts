#!/usr/bin/env node
/** `datelines <command>`: runs a command in the newsroom's folder. */
import { readFile } from 'node:fs/promises'
import { didYouMean, StoryError } from '../content/problems.ts'

interface Command {
  args: string
  what: string
  load: () => Promise<{ run: (args: string[]) => Promise<void> }>
}

const COMMANDS: Record<string, Command> = {
  new: { args: 'my-story', what: 'begin a story', load: () => import('./new.ts') },
  dev: { args: '', what: 'show the stories while you write', load: () => import('./dev.ts') },
  check: { args: '', what: 'list what is wrong with the stories', load: () => import('./check.ts') },
  build: { args: '', what: 'build the site into dist/', load: () => import('./build.ts') },
  preview: { args: '', what: 'serve the built site', load: () => import('./preview.ts') },
  import: { args: 'FILE', what: 'make a draft of a file of another program', load: () => import('./import.ts') },
  export: { args: 'my-story', what: 'write a story for another program', load: () => import('./export.ts') },
}

const HELP = `datelines <command>

${Object.entries(COMMANDS)
  .map(([name, { args, what }]) => `  ${`${name} ${args}`.padEnd(16)} ${what}`)
  .join('\n')}

  --root FOLDER    the newsroom's folder, if not this one
  --port N         of dev and preview
  --host           lets dev and preview be seen from other devices
  --out FOLDER     of build and preview: the folder of the site
  --only SLUG      of build: a site of this story alone, also of a draft, for a preview
  --shard 2/8      of build: the second of eight parts; copied over one another, the parts are the site
  --sheet FILE     of new: an empty sheet with a row for each step, .xlsx or .csv
  --slug, --language, --force
                   of import: the story's name, its language, whether it may be overwritten
  --as FORMAT, --to FOLDER
                   of export: timelinejs, geojson or csv, and where to
  --version

Settings are in datelines.config.ts, see the README.`

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
if (name === '--version' || name === '-v') {
  const manifest = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  console.log(JSON.parse(manifest).version)
} else if (['', 'help', '--help', '-h'].includes(name) || args.includes('--help')) {
  console.log(HELP)
} else if (!command) {
  const hint = didYouMean(name, Object.keys(COMMANDS))
  console.error(`There is no command “${name}”${hint ? ` — ${hint}` : '.'}\n\n${HELP}`)
  process.exit(1)
} else {
  // React reads this when it is imported.
  process.env['NODE_ENV'] ??= name === 'dev' ? 'development' : 'production'
  try {
    const { run } = await command.load()
    await run(args)
  } catch (error) {
    console.error(error instanceof StoryError ? error.message : error)
    process.exit(1)
  }
}
