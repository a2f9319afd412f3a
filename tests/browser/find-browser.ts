/** A Chromium to test with: Debian's at its usual places, else Playwright's own, else what can be installed. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']

/** Path of the browser; installs one where that is possible (apt as root, else Playwright's installer). */
export async function findBrowser(): Promise<string | undefined> {
  return installed() ?? (install() ? installed() : undefined)
}

function installed(): string | undefined {
  return [...USUAL_PLACES, chromium.executablePath()].find((path) => path && existsSync(path))
}

function install(): boolean {
  const run = (command: string, args: string[]) => spawnSync(command, args, { stdio: 'inherit' }).status === 0
  const root = process.getuid?.() === 0
  if (root && existsSync('/usr/bin/apt-get')) {
    if (run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'chromium'])) return true
  }
  return run('npx', ['playwright', 'install', 'chromium'])
}
