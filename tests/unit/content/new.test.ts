// @vitest-environment node
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { newStory } from '../../../src/content/new.ts'
import { readStories } from '../../../src/content/read.ts'
import { printStory } from '../compose-story.ts'

const when = { now: new Date('2026-05-06T07:08:09.123Z'), schema: '/newsroom/.datelines/story.schema.json' }

let root = ''
const project = () => ({ engine: '.', stories: root })
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'datelines-new-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
})

describe('a blank story', () => {
  it('passes the check without a word, and makes a page', async () => {
    const folder = await newStory(project(), 'sea-voyage', when)
    expect(folder).toBe(join(root, 'sea-voyage'))
    const { stories, problems } = await readStories(root)
    expect(problems).toEqual([])
    expect(stories[0]?.file).toMatchObject({ slug: 'sea-voyage', published: '2026-05-06T07:08:09Z' })
    const { page } = await printStory(folder)
    expect(page).toContain('The headline: what happened, and to whom')
  })

  it('never takes the place of another', async () => {
    const folder = await newStory(project(), 'sea-voyage', when)
    writeFileSync(join(folder, 'en.md'), 'My words')
    await expect(newStory(project(), 'sea-voyage', when)).rejects.toThrow(/nothing was changed/)
    expect(readFileSync(join(folder, 'en.md'), 'utf8')).toBe('My words')
  })

  it('cannot take the name of a folder of the site later either', async () => {
    const folder = await newStory(project(), 'sea-voyage', when)
    const file = join(folder, 'story.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('slug: sea-voyage', 'slug: stories'))
    renameSync(folder, join(root, 'stories'))
    expect((await readStories(root)).problems.map(({ message }) => message)).toEqual([
      'the site has a folder “stories” itself',
    ])
  })

  it.each([
    [undefined, /datelines new my-story/],
    ['My Story', /like my-story$/],
    ['Łódź, 2024', /like lodz-2024$/],
    ['../elsewhere', /like elsewhere$/],
    ['-', /hyphens$/],
    ['stories', /choose another name/],
  ])('called %s is refused with one message', async (slug, message) => {
    await expect(newStory(project(), slug, when)).rejects.toThrow(message)
    expect((await readStories(root)).stories).toEqual([])
  })
})
