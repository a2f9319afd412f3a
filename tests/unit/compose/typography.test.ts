// @vitest-environment node
import { expect, it } from 'vitest'
import { printStory } from '../compose-story.ts'
import { makeStoryFolder } from '../make-story-folder.ts'

it('a soft hyphen breaks the headline on the page, and is in no title that programs read', async () => {
  const folder = makeStoryFolder([
    'headline: How forty islanders',
    'headline: Gefangenen\u00ADaustausch\u202F! 🇵🇱 How forty',
  ])
  const { page, structured, oembed, poster } = await printStory(folder)
  expect(page).toMatch(/<h1[^>]*>Gefangenen\u00ADaustausch\u202F! 🇵🇱 How/)
  expect(page).toContain('<title>Gefangenenaustausch\u202F! 🇵🇱 How')
  for (const read of [structured, oembed, poster]) expect(read).not.toContain('\u00AD')
})
