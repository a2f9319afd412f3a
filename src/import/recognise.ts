import { unzipSync } from 'fflate'
import { parse as parseYaml } from 'yaml'
import { attempt } from '../content/attempt.ts'
import { decodeAny } from '../content/text.ts'
import { InputError } from './draft.ts'
import { type Cells, readCsv, readExcel, readOpenDocument } from './sheet/readSheet.ts'

/** A file as data: JSON, the rows of a sheet, or the XML of a map. `files`: others in the same archive, by path. */
export type Input = { files?: Record<string, Uint8Array> } & (
  | { kind: 'json'; data: unknown }
  | { kind: 'sheet'; cells: Cells[] }
  | { kind: 'map'; text: string }
)

/** Maximum size of a file, bytes. */
const LARGEST = 50_000_000

const EXPORT_SHEET = 'in Google Sheets choose File, Download, Comma-separated values (.csv), and import that file'

/** Tells by its content what a file is, whatever its name. Throws an InputError if it is nothing that can be imported. */
export async function recognise(bytes: Uint8Array): Promise<Input> {
  if (bytes.length > LARGEST) throw new InputError(`is larger than ${LARGEST / 1_000_000} megabytes`)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readArchive(bytes)
  const text = decodeAny(bytes)
    .replace(/^\uFEFF/, '')
    .trim()
  if (!text) throw new InputError('is empty', 'export it again')
  if (text.startsWith('<')) return readMarkup(text)
  const json = withoutCall(text)
  if (/^[[{]/.test(json)) return { kind: 'json', data: readJson(json) }
  if (/\0/.test(text.slice(0, 2000))) throw new InputError('is no text and no spreadsheet', 'save it as .csv or .xlsx')
  return { kind: 'sheet', cells: readCsv(text) }
}

async function readArchive(bytes: Uint8Array): Promise<Input> {
  const names: string[] = []
  const files = attempt(() =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        return /\.(kml|json|jpe?g|png|webp|gif)$/i.test(name) && originalSize < LARGEST
      },
    }),
  )
  if (!files) throw new InputError('is a damaged archive', 'export it again')
  if (names.includes('xl/workbook.xml')) return { kind: 'sheet', cells: await readExcel(bytes) }
  const kml = names.find((name) => name === 'doc.kml') ?? names.find((name) => /\.kml$/i.test(name))
  const map = kml && files[kml]
  if (map) return { kind: 'map', text: decodeAny(map), files }
  // The package that StoryMapJS exports
  const storyMap = files['published.json'] ?? files['draft.json']
  if (storyMap) return { kind: 'json', data: readJson(decodeAny(storyMap).trim()), files }
  if (names.includes('content.xml')) return { kind: 'sheet', cells: readOpenDocument(bytes) }
  throw new InputError('is an archive without a spreadsheet or a map', 'unpack it, and import the file in it')
}

function readMarkup(text: string): Input {
  if (/<(\w+:)?(kml|gpx)\b/i.test(text.slice(0, 5000))) return { kind: 'map', text }
  if (/accounts\.google\.com|ServiceLogin/i.test(text))
    throw new InputError('is the page that asks to sign in to Google: the sheet is not shared', EXPORT_SHEET)
  if (/docs\.google\.com\/spreadsheets|waffle/i.test(text))
    throw new InputError('is the page of a spreadsheet, not its data', EXPORT_SHEET)
  if (/^<(!doctype html|html|head|body)/i.test(text))
    throw new InputError('is a web page (HTML), not the data it shows', 'save the data itself: .json, .csv or .xlsx')
  throw new InputError('is XML of another kind than KML or GPX')
}

/** Takes off what stands around JSON in a script: `storyjs_jsonp_data = {…};`, `callback({…})`. */
function withoutCall(text: string): string {
  const [, inside] =
    /^(?:(?:var|let|const)\s+)?[\w$.]+\s*=\s*([[{][\s\S]*[\]}])\s*;?\s*$/.exec(text) ??
    /^[\w$.]+\(\s*([[{][\s\S]*[\]}])\s*\)\s*;?\s*$/.exec(text) ??
    []
  return inside ?? text
}

/** Reads JSON; also what scripts allow: names without quotation marks, and a comma at the end. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const loose: unknown = attempt(() => parseYaml(text.replace(/\t/g, ' '), { maxAliasCount: 0 }))
    if (typeof loose === 'object' && loose !== null) return loose
    const [, at = '0'] = /position (\d+)/.exec(String(error)) ?? []
    const line = text.slice(0, Number(at)).split('\n').length
    if (!/[\]}]\s*$/.test(text)) throw new InputError('is cut off in the middle', 'save it again', line)
    const hint = 'look for a comma or a quotation mark that is missing or too many there'
    throw new InputError(`cannot be read as JSON from line ${line} on`, hint, line)
  }
}
