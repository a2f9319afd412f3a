// @vitest-environment node
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { run } from '../../../src/cli/check.ts'
import { makeStoryFolder } from '../make-story-folder.ts'

it('a picture that cannot be decoded hides nothing that is wrong with other stories', async () => {
  const root = mkdtempSync(join(tmpdir(), 'datelines-check-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const shown = makeStoryFolder(['It blew for a night. [@A1]', '![Boats](quay.jpg "The quay. Credit: Ann")'])
  writeFileSync(join(shown, 'quay.jpg'), 'no picture')
  cpSync(shown, join(root, 'stories', 'islands'), { recursive: true })
  const unnamed = makeStoryFolder(['slug: islands', 'slug: quays\ncontext: { add: [Nowhere] }'])
  cpSync(unnamed, join(root, 'stories', 'quays'), { recursive: true })

  const printed: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line) => printed.push(line))
  onTestFinished(() => {
    vi.restoreAllMocks()
    process.exitCode = 0
  })
  await run(['--root', root])
  expect(printed.join('\n')).toMatch(/^stories\/islands\/\S+ {2}error .*quay\.jpg is no picture that can be read/m)
  expect(printed.join('\n')).toMatch(/^stories\/quays\/\S+ {2}warning .*“Nowhere” is not on this map/m)
  expect(process.exitCode).toBe(1)
})
