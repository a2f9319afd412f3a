/** The text of an edition's pages, for its fonts. */
import type { Edition } from '../compose/editions.ts'
import type { PageText } from '../fonts/typefaces.ts'
import { languageOf } from '../language/index.ts'
import { type Block, plainText } from '../story/prose.ts'

/** Fields that no reader sees */
const UNSEEN = /^(id|kind|iso|time|href|url|src|srcset|captions|type|player|page|way|step|of|anchor)$/

/** The text of the full page and of the embed. `others`: headlines of other stories that the page links to. */
export function textOf({ story, copy }: Edition, others: string[]): PageText {
  const { words, headline, ...views } = story
  const { dek, passages, closing, updates, figures, ...rest } = copy
  const printed = languageOf(story.language)
  const blocks = [...passages, ...(closing ? [closing] : [])].flatMap(({ body }) => body)
  const datelines = passages.map(({ lane, where, date }) => [lane, where, date])
  const [first] = passages
  return {
    opening: {
      headings: [headline, first?.heading ?? ''],
      paragraphs: [dek, ...paragraphsIn(first?.body ?? [])],
    },
    headings: [
      headline,
      ...[...passages, closing, updates, copy.unknown].flatMap((part) => part?.heading ?? []),
      ...blocks.flatMap((block) => (block.kind === 'subheading' ? plainText(block.text) : [])),
      ...figures.map(({ title }) => title),
      ...[printed.routeInWords, printed.people, printed.sources, printed.stories.more],
    ],
    article: stringsIn([dek, blocks, updates, figures]),
    other: [...stringsIn([rest, datelines, views, printed]), ...others],
    later: stringsIn(words),
  }
}

function paragraphsIn(blocks: Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? plainText(block.text) : []))
}

/** All strings in `value`, but those that no reader sees. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => (UNSEEN.test(name) ? [] : stringsIn(part)))
}
