// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const FOLDER = new URL('../../../src/stories/round-the-world/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8')

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

it('the dead of Mactan on the map are Magellan and the counts that its passage gives', () => {
  const counts = /With Magellan died ([^;]+);/.exec(read('en.md'))?.[1] ?? ''
  const died = counts.split(/\W+/).flatMap((word) => (NUMBERS.includes(word) ? [NUMBERS.indexOf(word) + 1] : []))
  const [, least, most] = /mactan: .*lost: \{ amount: \[(\d+), (\d+)\]/.exec(read('story.yaml')) ?? []
  expect(died.length).toBe(3)
  expect([Number(least), Number(most)]).toEqual([Math.min(...died) + 1, Math.max(...died) + 1])
})
