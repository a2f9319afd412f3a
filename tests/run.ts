/**
 * Every test: check, types, lint, dead code and the builds, unit and component tests, the built site in a real browser,
 * then the package and three engines. Prints `N passed, N failed` as the
 * last line and exits 1 on a failure.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { findBrowser, howToInstall } from './browser/find-browser.ts'

interface Options {
  /** Whether its lines are printed as they come; of commands that run beside others only when they are done */
  live?: boolean
  env?: Record<string, string>
}

interface Count {
  passed: number
  failed: number
}

const reports = await mkdtemp(join(tmpdir(), 'datelines-tests-'))
const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})
const countsReport = z.object({ passed: z.number(), failed: z.number() })

// What keeps one core busy runs beside something else.
const [[built, site], ...counts] = await Promise.all([
  builds(),
  one('check', ['npm', 'run', '--silent', 'check']),
  one('types', ['npx', 'tsc', '--noEmit']),
  one('lint', ['npm', 'run', '--silent', 'lint']),
])
counts.push(built, site)
counts.push(
  await many(
    'unit and component tests',
    ['npx', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/vitest.json`],
    async () => {
      const report = vitestReport.parse(JSON.parse(await readFile(join(reports, 'vitest.json'), 'utf8')))
      return { passed: report.numPassedTests, failed: report.numFailedTests }
    },
    { live: true },
  ),
)
if (built.failed + site.failed === 0) {
  counts.push(await browserTests())
  counts.push(
    ...(await Promise.all([
      many('package', ['npx', 'tsx', 'tests/package/run.ts', join(reports, 'package.json')], async () =>
        countsReport.parse(JSON.parse(await readFile(join(reports, 'package.json'), 'utf8'))),
      ),
      many('three engines', ['npx', 'tsx', 'tests/engines/run.ts', join(reports, 'engines.json')], async () =>
        countsReport.parse(JSON.parse(await readFile(join(reports, 'engines.json'), 'utf8'))),
      ),
    ])),
  )
}

const total = counts.reduce((sum, count) => ({ passed: sum.passed + count.passed, failed: sum.failed + count.failed }))
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

/** Our stories, then the story of the browser tests. */
async function builds(): Promise<[Count, Count]> {
  const build = ['npm', 'run', '--silent', 'build']
  return [await one('build', build), await one('build of the tests’ site', [...build, '--', '--root', 'tests/site'])]
}

async function browserTests(): Promise<Count> {
  const browser = await findBrowser()
  if (!browser) {
    console.error(`No Chromium was found and none could be installed. Run: ${howToInstall('chromium')}`)
    return { passed: 0, failed: 1 }
  }
  return many(
    'browser tests',
    ['npx', 'playwright', 'test', '--config', 'tests/browser/playwright.config.ts'],
    async () => {
      const { stats } = playwrightReport.parse(JSON.parse(await readFile(join(reports, 'playwright.json'), 'utf8')))
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
    },
    {
      live: true,
      env: {
        DATELINES_TEST_SITE_BUILT: 'yes',
        DATELINES_BROWSER: browser,
        PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'playwright.json'),
      },
    },
  )
}

/** A command that either holds or does not. */
async function one(name: string, command: string[]): Promise<Count> {
  return (await run(name, command)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A command with tests of its own to count; one that leaves no report, or fails in spite of it, is a failure. */
async function many(
  name: string,
  command: string[],
  count: () => Promise<Count>,
  options: Options = {},
): Promise<Count> {
  const code = await run(name, command, options)
  const counted = await count().catch(() => ({ passed: 0, failed: 1 }))
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

function run(name: string, [command = '', ...args]: string[], { live = false, env }: Options = {}): Promise<number> {
  const heading = `\n— ${name}`
  if (live) console.log(heading)
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    const said: string[] = []
    for (const output of [child.stdout, child.stderr]) output?.on('data', (data) => said.push(String(data)))
    child.on('error', () => resolve(1))
    child.on('close', (code) => {
      if (!live) console.log(`${heading}\n${said.join('').trimEnd()}`)
      resolve(code ?? 1)
    })
  })
}
