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

/** Reads every story folder under `root`, or all but the drafts, and returns all problems at once. Never throws. */
export async function readStories(
  root: string,
  { drafts = true } = {},
): Promise<{ stories: ReadStory[]; problems: Problem[] }> {
  const folders = (await slugsIn(root)).map((slug) => join(root, slug))
  const read = (await Promise.all(folders.map(readStory))).filter(({ draft }) => drafts || !draft)
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
  const files = await readdir(folder).catch((): string[] => [])
  const languages: Record<string, Words> = {}
  const svgs = new Svgs(folder, problems)
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
    await svgs.read(words, reportWords)
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
  return { draft, story: { file, paths, svgs: svgs.all, at: { file: path, lineOf }, languages }, problems }
}

/** Reads the language files of a story whose facts cannot be read, for the mistakes that need no facts. */
async function readWordsAlone(folder: string, problems: Problem[]) {
  const files = await readdir(folder).catch((): string[] => [])
  for (const name of files.filter((name) => name.endsWith('.md') && isLanguageCode(name.slice(0, -'.md'.length)))) {
    const report = reporter(join(folder, name), problems)
    const bytes = await bytesOf(join(folder, name))
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
    if (!bytes) {
      report(line, `the path ${path} is missing`, 'put it beside story.yaml')
      continue
    }
    const read = readTrack(path, bytes)
    if (typeof read === 'string') report(line, `the path ${path} ${read}`)
    else {
      const points = fitPath(read, leg, file.places, line, report)
      if (points) paths[leg.id] = points
    }
  }
  return paths
}

/** The SVGs in the texts of a story, each read once. */
class Svgs {
  readonly all: ReadStory['svgs'] = Object.create(null)
  private readonly tried = new Set<string>()

  constructor(
    private readonly folder: string,
    private readonly problems: Problem[],
  ) {}

  /** Reads the SVGs of one language that have not been read yet. */
  async read({ files }: WordsRead, report: Report) {
    const shown = new Set<string>()
    for (const { file, line } of files.filter((each) => /\.svg$/i.test(each.file))) {
      const path = join(this.folder, file)
      const bytes = this.tried.has(file) ? undefined : await bytesOf(path)
      const svg = bytes && readSvg(file, decodeAny(bytes), reporter(path, this.problems))
      if (svg) this.all[file] = svg
      this.tried.add(file)
      if (shown.has(file) && this.all[file]?.once)
        report(line, `${file} is shown twice, and its parts refer to each other by id`, 'show a copy with another name')
      shown.add(file)
    }
  }
}

/** A picture whose file is read by what it is, not by its name. An SVG is read as text. */
const PICTURE = /\.(jpe?g|png|webp|avif)$/i

/** Reports missing media files, missing captions, and pictures that are none. */
async function checkFiles(folder: string, files: string[], { files: shown }: WordsRead, report: Report) {
  for (const { file, line, captionsOf } of shown) {
    if (files.includes(file)) {
      const fault = PICTURE.test(file) ? await pictureFault(join(folder, file)) : undefined
      if (fault) report(line, `the image ${file} ${fault.message}`, fault.hint, fault.severity)
    } else if (captionsOf)
      report(line, `${captionsOf} has no captions: ${file} is missing`, 'write what is said in it, as WebVTT')
    else report(line, `the image ${file} is missing`, didYouMean(file, files) ?? 'put it beside story.yaml')
  }
}

/** Reports missing portraits, and language files that the story does not list. */
async function checkFolder(folder: string, files: string[], file: StoryFile, lineOf: LineOf, report: Report) {
  for (const [id, { portrait }] of Object.entries(file.people)) {
    if (!portrait) continue
    const fault = files.includes(portrait.file)
      ? await pictureFault(join(folder, portrait.file))
      : { message: 'is missing', hint: 'put it beside story.yaml', severity: 'error' as const }
    if (fault)
      report(
        lineOf('people', id, 'portrait'),
        `the picture ${portrait.file} ${fault.message}`,
        fault.hint,
        fault.severity,
      )
  }
  for (const name of files) {
    const code = name.endsWith('.md') ? name.slice(0, -'.md'.length) : ''
    if (isLanguageCode(code) && !file.languages.includes(code))
      report(
        lineOf('languages'),
        `${name} is here, but “${code}” is not among the languages`,
        `write languages: [${[...file.languages, code].join(', ')}]`,
      )
  }
}

function arrange(
  { sections, updates, questions, cited, wordCount }: WordsRead,
  { value: front, ...at }: Checked<WordsFile> & { file: string },
  file: StoryFile,
): Words {
  const find = (id: string) => sections.find((section) => section.id === id)
  const passage = (id: string) => {
    const section = find(id)
    return section && { heading: section.heading, body: section.body }
  }
  const [unknown, since] = [find(UNKNOWN), find(UPDATES)]
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

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch(() => undefined)
}
