import { defineConfig } from './src/project/config.ts'

export default defineConfig({
  name: 'Datelines',
  main: 'belarus-prisoners',
  stories: 'src/stories',
})
