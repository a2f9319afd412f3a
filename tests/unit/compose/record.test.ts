// @vitest-environment node
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { recordsOf } from '../../../src/compose/record.ts'
import { readStory } from '../../../src/content/read.ts'
import { makeStoryFolder } from '../make-story-folder.ts'

const PORTRAIT: [string, string][] = [
  ['way: [first] }', 'way: [first], portrait: { file: ann.jpg, credit: Island Post } }'],
  ['{ name: Ann Skipper,', '{ alt: A woman in a cap, name: Ann Skipper,'],
]
const PICTURE: [string, string] = ['It blew for a night. [@A1]', '![Boats](quay.jpg "The quay. Credit: Ann")']
const DRAWING: [string, string] = ['It blew for a night. [@A1]', '![Boats](quay.svg "The quay. Credit: Ann")']

it.each([
  ['a picture', [PICTURE], true],
  ['a portrait alone', PORTRAIT, true],
  ['both', [PICTURE, ...PORTRAIT], true],
  ['a drawing, which stands in the page', [DRAWING], false],
] as const)('says whether a story has files in media/: %s', async (_, changes, media) => {
  const folder = makeStoryFolder(...changes)
  writeFileSync(join(folder, 'ann.jpg'), 'a picture')
  writeFileSync(join(folder, 'quay.jpg'), 'a picture')
  writeFileSync(join(folder, 'quay.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>')
  const { story, problems } = await readStory(folder)
  expect(problems.map(({ message }) => message)).toEqual([])
  expect(story && recordsOf(story).map((record) => record.media)).toEqual([media])
})
