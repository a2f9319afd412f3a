/**
 * A built folder takes the place of the last one. Every build puts its own together; what stands in the place is always
 * one of them, whole, and whenever a build is killed, the next one finds the last and puts it back.
 */
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** What a rename says when another build was faster. */
const TAKEN = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES']

let turns = 0

/**
 * Puts `folder` where `place` is. No lock is needed, and so none can be left over: each step is one rename, the last
 * folder is set aside under a name of our own, and if another build fills the gap first, its folder is set aside too.
 */
export async function replaceFolder(folder: string, place: string) {
  const aside: string[] = []
  for (;;) {
    turns += 1
    const last = `${place}.last-${process.pid}-${turns}`
    if (await renamed(place, last, ['ENOENT'])) aside.push(last)
    // Many builds at once never meet so often: then the place cannot be had, and says why.
    if (await renamed(folder, place, aside.length < 20 ? TAKEN : [])) break
  }
  for (const last of aside) await rm(last, { recursive: true, force: true })
}

/** Mends what killed builds have left: puts the last folder back if `place` is empty, and clears away the rest. */
export async function mend(place: string) {
  await mkdir(dirname(place), { recursive: true })
  for (const last of await leftBehind(dirname(place), `${basename(place)}.last-`)) {
    if (!existsSync(place)) await renamed(last, place, ['ENOENT', ...TAKEN])
    await rm(last, { recursive: true, force: true })
  }
}

/** A folder of this build's own inside `root`; those of killed builds are cleared away. */
export async function makeBuildFolder(root: string): Promise<string> {
  await mkdir(root, { recursive: true })
  for (const left of await leftBehind(root, 'build-')) await rm(left, { recursive: true, force: true })
  const own = join(root, `build-${process.pid}`)
  await rm(own, { recursive: true, force: true })
  await mkdir(own)
  return own
}

/** Folders in `root` named `prefix` and the number of a process that is no more. */
async function leftBehind(root: string, prefix: string): Promise<string[]> {
  const names = await readdir(root)
  return names
    .filter((name) => name.startsWith(prefix) && !isRunning(Number.parseInt(name.slice(prefix.length), 10)))
    .map((name) => join(root, name))
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM' // It runs, as another user.
  }
}

/** False when the rename failed for one of the reasons that are expected. */
async function renamed(from: string, to: string, expected: string[]): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    if (expected.includes(codeOf(error))) return false
    throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
