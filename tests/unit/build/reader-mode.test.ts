// @vitest-environment node
import { expect, it } from 'vitest'
import { inReaderMode } from '../../reader-mode.ts'
import { printStory } from '../compose-story.ts'
import { makeAnyStory } from '../make-any-story.ts'

it('reader mode keeps passages whose names are those of boxes beside a text', async () => {
  const ids = ['extradition', 'community', 'footer', 'sidebar', 'menu', 'social', 'related', 'comments']
  const steps = Object.fromEntries(ids.map((id) => [id, 'place: north']))
  const { page } = await printStory(makeAnyStory({ places: { north: 'lat: 60.1, lon: 4.2' }, steps }))
  const { lines, lost, dead } = inReaderMode(page)
  expect(lines.length).toBeGreaterThan(2 * ids.length)
  expect(lost).toEqual([])
  expect(dead).toEqual([])
})
