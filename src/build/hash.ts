/** Hashes of the files that pages are made from. They hold no path outside the hashed folder, so machines can share them. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import { cached } from '../cache.ts'
import { StoryError } from '../content/problems.ts'
import { THIRD_PARTY } from './licences.ts'

/** Size from which a file is not read again while its time and place on the disk are the same, bytes. */
const LARGE = 500_000

/** Hash of the names and contents of all files in `folder`, but hidden ones and those in its folder `leftOut`. */
export function hashOf(folder: string, leftOut?: string): string {
  const hash = createHash('sha256')
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/'))
  for (const name of entries.sort()) {
    if (/(^|\/)\./.test(name) || (leftOut !== undefined && name.startsWith(`${leftOut}/`))) continue
    const file = hashOfFile(folder, name)
    if (file !== undefined) hash.update(`${name}\0${file}\0`)
  }
  return hash.digest('base64url')
}

/** Undefined for a folder. */
function hashOfFile(folder: string, name: string): string | undefined {
  const path = join(folder, name)
  const stat = statSync(path)
  if (stat.isDirectory()) return
  const { size, mtimeMs, ctimeMs, ino } = stat
  const hash = () => createHash('sha256').update(readFileSync(path)).digest('base64url')
  return size < LARGE ? hash() : cached('hash', [name, size, mtimeMs, ctimeMs, ino], hash)
}

/** The result of `read`, which reads the folder that has this `hash`. Throws a StoryError if that changes meanwhile. */
export async function readUnchanged<T>(folder: string, hash: string, read: () => Promise<T>): Promise<T> {
  const result = await read()
  if (hashOf(folder) === hash) return result
  throw new StoryError(`${basename(folder)} was changed while it was read: run the build again.`)
}

/** Hash of all that pages and scripts are made with: this code and, in the folder `engine`, the browser's. */
export function engineHash(engine: string): string {
  const folders = new Set([join(import.meta.dirname, '..'), join(engine, 'src'), join(engine, 'public')])
  const hash = createHash('sha256').update(process.env['NODE_ENV'] ?? '')
  for (const folder of folders) hash.update(hashOf(folder, 'stories'))
  return hash.update(readFileSync(join(engine, THIRD_PARTY))).digest('base64url')
}
