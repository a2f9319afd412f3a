/** Reads the text of a slide of TimelineJS or StoryMapJS, and what it shows beside it. */
import type { RootContent } from 'mdast'
import type { Draft, DraftPlace, LocalFile, Note } from '../draft.ts'
import { Places } from '../places.ts'
import { linksIn, plainWords, proseOf } from './html.ts'
import { type MediaItem, MediaReader, UNNAMED } from './media.ts'
import { Sources } from './sources.ts'

/** Texts of a slide, which may be HTML. */
export interface SlideText {
  where: string
  headline: string
  text: string
  media?: MediaItem | undefined
}

/** What a reader of a format collects while it reads. */
export class Collectors {
  readonly sources = new Sources()
  readonly places = new Places()
  readonly media: MediaReader

  constructor(
    local: LocalFile,
    readonly note: Note,
  ) {
    this.media = new MediaReader(this.sources, local, note)
  }

  /** The draft with all that was collected. */
  draft(told: Pick<Draft, 'headline' | 'dek' | 'steps'> & Partial<Draft>): Draft {
    const { places, sources, media } = this
    return { places: places.all, legs: [], eras: [], sources: sources.all, files: media.files, ...told }
  }
}

/** The blocks of a slide, and the place that a map beside its text shows. */
export async function readSlideText(
  { where, headline, text, media: shown }: SlideText,
  heading: string,
  { sources, media, note }: Collectors,
): Promise<{ body: RootContent[]; place?: DraftPlace }> {
  const prose = proseOf(text, sources)
  const body = [...prose.blocks]
  const places: DraftPlace[] = []
  for (const item of [...(shown ? [shown] : []), ...prose.media]) {
    const placed = await media.place(item, heading, where)
    body.push(...placed.blocks)
    if (placed.place) places.push(placed.place)
    if (placed.source) citeIn(body, placed.source)
  }
  if (prose.unnamed) note('to decide', UNNAMED, where)
  for (const url of prose.unlinked) note('left out', `a link to ${url}; its words are kept`, where)
  for (const link of linksIn(headline)) sources.add(link.url, link.title)
  const [place] = places
  return { body, ...(place && { place }) }
}

/** Adds a source to the mark of the last paragraph; a step without text has none. */
function citeIn(body: RootContent[], id: string) {
  const last = body.at(-1)
  const mark = last?.type === 'paragraph' ? last.children.at(-1) : undefined
  if (mark?.type === 'html' && !mark.value.includes(`@${id} `)) mark.value = mark.value.replace('@?]', `@${id} @?]`)
}

/** The headline; without one, the first words of the text, or what else is known of the slide. */
export function headingOf({ where, headline, text }: SlideText, others: string[], note: Note): string {
  const written = plainWords(headline)
  if (written) return written
  const first = plainWords(text).split(' ').slice(0, 8).join(' ')
  const heading = first || others.map(plainWords).find(Boolean) || where
  note('to decide', `a heading: it has none, “${heading}” stands in its place`, where)
  return heading
}

/** Headline and dek of a title or overview; links in them become sources. */
export function headOf({ where, headline, text, media }: SlideText, { sources, note }: Collectors) {
  for (const link of [...linksIn(headline), ...linksIn(text)]) sources.add(link.url, link.title)
  if (media?.url) note('left out', `the picture of the title: ${media.url.slice(0, 200)}`, where)
  if (headline || text) note('carried', 'the title, as headline and dek', where)
  return { headline: plainWords(headline), dek: plainWords(text) }
}
