// @vitest-environment node
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readStory } from '../../../src/content/read.ts'

const { story, problems } = await readStory(
  fileURLToPath(new URL('../../../src/stories/belarus-prisoners', import.meta.url)),
)
if (!story) throw new Error(problems.map(({ message }) => message).join('\n'))
const { file, languages } = story

describe('the story of the 123', () => {
  it('has not one warning', () => {
    expect(problems).toEqual([])
  })

  it('ends with all 123: 87 in Poland, 29 in Lithuania, 5 in Ukraine, 2 in Germany', () => {
    const ends = Object.fromEntries(file.stays.map(({ place, people }) => [place, people]))
    expect(ends).toEqual({ warsaw: 87, vilnius: 29, chernihiv: 5, berlin: 2 })
    expect(file.count).toBe(123)
    expect(new Set(file.stays.map(({ by }) => by))).toEqual(new Set(['2025-12-19']))
  })

  it('says these four numbers in the words of its last step, in every language', () => {
    for (const [language, words] of Object.entries(languages)) {
      const said = JSON.stringify(words?.steps['arrived']?.body)
      for (const count of ['123', '87', '29']) expect(said, `${language}: ${count}`).toContain(count)
      expect(said, language).not.toContain('89')
    }
  })

  it('follows Kolesnikova and Babaryka from Warsaw to Berlin', () => {
    const leg = file.legs.find(({ to }) => to === 'berlin')
    expect(leg).toMatchObject({ from: 'warsaw', people: 2, status: 'happened', step: file.steps.at(-1)?.id })
    for (const person of ['kolesnikova', 'babaryka']) expect(file.people[person]?.way.at(-1)).toBe(leg?.id)
  })

  it('never begins a step before the one above it', () => {
    const begins = file.steps.map(({ date }) => date?.split('/')[0] ?? date)
    expect(begins).toEqual([...begins].sort())
  })
})
