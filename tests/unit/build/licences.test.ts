// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { THIRD_PARTY, thirdParty } from '../../../src/build/licences.ts'

describe('what others have made', () => {
  const written = readFileSync(THIRD_PARTY, 'utf8')

  it('is listed as it is installed: else run npm run licences', async () => {
    expect(written).toBe(await thirdParty('.'))
  })

  it('names scripts, type and data, and nothing that no reader is sent', () => {
    for (const name of ['react-dom', 'scheduler', 'leaflet', '@expo-google-fonts/source-serif-4', 'world-atlas'])
      expect(written).toContain(`| ${name} |`)
    for (const name of ['vite', 'zod', 'd3-geo', 'playwright']) expect(written).not.toContain(`| ${name} |`)
  })
})
