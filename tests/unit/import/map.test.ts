// @vitest-environment node
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importText } from './import-text.ts'

const KML = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>The crossing</name>
<description>Three islands.</description>
<Folder><name>Before</name>
<Placemark><name>North</name><description><![CDATA[<img src="https://example.org/n.jpg"/><br>It <b>blew</b>. <a href="https://example.org/log">Log</a>]]></description>
<TimeStamp><when>2024-05-01</when></TimeStamp><styleUrl>#icon-1</styleUrl><Point><coordinates>4.2,60.1,0</coordinates></Point></Placemark></Folder>
<Folder><name>After</name>
<Placemark><name>South</name><ExtendedData><Data name="Date"><value>3 May 2024</value></Data><Data name="Wind"><value>9</value></Data></ExtendedData><Point><coordinates>4.9,60.0</coordinates></Point></Placemark>
<Placemark><name>The way</name><TimeSpan><begin>2024-05-03</begin><end>2024-05-04</end></TimeSpan><LineString><coordinates>4.2,60.1 4.4,60.2 4.9,60.0</coordinates></LineString></Placemark>
<Placemark><name>Area</name><Polygon><outerBoundaryIs><LinearRing><coordinates>1,1 2,2 3,1 1,1</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder>
</Document></kml>`

const GPX = `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><metadata><name>A walk</name></metadata>
<wpt lat="60.2" lon="4.4"><name>Hut</name><desc>Rest.</desc><time>2024-05-01T10:30:00Z</time></wpt>
<trk><name>Up</name><trkseg><trkpt lat="60.1" lon="4.2"><time>2024-05-01T08:00:00Z</time></trkpt><trkpt lat="60.15" lon="4.35"/><trkpt lat="60.2" lon="4.4"><time>2024-05-01T10:00:00Z</time></trkpt></trkseg></trk></gpx>`

const point = (coordinates: unknown[], properties: object) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties,
})
const geoJson = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', name: 'The map', features })

describe('maps', () => {
  it.each([
    ['KML', KML],
    ['KMZ', zipSync({ 'doc.kml': strToU8(KML) })],
  ])(
    '%s, as Google My Maps exports it: points are places, a line is a way with a track, folders are phases',
    async (_, content) => {
      const { errors, story, words, printed } = await importText('map.bin', content)
      expect(errors).toEqual([])
      expect(words?.front).toMatchObject({
        headline: 'The crossing',
        dek: 'Three islands.',
        places: { north: 'North', south: 'South' },
      })
      expect(story?.file).toMatchObject({
        phases: ['before', 'after'],
        places: { north: { lat: 60.1, lon: 4.2 }, south: { lat: 60, lon: 4.9 } },
        steps: [
          { id: 'north', date: '2024-05-01', place: 'north', phase: 'before' },
          { id: 'south', date: '2024-05-03', place: 'south' },
          { id: 'the-way', date: '2024-05-03/2024-05-04', place: 'south' },
        ],
        legs: [{ from: 'north', to: 'south', step: 'the-way', path: 'the-way.geojson' }],
        sources: { L1: { title: 'Log', url: 'https://example.org/log' } },
      })
      expect(story?.paths).toEqual({
        'north-south': [
          [4.2, 60.1],
          [4.4, 60.2],
          [4.9, 60],
        ],
      })
      expect(printed).toMatch(/left out +areas and collections, which a story cannot show \(Area\)/)
      expect(printed).toMatch(/left out +the field “Wind”/)
      expect(printed).toContain('put https://example.org/n.jpg beside story.yaml as n.jpg')
    },
  )

  it('GPX: waypoints and tracks, with times in UTC', async () => {
    const { errors, story, words, printed } = await importText('walk.gpx', GPX)
    expect(errors).toEqual([])
    expect(words?.front.headline).toBe('A walk')
    expect(story?.file).toMatchObject({
      steps: [
        { id: 'up', date: '2024-05-01T08:00Z', place: 'hut' },
        { id: 'hut', date: '2024-05-01T10:30Z', place: 'hut' },
      ],
      legs: [{ from: 'up-start', to: 'hut', path: 'up.geojson' }],
    })
    expect(printed).toContain('the zone of the story’s clock, as zone: Europe/Kyiv: times are in UTC')
  })

  it('GeoJSON: names, texts and dates under their usual properties', async () => {
    const { errors, story, words } = await importText(
      'map.geojson',
      geoJson(
        point([4.9, 60], { title: 'South', text: 'They came in.', date: '2024-05' }),
        point([4.2, 60.1, 12], { Name: 'North', description: 'It blew.', year: 2023 }),
      ),
    )
    expect(errors).toEqual([])
    expect(story?.file.steps).toMatchObject([
      { id: 'north', date: '2023' },
      { id: 'south', date: '2024-05' },
    ])
    expect(words?.steps['north']?.body).toHaveLength(1)
  })

  it('a line that names a step is a way of that step, any other is a step of its own', async () => {
    const line = (properties: object) => ({
      type: 'Feature',
      geometry: {
        type: 'LineString',
        coordinates: [
          [4.2, 60.1],
          [4.9, 60],
        ],
      },
      properties,
    })
    const { story } = await importText(
      'map.geojson',
      geoJson(
        { ...point([4.2, 60.1], { name: 'North', date: '2023', step: 'south' }), id: 'north' },
        { ...point([4.9, 60], { name: 'South', date: '2024' }), id: 'south' },
        line({ step: 'south', amount: '~40', status: 'reported' }),
        line({ name: 'Back', date: '2025', step: 'nowhere' }),
      ),
    )
    expect(story?.file.steps.map(({ id }) => id)).toEqual(['north', 'south', 'back'])
    expect(story?.file.legs).toMatchObject([
      { from: 'north', to: 'south', step: 'south', amount: [40, 40], status: 'reported' },
      { step: 'back', status: 'happened' },
    ])
  })

  it.each([
    [
      'a link to another map',
      '<kml><Document><NetworkLink><Link><href>http://www.google.com/maps/d/kml?mid=x</href></Link></NetworkLink></Document></kml>',
      /holds only a link to the map, not the map itself — in Google My Maps choose Export to KML/,
    ],
    [
      'latitude first',
      geoJson(point([35.6, 139.7], { name: 'A' })),
      /features\[0\]: latitude and longitude are the wrong way round — write latitude 35\.6, longitude 139\.7/,
    ],
    ['metres', geoJson(point([467000, 6650000], { name: 'A' })), /features\[0\]: .*is not on the globe/],
    [
      'only areas',
      geoJson({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [] }, properties: {} }),
      /has no points and no lines/,
    ],
    ['XML cut off', KML.slice(0, 300), /is cut off in the middle/],
    ['other XML', '<rss></rss>', /is XML of another kind than KML or GPX/],
    ['TopoJSON', '{"type":"Topology","arcs":[]}', /is TopoJSON — save it as GeoJSON/],
  ])('bad input gets one message: %s', async (_, text, message) => {
    expect((await importText('bad.bin', text)).errors).toEqual([expect.stringMatching(message)])
  })
})
