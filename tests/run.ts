/**
 * Every test, in the order in which a failure is cheapest to read: check, types, lint, dead code, unit and component
 * tests, then the package, and the built site in a real browser and in three engines. Prints `N passed, N failed` as the
 * last line and exits 1 on a failure.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { findBrowser, howToInstall } from './browser/find-browser.ts'

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

const counts: Count[] = []
counts.push(await one('check', ['npm', 'run', '--silent', 'check']))
counts.push(await one('types', ['npx', 'tsc', '--noEmit']))
counts.push(await one('lint', ['npm', 'run', '--silent', 'lint']))
counts.push(
  await many(
    'unit and component tests',
    ['npx', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/vitest.json`],
    async () => {
      const report = vitestReport.parse(JSON.parse(await readFile(join(reports, 'vitest.json'), 'utf8')))
      return { passed: report.numPassedTests, failed: report.numFailedTests }
    },
  ),
)
const built = await one('build', ['npm', 'run', '--silent', 'build'])
counts.push(built)
if (built.failed === 0) {
  counts.push(
    await many('package', ['npx', 'tsx', 'tests/package/run.ts', join(reports, 'package.json')], async () =>
      countsReport.parse(JSON.parse(await readFile(join(reports, 'package.json'), 'utf8'))),
    ),
  )
  counts.push(await browserTests())
  counts.push(
    await many('three engines', ['npx', 'tsx', 'tests/engines/run.ts', join(reports, 'engines.json')], async () =>
      countsReport.parse(JSON.parse(await readFile(join(reports, 'engines.json'), 'utf8'))),
    ),
  )
}

const total = counts.reduce((sum, count) => ({ passed: sum.passed + count.passed, failed: sum.failed + count.failed }))
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

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
    { DATELINES_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'playwright.json') },
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
  env: Record<string, string> = {},
): Promise<Count> {
  const code = await run(name, command, env)
  const counted = await count().catch(() => ({ passed: 0, failed: 1 }))
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

function run(name: string, [command = '', ...args]: string[], env: Record<string, string> = {}): Promise<number> {
  console.log(`\n— ${name}`)
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
