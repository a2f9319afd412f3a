import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

export const STORY = `slug: islands
languages: [en]
published: 2024-05-09
phases: [storm, crossing]
places:
  north: { lat: 60.10, lon: 4.20 }
  middle: { lat: 60.30, lon: 4.60 }
  south: { lat: 60.00, lon: 4.90 }
steps:
  - { id: gale, date: 2024-05-01, phase: storm, place: north }
  - { id: boats, date: 2024-05-02, phase: crossing, place: middle, note: first }
  - { id: harbour, date: 2024-05-03/2024-05-04, phase: crossing, place: south }
legs:
  - { id: first, from: north, to: middle, people: 40, step: boats, status: happened, sources: [A1] }
  - { id: second, from: middle, to: south, people: 30, step: harbour, announced: boats, after: first, status: happened, sources: [A1] }
stays:
  - { place: middle, people: 10, sources: [A2] }
  - { place: south, people: 30, sources: [A2] }
figures:
  - { id: crossed, kind: part, values: [40], sources: [A1] }
people:
  skipper: { sources: [A1], became: { date: 2024-06-01, sources: [A2] }, way: [first] }
updates:
  - { id: repair, date: 2024-05-20, sources: [A1] }
  - { id: return, date: 2024-06, sources: [A2] }
complete: 2024-07-01
sources:
  A1: { publisher: Island Post, title: The storm, date: 2024-05-02, url: https://example.org/storm }
  A2: { publisher: Harbour Office, title: Notice }
count: 40
`

export const WORDS = `---
kicker: Explainer · Islands
headline: How forty islanders crossed the sound
dek: A storm, two boats and a harbour.
byline: By the desk
phases: { storm: Storm, crossing: Crossing }
places: { north: North, middle: Middle, south: South }
stays: { middle: in the middle, south: in the south }
notes: { boats: Two of three boats }
people:
  skipper: { name: Ann Skipper, who: Sailed first., became: At sea again. }
figures: { crossed: { title: One mark, labels: [those who crossed] } }
---

## The gale {#gale}

It blew for a night. [@A1]

## The boats {#boats}

[Ann Skipper](@skipper) and another put out. [@A1 @A2]

> “We went.”
>
> — A sailor, quoted by Island Post [@A1]

## The harbour {#harbour}

They came in. [@A2]

![chart](chart:crossed)

## Since then {#updates}

- The boats were mended. {#repair}
- Some went back. {#return}

## What is not known {#unknown}

- Where the boats had been built.
`

const folders: string[] = []

/** A small story of invented islands on disk, with texts replaced; gives the path of its folder. */
export function makeStoryFolder(...changes: [from: string, to: string][]): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'datelines-')), 'islands')
  folders.push(folder)
  mkdirSync(folder)
  const change = (text: string) => changes.reduce((all, [from, to]) => all.replaceAll(from, to), text)
  for (const [from] of changes)
    if (!STORY.includes(from) && !WORDS.includes(from)) throw new Error(`no “${from}” to replace`)
  writeFileSync(join(folder, 'story.yaml'), change(STORY))
  writeFileSync(join(folder, 'en.md'), change(WORDS))
  return folder
}

afterAll(() => {
  for (const folder of folders) rmSync(join(folder, '..'), { recursive: true, force: true })
})
