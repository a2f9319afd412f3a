/**
 * Writes a build's files to a folder. A file that has not changed is not touched, not even read: so a build takes as
 * long as what has changed, and a host that compares times and sizes gets only that. A changed file is replaced at once.
 */
import {
  constants,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { z } from 'zod'

/** By path from the root of the folder: the content, or the path of a file that has it */
export type Files = Record<string, Buffer | string>

/** Files that are made together. */
export interface Part {
  /** Changes with their content */
  id: string
  files: () => Promise<Files>
}

/** Size and time of the files of each part, by its id and their paths */
const stateFile = z.record(z.string(), z.record(z.string(), z.string()))

/** Brings `folder` to the files of `parts`. `state`: file in which it remembers what it has written. */
export async function updateFolder(folder: string, parts: Part[], state: string) {
  const last = readState(state)
  const next: z.infer<typeof stateFile> = {}
  for (const { id, files } of parts) {
    const known = Object.entries(last[id] ?? {})
    const untouched = known.length > 0 && known.every(([path, written]) => stampOf(join(folder, path)) === written)
    next[id] = Object.fromEntries(untouched ? known : writeAll(folder, await files()))
  }
  removeOthers(folder, Object.values(next).flatMap(Object.keys))
  updateFile(state, Buffer.from(JSON.stringify(next)))
}

function readState(file: string): z.infer<typeof stateFile> {
  try {
    return stateFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}

function writeAll(folder: string, files: Files): [path: string, stamp: string][] {
  return Object.entries(files).map(([path, content]) => {
    updateFile(join(folder, path), content)
    return [path, stampOf(join(folder, path)) ?? '']
  })
}

/** Writes a file, unless it has this content. It is never half written. */
export function updateFile(path: string, content: Buffer | string) {
  const old = statOf(path)
  const size = typeof content === 'string' ? statOf(content)?.size : content.length
  if (old && old.size === size && (typeof content === 'string' || content.equals(readFileSync(path)))) return
  const temporary = `${path}.${process.pid}`
  if (!old) mkdirSync(dirname(path), { recursive: true })
  if (typeof content === 'string') copyFileSync(content, temporary, constants.COPYFILE_FICLONE)
  else writeFileSync(temporary, content)
  renameSync(temporary, path)
}

/** Removes all files but those at `paths`, and folders without any. */
function removeOthers(folder: string, paths: string[]) {
  const kept = new Set(paths)
  for (const path of paths) for (let above = dirname(path); !kept.has(above); above = dirname(above)) kept.add(above)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (!kept.has(name.split(sep).join('/'))) rmSync(join(folder, name), { recursive: true, force: true })
}

/** Tells whether a file is as it was written. */
function stampOf(path: string): string | undefined {
  const stat = statOf(path)
  return stat && `${stat.size} ${stat.mtimeMs}`
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}
