/** What a story must keep to beyond its schema. Each rule reports one clear message at the line to mend. */
import { DATE_FORMS, parseDate, parseMoment, type StoryDate } from './dates.ts'
import { miscounts } from './headcount.ts'
import { didYouMean, type Report } from './problems.ts'
import type { StoryFile } from './schema.ts'
import { AFTER_STEPS, UPDATES, type WordsRead } from './words.ts'
import type { Checked } from './yaml.ts'

/** Rules for `story.yaml` alone. `folder`: the name of the story's folder. */
export function checkFacts({ value: file, lineOf }: Checked<StoryFile>, folder: string, report: Report) {
  if (file.slug !== folder)
    report(lineOf('slug'), `the slug “${file.slug}” is not the name of its folder`, `write “${folder}”`)
  checkNames(file, lineOf, report)
  checkPlaces(file, lineOf, report)
  checkDates(file, lineOf, report)
  checkUpdates(file, lineOf, report)
  checkLegs(file, lineOf, report)
  // A misspelt place would also spoil the sums; one slip is one message.
  const ends = [...file.legs.flatMap(({ from, to }) => [from, to]), ...file.stays.map(({ place }) => place)]
  if (ends.every((id) => Object.hasOwn(file.places, id)))
    for (const { at, message } of miscounts(file)) report(lineOf(...at), message)
}

type LineOf = Checked<unknown>['lineOf']

/** Ids are unique, and every id that is used names something. */
function checkNames(file: StoryFile, lineOf: LineOf, report: Report) {
  const known = {
    place: Object.keys(file.places),
    phase: file.phases,
    step: file.steps.map((step) => step.id),
    leg: file.legs.map((leg) => leg.id),
    source: Object.keys(file.sources),
  }
  const use = (kind: keyof typeof known, name: string | undefined, ...path: (string | number)[]) => {
    if (name !== undefined && !known[kind].includes(name))
      report(lineOf(...path), `unknown ${kind} “${name}”`, didYouMean(name, known[kind]))
  }
  for (const [list, kind] of [
    ['phases', 'phase'],
    ['steps', 'step'],
    ['legs', 'leg'],
  ] as const) {
    known[kind].forEach((id, i) => {
      if (known[kind].indexOf(id) < i) report(lineOf(list, i), `the ${kind} “${id}” stands twice`)
    })
  }
  file.steps.forEach((step, i) => {
    if (AFTER_STEPS.includes(step.id))
      report(lineOf('steps', i, 'id'), `“${step.id}” is kept for a section that is no step`)
    use('place', step.place, 'steps', i, 'place')
    use('phase', step.phase, 'steps', i, 'phase')
    if (step.note !== undefined && ![...known.place, ...known.leg].includes(step.note))
      report(
        lineOf('steps', i, 'note'),
        `a note on an unknown place or leg “${step.note}”`,
        didYouMean(step.note, [...known.place, ...known.leg]),
      )
  })
  file.legs.forEach((leg, i) => {
    use('place', leg.from, 'legs', i, 'from')
    use('place', leg.to, 'legs', i, 'to')
    use('step', leg.step, 'legs', i, 'step')
    use('step', leg.announced, 'legs', i, 'announced')
    use('leg', leg.after, 'legs', i, 'after')
    leg.marks.forEach((place, j) => {
      use('place', place, 'legs', i, 'marks', j)
    })
    cite(leg.sources, 'legs', i)
  })
  file.stays.forEach((stay, i) => {
    use('place', stay.place, 'stays', i, 'place')
    cite(stay.sources, 'stays', i)
  })
  file.updates.forEach((update, i) => {
    if (file.updates.findIndex(({ id }) => id === update.id) < i)
      report(lineOf('updates', i), `the update “${update.id}” stands twice`)
    cite(update.sources, 'updates', i)
  })
  for (const [id, person] of Object.entries(file.people)) {
    person.way.forEach((leg, i) => {
      use('leg', leg, 'people', id, 'way', i)
    })
    cite(person.sources, 'people', id)
    cite(person.became?.sources, 'people', id, 'became')
  }
  for (const figure of ['released', 'remaining'] as const) cite(file.figures?.[figure]?.sources, 'figures', figure)

  function cite(sources: string[] | undefined, ...path: (string | number)[]) {
    sources?.forEach((source, i) => {
      use('source', source, ...path, 'sources', i)
    })
  }
}

/** Latitudes and longitudes are in range and not the wrong way round. */
function checkPlaces(file: StoryFile, lineOf: LineOf, report: Report) {
  const places = Object.entries(file.places)
  for (const [id, { lat, lon }] of places) {
    const others = places.filter(([other]) => other !== id).map(([, place]) => place)
    const inRange = Math.abs(lat) <= 90 && Math.abs(lon) <= 180
    const swapped = inRange ? looksSwapped({ lat, lon }, others) : Math.abs(lon) <= 90 && Math.abs(lat) <= 180
    if (swapped)
      report(
        lineOf('places', id),
        `the place “${id}” has latitude and longitude the wrong way round`,
        `write lat: ${lon}, lon: ${lat}`,
      )
    else if (!inRange)
      report(
        lineOf('places', id),
        `the place “${id}” is not on the globe`,
        'lat lies between -90 and 90, lon between -180 and 180',
      )
  }
}

/**
 * A place far from all others which would lie among them if its numbers were changed round. Only a story whose other
 * places lie within 15 degrees of each other can tell; one that spans the world is left alone.
 */
function looksSwapped({ lat, lon }: { lat: number; lon: number }, others: { lat: number; lon: number }[]): boolean {
  if (others.length < 2 || Math.abs(lon) > 90) return false
  const spread = (values: number[]) => Math.max(...values) - Math.min(...values)
  if (spread(others.map((place) => place.lat)) > 15 || spread(others.map((place) => place.lon)) > 15) return false
  const away = (a: number, b: number) => Math.min(...others.map((place) => Math.hypot(place.lat - a, place.lon - b)))
  return away(lat, lon) > 15 && away(lon, lat) < away(lat, lon) / 5
}

/** Dates are dates, steps are in order, and so are their phases. */
function checkDates(file: StoryFile, lineOf: LineOf, report: Report) {
  const moments = (['published', 'updated'] as const).map((key) => {
    const text = file[key]
    const moment = text === undefined ? undefined : parseMoment(text)
    if (text !== undefined && !moment)
      report(lineOf(key), `${key}: “${text}” is no day and no time`, 'write 2025-12-19 or 2025-12-19T09:30:00Z')
    return moment
  })
  const [published, updated] = moments
  if (published && updated && updated.at < published.at)
    report(lineOf('updated'), `“${file.updated}” is before the story was published`)
  let [last, phase] = [undefined as StoryDate | undefined, 0]
  file.steps.forEach((step, i) => {
    const date = parseDate(step.date)
    if (!date) report(lineOf('steps', i, 'date'), `“${step.date}” is not a date we can read`, `write ${DATE_FORMS}`)
    else if (last && date.start < last.start)
      report(
        lineOf('steps', i, 'date'),
        `the step “${step.id}” is out of order: ${date.edtf} comes before ${last.edtf}`,
      )
    last = date ?? last
    const at = file.phases.indexOf(step.phase)
    if (at >= 0 && at < phase)
      report(
        lineOf('steps', i, 'phase'),
        `the step “${step.id}” goes back to the phase “${step.phase}”`,
        'the steps of a phase stand together, in the order of phases',
      )
    phase = Math.max(phase, at)
  })
  file.phases.forEach((id, i) => {
    if (!file.steps.some((step) => step.phase === id)) report(lineOf('phases', i), `the phase “${id}” has no step`)
  })
  for (const [id, source] of Object.entries(file.sources)) {
    if (source.date !== undefined && !parseDate(source.date))
      report(lineOf('sources', id, 'date'), `“${source.date}” is not a date we can read`, `write ${DATE_FORMS}`)
  }
}

/** Updates are in order, after the story, and complete to a day that none of them is after. */
function checkUpdates(file: StoryFile, lineOf: LineOf, report: Report) {
  let last: StoryDate | undefined
  const read = (text: string, ...path: (string | number)[]) => {
    const date = parseDate(text)
    if (!date) report(lineOf(...path), `“${text}” is not a date we can read`, `write ${DATE_FORMS}`)
    return date
  }
  file.updates.forEach((update, i) => {
    const date = read(update.date, 'updates', i, 'date')
    if (date && last && date.start < last.start)
      report(
        lineOf('updates', i, 'date'),
        `the update “${update.id}” is out of order: ${date.edtf} comes before ${last.edtf}`,
        'the newest stands last',
      )
    last = date ?? last
  })
  const complete = file.complete === undefined ? undefined : read(file.complete, 'complete')
  if (file.updates.length && file.complete === undefined)
    report(lineOf('updates'), 'complete is missing', 'write the day to which the updates are complete')
  if (complete && last && complete.end < last.start)
    report(lineOf('complete'), `the updates are complete to ${complete.edtf}, but one is of ${last.edtf}`)
  file.stays.forEach((stay, i) => {
    if (stay.by !== undefined) read(stay.by, 'stays', i, 'by')
  })
  for (const [id, { became }] of Object.entries(file.people)) if (became) read(became.date, 'people', id, 'became')
}

/** Legs lead somewhere else, follow the leg they continue, and are announced before they happen. */
function checkLegs(file: StoryFile, lineOf: LineOf, report: Report) {
  const order = (id: string | undefined) => file.steps.findIndex((step) => step.id === id)
  file.legs.forEach((leg, i) => {
    if (leg.from === leg.to) report(lineOf('legs', i), `the leg “${leg.id}” ends where it begins`)
    if (leg.announced !== undefined && order(leg.announced) >= order(leg.step)) {
      report(lineOf('legs', i, 'announced'), `the leg “${leg.id}” is announced after it has begun`)
    }
    const before = file.legs.find((other) => other.id === leg.after)
    if (!before) return
    if (order(leg.step) < order(before.step))
      report(lineOf('legs', i, 'after'), `the leg “${leg.id}” starts before “${before.id}”, which it continues`)
    if (before.to !== leg.from && [before.to, leg.from].every((id) => Object.hasOwn(file.places, id)))
      report(
        lineOf('legs', i, 'after'),
        `the leg “${leg.id}” starts at “${leg.from}”, but “${before.id}” ends at “${before.to}”`,
      )
  })
}

/** Rules for the words of one language against the facts. */
export function checkWords({ front, sections, updates, named }: WordsRead, file: StoryFile, report: Report) {
  const steps = file.steps.map((step) => step.id)
  const seen: string[] = []
  for (const { id, line } of sections) {
    if (!id) continue
    if (seen.includes(id)) report(line, `the section “${id}” stands twice`)
    else if (![...steps, ...AFTER_STEPS].includes(id))
      report(line, `words without a step: “${id}”`, didYouMean(id, steps))
    seen.push(id)
  }
  for (const step of steps)
    if (!seen.includes(step))
      report(
        1,
        `a step without words: “${step}”`,
        didYouMean(
          step,
          seen.filter((id) => !steps.includes(id)),
        ),
      )
  const wanted = [...steps, ...AFTER_STEPS]
  const places = sections.map(({ id }) => wanted.indexOf(id)).filter((place) => place >= 0)
  const wrong = sections.filter(({ id }) => wanted.includes(id)).find((_, i) => (places[i] ?? 0) < (places[i - 1] ?? 0))
  if (wrong)
    report(wrong.line, `the section “${wrong.id}” is not where its step is`, 'sections stand in the order of the steps')
  checkUpdateWords(updates, sections, file, report)
  for (const id of Object.keys(file.people))
    if (!named.some((mention) => mention.id === id))
      report(1, `the person “${id}” is never named in the text`, `write [their name](@${id}) where it first is`)
  if (!front) return
  for (const [key, ids] of [
    ['phases', file.phases],
    ['places', Object.keys(file.places)],
    ['people', Object.keys(file.people)],
    ['notes', file.steps.flatMap(({ id, note }) => (note === undefined ? [] : id))],
  ] as const) {
    const names = Object.keys(front.value[key])
    for (const id of ids)
      if (!names.includes(id)) report(front.lineOf(key), `${key}: “${id}” has no name in this language`)
    for (const id of names)
      if (!ids.includes(id))
        report(front.lineOf(key, id), `${key}: there is no “${id}” in story.yaml`, didYouMean(id, ids))
  }
  for (const [id, { became, portrait }] of Object.entries(file.people)) {
    const words = front.value.people[id]
    if (words && Boolean(became) !== Boolean(words.became))
      report(
        front.lineOf('people', id),
        `people: what became of “${id}” ${became ? 'has no words' : 'has no date and no source in story.yaml'}`,
      )
    if (words && portrait && !words.alt)
      report(front.lineOf('people', id), `people: the portrait of “${id}” has no alternative text`, 'write alt: …')
  }
  const stays = file.stays.map((stay) => stay.place)
  for (const place of stays)
    if (!front.value.stays[place]) report(front.lineOf('stays'), `stays: “${place}” has no words in this language`)
  for (const place of Object.keys(front.value.stays)) {
    if (!stays.includes(place))
      report(front.lineOf('stays', place), `stays: nobody stays at “${place}” in story.yaml`, didYouMean(place, stays))
  }
  const legs = file.legs.map((leg) => leg.id)
  for (const id of Object.keys(front.value.legs))
    if (!legs.includes(id))
      report(front.lineOf('legs', id), `legs: there is no “${id}” in story.yaml`, didYouMean(id, legs))
  if (file.figures && !front.value.figures)
    report(front.lineOf(), 'figures: the unit chart has no words in this language')
  if (file.figures?.remaining && front.value.figures && !front.value.figures.remaining)
    report(front.lineOf('figures'), 'figures: “remaining” has no words in this language')
}

/** Every update of story.yaml has words, and all words are of an update. */
function checkUpdateWords(
  updates: WordsRead['updates'],
  sections: WordsRead['sections'],
  file: StoryFile,
  report: Report,
) {
  const ids = file.updates.map(({ id }) => id)
  const section = sections.find(({ id }) => id === UPDATES)
  if (ids.length && !section)
    return report(1, 'the updates have no words', `write a section “## Since then {#${UPDATES}}” with a list`)
  for (const { id, line } of updates)
    if (id && !ids.includes(id)) report(line, `words without an update: “${id}”`, didYouMean(id, ids))
  for (const id of ids)
    if (section && !updates.some((words) => words.id === id))
      report(section.line, `an update without words: “${id}”`, `end an entry of the list with {#${id}}`)
}
