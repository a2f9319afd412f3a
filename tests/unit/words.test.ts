// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../../src/', import.meta.url))

/** Words by which one story would be known in the engine, its languages or its comments. */
const OF_STORIES =
  /\b(belarus(?!ian)\w*|minsk|lukashenko|tikhanovskaya|kolesnikova|bialiatski|chernihiv|vilnius|warsaw|homel|horki|potash|prison\w*|prisoner\w*|sanctions?|pardon\w*|released|freed|seville|magellan|elcano|exact road|had stayed)\b/gi

/** Natural Earth's borders are corrected by name, and seas have theirs; the site says which story is its first. */
const DATA = ['site.ts', 'cartography/atlas/seas.ts']

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(tsx?|css)$/.test(file) && !file.startsWith('stories') && !DATA.includes(file),
)

it.each(files)('%s knows no story', (file) => {
  expect(readFileSync(join(SRC, file), 'utf8').match(OF_STORIES) ?? []).toEqual([])
})
