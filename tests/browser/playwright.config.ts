import { defineConfig } from '@playwright/test'
import { installed } from './find-browser.ts'

// Another when two runs share a machine.
const port = Number(process.env['DATELINES_TEST_PORT'] ?? 4519)

/** The built site, served as `npm run preview` serves it, in one real browser. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../node_modules/.datelines/test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: process.env['DATELINES_BROWSER'] ?? installed('chromium') ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `npm run --silent preview -- --port ${port} --strictPort`,
    cwd: '../..',
    port,
    reuseExistingServer: false,
  },
})
