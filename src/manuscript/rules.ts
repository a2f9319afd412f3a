/** What a story must keep to beyond its schema. Each rule reports one clear message at the line to mend. */

import { DATE_FORMS, parseDate, parseMoment, type StoryDate, zoneOf } from './dates.ts'
import { miscounts } from './headcount.ts'
import { didYouMean, type Report } from './problems.ts'
import { PEOPLE } from './quantity.ts'
import type { StoryFile } from './schema.ts'
import { checkTheme } from './theme.ts'
import { AFTER_STEPS, CLOSING, UPDATES, type WordsRead } from './words.ts'
import type { Checked } from './yaml.ts'

/** Folders of the site that are no story’s: no story can have their name. */
export const TAKEN = ['accessibility', 'assets', 'demo', 'stories']

/**
 * Rules for `story.yaml` alone. `folder`: the name of the story's folder. Ids that are named in vain are added to
 * `missed`: each is reported once, wherever else it stands.
 */
export function checkFacts(
  { value: file, lineOf }: Checked<StoryFile>,
  folder: string,
  missed: Set<string>,
  report: Report,
) {
  if (file.slug !== folder)
    report(lineOf('slug'), `the slug “${file.slug}” is not the name of its folder`, `write “${folder}”`)
  if (TAKEN.includes(file.slug))
    report(lineOf('slug'), `the site has a folder “${file.slug}” itself`, 'call the story and its folder otherwise')
  // A misspelt place would also spoil the sums; one slip is one message.
  let sound = true
  const reportRoute: Report = (...problem) => {
    sound = false
    report(...problem)
  }
  checkNames(file, lineOf, missed, reportRoute)
  checkPlaces(file, lineOf, report)
  checkCountries(file, lineOf, report)
  checkTheme(file, lineOf, report)
  checkDates(file, lineOf, report)
  checkAxis(file, lineOf, report)
  checkViews(file, lineOf, report)
  checkChanges(file, lineOf, report)
  checkUpdates(file, lineOf, report)
  checkFigures(file, lineOf, report)
  checkLegs(file, lineOf, reportRoute)
  if (!sound) return
  for (const { at, message } of miscounts(file)) report(lineOf(...at), message)
  const used = new Set([
    ...file.steps.flatMap(({ place, places = [], note }) => [place, ...places, note]),
    ...file.legs.flatMap(({ from, to, marks, via }) => [
      from,
      to,
      ...marks,
      ...via.filter((point) => typeof point === 'string'),
    ]),
    ...file.stays.map(({ place }) => place),
  ])
  for (const id of Object.keys(file.places))
    if (!used.has(id))
      report(
        lineOf('places', id),
        `the place “${id}” is in no step, leg or stay`,
        'name it there, or leave it out',
        'warning',
      )
}

type LineOf = Checked<unknown>['lineOf']

/** Ids are unique, and every id that is used names something. */
function checkNames(file: StoryFile, lineOf: LineOf, missed: Set<string>, report: Report) {
  const known = namesOf(file)
  const unknown = new Map<string, { line: number; times: number; message: string; hint: string | undefined }>()
  const miss = (line: number, message: string, name: string, among: string[]) => {
    const before = unknown.get(name)
    if (before) before.times += 1
    else unknown.set(name, { line, times: 1, message, hint: didYouMean(name, among) })
  }
  const use = (kind: keyof typeof known, name: string | undefined, ...path: (string | number)[]) => {
    // Of two with the same id one is misspelt: what names it is right.
    if (name !== undefined && !known[kind].includes(name) && twice(known[kind]).length === 0)
      miss(lineOf(...path), `unknown ${kind} “${name}”`, name, known[kind])
  }
  for (const [list, kind] of LISTS)
    for (const i of twice(known[kind])) report(lineOf(list, i), `the ${kind} “${known[kind][i]}” stands twice`)
  file.steps.forEach((step, i) => {
    if (AFTER_STEPS.includes(step.id))
      report(lineOf('steps', i, 'id'), `“${step.id}” is kept for a section that is no step`)
    use('place', step.place, 'steps', i, 'place')
    step.places?.forEach((place, j) => {
      use('place', place, 'steps', i, 'places', j)
    })
    use('phase', step.phase, 'steps', i, 'phase')
    use('lane', step.lane, 'steps', i, 'lane')
    const noted = [...known.place, ...known.leg]
    if (step.note !== undefined && !noted.includes(step.note) && twice(known.leg).length === 0)
      miss(lineOf('steps', i, 'note'), `a note on an unknown place or leg “${step.note}”`, step.note, noted)
  })
  file.axis?.breaks.forEach((step, i) => {
    use('step', step, 'axis', 'breaks', i)
  })
  file.legs.forEach((leg, i) => {
    use('place', leg.from, 'legs', i, 'from')
    use('place', leg.to, 'legs', i, 'to')
    use('unit', leg.unit, 'legs', i, 'unit')
    leg.via.forEach((point, j) => {
      if (typeof point === 'string') use('place', point, 'legs', i, 'via', j)
    })
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
    use('unit', stay.unit, 'stays', i, 'unit')
    cite(stay.sources, 'stays', i)
  })
  file.updates.forEach((update, i) => {
    cite(update.sources, 'updates', i)
  })
  for (const [id, person] of Object.entries(file.people)) {
    person.way.forEach((leg, i) => {
      use('leg', leg, 'people', id, 'way', i)
    })
    cite(person.sources, 'people', id)
    cite(person.became?.sources, 'people', id, 'became')
  }
  for (const { of, path } of changing(file))
    for (const kind of ['lost', 'joined'] as const)
      of[kind].forEach((change, i) => {
        use('unit', change.unit, ...path, kind, i, 'unit')
        use('step', change.step, ...path, kind, i, 'step')
        cite(change.sources, ...path, kind, i)
      })
  file.figures.forEach((figure, i) => {
    cite(figure.sources, 'figures', i)
    if (figure.kind === 'part') use('unit', figure.unit, 'figures', i, 'unit')
    figure.values.forEach((value, j) => {
      if ('step' in value) use('step', value.step, 'figures', i, 'values', j, 'step')
      else cite(value.sources, 'figures', i, 'values', j)
    })
  })
  for (const [name, { line, times, message, hint }] of unknown) {
    missed.add(name)
    report(line, times > 1 ? `${message}, ${times} times` : message, hint)
  }

  function cite(sources: string[] | undefined, ...path: (string | number)[]) {
    sources?.forEach((source, i) => {
      use('source', source, ...path, 'sources', i)
    })
  }
}

/** The ids of a story, by what they are of. */
function namesOf(file: StoryFile) {
  return {
    place: Object.keys(file.places),
    phase: file.phases,
    lane: file.lanes ?? [],
    step: file.steps.map((step) => step.id),
    leg: file.legs.map((leg) => leg.id),
    update: file.updates.map((update) => update.id),
    era: file.eras.map((era) => era.id),
    language: file.languages,
    unit: [PEOPLE, ...file.units.filter((unit) => unit !== PEOPLE)],
    figure: file.figures.map((figure) => figure.id),
    source: Object.keys(file.sources),
  }
}

/** Where story.yaml has ids in lists, which may have one twice. */
const LISTS = [
  ['languages', 'language'],
  ['phases', 'phase'],
  ['lanes', 'lane'],
  ['steps', 'step'],
  ['legs', 'leg'],
  ['updates', 'update'],
  ['eras', 'era'],
  ['figures', 'figure'],
] as const

/** Places in `ids` of those that have stood there before. */
function twice(ids: string[]): number[] {
  const seen = new Set<string>()
  return ids.flatMap((id, i) => {
    const again = seen.has(id)
    seen.add(id)
    return again ? i : []
  })
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
        swapped === 'perhaps' ? 'warning' : 'error',
      )
    else if (!inRange)
      report(
        lineOf('places', id),
        `the place “${id}” is not on the globe`,
        'lat lies between -90 and 90, lon between -180 and 180',
      )
  }
}

type Position = { lat: number; lon: number }

/** Degrees: a place further than this from all others is looked at twice, and this near it must come when changed round. */
const [FAR, NEAR] = [15, 7]

/**
 * Whether a place far from all others would lie among them if its numbers were changed round. Addis Ababa, changed round,
 * comes near Rome, so only what comes very near is sure.
 */
function looksSwapped({ lat, lon }: Position, others: Position[]): boolean | 'perhaps' {
  if (others.length < 2 || Math.abs(lon) > 90) return false
  const away = (from: Position) => Math.min(...others.map((place) => degreesBetween(place, from)))
  const [here, changed] = [away({ lat, lon }), away({ lat: lon, lon: lat })]
  if (here < FAR || changed > NEAR) return false
  return changed < here / 20 || 'perhaps'
}

/** Along a great circle. */
function degreesBetween(a: Position, b: Position): number {
  const [phi1, phi2, lambda] = [a.lat, b.lat, a.lon - b.lon].map((degrees) => (degrees * Math.PI) / 180)
  if (phi1 === undefined || phi2 === undefined || lambda === undefined) return 0
  const cosine = Math.sin(phi1) * Math.sin(phi2) + Math.cos(phi1) * Math.cos(phi2) * Math.cos(lambda)
  return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI
}

/** Countries are countries, by the code that is theirs now. */
function checkCountries(file: StoryFile, lineOf: LineOf, report: Report) {
  const check = (code: string, ...path: (string | number)[]) => {
    const current = new Intl.Locale(`und-${code}`).region
    const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code)
    if (name === undefined || NO_COUNTRIES.includes(code))
      report(lineOf(...path), `“${code}” is the code of no country`)
    else if (current !== undefined && current !== code)
      report(lineOf(...path), `“${code}” is not the ISO code of ${name}`, `write ${current}`)
  }
  file.focus.forEach((code, i) => {
    check(code, 'focus', i)
  })
  file.legs.forEach(({ avoid }, i) => {
    avoid.forEach((code, j) => {
      check(code, 'legs', i, 'avoid', j)
    })
  })
}

/** Codes that have a name in Unicode's lists, but are of no country: unions, outlying islands, and two for tests. */
const NO_COUNTRIES = ['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']

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
  checkZones(file, lineOf, report)
  let [last, phase] = [undefined as StoryDate | undefined, 0]
  file.steps.forEach((step, i) => {
    const date = parseDate(step.date, file.zone)
    if (!date) report(lineOf('steps', i, 'date'), `“${step.date}” is not a date we can read`, `write ${DATE_FORMS}`)
    else if (last && date.start < last.start)
      report(
        lineOf('steps', i, 'date'),
        `the step “${step.id}” is out of order: ${date.edtf} comes before ${last.edtf}`,
      )
    last = date ?? last
    const at = step.phase === undefined ? -1 : file.phases.indexOf(step.phase)
    if (at >= 0 && at < phase)
      report(
        lineOf('steps', i, 'phase'),
        `the step “${step.id}” goes back to the phase “${step.phase}”`,
        'the steps of a phase stand together, in the order of phases',
      )
    phase = Math.max(phase, at)
  })
  // A misspelt phase has no step either.
  const sound =
    twice(file.phases).length === 0 &&
    file.steps.every(({ phase }) => phase === undefined || file.phases.includes(phase))
  file.phases.forEach((id, i) => {
    if (sound && !file.steps.some((step) => step.phase === id))
      report(lineOf('phases', i), `the phase “${id}” has no step`)
  })
  for (const [id, source] of Object.entries(file.sources)) {
    if (source.date !== undefined && !parseDate(source.date))
      report(lineOf('sources', id, 'date'), `“${source.date}” is not a date we can read`, `write ${DATE_FORMS}`)
  }
}

/** Eras have a beginning and an end in this order; the axis is broken between steps, in their order. */
function checkAxis(file: StoryFile, lineOf: LineOf, report: Report) {
  const read = (text: string, ...path: (string | number)[]) => {
    const date = parseDate(text, file.zone)
    if (!date) report(lineOf(...path), `“${text}” is not a date we can read`, `write ${DATE_FORMS}`)
    return date
  }
  file.eras.forEach(({ id, from, to }, i) => {
    const [start, end] = [read(from, 'eras', i, 'from'), to === undefined ? undefined : read(to, 'eras', i, 'to')]
    if (start && end && end.end < start.start) report(lineOf('eras', i, 'to'), `the era “${id}” ends before it begins`)
  })
  const steps = file.steps.map(({ id }) => id)
  let last = 0
  file.axis?.breaks.forEach((id, i) => {
    const at = steps.indexOf(id)
    if (at === 0)
      report(
        lineOf('axis', 'breaks', i),
        `the axis cannot be broken before its first step, “${id}”`,
        'name a later one',
      )
    else if (at > 0 && at <= last)
      report(
        lineOf('axis', 'breaks', i),
        `the break before “${id}” is out of order`,
        'name them in the order of the steps',
      )
    last = Math.max(last, at)
  })
}

/** What may lose and gain, with its path in story.yaml and what it is called. */
function changing({ places, legs }: StoryFile) {
  return [
    ...Object.entries(places).map(([id, of]) => ({ of, path: ['places', id], name: `the place “${id}”` })),
    ...legs.map((of, i) => ({ of, path: ['legs', i], name: `the leg “${of.id}”` })),
  ]
}

/** How many died or came is a claim like any other. */
function checkChanges(file: StoryFile, lineOf: LineOf, report: Report) {
  for (const { of, path, name } of changing(file))
    for (const kind of ['lost', 'joined'] as const)
      of[kind].forEach(({ sources, people, amount = people }, i) => {
        if (sources.length) return
        const number = typeof amount === 'number' ? amount : 19
        report(
          lineOf(...path, kind, i),
          `${name} says who was ${kind === 'lost' ? 'lost' : 'added'} and has no source for it`,
          `write ${kind}: { amount: ${number}, sources: [A1] }`,
        )
      })
}

/** A step has one way to say where it is, and one to say what the map shows. */
function checkViews(file: StoryFile, lineOf: LineOf, report: Report) {
  checkView(file.view, lineOf('view'), 'the story', report)
  file.steps.forEach(({ id, place, places, view, zoom }, i) => {
    if (place !== undefined && places)
      report(lineOf('steps', i, 'places'), `the step “${id}” has place and places`, 'write all of them under places')
    if (view && zoom !== undefined)
      report(lineOf('steps', i, 'zoom'), `the step “${id}” has view and zoom`, 'keep one of them')
    checkView(view, lineOf('steps', i, 'view'), `the step “${id}”`, report)
  })
}

function checkView(view: StoryFile['view'], line: number, whose: string, report: Report) {
  if (!view) return
  const [west, south, east, north] = view
  if (south >= north || Math.abs(south) > 90 || Math.abs(north) > 90 || west === east || [west, east].some(offGlobe))
    report(
      line,
      `the view of ${whose} is no part of the globe`,
      'write [west, south, east, north] in degrees: [4.2, 50.0, 6.1, 51.5]',
    )
}

/** Where a view crosses the 180th meridian, its west lies east of its east, or beyond 180. */
function offGlobe(lon: number): boolean {
  return Math.abs(lon) > 360
}

/** Times of several zones are told by one clock, which the story names. */
function checkZones(file: StoryFile, lineOf: LineOf, report: Report) {
  if (file.zone !== undefined) return
  const zones = file.steps.flatMap(({ date }, i) => date.split('/').map((side) => ({ zone: zoneOf(side), i })))
  const first = zones.find(({ zone }) => zone !== undefined)
  const other = zones.find(({ zone }) => zone !== undefined && zone !== first?.zone)
  if (first && other)
    report(
      lineOf('steps', other.i, 'date'),
      `the times are in two zones, ${first.zone} and ${other.zone}`,
      `say once in which the story is told: zone: "${first.zone}"`,
    )
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
  const { step: steps, leg: legs } = namesOf(file)
  if (twice(steps).length || twice(legs).length) return
  const order = (id: string | undefined) => file.steps.findIndex((step) => step.id === id)
  file.legs.forEach((leg, i) => {
    const drawn = leg.via.length > 0 || leg.path !== undefined
    if (leg.from === leg.to && !drawn)
      report(
        lineOf('legs', i),
        `the leg “${leg.id}” ends where it begins`,
        'say where it goes: via: [[lon, lat]], or make two legs of it',
      )
    if (leg.people !== undefined && leg.amount !== undefined)
      report(lineOf('legs', i, 'amount'), `the leg “${leg.id}” has people and an amount`, 'people is short for it')
    if (leg.path !== undefined && leg.via.length > 0)
      report(lineOf('legs', i, 'via'), `the leg “${leg.id}” has a path and points to pass`, 'write one of them')
    if (leg.avoid.length > 0 && drawn)
      report(lineOf('legs', i, 'avoid'), `the leg “${leg.id}” goes where it is drawn`, 'leave out avoid', 'warning')
    leg.via.forEach((point, j) => {
      if (typeof point === 'string') return
      const [lon, lat] = point
      if (Math.abs(lat) > 90 || Math.abs(lon) > 360)
        report(
          lineOf('legs', i, 'via', j),
          `the leg “${leg.id}” passes a point that is not on the globe`,
          Math.abs(lon) <= 90 && Math.abs(lat) <= 360
            ? `longitude comes first: write [${lat}, ${lon}]`
            : 'write [lon, lat]',
        )
    })
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

/** Figures have sources, and what a figure shows can be drawn. */
function checkFigures(file: StoryFile, lineOf: LineOf, report: Report) {
  file.figures.forEach((figure, i) => {
    const at = lineOf('figures', i)
    const bare = figure.values.some((value) => 'step' in value || value.sources.length === 0)
    if (bare && figure.sources.length === 0)
      report(at, `the figure “${figure.id}” has no source`, 'a claim needs at least one: sources: [A1]')
    const numbers = figure.values.map(({ value }) => value.number)
    if (Math.max(...numbers) === 0) report(at, `the figure “${figure.id}” has nothing but zeros`)
    if (figure.kind === 'part' && !numbers.every(Number.isInteger))
      report(at, `the figure “${figure.id}” has parts of a mark`, 'a part is a whole number')
  })
}

/** Every figure has its words and one place on the page. */
function checkFigureWords(
  { front, charts, sections }: WordsRead,
  file: StoryFile,
  missed: Set<string>,
  report: Report,
) {
  const ids = file.figures.map(({ id }) => id)
  if (twice(ids).length) return
  for (const { id, line } of charts) {
    if (!ids.includes(id) && !missed.has(id)) {
      report(line, `unknown figure “${id}”`, didYouMean(id, ids))
      missed.add(id)
    }
  }
  for (const i of twice(charts.map(({ id }) => id)))
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
  compare(ids, Object.keys(words.figures), missed, {
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

/** Rules for the words of one language against the facts. */
export function checkWords(read: WordsRead, file: StoryFile, missed: Set<string>, report: Report) {
  const { front, sections, updates, named } = read
  checkSections(sections, file, missed, report)
  checkUpdateWords(updates, sections, file, missed, report)
  checkFigureWords(read, file, missed, report)
  for (const id of Object.keys(file.people))
    if (!named.some((mention) => mention.id === id || didYouMean(mention.id, [id])))
      report(1, `the person “${id}” is never named in the text`, `write [their name](@${id}) where it first is`)
  if (!front) return
  const { value: words, lineOf } = front
  const stays = file.stays.map((stay) => stay.place)
  const noted = file.steps.flatMap(({ id, note }) => (note === undefined ? [] : id))
  const checkKeys = (
    key: 'phases' | 'lanes' | 'eras' | 'places' | 'people' | 'notes' | 'stays' | 'units',
    ids: string[],
    missing: string,
    extra: string,
  ) =>
    compare(ids, Object.keys(words[key]), missed, {
      missing: (id, hint) => report(lineOf(key), `${key}: “${id}” ${missing}`, hint),
      extra: (id, hint) => report(lineOf(key, id), `${key}: ${extra.replace('…', `“${id}”`)}`, hint),
    })
  const [noName, noFact] = ['has no name in this language', 'there is no … in story.yaml']
  checkKeys('phases', [...new Set(file.phases)], noName, noFact)
  checkKeys('lanes', [...new Set(file.lanes)], noName, noFact)
  checkKeys(
    'eras',
    file.eras.map(({ id }) => id),
    noName,
    noFact,
  )
  checkKeys('places', Object.keys(file.places), noName, noFact)
  checkKeys('people', Object.keys(file.people), noName, noFact)
  if (twice(file.steps.map(({ id }) => id)).length === 0) checkKeys('notes', noted, noName, noFact)
  const units = [...new Set([...file.units, ...(PEOPLE in words.units ? [PEOPLE] : [])])]
  checkKeys('units', units, 'has no word in this language', noFact)
  checkKeys('stays', [...new Set(stays)], 'has no words in this language', 'nobody stays at … in story.yaml')
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
  const steps = file.steps.map(({ id }) => id)
  for (const id of Object.keys(words.dates))
    if (!steps.includes(id) && twice(steps).length === 0)
      report(lineOf('dates', id), `dates: there is no step “${id}” in story.yaml`, didYouMean(id, steps))
  const legs = file.legs.map((leg) => leg.id)
  for (const id of Object.keys(words.legs))
    if (!legs.includes(id) && twice(legs).length === 0)
      report(lineOf('legs', id), `legs: there is no “${id}” in story.yaml`, didYouMean(id, legs))
}

/** Every step has its section, every section its step, in the same order. */
function checkSections(sections: WordsRead['sections'], file: StoryFile, missed: Set<string>, report: Report) {
  const steps = file.steps.map((step) => step.id)
  // Of two steps with the same id one is misspelt, and its words are right.
  if (twice(steps).length) return
  const ids = sections.flatMap(({ id }) => id || [])
  const again = twice(sections.map(({ id }) => id)).flatMap((i) => sections[i] ?? [])
  for (const { id, line } of again) if (id) report(line, `the section “${id}” stands twice`)
  const wanted = [...steps, ...AFTER_STEPS]
  // A section without an id, or with that of another, is the one that is missing.
  const complete = again.length === 0 && ids.length === sections.length
  compare(
    steps,
    ids.filter((id) => !AFTER_STEPS.includes(id)),
    missed,
    {
      missing: (id) => complete && report(1, `a step without words: “${id}”`, `write “## Heading {#${id}}”`),
      extra: (id, hint) =>
        report(sections.find((section) => section.id === id)?.line ?? 1, `words without a step: “${id}”`, hint),
    },
  )
  const known = sections.filter(({ id }) => wanted.includes(id))
  const wrong = known.find(({ id }, i) => wanted.indexOf(id) < wanted.indexOf(known[i - 1]?.id ?? ''))
  if (wrong && complete)
    report(wrong.line, `the section “${wrong.id}” is not where its step is`, 'sections stand in the order of the steps')
}

/** Every update of story.yaml has words, and all words are of an update. */
function checkUpdateWords(
  updates: WordsRead['updates'],
  sections: WordsRead['sections'],
  file: StoryFile,
  missed: Set<string>,
  report: Report,
) {
  const ids = file.updates.map(({ id }) => id)
  if (twice(ids).length) return
  const section = sections.find(({ id }) => id === UPDATES)
  if (ids.length && !section)
    return report(1, 'the updates have no words', `write a section “## Since then {#${UPDATES}}” with a list`)
  const lineOf = (id: string) => updates.find((update) => update.id === id)?.line ?? 1
  const given = updates.flatMap(({ id }) => id || [])
  for (const i of twice(given)) report(updates[i]?.line ?? 1, `the words of the update “${given[i]}” stand twice`)
  compare(ids, given, missed, {
    // One without an id is reported as that.
    missing: (id) =>
      section &&
      given.length === updates.length &&
      report(section.line, `an update without words: “${id}”`, `end an entry of the list with {#${id}}`),
    extra: (id, hint) => report(lineOf(id), `words without an update: “${id}”`, hint),
  })
}

/**
 * Tells what is `missing` of the ids that are wanted and what is `extra`; a misspelt one is
 * only extra, with its hint, and one that has been `missed` elsewhere is told there.
 */
function compare(
  wanted: string[],
  given: string[],
  missed: Set<string>,
  { missing, extra }: Record<'missing' | 'extra', (id: string, hint?: string) => unknown>,
) {
  const left = new Set(wanted.filter((id) => !given.includes(id)))
  for (const id of new Set(given)) {
    if (wanted.includes(id)) continue
    const meant = [...left].find((other) => didYouMean(id, [other]))
    if (meant !== undefined) left.delete(meant)
    if (!missed.has(id)) extra(id, didYouMean(id, meant === undefined ? wanted : [meant]))
    if (meant !== undefined) missed.add(id)
  }
  for (const id of left) missing(id)
}
