import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { printStory } from '../compose-story.ts'
import { makeStoryFolder, STORY } from '../make-story-folder.ts'

vi.mock('../../../src/cartography/atlas/basemap.ts', () => ({
  drawBasemap: () => ({
    basemap: { land: '', focus: '', lakes: '', rivers: '', borders: '' },
    gazetteer: { countries: [], towns: [] },
  }),
}))

/** What there is in each document of stories in which nothing is hostile. */
const known: Record<string, Set<string>> = {}

beforeAll(async () => {
  // Short names, and names that are broken in two lines.
  for (const name of ['An island', 'An archipelago ofsomanyislands in asea farfarawayfromall'])
    for (const [kind, document] of Object.entries((await parsed(storyOf(name))).documents))
      known[kind] = new Set([...(known[kind] ?? []), ...kindsIn(document)])
})

const PIECES = [
  '<script>alert(1)</script>',
  '</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '"onmouseover="alert(1)',
  "'onclick='alert(1)",
  '"><b>',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '</style>',
  '</title>',
  '</text>',
  '</svg>',
  '</iframe>',
  'javascript:alert(1)',
  '&lt;script&gt;',
  '&',
  "$&$'$`",
  '\\',
  '{{1}}',
  '<!--story-->',
]

/** A picture of one pixel */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A story whose every text is `text`, and whose every address ends in it. */
function storyOf(text: string): string {
  const quoted = JSON.stringify(text)
  // Markdown's own signs are its author's right; here they shall be letters.
  const prose = text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
  const address = JSON.stringify(`https://example.org/?${text.replace(/\s/g, '')}`)
  const short = JSON.stringify(text.slice(0, 60))
  const folder = makeStoryFolder()
  const facts = STORY.replace('Island Post', () => quoted)
    .replace('title: The storm', () => `title: ${quoted}`)
    .replace('https://example.org/storm', () => address)
    .replace('title: Notice', () => `title: ${quoted}`)
    .replace('way: [first]', () => `way: [first], portrait: { file: ann.png, credit: ${quoted} }`)
    .replace('values: [40]', 'values: [40, 9]')
    .replace(
      'people:\n',
      '  - { id: row, kind: series, values: [{ step: gale, value: 3 }, { step: boats, value: 2 }], sources: [A1] }\npeople:\n',
    )
    .replace('count: 40', 'units: [ships]')
    .replace('people: 30, step', 'amount: 30, unit: ships, step')
  const words = `---
kicker: ${quoted}
headline: ${quoted}
dek: ${quoted}
byline: ${quoted}
phases: { storm: ${quoted}, crossing: ${quoted} }
places: { north: ${quoted}, middle: ${quoted}, south: ${quoted} }
stays: { middle: ${quoted}, south: ${quoted} }
legs: { first: [${quoted}, ${quoted}] }
notes: { boats: ${short} }
route: ${quoted}
legend: ${quoted}
people:
  skipper: { name: ${quoted}, also: ${quoted}, who: ${quoted}, became: ${quoted}, alt: ${quoted} }
units: { ships: { other: ${quoted} } }
figures: { crossed: { title: ${quoted}, labels: [${quoted}, ${quoted}] }, row: { title: ${quoted}, labels: [${quoted}] } }
---

## ${prose} {#gale}

${prose} *${prose}* **${prose}** [${prose}](<https://example.org/?${prose}> "${prose}") [@A1]

![${prose}](harbour.svg "${prose} Credit: ${prose}")

## ${prose} {#boats}

[${prose}](@skipper) [@A1 @A2]

> ${prose}
>
> — ${prose} [@A1]

## ${prose} {#harbour}

- ${prose} [@A2]

## ${prose} {#closing}

${prose} [@A1]

## ${prose} {#updates}

- ${prose} {#repair}
- ${prose} {#return}

## ${prose} {#unknown}

- ${prose}
`
  writeFileSync(join(folder, 'ann.png'), PIXEL)
  writeFileSync(join(folder, 'harbour.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"></svg>')
  writeFileSync(join(folder, 'story.yaml'), facts)
  writeFileSync(join(folder, 'en.md'), words)
  return folder
}

/** Everything that is printed of it, parsed as those who get it do. */
async function parsed(folder: string) {
  const { story, page, embed, oembed, poster } = await printStory(folder)
  const html = (text: string) => new DOMParser().parseFromString(text, 'text/html')
  const documents = {
    page: html(page),
    embed: html(embed),
    oembed: html(JSON.parse(oembed).html),
    poster: new DOMParser().parseFromString(poster, 'image/svg+xml'),
  }
  return { story, documents }
}

/** Every kind of element, with the names of its attributes; on which side a name stands depends on its length. */
function kindsIn(document: Document): Set<string> {
  return new Set(
    [...document.querySelectorAll('*')].map((element) => {
      const attributes = element.getAttributeNames().filter((attribute) => attribute !== 'text-anchor')
      return `${element.tagName} ${attributes.sort()}`
    }),
  )
}

async function holds(text: string) {
  const hostile = await parsed(storyOf(text))
  for (const [name, document] of Object.entries(hostile.documents)) {
    expect(
      [...kindsIn(document)].filter((kind) => !known[name]?.has(kind)),
      name,
    ).toEqual([])
    for (const element of document.querySelectorAll('*'))
      for (const { name: attribute, value } of element.attributes) {
        expect(attribute).not.toMatch(/^on|^srcdoc$/)
        if (/href|src|action|cite|poster/.test(attribute)) expect(value).not.toMatch(/^\s*(javascript|data|vbscript):/i)
      }
  }
  const { page, poster } = hostile.documents
  // It is there, letter by letter.
  expect(page.querySelector('h1')?.textContent).toBe(text)
  expect(page.title).toBe(text)
  expect(page.querySelector('meta[name=description]')?.getAttribute('content')).toBe(text)
  expect(JSON.parse(page.querySelector('#_story')?.textContent ?? '')).toEqual(
    JSON.parse(JSON.stringify(hostile.story)),
  )
  expect(JSON.parse(page.querySelector('[type="application/ld+json"]')?.textContent ?? '').headline).toBe(text)
  expect(poster.documentElement.textContent).toContain(text)
}

describe('whatever an author writes', () => {
  // Six pieces a story: what is not escaped shows, however much is beside it, and drawing a story takes a second.
  const groups = Array.from({ length: Math.ceil(PIECES.length / 6) }, (_, nth) => PIECES.slice(6 * nth, 6 * nth + 6))
  it.each(groups)('%s and so on stay text in page, data, oEmbed and poster', (...pieces) =>
    holds(`A ${pieces.join(' B ')} C`),
  )

  it('and whatever is put together of it', async () => {
    const text = fc.array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 4 }).map((pieces) => pieces.join(''))
    await fc.assert(
      fc.asyncProperty(text, (hostile) => holds(`${hostile} .`)),
      { numRuns: 4, seed: 7 },
    )
  }, 600_000)
})
