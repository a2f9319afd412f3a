/** Writes a story in the formats of other programs. */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Problem } from '../content/problems.ts'
import { readStory } from '../content/read.ts'
import { Remarks, type TableRow } from '../import/remarks.ts'
import { csv } from './csv.ts'
import { geoJson } from './geoJson.ts'
import { timelineJson } from './timelineJs.ts'
import { noteUnheld, tell } from './told.ts'

/** The formats, by the name that the command line has for each. */
export const FORMATS = ['timelinejs', 'geojson', 'csv'] as const
export type Format = (typeof FORMATS)[number]

/** What came of an export. */
export interface Exported {
  /** Files by name: the story, and the pictures beside it. None if the story has errors */
  files: Map<string, string | Uint8Array>
  /** What became of each part of the story */
  table: TableRow[]
  /** Errors of the story */
  problems: Problem[]
}

/** The story in `folder` in another format and its first language. */
export async function exportStory(folder: string, format: Format): Promise<Exported> {
  const { story, problems } = await readStory(folder)
  const [code = ''] = story?.file.languages ?? []
  const words = story?.languages[code]
  if (!story || !words) return { files: new Map(), table: [], problems }
  const remarks = new Remarks()
  const told = tell(story, code, words)
  const slug = basename(folder)
  const files = new Map<string, string | Uint8Array>()
  if (format === 'timelinejs') {
    noteUnheld(told, ['phases', 'lanes', 'eras'], remarks.note)
    files.set(`${slug}.json`, timelineJson(told, remarks.note))
  } else if (format === 'geojson') {
    noteUnheld(told, ['phases', 'lanes', 'places', 'ways of people', 'lines of ways'], remarks.note)
    files.set(`${slug}.geojson`, geoJson(told, remarks.note))
  } else {
    noteUnheld(told, ['lanes', 'places', 'ways of people', 'sources', 'the zone of its clock'], remarks.note)
    const source = await readFile(join(folder, `${code}.md`), 'utf8')
    files.set(`${slug}.csv`, csv(told, source, remarks.note))
  }
  const shown = format === 'geojson' ? [] : told.steps.flatMap(({ media }) => media.slice(0, 1))
  for (const { src, film } of shown) if (!film) files.set(src, await readFile(join(folder, src)))
  return { files, table: remarks.table(), problems: [] }
}
