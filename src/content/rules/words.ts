/** Checks the words of one language against the facts: each fact has words, in order, and all words have a fact. */

import { AFTER_STEPS, CLOSING, UNKNOWN, UPDATES, type WordsRead } from '../markdown.ts'
import { didYouMean, type Report } from '../problems.ts'
import { PEOPLE } from '../quantity.ts'
import type { StoryFile } from '../schema/story.ts'
import { compareIds, duplicatesIn, idsOf } from './ids.ts'

/** Checks the words of one language. */
export function checkWords(read: WordsRead, file: StoryFile, missed: Set<string>, report: Report) {
  const { front, sections, updates, named } = read
  checkSections(sections, file, missed, report)
  checkLeads(sections, file, report)
  checkUpdateWords(updates, sections, file, missed, report)
  checkFigureWords(read, file, missed, report)
  checkQuestions(read, report)
  checkAwaiting(read, file, report)
  for (const id of Object.keys(file.people))
    if (!named.some((mention) => mention.id === id || didYouMean(mention.id, [id])))
      report(1, `the person “${id}” is never named in the text`, `write [their name](@${id}) where it first is`)
  if (!front) return
  const { value: words, lineOf } = front
  const stays = file.stays.map((stay) => stay.place)
  const noted = file.steps.flatMap(({ id, note }) => (note === undefined ? [] : id))
  const checkKeys = (
    key: 'phases' | 'lanes' | 'eras' | 'spans' | 'places' | 'people' | 'notes' | 'stays' | 'units',
    ids: string[],
    missing = 'has no name in this language',
    extra = (id: string) => `there is no “${id}” in story.yaml`,
  ) =>
    compareIds([...new Set(ids)], Object.keys(words[key]), missed, {
      missing: (id, hint) => report(lineOf(key), `${key}: “${id}” ${missing}`, hint),
      extra: (id, hint) => report(lineOf(key, id), `${key}: ${extra(id)}`, hint),
    })
  const { step: steps, leg: legs, phase, lane, era, span, place } = idsOf(file)
  checkKeys('phases', phase)
  checkKeys('lanes', lane)
  checkKeys('eras', era)
  checkKeys('spans', span)
  checkKeys('places', place)
  if (file.section && words.section === undefined)
    report(
      lineOf('section'),
      'section: nothing says what of it is drawn to scale',
      'write section: Depths are to scale',
    )
  if (!file.section && words.section !== undefined)
    report(lineOf('section'), 'section: there is no section in story.yaml')
  checkKeys('people', Object.keys(file.people))
  if (duplicatesIn(steps).length === 0) checkKeys('notes', noted)
  checkKeys('units', [...file.units, ...(PEOPLE in words.units ? [PEOPLE] : [])], 'has no word in this language')
  checkKeys('stays', stays, 'has no words in this language', (id) => `nobody stays at “${id}” in story.yaml`)
  for (const [id, { became, portrait }] of Object.entries(file.people)) {
    const person = words.people[id]
    if (person && Boolean(became) !== Boolean(person.became))
      report(
        lineOf('people', id),
        `people: what became of “${id}” ${became ? 'has no words' : 'has no date and no source in story.yaml'}`,
      )
    if (person && portrait && !person.alt)
      report(lineOf('people', id), `people: the portrait of “${id}” has no alternative text`, 'write alt: …')
  }
  for (const [key, ids, what] of [
    ['dates', steps, 'step '],
    ['legs', legs, ''],
  ] as const)
    for (const id of Object.keys(words[key]))
      if (!ids.includes(id) && duplicatesIn(ids).length === 0)
        report(lineOf(key, id), `${key}: there is no ${what}“${id}” in story.yaml`, didYouMean(id, ids))
}

/** Requires one section per step, in the same order. */
function checkSections(sections: WordsRead['sections'], file: StoryFile, missed: Set<string>, report: Report) {
  const steps = file.steps.map((step) => step.id)
  // If two steps have the same id, one of them is misspelt, and its section is probably right.
  if (duplicatesIn(steps).length) return
  const ids = sections.flatMap(({ id }) => id || [])
  const duplicates = duplicatesIn(sections.map(({ id }) => id)).flatMap((i) => sections[i] ?? [])
  for (const { id, line } of duplicates) if (id) report(line, `the section “${id}” stands twice`)
  const wanted = [...steps, ...AFTER_STEPS]
  // A section without an id, or with a duplicate one, is probably the missing one.
  const complete = duplicates.length === 0 && ids.length === sections.length
  compareIds(
    steps,
    ids.filter((id) => !AFTER_STEPS.includes(id)),
    missed,
    {
      missing: (id) => complete && report(1, `a step without words: “${id}”`, `write “## Heading {#${id}}”`),
      extra: (id, hint) =>
        report(sections.find((section) => section.id === id)?.line ?? 1, `words without a step: “${id}”`, hint),
    },
  )
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
function checkLeads(sections: WordsRead['sections'], file: StoryFile, report: Report) {
  for (const { id, stage } of file.steps) {
    const section = stage === 'media' && sections.find((section) => section.id === id)
    if (section && !section.body.some(({ kind }) => kind === 'media'))
      report(
        section.line,
        `the step “${id}” has stage: media, and neither picture nor film`,
        'write ![What it shows](file.jpg "Caption. Credit: …") on a line of its own, or leave out stage: media',
      )
  }
}

/** Requires words for every update, and an update for all words. */
function checkUpdateWords(
  updates: WordsRead['updates'],
  sections: WordsRead['sections'],
  file: StoryFile,
  missed: Set<string>,
  report: Report,
) {
  const ids = file.updates.map(({ id }) => id)
  if (duplicatesIn(ids).length) return
  const section = sections.find(({ id }) => id === UPDATES)
  if (ids.length && !section)
    return report(1, 'the updates have no words', `write a section “## Since then {#${UPDATES}}” with a list`)
  const lineOf = (id: string) => updates.find((update) => update.id === id)?.line ?? 1
  const given = updates.flatMap(({ id }) => id || [])
  for (const i of duplicatesIn(given))
    report(updates[i]?.line ?? 1, `the words of the update “${given[i]}” stand twice`)
  compareIds(ids, given, missed, {
    // Entries without an id have already been reported.
    missing: (id) =>
      section &&
      given.length === updates.length &&
      report(section.line, `an update without words: “${id}”`, `end an entry of the list with {#${id}}`),
    extra: (id, hint) => report(lineOf(id), `words without an update: “${id}”`, hint),
  })
}

/** Requires that paragraphs refer to entries that are there, by ids that stand once. */
function checkQuestions({ asked, questions }: WordsRead, report: Report) {
  const ids = questions.flatMap(({ id }) => id || [])
  for (const i of duplicatesIn(ids))
    report(questions.findLast(({ id }) => id === ids[i])?.line ?? 1, `the id “${ids[i]}” stands twice`)
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

/** Requires that every figure has words and appears exactly once. */
function checkFigureWords(
  { front, charts, sections }: WordsRead,
  file: StoryFile,
  missed: Set<string>,
  report: Report,
) {
  const ids = file.figures.map(({ id }) => id)
  if (duplicatesIn(ids).length) return
  for (const { id, line } of charts) {
    if (!ids.includes(id) && !missed.has(id)) {
      report(line, `unknown figure “${id}”`, didYouMean(id, ids))
      missed.add(id)
    }
  }
  for (const i of duplicatesIn(charts.map(({ id }) => id)))
    report(charts[i]?.line ?? 1, `the figure “${charts[i]?.id}” stands twice`)
  const closed = sections.some(({ id }) => id === CLOSING)
  for (const id of ids)
    if (!closed && !charts.some((chart) => chart.id === id || didYouMean(chart.id, [id])))
      report(
        1,
        `the figure “${id}” has no place`,
        `write ![chart](chart:${id}) where it should stand, on a line of its own`,
      )
  if (!front) return
  const { value: words, lineOf } = front
  compareIds(ids, Object.keys(words.figures), missed, {
    missing: (id, hint) => report(lineOf('figures'), `figures: “${id}” has no words in this language`, hint),
    extra: (id, hint) => report(lineOf('figures', id), `figures: there is no “${id}” in story.yaml`, hint),
  })
  for (const { id, kind, values } of file.figures) {
    const given = words.figures[id]
    if (given && kind !== 'series' && given.labels.length !== values.length)
      report(
        lineOf('figures', id),
        `figures: “${id}” has ${values.length} numbers and ${given.labels.length} labels`,
        'write what each number counts: labels: [one, other]',
      )
  }
}
