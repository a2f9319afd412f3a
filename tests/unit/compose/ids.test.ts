// @vitest-environment node
import { expect, it } from 'vitest'
import { printStory } from '../compose-story.ts'
import { makeStoryFolder } from '../make-story-folder.ts'

const idsIn = (html: string) => [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)

it.each([
  ['story', 'explainer', 'people'],
  ['sources', 'source-1', 'person-skipper'],
  ['heading-gale', 'ground-land', 'embed-title'],
])('steps called %s, %s and %s share no id with the page they stand in', async (...steps) => {
  const [gale = '', boats = '', harbour = ''] = steps
  const folder = makeStoryFolder(
    ['id: gale,', `id: ${gale},`],
    ['{#gale}', `{#${gale}}`],
    ['id: boats,', `id: ${boats},`],
    ['{#boats}', `{#${boats}}`],
    ['step: boats', `step: ${boats}`],
    ['announced: boats', `announced: ${boats}`],
    ['notes: { boats:', `notes: { ${boats}:`],
    ['id: harbour,', `id: ${harbour},`],
    ['{#harbour}', `{#${harbour}}`],
    ['step: harbour', `step: ${harbour}`],
  )
  const { page, embed } = await printStory(folder)
  for (const view of [page, embed]) {
    const ids = idsIn(view)
    expect(ids).toEqual([...new Set(ids)])
    expect(ids.filter((id) => !id?.startsWith('_'))).toEqual(steps)
    const targets = [...view.matchAll(/(?:href="#|aria-labelledby=")([^"]+)/g)].map(([, id]) => id)
    // The frame's reference marks lead to the full page, where the list of sources is.
    expect(targets.filter((id) => !ids.includes(id) && view === page)).toEqual([])
  }
})

it.each([
  ['a leg', ['first', 'constructor']],
  ['a place and a stay', ['middle', 'constructor']],
  ['a step', ['gale', 'constructor']],
  ['a person', ['skipper', 'constructor']],
  ['a phase', ['crossing', 'constructor']],
  ['a source', ['A1', 'toString']],
  ['another source', ['A2', 'hasOwnProperty']],
] satisfies [string, [string, string]][])('%s may be called like a part of every object', async (_, change) => {
  const { story, page, embed } = await printStory(makeStoryFolder(change))
  expect(story.route.legs).toHaveLength(2)
  for (const view of [page, embed]) expect(view).not.toMatch(/native code|undefined|\[object/)
})
