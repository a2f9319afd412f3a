import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { findJava } from '../find-java.ts'
import { expect, test } from '../page.ts'

const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url))
const VALIDATOR = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')

const report = z.object({
  messages: z.array(z.object({ url: z.string(), message: z.string(), extract: z.string().optional() })),
})

// It reads CSS too, but knows neither container queries nor half of SVG's properties.
const STYLE = 'CSS: .*'

test('every built page is valid HTML', () => {
  test.setTimeout(300_000)
  const java = findJava()
  expect(java, 'Java is needed. Run: sudo apt-get install default-jre-headless').toBeDefined()
  const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(10)
  const { stderr } = spawnSync(
    java ?? '',
    [
      // It runs for seconds: compiling its hot code well takes longer than running it.
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-Xss8m',
      '-jar',
      VALIDATOR,
      '--format',
      'json',
      '--errors-only',
      '--filterpattern',
      STYLE,
      ...pages.map((name) => join(DIST, name)),
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  )
  const { messages } = report.parse(JSON.parse(stderr))
  expect(messages.map(({ url, message, extract = '' }) => `${url.split('/dist/')[1]}: ${message} ${extract}`)).toEqual(
    [],
  )
})
