/** Vitest's settings. The command has its own for Vite, in src/build/vite.ts. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { LEAFLET } from './src/build/leaflet.ts'

export default defineConfig({
  plugins: [react()],
  resolve: { alias: [LEAFLET] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ['**/*.mocked.test.ts'],
          // One import of our code for all files, and no ground drawn twice: these would take most of the time.
          isolate: false,
          setupFiles: 'tests/unit/open-cache.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'isolated',
          include: ['tests/unit/**/*.mocked.test.ts', 'tests/component/**/*.test.tsx'],
          environment: 'jsdom',
        },
      },
    ],
    // Drawing makes millions of small objects: with Node's default half of the time goes into collecting them.
    execArgv: ['--max-semi-space-size=64'],
    // Every core: by default Vitest leaves one of them free, which is half of a small machine.
    maxWorkers: '100%',
    unstubGlobals: true,
    // Drawing a region of the world takes seconds on a busy machine; no test waits for time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
})
