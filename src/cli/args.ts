/** Arguments of a command. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { didYouMean, StoryError } from '../content/problems.ts'

/** The option that every command has: the newsroom's folder */
export const ROOT = { root: { type: 'string', default: '.' } } as const

/** The folder of the built site */
export const OUT = { out: { type: 'string' } } as const

/** Options of both servers */
export const SERVER = { port: { type: 'string' }, host: { type: 'boolean' } } as const

/** Parses the arguments after the name of a command. Throws a StoryError if one is unknown or lacks its value. */
export function readArgs<T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args, options, allowPositionals })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const [, name] = /Unknown option '-*([^']*)'/.exec(message) ?? []
    if (name === undefined) throw new StoryError(message)
    const meant = didYouMean(name, Object.keys(options))
    throw new StoryError(`there is no option --${name}${meant ? ` — ${meant}` : ''}`)
  }
}

/** A port of this machine. Throws a StoryError if `written` is none. */
export function portIn(written: string | undefined): { port?: number; strictPort: boolean } {
  if (written === undefined) return { strictPort: false }
  const port = Number(written)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StoryError(`--port: “${written}” is no port: write a number like 4173`)
  // Whoever asks for a port wants no other.
  return { port, strictPort: true }
}
