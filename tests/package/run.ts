/**
 * Uses the package as a newsroom does: packs it, installs it into an empty folder and runs its commands there. Prints a line
 * for each test; the counts go to the file that the first argument names, as JSON. Needs `npm run build`, whose scripts must
 * be those of a site built with the package.
 */
import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify, stripVTControlCharacters } from 'node:util'

const ENGINE = fileURLToPath(new URL('../..', import.meta.url))
const workshop = mkdtempSync(join(tmpdir(), 'datelines-package-'))
/** The newsroom's folder. Spaces and letters beyond ASCII must not matter. */
const newsroom = join(workshop, 'redakcja ł')
const installed = join(newsroom, 'node_modules/datelines')
const words = join(newsroom, 'stories/sea-voyage/en.md')
const counts = { passed: 0, failed: 0 }

mkdirSync(newsroom)
process.on('exit', () => {
  allowWriting(true)
  rmSync(workshop, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))

await test('the package has no tests and no stories, and can be installed', async () => {
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', workshop], ENGINE)
  writeFileSync(join(newsroom, 'package.json'), '{}')
  const quick = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund']
  await run('npm', ['install', ...quick, join(workshop, packed.trim().split('\n').at(-1) ?? '')])
  const foreign = filesIn(installed).filter((file) =>
    /^(tests|src\/stories|\.datelines)\b|\.test\.|\.spec\./.test(file),
  )
  assert.deepEqual(foreign, [])
})
if (counts.failed) finish()
allowWriting(false)
const before = stateOf(installed)

await test('an unknown command and an unknown option are named, with the nearest', async () => {
  await assert.rejects(datelines('chek'), /no command “chek” — did you mean “check”/)
  await assert.rejects(datelines('build', '--roof', '.'), /no option --roof — did you mean “root”/)
})

await test('a wrong setting is one message with file and key', async () => {
  configure("{ nmae: 'The Post' }")
  await assert.rejects(datelines('check'), /datelines\.config\.ts: unknown key “nmae” — did you mean “name”\?/)
  configure("{ name: 'The Post', framedBy: ['news.example.org'] }")
  await assert.rejects(datelines('check'), /datelines\.config\.ts: framedBy.*write https:\/\/news\.example\.org/)
})

await test('new begins a story, which check finds nothing wrong with', async () => {
  configure("{ name: 'The Post' }")
  const said = await run('npx', ['datelines', 'new', 'sea-voyage'])
  assert.match(said, /stories\/sea-voyage/)
  assert.match(readFileSync(words, 'utf8'), /headline:/)
  assert.match(await datelines('check'), /No problems in 1 story/)
})

await test('a mistake has the file’s path from the newsroom’s folder', async () => {
  const text = readFileSync(words, 'utf8')
  writeFileSync(words, text.replaceAll('[@A1]', '[@A9]'))
  await assert.rejects(datelines('check'), /(?<!\/)stories\/sea-voyage\/en\.md:\d+ {2}error/)
  writeFileSync(words, text)
})

await test('build makes the site, with the same scripts as our own', async () => {
  const facts = join(newsroom, 'stories/sea-voyage/story.yaml')
  await assert.rejects(datelines('build'), /All stories are drafts/)
  await assert.rejects(datelines('build', '--out', '.'), /has files that no build has made/)
  writeFileSync(facts, readFileSync(facts, 'utf8').replace('draft: true\n', ''))
  assert.match(
    await datelines('build'),
    /^Rendering sea-voyage\nNo url is set.*\nThe site is in dist: 1 story, of which 1 new or changed\.\n$/,
  )
  assert.deepEqual(scriptsIn(join(newsroom, 'dist')), scriptsIn(join(ENGINE, 'dist')))
})

await test('preview serves it', async () => {
  await serving('preview', async (address) => {
    const page = await textAt(`${address}sea-voyage/`)
    assert.ok(page.includes('The headline: what happened, and to whom'))
    assert.ok(page.includes('The Post'))
    assert.ok((await textAt(`${address}embed.js`)).includes('datelines-story'))
  })
})

await test('dev shows a changed word, and serves every module, style sheet and font of the page', async () => {
  await serving('dev', async (address) => {
    const page = await textAt(`${address}sea-voyage/`)
    const found = [...page.matchAll(/(?:src|href)="(\/[^"]+\.(?:tsx?|css))"|url\("(\/[^"]+)"\)/g)]
    const addresses = new Set(found.map(([, file, font]) => file ?? font ?? ''))
    assert.ok(addresses.size > 5)
    // A set grows while it is walked.
    for (const path of addresses) {
      const text = await textAt(new URL(path, address).href)
      const imports = /\.woff2/.test(path) ? [] : text.matchAll(/(?:from|import)\s*\(?\s*"(\/[^"]+)"/g)
      for (const [, imported = ''] of imports) addresses.add(imported)
    }
    writeFileSync(words, readFileSync(words, 'utf8').replace('what happened, and to whom', 'a ship is lost'))
    assert.ok((await textAt(`${address}sea-voyage/`)).includes('The headline: a ship is lost'))
  })
})

await test('a TimelineJS file becomes a draft that passes the check, and goes out again', async () => {
  const event = { start_date: { year: '1912' }, text: { headline: 'She sinks', text: '<p>At night.</p>' } }
  const timeline = { title: { text: { headline: 'A ship' } }, events: [event] }
  writeFileSync(join(newsroom, 'ship.json'), JSON.stringify(timeline))
  assert.match(await datelines('import', 'ship.json'), /stories\/a-ship is a draft/)
  assert.match(await datelines('check'), /^Errors: 0/m)
  assert.match(await datelines('export', 'a-ship', '--as', 'timelinejs', '--to', 'out'), /Written to out/)
  await assert.rejects(datelines('export', 'a-shop', '--as', 'csv'), /no story “a-shop” — did you mean “a-ship”/)
  assert.match(await datelines('new', '--sheet', 'empty.xlsx'), /is an empty sheet/)
  assert.ok(existsSync(join(newsroom, 'empty.xlsx')))
})

await test('nothing was written into the package', async () => assert.deepEqual(stateOf(installed), before))

finish()

function finish(): never {
  if (process.argv[2]) writeFileSync(process.argv[2], JSON.stringify(counts))
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  process.exit(counts.failed ? 1 : 0)
}

async function test(name: string, run: () => Promise<void>) {
  const start = performance.now()
  try {
    await run()
    counts.passed += 1
    console.log(`✓ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  } catch (error) {
    counts.failed += 1
    console.error(`✗ ${name}\n${error instanceof Error ? error.stack : error}`)
  }
}

/** Writes the newsroom's settings. */
function configure(settings: string) {
  const code = `import { defineConfig } from 'datelines'\n\nexport default defineConfig(${settings})\n`
  writeFileSync(join(newsroom, 'datelines.config.ts'), code)
}

/** Output of a command; throws what it printed if it fails. */
function datelines(...args: string[]): Promise<string> {
  return run(join(newsroom, 'node_modules/.bin/datelines'), args)
}

async function run(command: string, args: string[], cwd = newsroom): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(command, args, { cwd, env: environment() }).catch((error) => {
    throw new Error(`${error.stdout}${error.stderr}`)
  })
  return stdout + stderr
}

/** Of a newsroom that has set nothing else. */
function environment(): NodeJS.ProcessEnv {
  const { DATELINES_URL, DATELINES_CONTACT, NODE_ENV, ...env } = process.env
  return { ...env, NO_COLOR: '1' }
}

/** Runs a command that serves, and `visit` with its address. */
async function serving(command: string, visit: (address: string) => Promise<void>) {
  const script = join(installed, 'lib/cli/datelines.js')
  const child = spawn(process.execPath, [script, command, '--port', '0'], { cwd: newsroom, env: environment() })
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = ''
      const hear = (data: Buffer) => {
        said += stripVTControlCharacters(String(data))
        const [found] = /http:\/\/localhost:\d+\//.exec(said) ?? []
        if (found) resolve(found)
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.on('exit', () => reject(new Error(`${command} ended: ${said}`)))
    })
    await visit(address)
  } finally {
    child.kill()
  }
}

async function textAt(address: string): Promise<string> {
  const response = await fetch(address)
  assert.equal(response.status, 200, address)
  return response.text()
}

/** Hashes of the scripts in a built site, by path. */
function scriptsIn(site: string): Record<string, string> {
  const scripts = filesIn(site).filter((file) => /^(assets\/)?[^/]+\.js$/.test(file))
  const hashOf = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(site, file)))
      .digest('hex')
  return Object.fromEntries(scripts.map((file) => [file, hashOf(file)]))
}

/** Lets files and folders of the installed package be written to, or not. */
function allowWriting(allowed: boolean) {
  if (!existsSync(installed)) return
  for (const path of [
    installed,
    ...readdirSync(installed, { recursive: true, encoding: 'utf8' }).map((name) => join(installed, name)),
  ])
    chmodSync(path, allowed ? statSync(path).mode | 0o200 : statSync(path).mode & ~0o222)
}

function stateOf(folder: string): string[] {
  return filesIn(folder).map((file) => `${file} ${statSync(join(folder, file)).mtimeMs}`)
}

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => statSync(join(folder, name)).isFile()).sort()
}
