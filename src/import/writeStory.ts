import type { RootContent } from 'mdast'
import { Document, isMap, isNode, isSeq, Scalar, visit } from 'yaml'
import { PEOPLE } from '../content/quantity.ts'
import type { Draft, DraftStep, Note } from './draft.ts'
import { groupsOf, laneName } from './groups.ts'
import { idsFor, stepIds } from './ids.ts'
import { endIn } from './text/inlines.ts'
import { toMarkdown } from './text/toMarkdown.ts'

/** What the command line says about the story. */
export interface Naming {
  slug: string
  language: string
  /** Day of publication, ISO */
  published: string
  /** Path of the JSON Schema for editors, from the story's folder */
  schema?: string | undefined
}

/** Writes a draft as the text files of a story, by name. The same draft gives the same bytes. */
export function writeStory(
  draft: Draft,
  { slug, language, published, schema }: Naming,
  note: Note,
): Map<string, string> {
  const groups = groupsOf(draft.steps, note)
  const groupIds = idsFor(groups.names, 'group')
  const ids = stepIds(draft.steps)
  const namesOf = (entries: { name: string }[]) => entries.map(({ name }) => name)
  const placeIds = idsFor(namesOf(draft.places), 'place')
  const eraIds = idsFor(namesOf(draft.eras), 'era')
  const units = [...new Set(draft.legs.flatMap(({ unit }) => unit ?? []))].filter((unit) => unit !== PEOPLE)
  const unitIds = idsFor(units, 'unit')
  const ends = draft.legs.map(({ from, to }) => `${placeIds[from]} ${placeIds[to]}`)
  const legIds = idsFor(ends, 'leg')
  const groupOf = ({ group, lane }: DraftStep) => groupIds[groups.names.indexOf(lane ?? group ?? '')]
  const facts = {
    slug,
    draft: true,
    languages: [language],
    published,
    units: filled(unitIds),
    view: draft.view,
    [groups.kind ?? 'phases']: groups.kind && groupIds,
    places: byId(placeIds, draft.places, ({ lat, lon }) => ({ lat, lon })),
    steps: draft.steps.map((step, i) => ({
      id: ids[i],
      date: dateOf(step.date),
      phase: groups.kind === 'phases' ? groupOf(step) : undefined,
      lane: groups.kind === 'lanes' ? groupOf(step) : undefined,
      place: placeIds[step.place ?? -1],
      view: step.view,
    })),
    eras: filled(draft.eras.map(({ from, to }, i) => ({ id: eraIds[i], from: dateOf(from), to: dateOf(to) }))),
    legs: filled(
      draft.legs.map(({ from, to, step, status, amount, unit, line, path, sources }, i) => ({
        id: legIds[i],
        from: placeIds[from],
        to: placeIds[to],
        amount,
        unit: unitIds[units.indexOf(unit ?? '')],
        line,
        path,
        step: ids[step],
        status,
        sources: filled(sources),
      })),
    ),
    sources: Object.fromEntries(draft.sources.map(({ id, publisher, title, url }) => [id, { publisher, title, url }])),
  }
  const front = {
    kicker: 'Kicker to be written',
    headline: draft.headline || 'Headline to be written',
    dek: draft.dek || 'Dek to be written',
    byline: 'Byline to be written',
    [groups.kind ?? 'phases']: groups.kind && byId(groupIds, groups.names, groups.kind === 'lanes' ? laneName : String),
    eras: byId(eraIds, draft.eras, ({ name }) => name),
    places: byId(placeIds, draft.places, ({ name }, i) => name || `Place ${i + 1}`),
    units: byId(unitIds, units, (unit) => ({ other: unit })),
    dates: byId(ids, draft.steps, ({ words }) => words || undefined),
  }
  noteGaps(draft, note)
  const comment = schema ? `# yaml-language-server: $schema=${schema}\n` : ''
  return new Map([
    ['story.yaml', comment + factsText(facts, groups.kind ? [] : draft.steps)],
    [`${language}.md`, `---\n${yamlText(new Document(defined(front)))}---\n\n${sections(draft.steps, ids)}`],
  ])
}

function noteGaps({ headline, dek, places, steps, sources }: Draft, note: Note) {
  const gaps = ['the kicker', 'the byline', !headline && 'the headline', !dek && 'the dek'].filter(Boolean)
  note('to decide', `${gaps.join(', ')}: “to be written” stands in their place`)
  note('carried', counted(steps.length, 'step'))
  if (places.length) note('carried', counted(places.length, 'place'))
  const unnamed = places.filter(({ name }) => !name).length
  if (unnamed) note('to decide', `a name for ${counted(unnamed, 'place')}`)
  const links = sources.filter(({ confirm }) => confirm).length
  if (links)
    note(
      'to decide',
      `whether ${counted(links, 'link')} ${links === 1 ? 'is a source' : 'are sources'}: confirm each in story.yaml, then take out the “@?” beside it in the text`,
    )
  if (steps.some(({ body }) => toMarkdown(body).includes('[@?]')))
    note('to decide', 'a source for each paragraph that ends in [@?]')
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** Characters in a line of YAML. */
const LINE = 120

/** A plain year as a number, which needs no quotation marks. */
function dateOf(date: string | undefined): string | number | undefined {
  return date && /^[1-9]\d{3}$/.test(date) ? Number(date) : date
}

/** A record of what is known of each; undefined if there is nothing. */
function byId<T, R>(ids: string[], items: T[], value: (item: T, i: number) => R): Record<string, R> | undefined {
  const entries = items.map((item, i) => [ids[i], value(item, i)] as const).filter(([, known]) => known !== undefined)
  return entries.length ? Object.fromEntries(entries) : undefined
}

function filled<T>(list: T[]): T[] | undefined {
  return list.length ? list : undefined
}

/** Without undefined values, at any depth. */
function defined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

/** `story.yaml`: one step, place, leg or source a line; `commented` are steps whose group stands in a comment. */
function factsText(facts: object, commented: DraftStep[]): string {
  const document = new Document(defined(facts))
  for (const key of ['languages', 'units', 'view', 'phases', 'lanes']) setFlow(document.get(key))
  for (const key of ['steps', 'places', 'eras', 'legs', 'sources']) {
    const list = document.get(key)
    if (isSeq(list)) for (const item of list.items) setFlow(item)
    if (isMap(list)) for (const { key, value } of list.items) setFlow(value, String(key).length)
  }
  const steps = document.get('steps')
  if (isSeq(steps))
    for (const [i, { group, lane = group }] of commented.entries()) {
      const node = steps.items[i]
      if (lane && isNode(node)) node.comment = ` group: ${lane}`
    }
  const sources = document.get('sources')
  if (isMap(sources) && !sources.items.length) sources.flow = true
  return yamlText(document)
}

/** Writes a list or fields in one line, if they fit; `before`: what else stands in the line. */
function setFlow(node: unknown, before = 0) {
  if (!isMap(node) && !isSeq(node)) return
  node.flow = before + JSON.stringify(node).length < LINE
  if (!node.flow && isMap(node)) for (const { value } of node.items) setFlow(value)
}

function yamlText(document: Document): string {
  visit(document, {
    Scalar(_, scalar) {
      // Curly quotation marks around a plain value would be read as a slip.
      if (typeof scalar.value === 'string' && /^[“”„«‘’‚]/.test(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE
    },
  })
  return document.toString({ lineWidth: LINE })
}

function sections(steps: DraftStep[], ids: string[]): string {
  const blocks = steps.flatMap(({ heading, body }, i): RootContent[] => [
    {
      type: 'heading',
      depth: 2,
      children: endIn([{ type: 'text', value: heading.replace(/\{(?=\s*lang)/gi, '(') }], `{#${ids[i]}}`),
    },
    ...body,
  ])
  return toMarkdown(blocks)
}
