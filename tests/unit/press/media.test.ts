// @vitest-environment node
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, it, vi } from 'vitest'
import { loadEditions } from '../../../src/press/editions.ts'
import { MEDIA, mediumAt } from '../../../src/press/media.ts'
import { makeStoryFolder } from '../make-story-folder.ts'
import { printStory } from './print-story.ts'

const SHOWN = '![Boats](quay.jpg "The quay. Credit: Ann Skipper")'

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

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
  const [edition] = await loadEditions(join(folder, '..'))
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
  const [edition] = await loadEditions(join(folder, '..'))
  const files = edition?.media ?? []
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) expect((await sharp(join(MEDIA, file)).metadata()).exif, file).toBeUndefined()
})

it('a drawing is taken as it is, with its size', async () => {
  const folder = folderWith(SHOWN.replace('quay.jpg', 'quay.svg'))
  writeFileSync(
    join(folder, 'quay.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><path d="M0 0h9"/></svg>',
  )
  const { page } = await printStory(folder)
  expect(page).toMatch(/<picture><img src="\.\/media\/quay-\w+\.svg" alt="Boats" width="300" height="200"/)
})

it('a drawing with dark colours is there once more for either choice of the reader, beside the one that follows the device', async () => {
  const folder = folderWith(SHOWN.replace('quay.jpg', 'quay.svg'))
  const rules = (dark: string) => `<style>a{fill:#111}@media screen and ${dark}{a{fill:#eee}}</style>`
  const drawn = (dark: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2">${rules(dark)}</svg>`
  writeFileSync(join(folder, 'quay.svg'), drawn('(prefers-color-scheme: dark)'))
  const { page } = await printStory(folder)
  const [picture = ''] = /<picture>.*?<\/picture>/s.exec(page) ?? []
  expect(picture).toMatch(
    /<source data-scheme="light" media="not all" srcSet="\.\/media\/quay-\w+-light\.svg"\/><source data-scheme="dark" media="not all" srcSet="\.\/media\/quay-\w+-dark\.svg"\/><img src="\.\/media\/quay-\w+\.svg"/,
  )
  const [edition] = await loadEditions(join(folder, '..'))
  const read = (ending: string) =>
    readFileSync(join(MEDIA, edition?.media.find((file) => file.endsWith(ending)) ?? ''), 'utf8')
  expect(read('-dark.svg')).toBe(drawn('(min-width: 0)'))
  expect(read('-light.svg')).toBe(drawn('(max-width: 0)'))
})

it('a film loads nothing before it is played, and has its words', async () => {
  const folder = folderWith(SHOWN.replace('quay.jpg', 'quay.mp4'))
  writeFileSync(join(folder, 'quay.mp4'), 'film')
  writeFileSync(join(folder, 'quay.vtt'), 'WEBVTT\n')
  const { page } = await printStory(folder)
  expect(page).toMatch(
    /<video src="\.\/media\/quay-\w+\.mp4" aria-label="Boats"[^>]* preload="none"><track kind="captions" src="\.\/media\/quay-\w+\.vtt" srcLang="en-GB"/,
  )
})

it('a picture that is none stops the build and is named', async () => {
  const folder = folderWith(SHOWN)
  writeFileSync(join(folder, 'quay.jpg'), 'no picture')
  await expect(loadEditions(join(folder, '..'))).rejects.toThrow(/quay\.jpg is no picture that can be read/)
})

it('two pictures of different shapes are not compared, and are named with their sizes', async () => {
  const folder = folderWith(`${SHOWN} | ${SHOWN.replace('quay.jpg', 'night.jpg')}`)
  await photograph(join(folder, 'quay.jpg'), 100, 50)
  await photograph(join(folder, 'night.jpg'), 100, 60)
  const load = loadEditions(join(folder, '..'))
  await expect(load).rejects.toThrow(/quay\.jpg \(100 × 50\) and night\.jpg \(100 × 60\) cannot be compared/)
})

it('while developing a page is given what was made for it, and portraits from beside the story', async () => {
  const folder = folderWith(SHOWN)
  await photograph(join(folder, 'quay.jpg'), 100, 50)
  const [edition] = await loadEditions(join(folder, '..'))
  const made = edition?.media.find((file) => file.endsWith('.jpg'))
  expect(mediumAt(`/islands/media/${made}`, 'stories')).toBe(join(MEDIA, made ?? ''))
  expect(mediumAt(`/islands/be/media/${made}`, 'stories')).toBe(join(MEDIA, made ?? ''))
  expect(mediumAt('/islands/media/ann.jpg', 'stories')).toBe(join('stories', 'islands', 'ann.jpg'))
  expect(mediumAt('/islands/embed/', 'stories')).toBeUndefined()
})
