// @vitest-environment node
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replaceFolder } from '../../../src/build/replaceFolder.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'datelines-replace-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** A site whose one page says `word`. */
function site(name: string, word: string): string {
  mkdirSync(join(root, name), { recursive: true })
  writeFileSync(join(root, name, 'index.html'), word)
  return join(root, name)
}

const word = () => readFileSync(join(root, 'dist', 'index.html'), 'utf8')

describe('a finished build takes the place of the last', () => {
  it('the first time and every other, and leaves nothing beside it', async () => {
    for (const next of ['first', 'second']) {
      await replaceFolder(site('new', next), join(root, 'dist'))
      expect(word()).toBe(next)
      expect(readdirSync(root)).toEqual(['dist'])
    }
  })

  it('where its parent is not there yet', async () => {
    await replaceFolder(site('new', 'first'), join(root, 'sites', 'news', 'dist'))
    expect(readdirSync(join(root, 'sites', 'news'))).toEqual(['dist'])
  })

  it('or fails with the reason, and the last one stays', async () => {
    site('dist', 'last')
    await expect(replaceFolder(join(root, 'nothing'), join(root, 'dist'))).rejects.toThrow('ENOENT')
    expect(word()).toBe('last')
    expect(readdirSync(root)).toEqual(['dist'])
  })
})
