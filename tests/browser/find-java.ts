/** A Java for the validator: the one that is installed, else Debian's. */
import { spawnSync } from 'node:child_process'

/** The command; installs one where that is possible. Undefined where there is none. */
export function findJava(): string | undefined {
  if (runs('java', ['-version'])) return 'java'
  const installed =
    process.getuid?.() === 0 &&
    runs('apt-get', ['update', '-qq']) &&
    runs('apt-get', ['install', '-y', '-qq', 'default-jre-headless'])
  return installed && runs('java', ['-version']) ? 'java' : undefined
}

function runs(command: string, args: string[]): boolean {
  return spawnSync(command, args).status === 0
}
