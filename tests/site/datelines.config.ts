/** The second site that browser tests visit: the story of their own, built and served by the same command as any other. */
import { defineConfig } from '../../src/project/config.ts'

export default defineConfig({ name: 'Datelines', main: 'lost-band', stories: '../stories' })
