import { defineConfig } from '@playwright/test'
import { installed } from './find-browser.ts'

// Others when two runs share a machine.
const port = Number(process.env['DATELINES_TEST_PORT'] ?? 4519)
const shippedPort = port + 1

// `npm test` has built it.
const build = process.env['DATELINES_TEST_SITE_BUILT'] ? '' : 'npm run --silent build -- --root tests/site && '

const served = { cwd: '../..', reuseExistingServer: false, timeout: 600_000 }

/** Both sites, served as `npm run preview` serves them, in one real browser. */
export default defineConfig({
  testDir: '.',
  // What is heard, for a person to read; `--update-snapshots` writes it anew.
  snapshotPathTemplate: '{testDir}/heard/{arg}{ext}',
  outputDir: '../../.datelines/test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  use: {
    // What is not there shall not hold a test for two minutes.
    actionTimeout: 20_000,
    viewport: { width: 1280, height: 800 },
    // Nothing to wait for. What moves is looked at by tests that ask for it.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env['DATELINES_BROWSER'] ?? installed('chromium') ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // Letters as wide as on a phone: without a window Chromium would round the width of each.
        '--font-render-hinting=none',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Each visit would compile the same functions anew, and leave before it pays.
        '--js-flags=--invocation-count-for-maglev=1500',
      ],
    },
  },
  projects: [
    // The longest first: at the end short ones keep both workers busy.
    { name: 'shipped stories', testMatch: 'stories/*.spec.ts', use: { baseURL: `http://localhost:${shippedPort}/` } },
    { name: 'test site', testIgnore: 'stories/**', use: { baseURL: `http://localhost:${port}/` } },
  ],
  webServer: [
    {
      ...served,
      command: `${build}npm run --silent preview -- --root tests/site --port ${port}`,
      port,
    },
    { ...served, command: `npm run --silent preview -- --port ${shippedPort}`, port: shippedPort },
  ],
})
