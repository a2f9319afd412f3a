/** Slips that are YAML all the same: each is reported, and mended in place, so that nothing follows from it. */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  type Pair,
  Scalar,
  visit,
  type YAMLMap,
} from 'yaml'
import type { z } from 'zod'
import { LONGEST_VALUE } from './limits.ts'
import { didYouMean, type Report } from './problems.ts'
import { type LineAt, QUOTE } from './syntax.ts'
import { UNSEEN_IN_KEY, unseenInKey, unseenInName, unseenInWhole } from './text.ts'

/** Reports no-break spaces where YAML needs ordinary ones, and gives the text with those. */
export function fixSpaces(text: string, firstLine: number, report: Report): string {
  const pattern =
    /^[ \u00A0\u202F]*[\u00A0\u202F][ \u00A0\u202F]*|(?<=^\s*(?:- *)?[\w-]+:)[\u00A0\u202F]+|(?<=^\s*-)[\u00A0\u202F]+/gm
  const first = text.search(pattern)
  if (first < 0) return text
  report(
    text.slice(0, first).split('\n').length - 1 + firstLine,
    `a no-break space (U+${text[first + text.slice(first).search(/[\u00A0\u202F]/)] === '\u202F' ? '202F' : '00A0'}) where YAML needs an ordinary one`,
    'write ordinary spaces in indents and after colons',
  )
  return text.replace(pattern, (spaces) => ' '.repeat(spaces.length))
}

/** A value of the file itself stands in a document, its map and a pair of that. */
const TEXT_DEPTH = 3

/** Quotation marks a word processor makes; YAML takes them as letters of the text. */
const CURLY = /^[“”„«‘’‚](.*)[“”»«’‘]$/s

/** Reports what is wrong with single values, whatever they mean, and goes on with what was meant. */
export function fixScalars(document: Document, lineAt: LineAt, report: Report) {
  const named = new Set<string>()
  visit(document, {
    Alias(_, { source }) {
      named.add(source)
    },
  })
  visit(document, {
    Pair(_, { key }) {
      if (!isCollection(key)) return
      report(lineAt(key.range?.[0] ?? 0), 'brackets where a name is wanted', 'write name: value')
      return visit.REMOVE
    },
  })
  visit(document, {
    Node(_, node) {
      const mark = isAlias(node) ? '*' : node.tag ? '!' : node.anchor && !named.has(node.anchor) ? '&' : undefined
      if (!mark || (isAlias(node) && node.resolve(document))) return
      report(lineAt(node.range?.[0] ?? 0), `a text cannot begin with “${mark}”`, QUOTE)
      if (isAlias(node)) return new Scalar(node.source)
      return
    },
  })
  visit(document, {
    Scalar(key, scalar, ancestors) {
      // YAML reads -0043 as the number -43 and +0300 as 300; zeros in front are kept for a year and a zone.
      if (typeof scalar.value === 'number' && /^[-+]?0\d+$/.test(scalar.source ?? '')) scalar.value = scalar.source
      if (typeof scalar.value !== 'string') return
      const line = lineAt(scalar.range?.[0] ?? 0)
      const { value } = scalar
      // A value of the file itself is a text, the headline for one; deeper down stand names.
      const isText = ancestors.length <= TEXT_DEPTH
      const unseen = key === 'key' ? unseenInKey(value) : isText ? unseenInWhole(value) : unseenInName(value)
      if (unseen) report(line, unseen.message, unseen.hint)
      if (key === 'key') scalar.value = value.replace(UNSEEN_IN_KEY, '')
      if (value.length > LONGEST_VALUE) {
        report(line, `a text of ${value.length} characters`, `write less than ${LONGEST_VALUE}`)
        scalar.value = value.slice(0, LONGEST_VALUE)
      }
      if (key === 'key' && value === '__proto__') report(line, '“__proto__” cannot be a name', 'choose another')
      const [, inside] = (scalar.type === Scalar.PLAIN && CURLY.exec(value)) || []
      if (inside === undefined) return
      report(
        line,
        `curly quotation marks around a value: ${shortened(value)}`,
        `write ${shortened(inside)} without them, or "${shortened(value)}" if they belong to the text`,
      )
      const number = /^-?\d+(\.\d+)?$/.test(inside) ? Number(inside) : undefined
      scalar.value = number ?? inside
    },
  })
}

/** Latitudes and longitudes as maps, spreadsheets and other languages write them: told with the two values to write. */
export function mendPositions(document: Document, lineAt: LineAt, report: Report) {
  visit(document, {
    Map(_, map) {
      const texts = { lat: positionText(map, 'lat'), lon: positionText(map, 'lon') }
      const wrong = texts.lat ?? texts.lon
      if (!wrong) return
      const lat = texts.lat ? degreesIn(texts.lat.text) : numberAt(map, 'lat')
      const lon = texts.lon ? degreesIn(texts.lon.text) : numberAt(map, 'lon')
      // A pair has been pasted into lat where there is no lon; only there ‘60,100’ is one, else it is 60.100.
      const bare = map.has('lon') ? null : /^(-?\d+),(-?\d+)$/.exec(texts.lat?.text ?? '')
      const [north, east] = bare ? bare.slice(1) : [lat?.[0], map.has('lon') ? lon?.at(-1) : lat?.[1]]
      if (north === undefined || east === undefined) return
      report(
        lineAt(wrong.at),
        `${texts.lat ? 'lat' : 'lon'}: “${shortened(wrong.text)}” is not one number of degrees with a point`,
        `write lat: ${north}, lon: ${east}`,
      )
      for (const { rest } of [texts.lat, texts.lon].flatMap((found) => found ?? []))
        map.items = map.items.filter((pair) => !rest.includes(pair))
      map.set('lat', Number(north))
      map.set('lon', Number(east))
    },
  })
}

/** What stands at `key` when it is no plain number; in `{ … }` with what its commas have cut off, `rest`. */
function positionText(map: YAMLMap, key: 'lat' | 'lon'): { text: string; at: number; rest: Pair[] } | undefined {
  const start = map.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key)
  const value = map.items[start]?.value
  if (!isScalar(value)) return
  const end = map.items.findIndex(
    ({ key, value }, i) => i > start && !(value === null && isScalar(key) && /\d/.test(String(key.value))),
  )
  const rest = map.flow ? map.items.slice(start + 1, end < 0 ? undefined : end) : []
  if (typeof value.value === 'number' && rest.length === 0) return
  const parts = [value, ...rest.map((pair) => pair.key)].map((part) =>
    isScalar(part) ? (part.source ?? String(part.value)) : '',
  )
  // ‘60,10’ and ‘60.10, 4.20’ are alike here: the space after the comma says which.
  const spaced = rest.some(({ key }) => isScalar(key) && key.range && value.range && key.range[0] > value.range[1] + 1)
  return { text: parts.join(spaced ? ', ' : ','), at: value.range?.[0] ?? 0, rest }
}

function numberAt(map: YAMLMap, key: 'lat' | 'lon'): string[] | undefined {
  const value = map.get(key, true)
  return isScalar(value) && typeof value.value === 'number' ? [value.source ?? String(value.value)] : undefined
}

const DEGREES = /(\d+(?:[.,]\d+)?)\s*°\s*(?:(\d+(?:[.,]\d+)?)\s*[′'’]\s*)?(?:(\d+(?:[.,]\d+)?)\s*[″"”]\s*)?([NSEW])?/gi

/** The numbers of degrees in ‘60.10, 4.20’, ‘60°06′N’ or ‘60,10’, as YAML has them. */
function degreesIn(text: string): string[] | undefined {
  const angles = [...text.matchAll(DEGREES)].map(([, degrees = '0', minutes = '0', seconds = '0', side = '']) => {
    const [d, m, s] = [degrees, minutes, seconds].map((part) => Number(part.replace(',', '.')))
    const sign = /[SW]/i.test(side) || text.trimStart().startsWith('-') ? -1 : 1
    return String(sign * (Math.round(((d ?? 0) + (m ?? 0) / 60 + (s ?? 0) / 3600) * 10_000) / 10_000))
  })
  if (angles.length) return angles
  const number = String.raw`-?\d+(?:\.\d+)?`
  const pair = new RegExp(String.raw`^(${number})(?:\s*[,;]\s+|\s+|;)(${number})$|^(-?\d+\.\d+),(-?\d+\.\d+)$`).exec(
    text.trim(),
  )
  if (pair) return pair.slice(1).flatMap((part) => part ?? [])
  const commas = /^(-?\d+,\d+)(?:\s*[,;]?\s+(-?\d+,\d+))?$/.exec(text.trim())
  return commas?.slice(1).flatMap((part) => part?.replace(',', '.') ?? [])
}

/** A comma inside `{ … }` ends a value: what stands after it becomes a name with no value. */
export function fixCommas(document: Document, known: string[], lineAt: LineAt, report: Report) {
  visit(document, {
    Map(_, map) {
      if (!map.flow) return
      let before: Pair | undefined
      const kept: Pair[] = []
      const cut = new Map<Pair, string[]>()
      for (const pair of map.items) {
        const [, name = '', rest = ''] = (isScalar(pair.key) && /^([\w-]+):(\S.*)$/.exec(String(pair.key.value))) || []
        if (pair.value === null && known.includes(name) && isScalar(pair.key)) {
          report(lineAt(pair.key.range?.[0] ?? 0), `a space is missing after “${name}:”`, `write ${name}: ${rest}`)
          pair.value = document.createNode(Number.isNaN(Number(rest)) ? rest : Number(rest))
          pair.key.value = name
        }
        if (pair.value === null && before && isScalar(before.value))
          cut.set(before, [
            ...(cut.get(before) ?? []),
            String(isScalar(pair.key) ? (pair.key.source ?? pair.key.value) : pair.key),
          ])
        else {
          kept.push(pair)
          before = pair
        }
      }
      for (const [{ key, value }, rest] of cut) {
        if (!isScalar(value)) continue
        const line = lineAt(value.range?.[0] ?? 0)
        const whole = [value.source ?? value.value, ...rest]
        if (typeof value.value === 'number' && rest.every((part) => /^\d{3}$/.test(part))) {
          report(line, `${key}: a number has no commas: ${whole.join(',')}`, `write ${whole.join('')}`)
        } else if (value.type === Scalar.PLAIN)
          report(
            line,
            `${key}: the text ends at its comma: ${shortened(whole.join(', '))}`,
            `write "${shortened(whole.join(', '))}"`,
          )
        else continue
        map.items = kept
      }
    },
  })
}

/** Entries that have slipped out of what they belong to, or into what they do not. */
export function fixIndents(document: Document, schema: z.ZodObject, lineAt: LineAt, report: Report) {
  const root = document.contents
  if (!isMap(root)) return
  const known = Object.keys(schema.shape)
  const lineOfKey = ({ key }: Pair) => lineAt((isScalar(key) && key.range?.[0]) || 0)
  const isKnown = ({ key }: Pair) => isScalar(key) && known.includes(String(key.value))
  let [owner, run] = [undefined as Pair | undefined, 0]
  for (const pair of [...root.items]) {
    if (isKnown(pair)) [owner, run] = [pair, 0]
    else if (owner && (isMap(owner.value) || isEmpty(owner.value)) && !didYouMean(String(pair.key), known)) {
      if (run === 0)
        report(
          lineOfKey(pair),
          `“${pair.key}” stands beside “${owner.key}”, not in it`,
          `if it belongs to ${owner.key}, indent it`,
        )
      run += 1
      root.delete(pair.key)
      if (isEmpty(owner.value)) owner.value = document.createNode({})
      if (isMap(owner.value) && !owner.value.has(pair.key)) owner.value.add(pair)
    }
  }
  for (const outer of [...root.items]) {
    if (!isMap(outer.value)) continue
    for (const pair of [...outer.value.items]) {
      const name = isScalar(pair.key) ? String(pair.key.value) : ''
      if (!known.includes(name) || root.has(name) || !isNode(pair.value)) continue
      if (!schema.shape[name]?.safeParse(pair.value.toJS(document)).success) continue
      report(lineOfKey(pair), `“${name}” stands in “${outer.key}”, not beside it`, `begin the line with ${name}:`)
      outer.value.delete(pair.key)
      root.add(pair)
    }
  }
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null)
}

/** `text` as a message quotes it. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
