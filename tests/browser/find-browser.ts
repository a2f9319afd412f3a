/** Browsers to test with: Debian's at their usual places, else what can be installed. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

export type Engine = 'chromium' | 'firefox' | 'webkit'

interface Browser {
  /** Where its program usually is, the best first; of WebKit it is the program that drives it */
  places: string[]
  /** Other programs it cannot run without */
  needs?: string[]
  /** Debian's packages */
  packages: string[]
}

const BROWSERS: Record<Engine, Browser> = {
  chromium: {
    // Debian's Chromium without its window, whose own pages take most of a test's time.
    places: [
      '/usr/bin/chromium-headless-shell',
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/snap/bin/chromium',
      chromium.executablePath(),
    ],
    packages: ['chromium-headless-shell'],
  },
  firefox: {
    places: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    packages: ['firefox-esr'],
  },
  webkit: { places: ['/usr/bin/WebKitWebDriver'], needs: ['/usr/bin/Xvfb'], packages: ['webkit2gtk-driver', 'xvfb'] },
}

/** Path of the browser; installs one where that is possible (apt as root; for Chromium also Playwright's installer). */
export async function findBrowser(engine: Engine = 'chromium'): Promise<string | undefined> {
  return installed(engine) ?? (install(engine) ? installed(engine) : undefined)
}

/** What to type where none was found. */
export function howToInstall(engine: Engine): string {
  return `sudo apt-get install ${BROWSERS[engine].packages.join(' ')}`
}

/** Path of the browser if it is installed. */
export function installed(engine: Engine): string | undefined {
  const { places, needs = [] } = BROWSERS[engine]
  return needs.every((path) => existsSync(path)) ? places.find((path) => path && existsSync(path)) : undefined
}

function install(engine: Engine): boolean {
  const { packages } = BROWSERS[engine]
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing ${packages.join(' and ')}`)
    if (run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', ...packages])) return true
  }
  return engine === 'chromium' && run('npx', ['playwright', 'install', 'chromium'])
}

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
}
