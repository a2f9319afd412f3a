// @vitest-environment node
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { cached, cachedAsync, cachedLazy, openCache } from '../../src/cache.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'datelines-memory-'))
  openCache(folder)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

/** A slow function, and how often it had to work. */
function drawer() {
  const drawn: unknown[] = []
  const draw = (inputs: unknown) =>
    cached('drawing', inputs, () => {
      drawn.push(inputs)
      return { lines: [drawn.length], words: new Map([['a', undefined]]) }
    })
  return { drawn, draw }
}

const only = () => join(folder, readdirSync(folder)[0] ?? '')

describe('what has been drawn', () => {
  it('is not drawn again, also when asked by another build', () => {
    const { drawn, draw } = drawer()
    const first = draw({ rect: [1, 2], marks: new Map([['x', 1]]) })
    openCache(folder)
    expect(draw({ rect: [1, 2], marks: new Map([['x', 1]]) })).toEqual(first)
    expect(drawn).toHaveLength(1)
  })

  it('is drawn again when anything it is made from has changed, deep inside a map too', () => {
    const { drawn, draw } = drawer()
    draw({ rect: [1, 2], marks: new Map([['x', 1]]) })
    draw({ rect: [1, 2], marks: new Map([['x', 2]]) })
    draw({ rect: [1, 3], marks: new Map([['x', 1]]) })
    expect(drawn).toHaveLength(3)
  })

  it('comes back as bytes where it was bytes', async () => {
    const draw = () => cachedAsync('picture', 'sea', async () => Buffer.from([1, 2, 255]))
    await draw()
    expect((await draw()).equals(Buffer.from([1, 2, 255]))).toBe(true)
  })
})

describe('a file that is broken or not ours costs a drawing, never the build', () => {
  it.each<[string, () => void]>([
    ['cut short', () => writeFileSync(only(), readFileSync(only()).subarray(0, -1))],
    ['empty', () => writeFileSync(only(), '')],
    [
      'with a bit turned',
      () =>
        writeFileSync(
          only(),
          readFileSync(only()).map((byte, i) => (i === 40 ? byte ^ 1 : byte)),
        ),
    ],
    ['something else', () => writeFileSync(only(), '{"lines":[]}'.repeat(20))],
    [
      'a folder',
      () => {
        const path = only()
        rmSync(path)
        mkdirSync(path)
      },
    ],
  ])('%s', (_, spoil) => {
    const { drawn, draw } = drawer()
    const first = draw('a')
    spoil()
    expect(draw('a')).toEqual({ ...first, lines: [2] })
    expect(drawn).toHaveLength(2)
  })

  it('the result of another question under this one’s name', () => {
    const { drawn, draw } = drawer()
    draw('a')
    const path = only()
    draw('b')
    const other = readdirSync(folder).find((name) => join(folder, name) !== path) ?? ''
    copyFileSync(join(folder, other), path)
    expect(draw('a').lines).toEqual([3])
    expect(drawn).toHaveLength(3)
  })

  it('a place that is no folder', () => {
    const path = join(folder, 'file')
    writeFileSync(path, '')
    openCache(path)
    expect(drawer().draw('a').lines).toEqual([1])
  })
})

it('what no build has asked for in weeks is forgotten', () => {
  const { draw } = drawer()
  draw('old')
  const month = new Date(Date.now() - 30 * 86_400_000)
  utimesSync(only(), month, month)
  openCache(folder)
  expect(readdirSync(folder)).toEqual([])
})

it('what is only asked for, and not read, stays', async () => {
  const story = () => cachedLazy('story', 'old', async () => 'pages')
  expect(story().ready).toBe(false)
  await story().get()
  const month = new Date(Date.now() - 30 * 86_400_000)
  utimesSync(only(), month, month)
  expect(story().ready).toBe(true)
  openCache(folder)
  expect(readdirSync(folder)).toHaveLength(1)
})
