/** Common mistakes that are valid YAML: reports each and fixes it in place, so that it causes no further errors. */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
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
import { codeOf, INVISIBLE_IN_KEY, invisibleInKey, invisibleInName, invisibleInWhole } from './text.ts'

/** Reports no-break spaces where YAML needs ordinary ones, and returns the text with ordinary spaces. */
export function fixSpaces(text: string, firstLine: number, report: Report): string {
  const pattern =
    /^[ \u00A0\u202F]*[\u00A0\u202F][ \u00A0\u202F]*|(?<=^\s*(?:- *)?[\w-]+:)[\u00A0\u202F]+|(?<=^\s*-)[\u00A0\u202F]+/gm
  const first = text.search(pattern)
  if (first < 0) return text
  const [space = ''] = /[\u00A0\u202F]/.exec(text.slice(first)) ?? []
  report(
    text.slice(0, first).split('\n').length - 1 + firstLine,
    `a no-break space (${codeOf(space)}) where YAML needs an ordinary one`,
    'write ordinary spaces in indents and after colons',
  )
  return text.replace(pattern, (spaces) => ' '.repeat(spaces.length))
}

/** Ancestors of a top-level value: document, map and pair. */
const TEXT_DEPTH = 3

/** Word processors' quotation marks, which YAML reads as part of the text. */
const CURLY = /^[“”„«‘’‚](.*)[“”»«’‘]$/s

/** Reports and fixes mistakes in single values. */
export function fixScalars(document: Document, lineAt: LineAt, report: Report) {
  const named = new Set<string>()
  visit(document, { Alias: (_, { source }) => void named.add(source) })
  visit(document, (key, node, ancestors) => {
    if (isPair(node) && isCollection(node.key)) {
      report(lineAt(node.key.range?.[0] ?? 0), 'brackets where a name is wanted', 'write name: value')
      return visit.REMOVE
    }
    if (!isNode(node)) return
    const line = lineAt(node.range?.[0] ?? 0)
    const mark = isAlias(node) ? '*' : node.tag ? '!' : node.anchor && !named.has(node.anchor) ? '&' : undefined
    if (mark && !(isAlias(node) && node.resolve(document))) {
      report(line, `a text cannot begin with “${mark}”`, QUOTE)
      if (isAlias(node)) return new Scalar(node.source)
    }
    // Top-level values are texts, such as the headline; deeper values are names.
    if (isScalar(node))
      fixScalar(node, key === 'key' ? 'key' : ancestors.length <= TEXT_DEPTH ? 'text' : 'name', line, report)
    return
  })
}

function fixScalar(scalar: Scalar, role: 'key' | 'text' | 'name', line: number, report: Report) {
  // YAML reads -0043 as the number -43 and +0300 as 300; keep the leading zeros of years and zones.
  if (typeof scalar.value === 'number' && /^[-+]?0\d+$/.test(scalar.source ?? '')) scalar.value = scalar.source
  const { value } = scalar
  if (typeof value !== 'string') return
  const check = { key: invisibleInKey, text: invisibleInWhole, name: invisibleInName }[role]
  const invisible = check(value)
  if (invisible) report(line, invisible.message, invisible.hint)
  if (role === 'key') scalar.value = value.replace(INVISIBLE_IN_KEY, '')
  if (role === 'key' && value === '__proto__') report(line, '“__proto__” cannot be a name', 'choose another')
  if (value.length > LONGEST_VALUE) {
    report(line, `a text of ${value.length} characters`, `write less than ${LONGEST_VALUE}`)
    scalar.value = value.slice(0, LONGEST_VALUE)
  }
  const [, inside] = (scalar.type === Scalar.PLAIN && CURLY.exec(value)) || []
  if (inside === undefined) return
  report(
    line,
    `curly quotation marks around a value: ${shortened(value)}`,
    `write ${shortened(inside)} without them, or "${shortened(value)}" if they belong to the text`,
  )
  scalar.value = /^-?\d+(\.\d+)?$/.test(inside) ? Number(inside) : inside
}

/** Reports and fixes latitudes and longitudes pasted from maps, spreadsheets or other languages. */
export function fixPositions(document: Document, lineAt: LineAt, report: Report) {
  visit(document, {
    Map(_, map) {
      const texts = { lat: positionText(map, 'lat'), lon: positionText(map, 'lon') }
      const wrong = texts.lat ?? texts.lon
      if (!wrong) return
      const lat = texts.lat ? degreesIn(texts.lat.text) : [textOf(map.get('lat', true))].filter(Boolean)
      const lon = texts.lon ? degreesIn(texts.lon.text) : [textOf(map.get('lon', true))].filter(Boolean)
      // Without lon, a pair was pasted into lat; only then is “60,100” a pair, otherwise it is 60.100.
      const bare = map.has('lon') ? null : /^(-?\d+),(-?\d+)$/.exec(texts.lat?.text ?? '')
      const [north, east] = bare ? bare.slice(1) : [lat[0], map.has('lon') ? lon.at(-1) : lat[1]]
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

/** The value of `key` if it is not a plain number; `rest`: the pairs that commas inside `{ … }` cut off from it. */
function positionText(map: YAMLMap, key: 'lat' | 'lon'): { text: string; at: number; rest: Pair[] } | undefined {
  const start = map.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key)
  const value = map.items[start]?.value
  if (!isScalar(value)) return
  const end = map.items.findIndex(
    ({ key, value }, i) => i > start && !(value === null && isScalar(key) && /\d/.test(String(key.value))),
  )
  const rest = map.flow ? map.items.slice(start + 1, end < 0 ? undefined : end) : []
  if (typeof value.value === 'number' && rest.length === 0) return
  const parts = [value, ...rest.map((pair) => pair.key)].map(textOf)
  // Only the space after the comma distinguishes “60.10, 4.20” from “60,10” here.
  const spaced = rest.some(({ key }) => isScalar(key) && key.range && value.range && key.range[0] > value.range[1] + 1)
  return { text: parts.join(spaced ? ', ' : ','), at: value.range?.[0] ?? 0, rest }
}

/** A value as it is written. */
function textOf(node: unknown): string {
  return isScalar(node) ? (node.source ?? String(node.value)) : ''
}

const DEGREES = /(\d+(?:[.,]\d+)?)\s*°\s*(?:(\d+(?:[.,]\d+)?)\s*[′'’]\s*)?(?:(\d+(?:[.,]\d+)?)\s*[″"”]\s*)?([NSEW])?/gi

/** Decimal degrees in “60.10, 4.20”, “60°06′N” or “60,10”, written as YAML numbers. */
function degreesIn(text: string): string[] {
  const angles = [...text.matchAll(DEGREES)].map(([, degrees = '0', minutes = '0', seconds = '0', side = '']) => {
    const [d, m, s] = [degrees, minutes, seconds].map((part) => Number(part.replace(',', '.')))
    const sign = /[SW]/i.test(side) || text.trimStart().startsWith('-') ? -1 : 1
    return String(sign * (Math.round(((d ?? 0) + (m ?? 0) / 60 + (s ?? 0) / 3600) * 10_000) / 10_000))
  })
  if (angles.length) return angles
  const [, ...numbers] =
    /^(-?\d+(?:\.\d+)?)(?:\s*[,;]\s+|\s+|;)(-?\d+(?:\.\d+)?)$/.exec(text.trim()) ??
    /^(-?\d+\.\d+),(-?\d+\.\d+)$/.exec(text.trim()) ??
    /^(-?\d+,\d+)(?:\s*[,;]?\s+(-?\d+,\d+))?$/.exec(text.trim()) ??
    []
  return numbers.flatMap((number) => number?.replace(',', '.') ?? [])
}

/** Reports values cut off by a comma inside `{ … }`: YAML reads the rest as a key without a value. */
export function fixCommas(document: Document, lineAt: LineAt, report: Report) {
  visit(document, {
    Map(_, map) {
      if (!map.flow) return
      const kept: Pair[] = []
      const cut = new Map<Pair, string[]>()
      for (const pair of map.items) {
        const written = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : String(pair.key)
        const [, name, rest = ''] = (pair.value === null && /^([a-z]+):([^/\s].*)$/.exec(written)) || []
        if (name !== undefined && isScalar(pair.key)) {
          report(lineAt(pair.key.range?.[0] ?? 0), `a space is missing after “${name}:”`, `write ${name}: ${rest}`)
          pair.value = document.createNode(Number.isNaN(Number(rest)) ? rest : Number(rest))
          pair.key.value = name
        }
        const before = kept.at(-1)
        if (pair.value === null && before && isScalar(before.value))
          cut.set(before, [...(cut.get(before) ?? []), written])
        else kept.push(pair)
      }
      for (const [{ key, value }, rest] of cut) {
        if (!isScalar(value)) continue
        const line = lineAt(value.range?.[0] ?? 0)
        const whole = [value.source ?? value.value, ...rest]
        const text = shortened(whole.join(', '))
        if (typeof value.value === 'number' && rest.every((part) => /^\d{3}$/.test(part)))
          report(line, `${key}: a number has no commas: ${whole.join(',')}`, `write ${whole.join('')}`)
        else if (value.type === Scalar.PLAIN)
          report(line, `${key}: the text ends at its comma: ${text}`, `write "${text}"`)
        else continue
        map.items = kept
      }
    },
  })
}

/** Reports and fixes entries with the wrong indent: beside their parent, or inside the wrong one. */
export function fixIndents(document: Document, schema: z.ZodObject, lineAt: LineAt, report: Report) {
  const root = document.contents
  if (!isMap(root)) return
  const known = Object.keys(schema.shape)
  const lineOfKey = ({ key }: Pair) => lineAt((isScalar(key) && key.range?.[0]) || 0)
  const isKnown = ({ key }: Pair) => isScalar(key) && known.includes(String(key.value))
  let owner: Pair | undefined
  let run = 0
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

/** Shortens `text` for quoting in a message. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
