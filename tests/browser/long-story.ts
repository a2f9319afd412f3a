/** The built page of a story with as many steps as a test asks for. */
import type { Page } from '@playwright/test'
import type { Story } from '../../src/story/story.ts'
import { makeCopy, makePassage } from '../component/make-story.ts'
import { answer, PAGE, rebuilt } from './rebuilt.ts'

/** Half of the steps are spread over the axis, half of them are on one day near its end; four phases. */
function grown(story: Story, count: number): Story {
  const [step] = story.steps
  if (!step) throw new Error('grown: a story without steps')
  const steps = Array.from({ length: count }, (_, index) => ({
    ...step,
    id: `step-${index + 1}`,
    index,
    heading: `What happened at ${index + 1}`,
    at: index < count / 2 ? index / count : 0.9,
  }))
  const phases = story.phases.slice(0, 4).map(({ label }, i) => ({
    label,
    first: Math.ceil((i * count) / 4),
    last: Math.ceil(((i + 1) * count) / 4) - 1,
  }))
  const { whole } = story.route
  const route = { ...story.route, views: steps.map(() => whole), legs: [] }
  return { ...story, steps, phases, route }
}

/** Pages that are made already, by path and count */
const made = new Map<string, Promise<string>>()

/** Has the page, or the embed, tell a story of `count` steps, `step-1` and so on. */
export async function growTo(page: Page, count: number, path = PAGE) {
  const name = `${path} ${count}`
  const html = made.get(name) ?? longPage(count, path)
  made.set(name, html)
  await answer(page, path, await html)
}

function longPage(count: number, path: string): Promise<string> {
  return rebuilt(path, (built) => {
    const story = grown(built, count)
    const passages = story.steps.map((step) => ({
      ...makePassage(step),
      body: [{ kind: 'paragraph' as const, text: ['Words of the passage, and more of them. '.repeat(20)] }],
    }))
    return { story, copy: makeCopy({ passages }) }
  })
}

/** Opens it, grown. */
export async function openLong(page: Page, count: number, fragment = '', path = PAGE) {
  await growTo(page, count, path)
  await page.goto(`./${path}${fragment}`)
}
