import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** What matters of a story to a test, as lines of YAML; the rest is filled in. */
interface Shape {
  /** All in the same words; English alone when left out */
  languages?: string[]
  /** By id: “lat: 1, lon: 2” and whatever else it has */
  places?: Record<string, string>
  /** By id, in order: the rest of the step */
  steps: Record<string, string>
  /** Their dates, EDTF; by default one day after the other */
  dates?: string[]
  /** Each without its status and sources */
  legs?: string[]
  /** More of story.yaml, and of the front matter of its words */
  facts?: string
  front?: string
  /** By step id, after its first paragraph */
  text?: Record<string, string>
  closing?: boolean
  /** Files beside story.yaml */
  files?: Record<string, string>
}

const folders: string[] = []

/** An invented story of any shape on disk; gives the path of its folder. */
export function makeAnyStory({
  languages = ['en'],
  places = {},
  steps,
  dates = [],
  legs = [],
  facts = '',
  front = '',
  text = {},
  closing,
  files = {},
}: Shape) {
  const folder = join(mkdtempSync(join(tmpdir(), 'datelines-')), 'shape')
  folders.push(folder)
  mkdirSync(folder)
  const list = (key: string, lines: string[], none: string) =>
    lines.length ? [`${key}:`, ...lines.map((line) => `  ${line}`)] : [`${key}: ${none}`]
  const named = (ids: string[]) => ids.map((id) => `${id}: ${id[0]?.toUpperCase()}${id.slice(1)}`).join(', ')
  const yaml = [
    'slug: shape',
    `languages: [${languages}]`,
    'published: 2024-05-09',
    'phases: [all]',
    ...list(
      'places',
      Object.entries(places).map(([id, rest]) => `${id}: { ${rest} }`),
      '{}',
    ),
    ...list(
      'steps',
      Object.entries(steps).map(
        ([id, rest], i) =>
          `- { id: ${id}, date: ${dates[i] ?? `2024-05-${String(i + 1).padStart(2, '0')}`}, phase: all${rest && `, ${rest}`} }`,
      ),
      '[]',
    ),
    ...list(
      'legs',
      legs.map((leg) => `- { ${leg}, status: happened, sources: [A1] }`),
      '[]',
    ),
    facts,
    'sources: { A1: { publisher: Island Post, title: The storm } }',
  ]
  const words = [
    '---',
    'kicker: Explainer',
    'headline: A story of any shape',
    'dek: Invented.',
    'byline: By nobody',
    'phases: { all: All of it }',
    `places: { ${named(Object.keys(places))} }`,
    front,
    '---',
    ...Object.keys(steps).map((id) => `\n## About ${id} {#${id}}\n\nIt was so. [@A1]\n\n${text[id] ?? ''}`),
    ...(closing ? ['\n## The end {#closing}\n\nIt was over. [@A1]'] : []),
  ]
  writeFileSync(join(folder, 'story.yaml'), yaml.join('\n'))
  for (const language of languages) writeFileSync(join(folder, `${language}.md`), words.join('\n'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

afterAll(() => {
  for (const folder of folders) rmSync(join(folder, '..'), { recursive: true, force: true })
})
