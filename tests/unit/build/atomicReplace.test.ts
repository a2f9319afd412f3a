// @vitest-environment node
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeBuildFolder, mend, replaceFolder } from '../../../src/build/atomicReplace.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'datelines-swap-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** A site all of whose files say `word`. */
function site(name: string, word: string): string {
  mkdirSync(join(root, name, 'assets'), { recursive: true })
  for (const file of ['index.html', 'assets/index.js']) writeFileSync(join(root, name, file), word)
  return join(root, name)
}

const words = () => ['index.html', 'assets/index.js'].map((file) => readFileSync(join(root, 'dist', file), 'utf8'))

/** The number of a process that has ended. */
const killed = () => spawnSync(process.execPath, ['-e', '']).pid

describe('a finished build takes the place of the last', () => {
  it('the first time and every other, and leaves nothing beside it', async () => {
    for (const word of ['first', 'second']) {
      await replaceFolder(site('new', word), join(root, 'dist'))
      expect(words()).toEqual([word, word])
      expect(readdirSync(root)).toEqual(['dist'])
    }
  })

  it('of many at once one stands there in the end, whole', async () => {
    for (let round = 0; round < 20; round += 1) {
      const builds = ['a', 'b', 'c', 'd'].map((word) => site(`new-${word}`, word))
      await Promise.all(builds.map((build) => replaceFolder(build, join(root, 'dist'))))
      const [page, script] = words()
      expect(page).toBe(script)
      expect(readdirSync(root)).toEqual(['dist'])
    }
  })

  it('or fails with the reason, and the last one stays', async () => {
    site('dist', 'last')
    await expect(replaceFolder(join(root, 'nothing'), join(root, 'dist', 'a', 'b'))).rejects.toThrow('ENOENT')
    expect(words()).toEqual(['last', 'last'])
  })
})

describe('after a build was killed', () => {
  it('nothing is mended where nothing was ever built', async () => {
    await mend(join(root, 'sites', 'news', 'dist'))
    await replaceFolder(site('new', 'first'), join(root, 'sites', 'news', 'dist'))
    expect(readdirSync(join(root, 'sites', 'news'))).toEqual(['dist'])
  })

  it('in the swap, the last site is put back', async () => {
    site(`dist.last-${killed()}-1`, 'last')
    await mend(join(root, 'dist'))
    expect(words()).toEqual(['last', 'last'])
    expect(readdirSync(root)).toEqual(['dist'])
  })

  it('after the swap, the new site stays and the last is cleared away', async () => {
    site('dist', 'new')
    site(`dist.last-${killed()}-1`, 'last')
    await mend(join(root, 'dist'))
    expect(words()).toEqual(['new', 'new'])
    expect(readdirSync(root)).toEqual(['dist'])
  })

  it('its workshop is cleared away, and that of a build that runs is not', async () => {
    const theirs = `build-${process.ppid}`
    site(theirs, 'half')
    site(`build-${killed()}`, 'half')
    const own = await makeBuildFolder(root)
    expect(readdirSync(root).sort()).toEqual([theirs, `build-${process.pid}`].sort())
    expect(readdirSync(own)).toEqual([])
  })
})
