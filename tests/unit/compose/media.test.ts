// @vitest-environment node
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  FilePathTarget,
  Mp3OutputFormat,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { loadEditions } from '../../../src/compose/editions.ts'
import { mediumAt } from '../../../src/compose/media.ts'
import { MEDIA, printStory } from '../compose-story.ts'
import { makeStoryFolder } from '../make-story-folder.ts'

const SHOWN = '![Boats](quay.jpg "The quay. Credit: Ann Skipper")'

function folderWith(text: string): string {
  return makeStoryFolder(['It blew for a night. [@A1]', `It blew for a night. [@A1]\n\n${text}`])
}

async function photograph(path: string, width: number, height: number) {
  const noise = sharp({ create: { width, height, channels: 3, background: '#889' } })
  await noise.jpeg().withMetadata({ orientation: 1 }).toFile(path)
}

it('a picture is offered in modern formats and widths, never wider than it is, with its size and whose it is', async () => {
  const folder = folderWith(SHOWN)
  await photograph(join(folder, 'quay.jpg'), 1000, 500)
  const { page, embed } = await printStory(folder)
  for (const [print, home] of [
    [page, './'],
    [embed, '../'],
  ] as const) {
    const [picture = ''] = /<picture>.*?<\/picture>/s.exec(print) ?? []
    expect(picture).toMatch(/type="image\/avif" srcSet="[^"]+ 480w, [^"]+ 960w, [^"]+ 1000w".*type="image\/webp"/)
    expect(picture).toMatch(/alt="Boats" width="1000" height="500" loading="lazy"/)
    expect(picture).toContain(`src="${home}media/quay-`)
  }
  expect(page).toMatch(/<figcaption>The quay\. <span[^>]*>Ann Skipper<\/span>/)
  const [edition] = await loadEditions(join(folder, '..'), { media: MEDIA })
  expect(edition?.media).toHaveLength(7)
  for (const file of edition?.media ?? []) expect(existsSync(join(MEDIA, file)), file).toBe(true)
})

it('what a camera notes of a place is not published', async () => {
  const folder = folderWith(SHOWN)
  const exif = { IFD0: { Copyright: 'Ann' }, IFD3: { GPSLatitude: '60/1 10/1 0/1', GPSLatitudeRef: 'N' } }
  await sharp({ create: { width: 40, height: 30, channels: 3, background: '#123' } })
    .jpeg()
    .withExif(exif)
    .toFile(join(folder, 'quay.jpg'))
  const [edition] = await loadEditions(join(folder, '..'), { media: MEDIA })
  const files = edition?.media ?? []
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) expect((await sharp(join(MEDIA, file)).metadata()).exif, file).toBeUndefined()
})

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">'

it('an SVG stands in page and embed themselves, with its alternative text and size, and asks for no file', async () => {
  const folder = folderWith(SHOWN.replace('quay.jpg', 'quay.svg').replace('Boats', 'Boats & “nets”'))
  writeFileSync(join(folder, 'quay.svg'), `${SVG}<path d="M0 0h9"/><text>Ebb</text></svg>`)
  const { page, embed } = await printStory(folder)
  for (const print of [page, embed])
    expect(print).toMatch(
      /<svg role="img" aria-label="Boats &amp; “nets”" class="svg-\w+" width="300" height="200" viewBox="0 0 300 200"><path d="M0 0h9"\/><text>Ebb<\/text><\/svg>/,
    )
  const [edition] = await loadEditions(join(folder, '..'), { media: MEDIA })
  expect(edition?.media).toEqual([])
})

it('an SVG that cannot be in a page stops the build, with file and line', async () => {
  const folder = folderWith(SHOWN.replace('quay.jpg', 'quay.svg'))
  writeFileSync(join(folder, 'quay.svg'), `${SVG}\n\n<script>alert(1)</script></svg>`)
  await expect(loadEditions(join(folder, '..'), { media: MEDIA })).rejects.toThrow(
    /quay\.svg:3 {2}error {2}<script> cannot be in a drawing — take it out: nothing in a drawing runs/,
  )
})

it('an SVG whose parts refer to each other is shown once only, others as often as one likes', async () => {
  const shown = SHOWN.replace('quay.jpg', 'quay.svg')
  const folder = folderWith(`${shown}\n\nAnd again: [@A1]\n\n${shown}`)
  writeFileSync(join(folder, 'quay.svg'), `${SVG}<path d="M0 0h9"/></svg>`)
  const { page } = await printStory(folder)
  expect(page.match(/<path d="M0 0h9"/g)).toHaveLength(2)
  writeFileSync(join(folder, 'quay.svg'), `${SVG}<path id="a" d="M0 0h9"/><use href="#a"/></svg>`)
  await expect(loadEditions(join(folder, '..'), { media: MEDIA })).rejects.toThrow(
    /en\.md:\d+ {2}error {2}quay\.svg is shown twice/,
  )
})

it('a film loads nothing before it is played, and has its words', async () => {
  const folder = folderWith(SHOWN.replace('quay.jpg', 'quay.mp4'))
  await record(join(folder, 'quay.mp4'))
  writeFileSync(join(folder, 'quay.vtt'), 'WEBVTT\n')
  const { page } = await printStory(folder)
  expect(page).toMatch(
    /<video src="\.\/media\/quay-[\w-]+\.mp4" aria-label="Boats"[^>]* preload="none"><track kind="captions" src="\.\/media\/quay-\w+\.vtt" srcLang="en-GB"/,
  )
})

it.each(['quay.mp4', 'quay.m4a', 'quay.webm', 'quay.mp3'])(
  'where %s was recorded, and on what, is not published; its sound is',
  async (name) => {
    const folder = folderWith(SHOWN.replace('quay.jpg', name))
    await record(join(folder, name))
    writeFileSync(join(folder, 'quay.vtt'), 'WEBVTT\n')
    const noted = [HERE, DEVICE, ...(hasPictures(name) ? [ROOM] : [])]
    const before = readFileSync(join(folder, name), 'latin1')
    for (const note of noted) expect(before).toContain(note)
    const [edition] = await loadEditions(join(folder, '..'), { media: MEDIA })
    const file = edition?.media.find((made) => made.endsWith(name.slice(-4))) ?? ''
    const after = readFileSync(join(MEDIA, file), 'latin1')
    for (const note of noted) expect(after).not.toContain(note)
    expect(after).toContain(SOUND.toString('latin1'))
  },
)

it.each([
  ['is none', async (path: string) => writeFileSync(path, 'no film')],
  [
    'is cut off',
    async (path: string) => {
      await record(path)
      writeFileSync(path, readFileSync(path).subarray(0, 1000))
    },
  ],
])('a film that %s stops the build and is named', async (_, write) => {
  const folder = folderWith(SHOWN.replace('quay.jpg', 'quay.mp4'))
  await write(join(folder, 'quay.mp4'))
  writeFileSync(join(folder, 'quay.vtt'), 'WEBVTT\n')
  await expect(loadEditions(join(folder, '..'), { media: MEDIA })).rejects.toThrow(
    /quay\.mp4 is no film or sound that can be read/,
  )
})

it('a portrait is offered in modern formats, cut to its shape, without what the camera noted', async () => {
  const folder = makeStoryFolder(
    ['way: [first] }', 'way: [first], portrait: { file: ann.jpg, credit: Island Post } }'],
    ['became: At sea again.', 'became: At sea again., alt: A woman in oilskins'],
  )
  await sharp({ create: { width: 1000, height: 800, channels: 3, background: '#123' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Ann' }, IFD3: { GPSLatitude: '60/1 10/1 0/1', GPSLatitudeRef: 'N' } })
    .toFile(join(folder, 'ann.jpg'))
  const { page } = await printStory(folder)
  const [portrait = ''] = /<picture>.*?<\/picture>/s.exec(page) ?? []
  expect(portrait).toMatch(/type="image\/avif" srcSet="[^"]+ 96w, [^"]+ 192w, [^"]+ 288w" sizes="96px"/)
  expect(portrait).toMatch(/src="\.\/media\/ann-portrait-\w+\.jpg" alt="A woman in oilskins" width="96" height="120"/)
  const [edition] = await loadEditions(join(folder, '..'), { media: MEDIA })
  const files = edition?.media ?? []
  expect(files).toHaveLength(7)
  for (const file of files) {
    const { exif, width = 0, height = 0 } = await sharp(join(MEDIA, file)).metadata()
    expect(exif, file).toBeUndefined()
    expect(height / width, file).toBe(1.25)
  }
})

it('a picture that is none stops the build and is named', async () => {
  const folder = folderWith(SHOWN)
  writeFileSync(join(folder, 'quay.jpg'), 'no picture')
  await expect(loadEditions(join(folder, '..'), { media: MEDIA })).rejects.toThrow(
    /quay\.jpg is no picture that can be read/,
  )
})

it('two pictures of different shapes are not compared, and are named with their sizes', async () => {
  const folder = folderWith(`${SHOWN} | ${SHOWN.replace('quay.jpg', 'night.jpg')}`)
  await photograph(join(folder, 'quay.jpg'), 100, 50)
  await photograph(join(folder, 'night.jpg'), 100, 60)
  const load = loadEditions(join(folder, '..'), { media: MEDIA })
  await expect(load).rejects.toThrow(/quay\.jpg \(100 × 50\) and night\.jpg \(100 × 60\) cannot be compared/)
})

it('while developing a page is given what was made for it', async () => {
  const folder = folderWith(SHOWN)
  await photograph(join(folder, 'quay.jpg'), 100, 50)
  const [edition] = await loadEditions(join(folder, '..'), { media: MEDIA })
  const made = edition?.media.find((file) => file.endsWith('.jpg'))
  expect(mediumAt(`/islands/media/${made}`)).toBe(made)
  expect(mediumAt(`/islands/be/media/${made}`)).toBe(made)
  expect(mediumAt('/islands/embed/')).toBeUndefined()
})

/** What a phone notes in a film: where it is, itself, and what its owner has called the track. */
const [HERE, DEVICE, ROOM] = ['+60.1000+004.2000/', 'Pixel 9', 'The garden at home']

/** A frame of MP3, 417 bytes long, which other containers take for sound too. */
const SOUND = Buffer.from([0xff, 0xfb, 0x90, 0x00, ...Array.from({ length: 413 }, (_, i) => i % 251)])

const hasPictures = (name: string) => /\.(mp4|webm)$/.test(name)

const CONTAINERS = {
  mp4: { format: () => new Mp4OutputFormat({ metadataFormat: 'udta' }), codec: 'aac', place: '©xyz' },
  m4a: {
    format: () => new Mp4OutputFormat({ metadataFormat: 'mdta' }),
    codec: 'aac',
    place: 'com.apple.quicktime.location.ISO6709',
  },
  webm: { format: () => new WebMOutputFormat(), codec: 'opus', place: 'LOCATION' },
  mp3: { format: () => new Mp3OutputFormat(), codec: 'mp3', place: 'TXXX' },
} as const

/** Writes a film or sound of a few frames, by its ending, with what a phone notes. */
async function record(path: string) {
  const ending = /(?:mp4|m4a|webm|mp3)$/.exec(path)?.[0]
  const { format, codec, place } = Object.entries(CONTAINERS).find(([name]) => name === ending)?.[1] ?? CONTAINERS.mp4
  const output = new Output({ format: format(), target: new FilePathTarget(path) })
  output.setMetadataTags({ comment: DEVICE, raw: { [place]: HERE } })
  const [pictures, sound] = [new EncodedVideoPacketSource('vp9'), new EncodedAudioPacketSource(codec)]
  if (hasPictures(path)) output.addVideoTrack(pictures, { name: ROOM })
  output.addAudioTrack(sound)
  await output.start()
  if (hasPictures(path))
    await pictures.add(new EncodedPacket(Uint8Array.of(1, 2, 3), 'key', 0, 0.2), {
      decoderConfig: { codec: 'vp09.00.10.08', codedWidth: 16, codedHeight: 16 },
    })
  const description = codec === 'aac' ? { description: Uint8Array.of(0x12, 0x10) } : {}
  const decoderConfig = { codec: codec === 'aac' ? 'mp4a.40.2' : codec, numberOfChannels: 2, sampleRate: 48_000 }
  for (let i = 0; i < 8; i += 1)
    await sound.add(new EncodedPacket(SOUND, 'key', i * 0.024, 0.024), {
      decoderConfig: { ...decoderConfig, ...description },
    })
  await output.finalize()
}
