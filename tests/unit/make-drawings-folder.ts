import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder for what this run has drawn */
    drawings: string
  }
}

/** Makes a cache folder for one run of the tests: a ground that several tests stand on is drawn once. */
export default function makeDrawingsFolder(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'datelines-drawings-'))
  project.provide('drawings', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
