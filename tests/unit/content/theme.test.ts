// @vitest-environment node
import { expect, it } from 'vitest'
import { colourRules } from '../../../src/build/styles.ts'
import { formatProblem } from '../../../src/content/problems.ts'
import { readStory } from '../../../src/content/read.ts'
import { coloursOf, LIGHT } from '../../../src/styles/colours.ts'
import { contrastOf } from '../../../src/styles/contrast.ts'
import { printStory } from '../compose-story.ts'
import { makeStoryFolder } from '../make-story-folder.ts'

/** The story with colours of its own, `theme` on line 4. */
const folderWith = (theme: string) =>
  makeStoryFolder(['published: 2024-05-09', `published: 2024-05-09\ntheme: ${theme}`])

async function messagesOf(theme: string): Promise<string[]> {
  const folder = folderWith(theme)
  const { problems } = await readStory(folder)
  return problems.map((problem) => formatProblem(problem).replace(`${folder}/`, ''))
}

const GREEN = '{ accent: { light: "#0b5c3a", dark: "#7fd6a8" } }'

it('contrast is that of WCAG', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

it('colours that can be read pass', async () => {
  expect(await messagesOf(GREEN)).toEqual([])
  expect(await messagesOf('{ route: { light: "#2a4d9b", dark: "#9db8ff" } }')).toEqual([])
})

it.each([
  ['{ accent: { light: "#7fd6a8", dark: "#7fd6a8" } }', 'light accent', '1.72 : 1 with the paper, and needs 4.5 : 1'],
  ['{ accent: { light: "#c94f4f", dark: "#7fd6a8" } }', 'light accent', 'the paper, and needs 4.5 : 1'],
  ['{ route: { light: "#0b5c3a", dark: "#0b5c3a" } }', 'dark route', 'the countries in focus, and needs 3 : 1'],
])(
  'one that cannot is refused with what was measured, and the nearest that can is told: %s',
  async (theme, which, needs) => {
    const messages = await messagesOf(theme)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatch(
      new RegExp(`^story\\.yaml:4  error  the ${which} #\\w+ has a contrast of [\\d.]+ : 1 with`),
    )
    expect(messages[0]).toContain(needs)
    const [, nearest = ''] = /the nearest that has enough is "(#\w+)"/.exec(messages[0] ?? '') ?? []
    const refused = /(?<=(?:accent|route) )#\w+/.exec(messages[0] ?? '')?.[0] ?? ''
    const scheme = which.startsWith('light') ? `light: "${refused}"` : `dark: "${refused}"`
    expect(await messagesOf(theme.replace(scheme, scheme.replace(refused, nearest)))).toEqual([])
  },
)

it.each([
  ['{ accent: { light: green, dark: "#7fd6a8" } }', 'a colour is written with six digits: "#b3122b"'],
  ['{ accent: { light: "#0b5c3a" } }', 'dark'],
  ['{ acent: { light: "#0b5c3a", dark: "#7fd6a8" } }', 'did you mean “accent”?'],
])('what is no colour is one message: %s', async (theme, message) => {
  const messages = await messagesOf(theme)
  expect(messages).toEqual([expect.stringContaining(message)])
})

it('lines on the map have the accent unless they have a colour of their own', () => {
  const accent = { light: '#0b5c3a', dark: '#7fd6a8' }
  expect(coloursOf({ accent }).dark).toMatchObject({ accent: '#7fd6a8', route: '#7fd6a8' })
  expect(coloursOf({ route: accent }).light).toMatchObject({ accent: LIGHT.accent, route: '#0b5c3a' })
})

it('the poster is painted with them, and forced colours come after them', async () => {
  const { poster } = await printStory(folderWith(GREEN))
  expect(poster).toContain('stroke="#0b5c3a"')
  expect(poster).not.toContain(LIGHT.accent)
  const rules = colourRules(coloursOf({ accent: { light: '#0b5c3a', dark: '#7fd6a8' } }))
  expect(rules.lastIndexOf('#7fd6a8')).toBeLessThan(rules.indexOf('(forced-colors:active){:root:root:root{'))
})
