// @vitest-environment node
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readStory } from '../../../src/content/read.ts'
import { makeStoryFolder } from '../make-story-folder.ts'

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')

it.each([
  ['an empty file', '', 'is empty — copy it here once more'],
  ['a PNG', PNG, 'is a PNG, not what its name says — name it with .png, here and beside story.yaml'],
  ['a HEIC', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), 'is a HEIC, not what its name says — save it as JPEG'],
  ['a GIF', 'GIF89a', 'is a GIF, not what its name says — save it as JPEG, PNG, WebP or AVIF'],
  ['a web page', '<!DOCTYPE html><title>Not found</title>', 'is a web page, not what its name says — save the picture'],
])('%s named quay.jpg is an error at its line', async (_, bytes, message) => {
  const folder = makeStoryFolder(['It blew for a night. [@A1]', '![Boats](quay.jpg "The quay. Credit: Ann")'])
  writeFileSync(join(folder, 'quay.jpg'), bytes)
  const { problems } = await readStory(folder)
  const errors = problems.filter(({ severity }) => severity === 'error')
  expect(errors.map(({ message, hint }) => `${message} — ${hint}`)).toEqual([
    expect.stringContaining(`the image quay.jpg ${message}`),
  ])
})

it('a JPEG named .jpeg is fine', async () => {
  const folder = makeStoryFolder(['It blew for a night. [@A1]', '![Boats](quay.jpeg "The quay. Credit: Ann")'])
  writeFileSync(join(folder, 'quay.jpeg'), Buffer.from('ffd8ffe0', 'hex'))
  const { problems } = await readStory(folder)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
})

it('a very large picture is a warning', async () => {
  const folder = makeStoryFolder(['It blew for a night. [@A1]', '![Boats](quay.jpg "The quay. Credit: Ann")'])
  writeFileSync(join(folder, 'quay.jpg'), Buffer.from('ffd8ffe0', 'hex'))
  truncateSync(join(folder, 'quay.jpg'), 84e6)
  const { problems } = await readStory(folder)
  expect(problems).toContainEqual(
    expect.objectContaining({ severity: 'warning', message: 'the image quay.jpg has 84 MB' }),
  )
})
