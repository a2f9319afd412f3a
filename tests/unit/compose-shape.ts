import { expect } from 'vitest'
import { formatProblem } from '../../src/content/problems.ts'
import { readStory } from '../../src/content/read.ts'
import type { Leg, Route } from '../../src/story/map.ts'
import { printStory } from './compose-story.ts'
import { makeAnyStory } from './make-any-story.ts'

export type Shape = Parameters<typeof makeAnyStory>[0]

/** The story in print, which has nothing on it that is not a number, and what the press warned of. */
export async function print(shape: Shape) {
  const folder = makeAnyStory(shape)
  const { problems } = await readStory(folder)
  expect(problems.map(({ message, hint }) => `${message} — ${hint}`)).toEqual([])
  const printed = await printStory(folder)
  const warnings = printed.warnings.map(formatProblem)
  // A hash may have any letters.
  for (const text of [printed.page, printed.embed, printed.data, printed.poster])
    expect(text.replace(/sha256-\S+/g, '')).not.toMatch(/NaN|Infinity|undefined/)
  const { route } = printed.story
  return { ...printed, route, warnings, leg: (id: string) => legOf(route, id), words: wordsOf(printed.page) }
}

function legOf({ legs }: Route, id: string): Leg {
  const leg = legs.find((leg) => leg.id === id)
  if (!leg) throw new Error(`no leg ${id}`)
  return leg
}

function wordsOf(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}
