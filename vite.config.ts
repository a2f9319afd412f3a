import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { typefaces } from './src/build/typefaces'
import { storyPages } from './src/build/pages'
import { compressedPreview } from './src/build/preview'

export default defineConfig({
  base: './',
  appType: 'mpa',
  plugins: [react(), typefaces(), storyPages(), compressedPreview()],
  test: { include: ['tests/{unit,component}/**/*.test.{ts,tsx}'], environment: 'jsdom', css: { modules: { classNameStrategy: 'non-scoped' } } },
  build: { cssCodeSplit: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
})
