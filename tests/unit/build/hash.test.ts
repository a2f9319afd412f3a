// @vitest-environment node
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { hashOf, readUnchanged } from '../../../src/build/hash.ts'

let root = ''
const file = (...path: string[]) => join(root, 'islands', ...path)
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'datelines-hash-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(file('tracks'), { recursive: true })
  writeFileSync(file('en.md'), 'words')
  writeFileSync(file('tracks', 'boat.gpx'), 'track')
  writeFileSync(file('quay.jpg'), Buffer.alloc(1_000_000, 1))
})

describe('the hash of a folder', () => {
  it('is the same in another place, and beside what an editor hides there', () => {
    cpSync(file(), join(root, 'elsewhere'), { recursive: true })
    writeFileSync(file('.en.md.swp'), '')
    expect(hashOf(join(root, 'elsewhere'))).toBe(hashOf(file()))
  })

  it.each<[string, () => void]>([
    ['a changed word', () => writeFileSync(file('en.md'), 'wards')],
    ['a changed file in a folder of it', () => writeFileSync(file('tracks', 'boat.gpx'), 'other')],
    ['a changed large file', () => writeFileSync(file('quay.jpg'), Buffer.alloc(1_000_000, 2))],
    ['another name', () => renameSync(file('en.md'), file('pl.md'))],
    ['one file less', () => rmSync(file('en.md'))],
  ])('is another after %s', (_, change) => {
    const before = hashOf(file())
    change()
    expect(hashOf(file())).not.toBe(before)
  })

  it('does not stand for what has changed while it was read', async () => {
    const hash = hashOf(file())
    expect(await readUnchanged(file(), hash, async () => 'read')).toBe('read')
    const saved = readUnchanged(file(), hash, async () => writeFileSync(file('en.md'), 'saved'))
    await expect(saved).rejects.toThrow('islands was changed while it was read: run the build again')
  })
})
