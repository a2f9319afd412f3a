/** The second site that browser tests visit: the story of their own, built and served by the same code as any other. */
import { storyPages } from '../../src/build/pages.ts'
import { site } from '../../src/site.ts'
import base from '../../vite.config.ts'

const pages = storyPages({ site: { ...site, main: 'lost-band' }, stories: 'tests/stories' })
const plugins = [base.plugins].flat(2)

export default {
  ...base,
  plugins: plugins.map((plugin) => (plugin && 'name' in plugin && plugin.name === pages.name ? pages : plugin)),
  build: { ...base.build, outDir: 'node_modules/.datelines/test-site' },
}
