/**
 * What has been drawn once is not drawn again: results of pure, slow functions, kept on disk between builds. A result is
 * found by everything it was made from: the function's inputs, our own code, the packages it uses and the version of
 * Node. A file that is not whole, or not ours, counts as none; a disk that cannot be written to costs time only.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** Days after which a result that no build has asked for is forgotten. */
const KEPT_DAYS = 14
/** Bytes of the digest before a result. */
const DIGEST = 32

let folder: string | undefined
let engine = ''
let turns = 0

/** From now on results are kept in `place`, a folder of ours. Before that, and in tests, nothing is kept. */
export function openCache(place: string) {
  folder = place
  engine = engineHash()
  attempt(() => {
    mkdirSync(place, { recursive: true })
    const oldest = Date.now() - KEPT_DAYS * 86_400_000
    for (const name of readdirSync(place)) {
      const path = join(place, name)
      if (statSync(path).mtimeMs < oldest) rmSync(path, { recursive: true, force: true })
    }
  })
}

/** What `make` gives, or gave when it was last asked with the same `inputs`, which must be all it depends on. */
export function cached<T>(kind: string, inputs: unknown, make: () => T): T {
  const name = nameOf(kind, inputs)
  const known = recall(name)
  return known ? known.value : keep(name, make())
}

/** The same for a function that takes its time. */
export async function cachedAsync<T>(kind: string, inputs: unknown, make: () => Promise<T>): Promise<T> {
  const name = nameOf(kind, inputs)
  const known = recall(name)
  return known ? known.value : keep(name, await make())
}

function nameOf(kind: string, inputs: unknown): string {
  if (!folder) return ''
  const hash = createHash('sha256').update(engine).update('\0').update(JSON.stringify(inputs, plain))
  return `${kind}-${hash.digest('base64url')}`
}

function plain(_: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value]
  return value
}

function recall(name: string) {
  return attempt(() => {
    if (!folder) return
    const path = join(folder, name)
    const file = readFileSync(path)
    const content = file.subarray(DIGEST)
    if (!digestOf(name, content).equals(file.subarray(0, DIGEST))) return
    const value = deserialize(content)
    const now = new Date()
    attempt(() => utimesSync(path, now, now))
    return { value }
  })
}

function keep<T>(name: string, value: T): T {
  attempt(() => {
    if (!folder) return
    const content = serialize(value)
    // Under a name of its own first: another build may write the same result, or this one be killed.
    turns += 1
    const half = join(folder, `half-${process.pid}-${turns}`)
    writeFileSync(half, Buffer.concat([digestOf(name, content), content]))
    try {
      renameSync(half, join(folder, name))
    } catch {
      rmSync(half, { force: true })
    }
  })
  return value
}

function digestOf(name: string, content: Buffer): Buffer {
  return createHash('sha256').update(name).update('\0').update(content).digest()
}

/** Of all our code but the stories, of the packages, and of Node with what it knows of languages. */
function engineHash(): string {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|css|html)$/.test(file) && !file.startsWith('stories'))
    .map((file) => join('src', file))
  const hash = createHash('sha256')
    .update(process.version)
    .update(process.versions['icu'] ?? '')
  for (const file of [...files.sort(), 'package-lock.json']) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** What `act` gives; undefined when it cannot be done. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return
  }
}
