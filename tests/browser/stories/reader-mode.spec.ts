import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inReaderMode } from '../../reader-mode.ts'
import { expect, test } from '../page.ts'

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url))

const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) => {
  return file.endsWith('index.html') && !file.includes('embed') && explains(file)
})

function explains(file: string): boolean {
  return readFileSync(join(DIST, file), 'utf8').includes('<article class="story"')
}

// The built file and no browser window: a page's policy lets no other script take it apart.
for (const file of pages)
  test(`reader mode has the whole story of ${file}, in order, and nothing else`, () => {
    const html = readFileSync(join(DIST, file), 'utf8')
    const { title, lines, lost, dead, text } = inReaderMode(html)
    expect(html).toContain(`>${title}</h1>`)
    expect(lines.length).toBeGreaterThan(30)
    expect(lost).toEqual([])
    expect(dead).toEqual([])
    expect(text.startsWith(lines[0] ?? ''), text.slice(0, 200)).toBe(true)
    expect(text.endsWith(lines.at(-1) ?? ''), text.slice(-200)).toBe(true)
  })
