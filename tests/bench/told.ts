/** Our story as the other pages take it: the same words in the same order, as plain HTML. */
import { join } from 'node:path'
import { dateOf } from '../../src/compose/dateLabels.ts'
import { parseDate } from '../../src/content/edtf.ts'
import { formatProblem } from '../../src/content/problems.ts'
import { type ReadStory, readStory, type Words } from '../../src/content/read.ts'
import type { Block, Inline } from '../../src/story/prose.ts'

/** A moment of the story. `start` and `end` are days, ISO 8601; `label` is what the reader sees. */
interface Told {
  id: string
  start: string
  end: string
  label: string
  /** Its id, and its name */
  /** Undefined where a step has none */
  placeId: string | undefined
  place: string
  heading: string
  html: string
}

export interface ToldStory {
  language: string
  kicker: string
  headline: string
  dek: string
  byline: string
  /** Day of the story, ISO 8601 */
  published: string
  steps: Told[]
  /** What stands after the last step: closing passage, what is not known, sources */
  end: { heading: string; html: string } | undefined
  places: Record<string, { name: string; lat: number; lon: number }>
  /** Lines between places; `step` is the index of the step from which a line is there */
  legs: { from: string; to: string; step: number }[]
}

/** Reads the story folder `root`/`slug` in its first language. Throws when the story does not pass our check. */
export async function tell(root: string, slug: string): Promise<ToldStory> {
  const { story, problems } = await readStory(join(root, slug))
  const language = story?.file.languages[0] ?? ''
  const words = story?.languages[language]
  if (!story || !words) throw new Error(problems.map(formatProblem).join('\n'))
  const { file } = story
  const { front } = words
  return {
    language,
    kicker: front.kicker,
    headline: front.headline,
    dek: front.dek,
    byline: front.byline,
    published: file.published.slice(0, 10),
    steps: file.steps.map(({ id, date = '', place }) => {
      const day = parseDate(date)
      const passage = words.steps[id]
      if (!day || !passage) throw new Error(`told: the step “${id}” has no date or no words`)
      return {
        id,
        start: isoDay(day.start),
        end: isoDay(day.end),
        label: dateOf(date, language).label,
        placeId: place,
        place: place === undefined ? '' : (front.places[place] ?? place),
        heading: passage.heading,
        html: htmlOf(passage.body),
      }
    }),
    end: endOf(words, file.sources),
    places: Object.fromEntries(
      Object.entries(file.places).map(([id, { lat, lon }]) => [id, { name: front.places[id] ?? id, lat, lon }]),
    ),
    legs: file.legs.map(({ from, to, step }) => ({ from, to, step: file.steps.findIndex(({ id }) => id === step) })),
  }
}

function endOf({ closing, unknown, sourceOrder }: Words, sources: ReadStory['file']['sources']): ToldStory['end'] {
  if (!closing) return undefined
  const html = [
    htmlOf(closing.body),
    unknown ? `<h3>${escaped(unknown.heading)}</h3>${listOf(unknown.items.map(({ text }) => text))}` : '',
    '<ol>',
    ...sourceOrder.map((id, i) => {
      const { publisher = id, title = '', url, date = '' } = sources[id] ?? {}
      const name = url ? `<a href="${escaped(url)}">${escaped(publisher)}</a>` : escaped(publisher)
      return `<li id="source-${i + 1}">${name}. ${escaped(title)}. ${date}</li>`
    }),
    '</ol>',
  ]
  return { heading: closing.heading, html: html.join('') }
}

function htmlOf(blocks: Block[]): string {
  return blocks.map(blockOf).join('')
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inlinesOf(block.text)}</p>`
    case 'quotation':
      return `<blockquote><p>${inlinesOf(block.text)}</p><p>${inlinesOf(block.by)}</p></blockquote>`
    case 'list':
      return listOf(block.items)
    case 'subheading':
      return `<h3>${inlinesOf(block.text)}</h3>`
    case 'table':
      return [block.head, ...block.rows].map(listOf).join('')
    case 'chart':
      return ''
    case 'media':
    case 'comparison':
      // Other tools would fetch it themselves; the words are what we compare.
      return block.media.map(({ alt, caption }) => `<p>${escaped(alt)} ${escaped(caption)}</p>`).join('')
  }
}

function listOf(items: Inline[][]): string {
  return `<ul>${items.map((item) => `<li>${inlinesOf(item)}</li>`).join('')}</ul>`
}

function inlinesOf(parts: Inline[]): string {
  return parts.map(inlineOf).join('')
}

function inlineOf(part: Inline): string {
  if (typeof part === 'string') return escaped(part)
  switch (part.kind) {
    case 'emphasis':
      return `<em>${inlinesOf(part.text)}</em>`
    case 'strong':
      return `<strong>${inlinesOf(part.text)}</strong>`
    case 'link':
      return `<a href="${escaped(part.href)}">${inlinesOf(part.text)}</a>`
    case 'foreign':
      return `<span lang="${part.lang}">${inlinesOf(part.text)}</span>`
    case 'person':
      return inlinesOf(part.text)
    case 'cite':
      return part.sources.map((number) => `<sup><a href="#source-${number}">${number}</a></sup>`).join(' ')
  }
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
