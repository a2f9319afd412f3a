import { z } from 'zod'
import { distanceBetween } from '../../content/distance.ts'
import { escapeHtml } from '../../story/escapeHtml.ts'
import type { LonLat } from '../../story/projection.ts'
import {
  checkCount,
  type Draft,
  type DraftLeg,
  type DraftStep,
  InputError,
  type LocalFile,
  type Note,
} from '../draft.ts'
import { freeDate } from '../freeDate.ts'
import { shortSlug } from '../ids.ts'
import { putInOrder } from '../order.ts'
import { type Places, positionOf } from '../places.ts'
import { amountOf } from '../sheet/amount.ts'
import { statusOf } from '../sheet/status.ts'
import { Collectors, headingOf, headOf, readSlideText } from '../text/slideText.ts'
import { singleLine } from '../text/words.ts'
import { words } from '../tolerant.ts'
import type { Feature, MapFile } from './mapFeatures.ts'

/** Properties that a feature is told by, in small letters. Others are listed. */
const NAMES = ['name', 'title', 'label', 'heading', 'headline']
const TEXTS = ['description', 'desc', 'text', 'cmt', 'notes']
const DATES = ['date', 'timestamp', 'time', 'when', 'start', 'begin', 'year']
const ENDS = ['end', 'timespan']
const GROUPS = ['folder', 'group', 'layer', 'lane', 'phase']
/** Of a line that belongs to the step of another feature */
const WAYS = ['step', 'status', 'amount', 'unit']
const OTHERS = ['place', 'links', 'coordinateproperties', 'id', 'gx_media_links']
const KNOWN = [NAMES, TEXTS, DATES, ENDS, GROUPS, WAYS, OTHERS].flat()
/** How a map looks, which a story decides itself */
const STYLES = /^(style|stroke|fill|marker|icon|label-|color|colour|_gpxtype|@|sym$|type$|visibility|tessellate)/i

/** Turns the features of a map into a draft: points into places with a step each, lines into ways with a track. */
export async function draftMap(
  { title, description, features }: MapFile,
  local: LocalFile,
  note: Note,
): Promise<Draft> {
  const told = features.filter((feature) => isTold(feature, note))
  if (!told.length) throw new InputError('has no points and no lines', 'a story needs places or ways')
  checkCount(told.length)
  const collectors = new Collectors(local, note)
  const { places, media } = collectors
  // Points first, so that lines end at places that have a name.
  for (const { geometry, properties, where } of told)
    if (geometry?.type === 'Point') addPoint(geometry.coordinates, properties, places, where)
  const steps: DraftStep[] = []
  const legs: DraftLeg[] = []
  const times = told.flatMap(({ properties }) => sidesOf(properties))
  const zones = new Set(times.flatMap((text) => TIME.exec(text)?.[2] ?? []))
  const own = told.filter((feature) => stepOfLine(feature, told) === undefined)
  for (const feature of told) {
    const line = lineOf(feature)
    const way = line && wayOf(line, feature, places, media.files)
    const step = stepOfLine(feature, own) ?? own.indexOf(feature)
    if (way) legs.push({ ...way, step, sources: [] })
    if (own.includes(feature)) steps.push(await stepOf(feature, way?.to, zones, collectors))
  }
  if (legs.length) note('carried', 'lines, as ways with a track of their own')
  return collectors.draft({
    ...headOf({ where: 'the map', headline: escapeHtml(title), text: description }, collectors),
    ...putInOrder({ steps, legs }, note),
  })
}

/** Index of the feature that a line names as its step, which is no line itself. */
function stepOfLine(line: Feature, features: Feature[]): number | undefined {
  const id = lineOf(line) && first(line.properties, ['step'])
  const index = id ? features.findIndex((feature) => feature.id === id && !lineOf(feature)) : -1
  return index < 0 ? undefined : index
}

function isTold({ geometry, where, properties }: Feature, note: Note): boolean {
  const name = nameOf(properties)
  if (geometry ? /^(Point|LineString|MultiLineString)$/.test(geometry.type) : name || first(properties, TEXTS))
    return true
  const what = geometry ? 'areas and collections, which a story cannot show' : 'features without a shape, name and text'
  note('left out', what, name || where)
  return false
}

async function stepOf(
  feature: Feature,
  end: number | undefined,
  zones: Set<string>,
  collectors: Collectors,
): Promise<DraftStep> {
  const { where, geometry, properties, folder } = feature
  const { note, places } = collectors
  const text = first(properties, TEXTS)
  const slide = { where, headline: escapeHtml(nameOf(properties)), text }
  const { date = '', ...when } = dateOf(feature, zones, note)
  const heading = headingOf(slide, [date], note)
  const shown = first(properties, ['gx_media_links']).split(/\s+/)[0]
  const media = shown && !text.includes(shown) ? { url: shown } : undefined
  const { body } = await readSlideText({ ...slide, media }, heading, collectors)
  for (const { url, title } of linksOf(properties)) collectors.sources.add(url, title)
  noteOthers(properties, where, note)
  const point = geometry?.type === 'Point' ? addPoint(geometry.coordinates, properties, places, where) : end
  const group = singleLine(folder || first(properties, GROUPS)) || undefined
  const id = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(feature.id) ? feature.id : undefined
  return { where, id, heading, ...when, ...(date && { date }), body, place: point, group }
}

function addPoint(coordinates: number[], properties: Record<string, unknown>, places: Places, where: string) {
  return addPlace(coordinates, first(properties, ['place']) || nameOf(properties), places, where)
}

function addPlace(coordinates: number[], name: string, places: Places, where: string): number | undefined {
  const [lon = '', lat = ''] = coordinates.map((degrees) => String(rounded(degrees)))
  const position = positionOf(lat, lon, where)
  return position && places.add({ name: singleLine(name), ...position })
}

/** Degrees to a tenth of a metre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

/** The points of a line; parts are joined in their order. */
function lineOf({ geometry }: Feature): LonLat[] | undefined {
  let parts: number[][] = []
  if (geometry?.type === 'LineString') parts = geometry.coordinates
  if (geometry?.type === 'MultiLineString') parts = geometry.coordinates.flat()
  const points = parts.map(([lon = 0, lat = 0]): LonLat => [lon, lat])
  return points.length > 1 ? points : undefined
}

/** A line as a way between the places at its ends, and its track as a file. */
function wayOf(line: LonLat[], { properties, where }: Feature, places: Places, files: Map<string, Uint8Array>) {
  const [start, end] = [line[0], line.at(-1)]
  if (!start || !end) return
  const name = singleLine(nameOf(properties)) || where
  const length = line.reduce((sum, point, i) => sum + distanceBetween(line[i - 1] ?? point, point), 0)
  const from = placeAt(start, `${name}, start`, length, places, where)
  const to = placeAt(end, `${name}, end`, length, places, where)
  if (from === undefined || to === undefined) return
  const amount = amountOf(first(properties, ['amount']), where)
  const unit = first(properties, ['unit']) || undefined
  const way = { from, to, amount, unit, status: statusOf(first(properties, ['status']), where) }
  if (line.length === 2 && from !== to) return way
  const stem = shortSlug(name) || 'track'
  let path = `${stem}.geojson`
  for (let i = 2; files.has(path); i += 1) path = `${stem}-${i}.geojson`
  const coordinates = line.map((point) => point.map(rounded))
  files.set(path, new TextEncoder().encode(`${JSON.stringify({ type: 'LineString', coordinates })}\n`))
  return { ...way, path }
}

/** The nearest place within a twentieth of the line's length, or a new one. */
function placeAt([lon, lat]: LonLat, name: string, length: number, places: Places, where: string): number | undefined {
  const distances = places.all.map((place) => distanceBetween([place.lon, place.lat], [lon, lat]))
  const nearest = Math.min(...distances)
  return nearest <= length / 20 ? distances.indexOf(nearest) : addPlace([lon, lat], name, places, where)
}

/** The date of a feature: of a time span both sides. */
function dateOf({ properties, where }: Feature, zones: Set<string>, note: Note): Pick<DraftStep, 'date' | 'words'> {
  const [from = '', to = ''] = sidesOf(properties).map((text) => inOneZone(text, zones))
  if (/Z$/.test(from)) note('to decide', 'the zone of the story’s clock, as zone: Europe/Kyiv: times are in UTC', where)
  return freeDate(to && to !== from ? `${from || '..'}/${to}` : from, where, note)
}

function sidesOf(properties: Record<string, unknown>): string[] {
  const { data: span } = z.object({ begin: words, end: words }).safeParse(properties['timespan'])
  return (span ? [span.begin, span.end] : [first(properties, DATES), first(properties, ['end'])]).map(singleLine)
}

const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d).*?(Z|[+-]\d\d:?\d\d)$/

/** A time in UTC where the map has several zones, or where a device recorded it: to the minute. */
function inOneZone(text: string, zones: Set<string>): string {
  const [, , zone] = TIME.exec(text) ?? []
  if (zone === undefined || (zones.size === 1 && zone !== 'Z')) return text
  return `${new Date(text).toISOString().slice(0, 16)}Z`
}

function nameOf(properties: Record<string, unknown>): string {
  return first(properties, NAMES)
}

/** Text of the first property that is there; togeojson marks HTML with an object. */
function first(properties: Record<string, unknown>, names: string[]): string {
  const entries = Object.entries(properties)
  for (const name of names) {
    const value = entries.find(([key]) => key.toLowerCase() === name)?.[1]
    const text = typeof value === 'object' && value !== null ? Reflect.get(value, 'value') : value
    if (/^(string|number)$/.test(typeof text) && String(text).trim()) return String(text).trim()
  }
  return ''
}

const link = z.object({ href: z.url({ protocol: /^https?$/ }), text: words })

function linksOf({ links }: Record<string, unknown>): { url: string; title: string }[] {
  const { data } = z.array(link).safeParse(links)
  return (data ?? []).map(({ href, text }) => ({ url: href, title: text || href }))
}

function noteOthers(properties: Record<string, unknown>, where: string, note: Note) {
  for (const [name, value] of Object.entries(properties)) {
    if (KNOWN.includes(name.toLowerCase()) || value === null || value === '') continue
    note('left out', STYLES.test(name) ? 'colours and icons' : `the field “${name}”`, where)
  }
}
