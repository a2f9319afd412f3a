// @vitest-environment node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importText } from './import-text.ts'

const slide = (name: string, lat: unknown, lon: unknown, rest: object = {}) => ({
  location: { name, lat, lon, zoom: 10, line: true },
  text: { headline: `At ${name}`, text: `<p>About ${name}.</p>` },
  ...rest,
})

const OVERVIEW = {
  type: 'overview',
  text: { headline: 'The <b>voyage</b>', text: 'Where it went.' },
  media: { url: '' },
}

function storyMap(slides: object[], rest: object = {}, outside: object = {}): string {
  return JSON.stringify({
    ...outside,
    storymap: { map_type: 'stamen:toner-lite', map_as_image: false, slides, ...rest },
  })
}

describe('StoryMapJS', () => {
  it('has an overview, places and lines, and reads coordinates that are text', async () => {
    const { errors, story, words } = await importText(
      'voyage.json',
      storyMap([
        OVERVIEW,
        slide('Sanlúcar', '36.78', '-6.35', { date: '1519-09-20' }),
        slide('Tenerife', 28.29, -16.63, { date: 'October 1519' }),
        slide('Sanlúcar', 36.78, -6.35, { date: '1522' }),
      ]),
    )
    expect(errors).toEqual([])
    expect(words?.front).toMatchObject({ headline: 'The voyage', dek: 'Where it went.' })
    expect(story?.file).toMatchObject({
      places: { sanlucar: { lat: 36.78, lon: -6.35 }, tenerife: { lat: 28.29, lon: -16.63 } },
      legs: [
        { from: 'sanlucar', to: 'tenerife', step: 'at-tenerife' },
        { from: 'tenerife', to: 'sanlucar', step: 'at-sanlucar-2' },
      ],
    })
    expect(words?.front.places).toEqual({ sanlucar: 'Sanlúcar', tenerife: 'Tenerife' })
    expect(Object.keys(story?.file.places ?? {})).toHaveLength(2)
  })

  it('draws no way where the map drew no line', async () => {
    const slides = [slide('A', 1, 1, { date: '1901' }), slide('B', 2, 2, { date: '1902' })]
    expect((await importText('a.json', storyMap(slides))).story?.file.legs).toHaveLength(1)
    expect((await importText('a.json', storyMap(slides, {}, { show_lines: false }))).story?.file.legs).toEqual([])
    const off = { ...slides[1], location: { name: 'B', lat: 2, lon: 2, line: false } }
    expect((await importText('a.json', storyMap([slides[0] ?? {}, off]))).story?.file.legs).toEqual([])
  })

  it('a zoom is a view around the place, as wide as StoryMapJS showed it', async () => {
    const { story } = await importText('zoom.json', storyMap([slide('A', 60, 10, { date: '1901' })]))
    const [west = 0, south = 0, east = 0, north = 0] = story?.file.steps[0]?.view ?? []
    expect((west + east) / 2).toBeCloseTo(10, 2)
    expect(east - west).toBeCloseTo((3 * 360) / 1024, 2)
    expect((south + north) / 2).toBeCloseTo(60, 1)
    // In metres: a degree of longitude at 60° north is half of one of latitude.
    expect((north - south) / ((east - west) / 2)).toBeCloseTo(2.5 / 3, 1)
  })

  it('keeps words that are no date on a step without one, and the order of the slides', async () => {
    const {
      folder = '',
      printed,
      problems,
    } = await importText(
      'storm.json',
      storyMap([
        slide('A', 1, 1, { date: 'Aug. 23rd, before dawn' }),
        slide('B', 2, 2, { date: '24 August 2005' }),
        slide('C', 3, 3, { date: '1990' }),
        slide('D', 4, 4),
      ]),
    )
    const yaml = readFileSync(join(folder, 'story.yaml'), 'utf8')
    expect(yaml).toContain('- { id: at-a, place: a,')
    expect(yaml).toContain('- { id: at-b, date: 2005-08-24, place: b,')
    expect(yaml).toContain('- { id: at-d, place: d,')
    expect(readFileSync(join(folder, 'en.md'), 'utf8')).toMatch(
      /dates:\n {2}at-a: Aug\. 23rd, before dawn\n {2}at-c: "1990"/,
    )
    expect(printed).toMatch(/the date 1990 is before that of an earlier slide and stands as words \(slides\[2\]\)/)
    const errors = problems.filter(({ severity }) => severity === 'error')
    expect(errors).toEqual([])
  })

  it('in the package that its editor exports brings its pictures along', async () => {
    const url = '//example.org/storymapjs/1/voyage/_images/quay.jpg'
    const shown = slide('A', 1, 1, { date: '1901', media: { url, caption: 'The quay', credit: 'C. D.' } })
    const { errors, words, files } = await importText(
      'storymap.zip',
      zipSync({
        'metadata.json': strToU8('{}'),
        'draft.json': strToU8(storyMap([OVERVIEW, slide('Draft', 1, 1)])),
        'published.json': strToU8(storyMap([OVERVIEW, shown])),
        '_images/quay.jpg': strToU8('picture'),
      }),
    )
    expect(errors).toEqual([])
    expect(words?.steps['at-a']?.body[1]).toMatchObject({ media: [{ src: 'quay.jpg', caption: 'The quay.' }] })
    expect(files).toContain('quay.jpg')
  })

  it('takes a second overview, as some end with, as a step without a place', async () => {
    const { folder = '', printed } = await importText('a.json', storyMap([OVERVIEW, slide('A', 1, 1), OVERVIEW]))
    expect(readFileSync(join(folder, 'story.yaml'), 'utf8')).toContain('- { id: the-voyage }')
    expect(printed).toMatch(/to decide +a second overview: it is a step without a place \(slides\[2\]\)/)
  })

  it.each([
    [
      'a picture instead of a map',
      storyMap([slide('A', 1, 1)], { map_type: 'zoomify', map_as_image: true }),
      /is a StoryMap on a picture instead of a map/,
    ],
    ['no slides', storyMap([OVERVIEW]), /has no events/],
    [
      'swapped coordinates',
      storyMap([slide('A', 139.69, 35.68)]),
      /slides\[0\]: latitude and longitude are the wrong way round — write latitude 35\.68/,
    ],
    [
      'a latitude in words',
      storyMap([slide('A', 'north', 35.68)]),
      /slides\[0\]: latitude “north”, longitude “35\.68” is no position/,
    ],
  ])('bad input gets one message: %s', async (_, text, message) => {
    expect((await importText('bad.json', text)).errors).toEqual([expect.stringMatching(message)])
  })
})
