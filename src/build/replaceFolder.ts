import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Moves a finished `folder` to `place`, which is never half written. Throws, and leaves `place` as it was, where that fails. */
export async function replaceFolder(folder: string, place: string) {
  const last = `${place}.last`
  await mkdir(dirname(place), { recursive: true })
  await rm(last, { recursive: true, force: true })
  await renameIfThere(place, last)
  try {
    await rename(folder, place)
  } catch (error) {
    await renameIfThere(last, place)
    throw error
  }
  await rm(last, { recursive: true, force: true })
}

async function renameIfThere(from: string, to: string) {
  await rename(from, to).catch((error) => {
    if (error.code !== 'ENOENT') throw error
  })
}
