/**
 * Caches results of slow, pure functions on disk between builds. The key is a hash of everything a result depends on: the
 * inputs, the code, the lock file and the version of Node. A damaged or foreign file counts as a miss, and if the disk
 * cannot be written to, the build is only slower.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** Days after which an unused result is deleted. */
const MAX_AGE_DAYS = 14
/** Lock files of the package managers */
const LOCKS = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock']
/** Length of the checksum before a result, bytes. */
const CHECKSUM_LENGTH = 32

/** Files with the code of the cached functions. */
const CODE = /^((cartography|compose|content|fonts|story)\b.*|build.(compress|poster)|cache)\.(tsx?|js)$/

let folder: string | undefined
let version = ''
let writes = 0

/**
 * Caches results in `cacheFolder` from now on. Without this call, as in most tests, nothing is cached. `lockFolders`: where
 * package managers may have written which versions of other packages are used.
 */
export function openCache(cacheFolder: string, lockFolders: string[] = []) {
  folder = cacheFolder
  version = versionOf(lockFolders)
  attempt(() => mkdirSync(cacheFolder, { recursive: true }))
  removeOld(cacheFolder)
}

/** Removes from `folder` what has not been used for a while. */
export function removeOld(folder: string) {
  attempt(() => {
    const oldest = Date.now() - MAX_AGE_DAYS * 86_400_000
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (statSync(path).mtimeMs < oldest) rmSync(path, { recursive: true, force: true })
    }
  })
}

/** Marks a file as used now; false if there is none. */
export function markUsed(path: string): boolean {
  const now = new Date()
  try {
    utimesSync(path, now, now)
    return true
  } catch {
    return false
  }
}

/** Returns the result of `make`, from the cache if possible. `make` must depend on nothing but `inputs`. */
export function cached<T>(kind: string, inputs: unknown, make: () => T): T {
  if (!folder) return make()
  const name = nameOf(kind, inputs)
  const hit = read(name)
  return hit ? hit.value : write(name, make())
}

/** `cached` for asynchronous functions. */
export async function cachedAsync<T>(kind: string, inputs: unknown, make: () => Promise<T>): Promise<T> {
  return cachedLazy(kind, inputs, make).get()
}

/** A result that is read or made when it is needed. */
export interface Lazy<T> {
  /** Names the result: the same inputs have the same id, on every machine */
  id: string
  /** Whether the cache has it */
  ready: boolean
  get: () => Promise<T>
}

/** `cachedAsync` for large results that may not be needed. Asking for one counts as a use, so it does not expire. */
export function cachedLazy<T>(kind: string, inputs: unknown, make: () => Promise<T>): Lazy<T> {
  const id = nameOf(kind, inputs)
  return {
    id,
    ready: folder !== undefined && markUsed(join(folder, id)),
    get: async () => {
      const hit = read(id)
      return hit ? hit.value : write(id, await make())
    },
  }
}

function nameOf(kind: string, inputs: unknown): string {
  return `${kind}-${digest([version, inputs])}`
}

/** A hash of `inputs`, to stand for large ones that several results have in common. */
export function digest(inputs: unknown): string {
  return createHash('sha256').update(JSON.stringify(inputs, plain)).digest('base64url')
}

function plain(_: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value]
  return value
}

function read(name: string) {
  return attempt(() => {
    if (!folder) return
    const path = join(folder, name)
    const file = readFileSync(path)
    const content = file.subarray(CHECKSUM_LENGTH)
    if (!checksum(name, content).equals(file.subarray(0, CHECKSUM_LENGTH))) return
    const value = deserialize(content)
    markUsed(path)
    return { value }
  })
}

function write<T>(name: string, value: T): T {
  attempt(() => {
    if (!folder) return
    const content = serialize(value)
    // Write to a temporary file first: another build may write the same result, or this one may be killed.
    writes += 1
    const temporary = join(folder, `half-${process.pid}-${writes}`)
    writeFileSync(temporary, Buffer.concat([checksum(name, content), content]))
    try {
      renameSync(temporary, join(folder, name))
    } catch {
      rmSync(temporary, { force: true })
    }
  })
  return value
}

function checksum(name: string, content: Buffer): Buffer {
  return createHash('sha256').update(name).update('\0').update(content).digest()
}

/** Hash of the code of the cached functions, the lock files, and the versions of Node and its ICU data. */
function versionOf(lockFolders: string[]): string {
  const code = import.meta.dirname
  const files = readdirSync(code, { recursive: true, encoding: 'utf8' })
    .filter((file) => CODE.test(file))
    .map((file) => join(code, file))
  const locks = lockFolders.flatMap((folder) => LOCKS.map((name) => join(folder, name))).filter(existsSync)
  const hash = createHash('sha256')
    .update(process.version)
    .update(process.versions['icu'] ?? '')
  for (const file of [...files.sort(), ...locks]) hash.update(basename(file)).update(readFileSync(file))
  return hash.digest('hex')
}

/** Returns the result of `action`; undefined if it throws. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return
  }
}
