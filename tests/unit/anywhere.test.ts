// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { subset } from 'semver'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const asked = z.object({
  engines: z.object({ node: z.string() }).partial().optional(),
  /** For one kind of machine, and left out on the others */
  optional: z.boolean().default(false),
})
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'))

describe('the project can be built anywhere:', () => {
  it('every package runs on every Node that we say we run on', () => {
    const ours = asked.parse(read('package.json')).engines?.node ?? '*'
    const { packages } = z.object({ packages: z.record(z.string(), asked) }).parse(read('package-lock.json'))
    const narrower = Object.entries(packages)
      .filter(([, { optional }]) => !optional)
      .map(([name, { engines }]) => ({ name, node: engines?.node ?? '*' }))
      .filter(({ node }) => !subset(ours, node))
    expect(narrower).toEqual([])
  })

  it('no file is looked for under the address of another, which spells ä and spaces in its own way', () => {
    const code = ['src', 'tests/unit', 'tests/component', 'tests/browser', 'tests/bench']
      .flatMap((folder) =>
        readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((f) => join(folder, f)),
      )
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules'))
    expect(code.length).toBeGreaterThan(100)
    expect(code.filter((file) => /import\.meta\.url\)\.pathname/.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual(
      [],
    )
  })
})
