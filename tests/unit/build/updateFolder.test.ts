// @vitest-environment node
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { type Files, updateFolder } from '../../../src/build/updateFolder.ts'

let root = ''
let read: string[] = []
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'datelines-update-'))
  read = []
  onTestFinished(() => rmSync(root, { recursive: true }))
})

const dist = (path = '') => join(root, 'dist', path)
const textOf = (path: string) => readFileSync(dist(path), 'utf8')

/** Brings dist/ to parts of texts; the name of a part with its texts is its id. `read` tells which were asked for. */
async function update(parts: Record<string, Record<string, string>>) {
  const all = Object.entries(parts).map(([name, texts]) => ({
    id: name + JSON.stringify(texts),
    files: async (): Promise<Files> => {
      read.push(name)
      return Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]))
    },
  }))
  await updateFolder(dist(), all, join(root, 'state.json'))
}

describe('the built site is brought up to date', () => {
  it('and what has not changed is neither read nor touched', async () => {
    await update({ one: { 'a/index.html': 'first', 'font.woff2': 'font' }, two: { 'b/index.html': 'second' } })
    const before = statSync(dist('font.woff2'))
    read = []
    await update({ one: { 'a/index.html': 'changed', 'font.woff2': 'font' }, two: { 'b/index.html': 'second' } })
    expect(read).toEqual(['one'])
    expect(textOf('a/index.html')).toBe('changed')
    expect(statSync(dist('font.woff2'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs })
  })

  it('a file that two parts have stays while one of them has it', async () => {
    await update({ one: { 'font.woff2': 'font' }, two: { 'font.woff2': 'font', 'index.html': 'x' } })
    await update({ two: { 'font.woff2': 'font', 'index.html': 'x' } })
    expect(readdirSync(dist()).sort()).toEqual(['font.woff2', 'index.html'])
  })

  it('what it no longer has is gone, with its folder, and so is what others have put there', async () => {
    await update({ one: { 'a/media/quay.webp': 'picture' }, two: { 'index.html': 'x' } })
    writeFileSync(dist('notes.txt'), '')
    await update({ two: { 'index.html': 'x' } })
    expect(readdirSync(dist())).toEqual(['index.html'])
  })

  it('what has been changed or deleted there is written again', async () => {
    const parts = { one: { 'index.html': 'ours', 'feed.xml': 'feed' } }
    await update(parts)
    writeFileSync(dist('index.html'), 'ours, with more')
    rmSync(dist('feed.xml'))
    await update(parts)
    expect([textOf('index.html'), textOf('feed.xml')]).toEqual(['ours', 'feed'])
  })

  it('whatever has become of the record of the last time', async () => {
    for (const state of ['{', '{"one":3}', undefined]) {
      await update({ one: { 'old.html': 'old' } })
      if (state === undefined) rmSync(join(root, 'state.json'))
      else writeFileSync(join(root, 'state.json'), state)
      await update({ one: { 'new.html': 'new' } })
      expect([textOf('new.html'), existsSync(dist('old.html'))]).toEqual(['new', false])
    }
  })
})
