import { AFTER_STEPS, CLOSING, type Section, UNKNOWN, UPDATES, type WordsRead } from '../markdown.ts'
import { didYouMean, type Report } from '../problems.ts'
import { PEOPLE } from '../quantity.ts'
import type { StoryFile } from '../schema/story.ts'
import type { WordsFile } from '../schema/words.ts'
import type { Checked } from '../yaml.ts'
import { compareIds, duplicatesIn, idsOf, isUnique } from './ids.ts'

/** Checks the words of one language against the facts: each fact has words, in order, and all words have a fact. */
export function checkWords(read: WordsRead, file: StoryFile, missed: Set<string>, report: Report) {
  checkSections(read.sections, file, missed, report)
  checkLeads(read.sections, file, report)
  checkUpdateWords(read, file, missed, report)
  checkCharts(read, file, missed, report)
  checkQuestions(read, report)
  checkAwaiting(read, file, report)
  for (const id of Object.keys(file.people))
    if (!read.named.some((mention) => mention.id === id || didYouMean(mention.id, [id])))
      report(1, `the person “${id}” is never named in the text`, `write [their name](@${id}) where it first is`)
  if (read.front) checkFront(read.front, file, missed, report)
}

/** Requires words in the front matter for everything that needs them, and no others. */
function checkFront(
  { value: words, lineOf }: Checked<WordsFile>,
  file: StoryFile,
  missed: Set<string>,
  report: Report,
) {
  const { step: steps, leg: legs, phase, lane, place } = idsOf(file)
  const idsIn = (entries: { id: string }[]) => entries.map(({ id }) => id)
  const figures = idsIn(file.figures)
  const noted = idsIn(file.steps.filter(({ note }) => note !== undefined))
  const units = [...file.units, ...(PEOPLE in words.units ? [PEOPLE] : [])]
  const compare = (
    key: 'phases' | 'lanes' | 'eras' | 'spans' | 'places' | 'people' | 'notes' | 'stays' | 'units' | 'figures',
    ids: string[],
    missing = 'name',
    extra = 'there is no',
  ) =>
    compareIds([...new Set(ids)], Object.keys(words[key]), missed, {
      missing: (id) => report(lineOf(key), `${key}: “${id}” has no ${missing} in this language`),
      extra: (id, hint) => report(lineOf(key, id), `${key}: ${extra} “${id}” in story.yaml`, hint),
    })
  if (isUnique(figures)) compare('figures', figures, 'words')
  compare('phases', phase)
  compare('lanes', lane)
  compare('eras', idsIn(file.eras))
  compare('spans', idsIn(file.spans))
  compare('places', place)
  compare('people', Object.keys(file.people))
  if (isUnique(steps)) compare('notes', noted)
  compare('units', units, 'word')
  const stays = file.stays.map(({ place }) => place)
  compare('stays', stays, 'words', 'nobody stays at')
  const wrong = (path: string[], what: string, hint?: string) => report(lineOf(...path), `${path[0]}: ${what}`, hint)
  for (const id of Object.keys(words.dates))
    if (!steps.includes(id) && isUnique(steps))
      wrong(['dates', id], `there is no step “${id}” in story.yaml`, didYouMean(id, steps))
  for (const id of Object.keys(words.legs))
    if (!legs.includes(id) && isUnique(legs))
      wrong(['legs', id], `there is no “${id}” in story.yaml`, didYouMean(id, legs))
  if (file.section && words.section === undefined)
    wrong(['section'], 'nothing says what of it is drawn to scale', 'write section: Depths are to scale')
  if (!file.section && words.section !== undefined) wrong(['section'], 'there is no section in story.yaml')
  for (const [id, { became, portrait }] of Object.entries(file.people)) {
    const person = words.people[id]
    const lacks = became ? 'has no words' : 'has no date and no source in story.yaml'
    if (person && Boolean(became) !== Boolean(person.became)) wrong(['people', id], `what became of “${id}” ${lacks}`)
    if (person && portrait && !person.alt)
      wrong(['people', id], `the portrait of “${id}” has no alternative text`, 'write alt: …')
  }
  for (const { id, kind, values } of isUnique(figures) ? file.figures : []) {
    const given = words.figures[id]
    if (given && kind !== 'series' && given.labels.length !== values.length)
      wrong(
        ['figures', id],
        `“${id}” has ${values.length} numbers and ${given.labels.length} labels`,
        'write what each number counts: labels: [one, other]',
      )
  }
}

/** Requires one section per step, in the same order. */
function checkSections(sections: Section[], file: StoryFile, missed: Set<string>, report: Report) {
  const steps = file.steps.map((step) => step.id)
  // If two steps have the same id, one of them is misspelt, and its section is probably right.
  if (!isUnique(steps)) return
  const duplicates = duplicatesIn(sections)
  for (const { id, line } of duplicates) if (id) report(line, `the section “${id}” appears twice`)
  // A section without an id, or with a duplicate one, is probably the missing one.
  const complete = duplicates.length === 0 && sections.every(({ id }) => id)
  const given = sections.flatMap(({ id }) => (id && !AFTER_STEPS.includes(id) ? id : []))
  compareIds(steps, given, missed, {
    missing: (id) => complete && report(1, `a step without words: “${id}”`, `write “## Heading {#${id}}”`),
    extra: (id, hint) =>
      report(sections.find((section) => section.id === id)?.line ?? 1, `words without a step: “${id}”`, hint),
  })
  const wanted = [...steps, ...AFTER_STEPS]
  const expected = sections.filter(({ id }) => wanted.includes(id))
  const misplaced = expected.find(({ id }, i) => wanted.indexOf(id) < wanted.indexOf(expected[i - 1]?.id ?? ''))
  if (misplaced && complete)
    report(
      misplaced.line,
      `the section “${misplaced.id}” is not where its step is`,
      'sections stand in the order of the steps',
    )
}

/** Requires a picture or film in the words of each step that shows one in place of the map. */
function checkLeads(sections: Section[], file: StoryFile, report: Report) {
  const led = file.steps.filter(({ stage }) => stage === 'media').map(({ id }) => id)
  for (const { id, line, body } of sections)
    if (led.includes(id) && !body.some(({ kind }) => kind === 'media'))
      report(
        line,
        `the step “${id}” has stage: media, and neither picture nor film`,
        'write ![What it shows](file.jpg "Caption. Credit: …") on a line of its own, or leave out stage: media',
      )
}

/** Requires words for every update, and an update for all words. */
function checkUpdateWords({ updates, sections }: WordsRead, file: StoryFile, missed: Set<string>, report: Report) {
  const ids = file.updates.map(({ id }) => id)
  if (!isUnique(ids)) return
  const section = sections.find(({ id }) => id === UPDATES)
  if (ids.length && !section)
    return report(1, 'the updates have no words', `write a section “## Since then {#${UPDATES}}” with a list`)
  const given = updates.filter(({ id }) => id)
  for (const { id, line } of duplicatesIn(given)) report(line, `the words of the update “${id}” appear twice`)
  compareIds(
    ids,
    given.map(({ id }) => id),
    missed,
    {
      // Entries without an id have already been reported.
      missing: (id) =>
        section &&
        given.length === updates.length &&
        report(section.line, `an update without words: “${id}”`, `end an entry of the list with {#${id}}`),
      extra: (id, hint) =>
        report(updates.find((update) => update.id === id)?.line ?? 1, `words without an update: “${id}”`, hint),
    },
  )
}

/** Requires that `@?id` names an existing entry and that ids are unique. */
function checkQuestions({ asked, questions }: WordsRead, report: Report) {
  const named = questions.filter(({ id }) => id)
  for (const { id, line } of duplicatesIn(named)) report(line, `the id “${id}” appears twice`)
  const ids = named.map(({ id }) => id)
  for (const { id, line } of asked)
    if (!ids.includes(id))
      report(
        line,
        `“${id}” is no entry of what is not known`,
        didYouMean(id, ids) ?? `end an entry of the section {#${UNKNOWN}} with {#${id}}`,
      )
}

/** Reports claims that await a source, in one line: a warning in a draft, otherwise an error. */
function checkAwaiting({ awaiting }: WordsRead, { draft }: StoryFile, report: Report) {
  const [first, ...others] = awaiting
  if (first === undefined) return
  const message = others.length ? `${awaiting.length} claims await a source` : 'a claim awaits a source'
  const where = others.length ? [`lines ${awaiting.join(', ')}`] : []
  const what = draft ? [] : ['write it in place of [@?]']
  report(first, message, [...where, ...what].join('; '), draft ? 'warning' : 'error')
}

/** Requires that every figure appears exactly once. */
function checkCharts({ charts, sections }: WordsRead, file: StoryFile, missed: Set<string>, report: Report) {
  const ids = file.figures.map(({ id }) => id)
  if (!isUnique(ids)) return
  for (const { id, line } of charts) {
    if (ids.includes(id) || missed.has(id)) continue
    report(line, `unknown figure “${id}”`, didYouMean(id, ids))
    missed.add(id)
  }
  for (const { id, line } of duplicatesIn(charts)) report(line, `the figure “${id}” appears twice`)
  // The last passage shows those that have no place of their own.
  const closed = sections.some(({ id }) => id === CLOSING)
  for (const id of ids)
    if (!closed && !charts.some((chart) => chart.id === id || didYouMean(chart.id, [id])))
      report(
        1,
        `the figure “${id}” has no place`,
        `write ![chart](chart:${id}) where it should stand, on a line of its own`,
      )
}
