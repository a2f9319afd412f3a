// @vitest-environment node
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../../src/content/problems.ts'
import { readStory } from '../../../src/content/read.ts'
import { makeStoryFolder } from '../make-story-folder.ts'

type Point = [lon: number, lat: number]

/** From north (4.20, 60.10) to middle (4.60, 60.30), 31 km. */
const WAY: Point[] = [
  [4.2, 60.1],
  [4.5, 60.15],
  [4.6, 60.3],
]

/** The points of the first leg, and what is said, where `content` is the file of its path. */
async function read(content: string | Buffer, name = 'walk.geojson') {
  const folder = makeStoryFolder(['to: middle, people: 40', `to: middle, path: "${name}", people: 40`])
  writeFileSync(join(folder, name), content)
  const { story, problems } = await readStory(folder)
  return {
    points: story?.paths['first']?.map(([lon, lat]) => [lon, lat]),
    messages: problems.map((problem) => formatProblem(problem).replace(`${folder}/`, '')),
  }
}

const geojson = (...lines: Point[][]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: lines.map((coordinates) => ({ type: 'Feature', geometry: { type: 'LineString', coordinates } })),
  })
const pointsOf = (tag: string, points: Point[]) =>
  points.map(([lon, lat]) => `<${tag} lat="${lat}" lon="${lon}"/>`).join('')
const trk = (points: Point[]) => `<trk><trkseg>${pointsOf('trkpt', points)}</trkseg></trk>`
const gpx = (inside: string) => `<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1">${inside}</gpx>`
const kml = (inside: string) => `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2">${inside}</kml>`
const placemark = (name: string, points: Point[]) =>
  `<Placemark><name>${name}</name><LineString><coordinates>${points.map((point) => point.join(',')).join(' ')}</coordinates></LineString></Placemark>`

describe('a way is read', () => {
  it.each<[string, string | Buffer, string]>([
    ['as it is', geojson(WAY), 'walk.geojson'],
    ['turned where it runs backwards', geojson(WAY.toReversed()), 'walk.geojson'],
    ['from a .json', geojson(WAY), 'walk.json'],
    ['from a file with a space in its name', geojson(WAY), 'my walk (1).geojson'],
    ['in UTF-16', Buffer.from(`\uFEFF${gpx(trk(WAY))}`, 'utf16le'), 'walk.gpx'],
    ['in UTF-16 the other way', Buffer.from(`\uFEFF${geojson(WAY)}`, 'utf16le').swap16(), 'walk.geojson'],
    [
      'with a namespace prefix',
      `<g:gpx xmlns:g="http://www.topografix.com/GPX/1/1">${trk(WAY).replaceAll(/<(\/?)(?=t)/g, '<$1g:')}</g:gpx>`,
      'walk.gpx',
    ],
  ])('%s, without a word', async (_, content, name) => {
    expect(await read(content, name)).toEqual({ points: WAY, messages: [] })
  })

  it('in parts that meet, without a word', async () => {
    const { messages } = await read(gpx(trk(WAY.slice(0, 2)) + trk(WAY.slice(1))), 'walk.gpx')
    expect(messages).toEqual([])
  })
})

describe('a way that may not be meant is drawn, and told', () => {
  it.each<[string, string, string, string]>([
    [
      'one that ends far from its place',
      'walk.geojson',
      geojson(WAY.slice(0, 2)),
      'the path walk.geojson ends 18 km from “middle”',
    ],
    [
      'one that begins and ends far',
      'walk.geojson',
      geojson([
        [4.35, 60.1],
        [4.5, 60.15],
      ]),
      'begins 8.3 km from “north” and ends 18 km from “middle”',
    ],
    [
      'two tracks',
      'walk.gpx',
      gpx(trk(WAY) + trk(WAY)),
      'has 2 parts: they are joined in their order, the longest jump is 31 km',
    ],
    ['a route beside a track', 'walk.gpx', gpx(`<rte>${pointsOf('rtept', WAY)}</rte>${trk(WAY)}`), 'has 2 parts'],
    [
      'days in the wrong order',
      'walk.kml',
      kml(`<Folder>${placemark('Day 2', WAY.slice(1))}${placemark('Day 1', WAY.slice(0, 2))}</Folder>`),
      'has 2 parts: they are joined in their order, the longest jump is 31 km',
    ],
    [
      'a point at 0, 0',
      'walk.gpx',
      gpx(trk([WAY[0] ?? [0, 0], [0, 0], ...WAY.slice(1)])),
      'has a point at 0, 0, which is left out',
    ],
    [
      'waypoints alone',
      'walk.gpx',
      gpx(pointsOf('wpt', WAY)),
      'has no line, only 3 points: they are joined in their order, the longest jump is 18 km',
    ],
  ])('%s', async (_, name, content, message) => {
    const { points, messages } = await read(content, name)
    expect(messages).toEqual([expect.stringMatching(/^story\.yaml:14 {2}warning {2}the path walk/)])
    expect(messages[0]).toContain(message)
    expect(points?.some(([lon, lat]) => lon === 0 && lat === 0)).toBe(false)
  })
})

describe('a file without a way for the leg is refused', () => {
  const swapped = WAY.map(([lon, lat]): Point => [lat, lon])
  const shape = (type: string, coordinates: unknown) => JSON.stringify({ type, coordinates })
  it.each<[string, string, string, string]>([
    [
      'latitude first',
      'walk.geojson',
      geojson(swapped),
      'from “north” and “middle”: it begins at 4.2° N, 60.1° E — it has latitude first',
    ],
    [
      'latitude first, in the east',
      'walk.geojson',
      geojson([
        [60, 104],
        [61, 105],
      ]),
      'has latitude first: it begins with 60, 104',
    ],
    [
      'another continent',
      'walk.geojson',
      geojson([
        [-60, -30],
        [-61, -31],
      ]),
      'it begins at 30° S, 60° W — is it the file of another leg?',
    ],
    ['one polygon', 'walk.geojson', shape('Polygon', [[...WAY, WAY[0]]]), 'has no line: it holds one polygon'],
    ['one point', 'walk.geojson', shape('Point', WAY[0]), 'has no line: it holds one point'],
    [
      'a link',
      'walk.kml',
      kml('<NetworkLink><Link><href>https://example.org/a.kml</href></Link></NetworkLink>'),
      'it holds a link to another file: save that one',
    ],
    ['TopoJSON', 'walk.json', '{"type":"Topology","objects":{},"arcs":[]}', 'it holds TopoJSON: save it as GeoJSON'],
    [
      'metres',
      'walk.geojson',
      geojson([
        [467000, 8400000],
        [512000, 8450000],
      ]),
      'is in metres, of Web Mercator',
    ],
    ['half a JSON', 'walk.geojson', geojson(WAY).slice(0, 90), 'is cut off in the middle'],
    ['half a GPX', 'walk.gpx', gpx(trk(WAY)).slice(0, 150), 'is cut off in the middle'],
    ['half a KML', 'walk.kml', kml(placemark('x', WAY)).slice(0, 150), 'is cut off in the middle'],
    ['a web page', 'walk.kml', '<html><body>Sign in</body></html>', 'is not KML: it begins with <html>'],
    ['no JSON', 'walk.json', 'hello', 'is not GeoJSON: it cannot be read as JSON'],
  ])('%s', async (_, name, content, message) => {
    const { messages } = await read(content, name)
    expect(messages).toEqual([expect.stringMatching(/^story\.yaml:14 {2}error {2}the path walk/)])
    expect(messages[0]).toContain(message)
  })
})
