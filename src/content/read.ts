/** Reads a story folder into a checked story or a list of problems. Build only, never in a browser. */

import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Question } from '../story/copy.ts'
import type { LonLat } from '../story/projection.ts'
import type { Block, Inline } from '../story/prose.ts'
import { isLanguageCode } from './languageCode.ts'
import { CLOSING, readWords, UNKNOWN, UPDATES, type WordsRead } from './markdown.ts'
import { pictureFault } from './pictures.ts'
import { didYouMean, type Problem, type Report, reporter } from './problems.ts'
import { checkFacts, checkWords } from './rules/index.ts'
import { fitPath } from './rules/tracks.ts'
import { type StoryFile, storyFile } from './schema/story.ts'
import type { WordsFile } from './schema/words.ts'
import { readSvg, type Svg } from './svg.ts'
import { decodeAny, textOf } from './text.ts'
import { readTrack } from './tracks.ts'
import { checkTranslation } from './translations.ts'
import { type Checked, type LineOf, readYaml } from './yaml.ts'

interface Passage {
  heading: string
  body: Block[]
}

/** The checked words of one language. */
export interface Words {
  front: WordsFile
  /** Position in the file, like `ReadStory.at` for the facts */
  at: ReadStory['at']
  /** By step id */
  steps: Record<string, Passage>
  closing?: Passage
  /** “Since then”: the heading, and the text of each update by id */
  updates?: { heading: string; items: Record<string, Inline[]> }
  unknown?: { heading: string; items: Question[] }
  /** Ids of all sources in the order of the list at the end; citations are indexes into it, counted from 1 */
  sourceOrder: string[]
  wordCount: number
}

/** A story without errors. */
export interface ReadStory {
  file: StoryFile
  /** Drawn tracks by leg id */
  paths: Record<string, LonLat[]>
  /** SVGs in the text, by file name */
  svgs: Record<string, Svg>
  /** Path of story.yaml and the line of a field in it, for warnings that only the build can detect */
  at: { file: string; lineOf: LineOf }
  /** By BCP 47 code */
  languages: Record<string, Words>
}

/** Reads every story folder under `root`, or all but the drafts, or the `wanted` one. Returns all problems at once. Never throws. */
export async function readStories(
  root: string,
  { drafts = true, wanted }: { drafts?: boolean; wanted?: string | undefined } = {},
): Promise<{ stories: ReadStory[]; problems: Problem[] }> {
  const slugs = (await slugsIn(root)).filter((slug) => wanted === undefined || slug === wanted)
  const all = await Promise.all(slugs.map((slug) => readStory(join(root, slug))))
  const read = all.filter(({ draft }) => drafts || !draft)
  return { stories: read.flatMap(({ story }) => story ?? []), problems: read.flatMap(({ problems }) => problems) }
}

/** Names of the story folders under `root`, sorted. */
export async function slugsIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
  return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort()
}

/** Reads and checks one story folder. `story` is undefined if there are errors. */
export async function readStory(folder: string): Promise<{ story?: ReadStory; draft?: boolean; problems: Problem[] }> {
  const problems: Problem[] = []
  const path = join(folder, 'story.yaml')
  const report = reporter(path, problems)
  const bytes = await bytesOf(path)
  if (!bytes) report(1, 'the file is missing or cannot be read', 'every story folder has a story.yaml')
  const text = bytes && textOf(bytes, report)
  const facts = text === undefined ? undefined : readYaml(text, storyFile, report)
  if (!facts) {
    await readWordsAlone(folder, problems)
    return { problems }
  }
  const missed = new Set<string>()
  checkFacts(facts, basename(folder), missed, report)

  const { value: file, lineOf } = facts
  const files = await filesIn(folder)
  const languages: Record<string, Words> = {}
  const svgs = new Map<string, Svg | undefined>()
  const cited = new Set(citedByFacts(file))
  let main: WordsRead | undefined
  let allRead = true
  for (const [i, language] of file.languages.entries()) {
    const wordsPath = join(folder, `${language}.md`)
    const reportWords = reporter(wordsPath, problems)
    const source = await bytesOf(wordsPath)
    if (!source) {
      report(lineOf('languages', i), `the words in “${language}” are missing`, `write ${language}.md beside story.yaml`)
      continue
    }
    const known = {
      sources: Object.keys(file.sources),
      people: Object.keys(file.people),
      whole: file.sourcing === 'whole',
      missed,
    }
    const written = textOf(source, reportWords)
    const words = written === undefined ? undefined : readWords(written, known, reportWords)
    if (!words) {
      allRead = false
      continue
    }
    checkWords(words, file, missed, reportWords)
    if (i === 0) main = words
    else if (main) checkTranslation(words, main, reportWords)
    await checkFiles(folder, files, words, reportWords)
    await readSvgs(folder, words, svgs, problems, reportWords)
    for (const id of words.cited) cited.add(id)
    if (words.front) languages[language] = arrange(words, { ...words.front, file: wordsPath }, file)
  }
  await checkFolder(folder, files, file, lineOf, report)
  const paths = await readPaths(folder, file, lineOf, report)
  // Skip this if a file is unreadable, since it may cite any source, and for sources that a misspelt mark may mean.
  for (const id of allRead && !file.sourcing && !file.draft ? Object.keys(file.sources) : [])
    if (!cited.has(id) && ![...missed].some((other) => didYouMean(other, [id])))
      report(lineOf('sources', id), `the source “${id}” is never cited`)
  const { draft } = file
  if (problems.some(({ severity }) => severity === 'error')) return { draft, problems }
  const drawn = Object.fromEntries([...svgs].flatMap(([name, svg]) => (svg ? [[name, svg]] : [])))
  return { draft, story: { file, paths, svgs: drawn, at: { file: path, lineOf }, languages }, problems }
}

/** Reads the language files of a story whose facts cannot be read, for the mistakes that need no facts. */
async function readWordsAlone(folder: string, problems: Problem[]) {
  for (const code of languagesIn(await filesIn(folder))) {
    const path = join(folder, `${code}.md`)
    const report = reporter(path, problems)
    const bytes = await bytesOf(path)
    const text = bytes && textOf(bytes, report)
    if (text !== undefined) readWords(text, { sources: [], people: [], missed: new Set(), any: true }, report)
  }
}

/** Reads the tracks of legs, files beside story.yaml. */
async function readPaths(folder: string, file: StoryFile, lineOf: LineOf, report: Report) {
  const paths: ReadStory['paths'] = Object.create(null)
  for (const [i, leg] of file.legs.entries()) {
    const { path } = leg
    if (path === undefined) continue
    const line = lineOf('legs', i, 'path')
    const bytes = await bytesOf(join(folder, path))
    const read = bytes && readTrack(path, bytes)
    if (!read) report(line, `the path ${path} is missing`, 'put it beside story.yaml')
    else if (typeof read === 'string') report(line, `the path ${path} ${read}`)
    else {
      const points = fitPath(read, leg, file.places, line, report)
      if (points) paths[leg.id] = points
    }
  }
  return paths
}

/** Reads the SVGs in the text of one language, each once for all languages. */
async function readSvgs(
  folder: string,
  { files }: WordsRead,
  svgs: Map<string, Svg | undefined>,
  problems: Problem[],
  report: Report,
) {
  const shown = files.filter(({ file }) => /\.svg$/i.test(file))
  for (const [i, { file, line }] of shown.entries()) {
    const path = join(folder, file)
    const bytes = svgs.has(file) ? undefined : await bytesOf(path)
    if (bytes) svgs.set(file, readSvg(file, decodeAny(bytes), reporter(path, problems)))
    if (svgs.get(file)?.once && shown.slice(0, i).some((other) => other.file === file))
      report(line, `${file} is shown twice, and its parts refer to each other by id`, 'show a copy with another name')
  }
}

/** What is wrong with a file that is shown. A picture is read by what it is, not by its name; an SVG is read as text. */
async function faultOf(folder: string, files: string[], file: string) {
  if (!files.includes(file)) {
    const hint = didYouMean(file, files) ?? 'put it beside story.yaml'
    return { message: 'is missing', hint, severity: 'error' as const }
  }
  return /\.(jpe?g|png|webp|avif)$/i.test(file) ? pictureFault(join(folder, file)) : undefined
}

/** Reports missing media files, missing captions, and pictures that are none. */
async function checkFiles(folder: string, files: string[], { files: shown }: WordsRead, report: Report) {
  for (const { file, line, captionsOf } of shown) {
    const fault = await faultOf(folder, files, file)
    if (fault && captionsOf)
      report(line, `${captionsOf} has no captions: ${file} is missing`, 'write what is said in it, as WebVTT')
    else if (fault) report(line, `the image ${file} ${fault.message}`, fault.hint, fault.severity)
  }
}

/** Reports missing portraits, and language files that the story does not list. */
async function checkFolder(folder: string, files: string[], file: StoryFile, lineOf: LineOf, report: Report) {
  for (const [id, { portrait }] of Object.entries(file.people)) {
    const fault = portrait && (await faultOf(folder, files, portrait.file))
    const line = lineOf('people', id, 'portrait')
    if (fault) report(line, `the picture ${portrait.file} ${fault.message}`, fault.hint, fault.severity)
  }
  for (const code of languagesIn(files))
    if (!file.languages.includes(code))
      report(
        lineOf('languages'),
        `${code}.md is here, but “${code}” is not among the languages`,
        `write languages: [${[...file.languages, code].join(', ')}]`,
      )
}

/** The codes of all language files. */
function languagesIn(files: string[]): string[] {
  return files.flatMap((name) => /^(.*)\.md$/.exec(name)?.[1] ?? []).filter(isLanguageCode)
}

function arrange(
  { sections, updates, questions, cited, wordCount }: WordsRead,
  { value: front, ...at }: Checked<WordsFile> & { file: string },
  file: StoryFile,
): Words {
  const passage = (id: string): Passage | undefined => {
    const found = sections.find((section) => section.id === id)
    return found && { heading: found.heading, body: found.body }
  }
  const [unknown, since] = [passage(UNKNOWN), passage(UPDATES)]
  return {
    front,
    at,
    steps: Object.fromEntries(file.steps.map(({ id }) => [id, passage(id) ?? { heading: '', body: [] }])),
    closing: passage(CLOSING),
    updates: since && {
      heading: since.heading,
      items: Object.fromEntries(updates.map(({ id, text }) => [id, text])),
    },
    unknown: unknown && {
      heading: unknown.heading,
      items: questions.map(({ id, text }) => ({ ...(id && { id }), text })),
    },
    sourceOrder: [...new Set([...cited, ...citedByFacts(file), ...(file.sourcing ? Object.keys(file.sources) : [])])],
    wordCount,
  }
}

/** Sources of claims that only story.yaml makes, in page order. */
function citedByFacts({ legs, places, stays, spans, figures, people, updates, section }: StoryFile): string[] {
  const peopleClaims = Object.values(people).flatMap((person) => [person, person.became])
  const charted = figures.flatMap((figure) => [
    figure,
    ...figure.values.map((value) => ('step' in value ? undefined : value)),
  ])
  const changed = [...Object.values(places), ...legs].flatMap(({ lost, joined }) => [...lost, ...joined])
  const claims = [...charted, ...updates, section, ...legs, ...changed, ...stays, ...spans, ...peopleClaims]
  return claims.flatMap((claim) => claim?.sources ?? [])
}

async function filesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch(() => undefined)
}
