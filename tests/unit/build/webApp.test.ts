import { describe, expect, it } from 'vitest'
import { offlineList } from '../../../src/build/webApp.ts'

const filesOf = (html: string, files: string[] = []) => JSON.parse(offlineList(html, files, '../')).files

describe('what is kept of a page', () => {
  it('is its files and its pictures, in every size and format that a browser may ask for', () => {
    const html =
      '<picture><source type="image/webp" srcset="media/a-480.webp 480w, media/a-960.webp 960w"/>' +
      '<img src="media/a.jpg" alt="" width="9"/></picture><img alt="" src="media/b.svg"/>'
    expect(filesOf(html, ['assets/page.js'])).toEqual([
      '../assets/page.js',
      'media/a-480.webp',
      'media/a-960.webp',
      'media/a.jpg',
      'media/b.svg',
    ])
  })

  it('is nothing of another server', () => {
    expect(filesOf('<img src="https://elsewhere.example/a.png"><img src="data:,">')).toEqual([])
  })
})
