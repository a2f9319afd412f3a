import { textsIn } from '../blocks/parsers.ts'
import { citesIn, union } from '../blocks/sources/cites.ts'
import { PEOPLE } from '../content/quantity.ts'
import type { ReadStory } from '../content/read.ts'
import type { Note } from '../import/draft.ts'
import { COLUMNS, csvOf } from '../import/sheet/template.ts'
import { amountText, type Told, type ToldStep } from './told.ts'

/** Our own sheet, which can be imported again: a row a step, and one more for each further way. `source`: the words. */
export function csv(told: Told, source: string, note: Note): string {
  const texts = sectionsIn(source)
  const rows = told.steps.flatMap((each): Record<string, string>[] => {
    const [first, ...more] = told.story.file.legs.filter(({ step }) => step === each.step.id)
    const fields = { ...stepFields(each, told, texts, note), ...(first && legFields(first, told)) }
    return [fields, ...more.map((leg) => legFields(leg, told))]
  })
  rows.push(...otherPlaces(told))
  return csvOf([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ''))])
}

/** Name of a place; one that another place has too is told apart by its id. */
function nameOf(id: string, { front }: Told['words']): string {
  const name = front.places[id] ?? id
  const same = Object.values(front.places).filter((other) => other.toLowerCase() === name.toLowerCase())
  return same.length > 1 ? `${name} (${id})` : name
}

/** Rows for the places that only ways pass: they say where these are. */
function otherPlaces({ story: { file }, words }: Told): Record<string, string>[] {
  const shown = new Set(file.steps.map(({ place, places }) => places?.[0] ?? place))
  return Object.entries(file.places)
    .filter(([id]) => !shown.has(id))
    .map(([id, { lat, lon }]) => ({ place: nameOf(id, words), latitude: String(lat), longitude: String(lon) }))
}

function stepFields(
  { step, heading, words, places, media }: ToldStep,
  told: Told,
  texts: Map<string, string>,
  note: Note,
) {
  const [place, ...others] = places
  for (const { name } of others) note('left out', `${name}: a row has one place`, heading)
  const [picture, ...more] = media
  for (const { src } of more) note('left out', `the picture or film ${src}: a row has one`, heading)
  if (picture) note('left out', 'captions of pictures and what they show', heading)
  if (words && step.date !== undefined) note('left out', 'words shown in place of a date', heading)
  return {
    id: step.id,
    date: step.date ?? words ?? '',
    place: place ? nameOf(place.id, told.words) : '',
    latitude: String(place?.lat ?? ''),
    longitude: String(place?.lon ?? ''),
    heading,
    text: texts.get(step.id) ?? '',
    source: sourcesOf(told, step.id),
    picture: picture?.film?.page ?? picture?.src ?? '',
    credit: picture?.credit ?? '',
    lane: told.words.front.lanes[step.lane ?? ''] ?? '',
  }
}

function legFields(leg: ReadStory['file']['legs'][number], { words }: Told) {
  const name = (id: string) => nameOf(id, words)
  const unit = leg.unit === PEOPLE ? '' : (words.front.units[leg.unit]?.other ?? leg.unit)
  return { from: name(leg.from), to: name(leg.to), amount: amountText(leg), unit, status: leg.status }
}

/** The sources that a passage cites, one a line: “Island Post: The storm https://…”. */
function sourcesOf({ cited, words }: Told, step: string): string {
  const texts = (words.steps[step]?.body ?? []).flatMap(textsIn)
  const numbers = union(texts.map((text) => citesIn(text).cited))
  const lines = numbers.flatMap((number) => {
    const source = cited.sources[cited.order[number - 1] ?? '']
    if (!source) return []
    const { publisher, title, url } = source
    return `${publisher.replaceAll(': ', ', ')}: ${title}${url ? ` ${url}` : ''}`
  })
  return lines.join('\n').replaceAll('; ', ', ')
}

/** The Markdown of each section, without reference marks, pictures, people and languages. */
function sectionsIn(source: string): Map<string, string> {
  // Ids and texts by turns, after the front matter
  const [, ...sections] = source.split(/^## .*\{#([\w-]+)\}[ \t]*$/m)
  const texts = new Map<string, string>()
  for (let i = 0; i < sections.length; i += 2) texts.set(sections[i] ?? '', withoutMarks(sections[i + 1] ?? ''))
  return texts
}

function withoutMarks(text: string): string {
  return text
    .replace(/[ \t]*\[@[^\]]*\]/g, '')
    .replace(/\[([^\]]*)\](\(@[\w-]+\)|\{lang=[^}]*\})/g, '$1')
    .replace(/^\[?!\[.*$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
