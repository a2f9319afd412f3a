import { type Draft, InputError, type LocalFile, type Note } from './draft.ts'
import { draftMap } from './map/mapDraft.ts'
import { readGeoJson, readXml } from './map/mapFeatures.ts'
import type { Input } from './recognise.ts'
import type { Cells } from './sheet/readSheet.ts'
import { rowsOf } from './sheet/sheetRows.ts'
import { draftTemplate, isTemplate } from './sheet/templateDraft.ts'
import { draftStoryMap } from './storymapjs/storyMap.ts'
import { draftTimeline } from './timelinejs/timelineDraft.ts'
import { readVersion2, readVersion3 } from './timelinejs/timelineJs.ts'
import { readTimelineSheet } from './timelinejs/timelineSheet.ts'

/** The draft of what a file holds. Throws an InputError if that is none of our formats. */
export async function readDraft(input: Input, beside: LocalFile, note: Note): Promise<Draft> {
  const local: LocalFile = async (name) => inArchive(name, input) ?? beside(name)
  switch (input.kind) {
    case 'json':
      return readJsonDraft(input.data, local, note)
    case 'sheet':
      return readSheetDraft(input.cells, local, note)
    case 'map':
      return draftMap(readXml(input.text), local, note)
  }
}

/** A file of the archive: by its path, or by the end of the address that it had, as “_images/quay.jpg”. */
function inArchive(name: string, { files = {} }: Input): Uint8Array | undefined {
  return files[name] ?? files[name.split('/').slice(-2).join('/')]
}

async function readJsonDraft(data: unknown, local: LocalFile, note: Note): Promise<Draft> {
  const has = (name: string) => typeof data === 'object' && data !== null && name in data
  if (has('timeline')) return draftTimeline(readVersion2(data, note), local, note)
  if (has('events')) return draftTimeline(readVersion3(data), local, note)
  if (has('storymap')) return draftStoryMap(data, local, note)
  if (has('type') && (has('features') || has('geometry') || has('coordinates')))
    return draftMap(readGeoJson(data), local, note)
  if (has('arcs')) throw new InputError('is TopoJSON', 'save it as GeoJSON')
  throw new InputError('is JSON of another kind than TimelineJS, StoryMapJS or GeoJSON')
}

/** Columns by which a sheet is known. */
const TIMELINE = 'Year, Month, Day, Headline, Text'
const OWN = 'date, place, latitude, longitude, heading, text'

async function readSheetDraft(cells: Cells[], local: LocalFile, note: Note): Promise<Draft> {
  const { columns, rows } = rowsOf(cells)
  if (columns.includes('headline') && (columns.includes('year') || columns.includes('start date')))
    return draftTimeline(readTimelineSheet(rows, note), local, note)
  if (isTemplate(columns)) return draftTemplate(columns, rows, local, note)
  throw new InputError(
    `row 1: no known columns, but “${columns.filter(Boolean).join(', ').slice(0, 120)}”`,
    `the first row of our sheet has ${OWN}, of TimelineJS ${TIMELINE}`,
  )
}
