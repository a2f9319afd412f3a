// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { type EmbedOptions, frameSnippet, loaderSnippet, oembedSnippet } from '../../../../src/embed/loader/snippets.ts'

const options: EmbedOptions = {
  address: 'https://example.org/e/islands/',
  loader: 'https://example.org/e/embed.js',
  title: 'Forty "islanders" & <their> boats',
  mode: 'click',
  language: 'en',
  theme: 'dark',
}

function parsed(html: string): HTMLElement {
  const box = document.createElement('div')
  box.innerHTML = html
  return box
}

describe('a snippet', () => {
  it('for any page: the script, the element, and what readers see without it', () => {
    const box = parsed(loaderSnippet(options))
    expect(box.querySelector('script')?.getAttribute('src')).toBe('https://example.org/e/embed.js')
    const element = box.querySelector('datelines-story')
    expect(element?.getAttribute('src')).toBe('https://example.org/e/islands/')
    expect(element?.getAttribute('mode')).toBe('click')
    expect(element?.querySelector('a')?.getAttribute('href')).toBe('https://example.org/e/islands/')
    expect(element?.querySelector('img')?.getAttribute('src')).toBe('https://example.org/e/islands/poster.png')
    expect(element?.textContent?.trim()).toBe(options.title)
    expect(element?.getAttribute('style'), 'the room is kept').toContain('min-height:680px')
  })

  it('without our script: a frame of known height with the title and the theme', () => {
    const frame = parsed(frameSnippet(options)).querySelector('iframe')
    expect(frame?.getAttribute('src')).toBe('https://example.org/e/islands/embed/?theme=dark')
    expect(frame?.title).toBe(options.title)
    expect(frame?.getAttribute('height')).toBe('680')
    expect(frame?.style.height).toBe('680px')
    expect(frame?.closest('figure'), 'content systems keep figures to the column').not.toBeNull()
  })

  it('is one line, whatever the headline, with nothing that a content system makes paragraphs of', () => {
    for (const snippet of [loaderSnippet, frameSnippet, oembedSnippet]) {
      const html = snippet({ ...options, title: 'Forty\n islanders' })
      expect(html).not.toMatch(/\n|<p\b/)
      expect(html).toContain('Forty islanders')
    }
  })

  it('keeps more room in scroll mode, in pixels: what a window’s height means is not known before the loader has come', () => {
    const style = parsed(loaderSnippet({ ...options, mode: 'scroll' }))
      .querySelector('datelines-story')
      ?.getAttribute('style')
    expect(style).toBe('display:block;min-height:1000px')
  })

  it('lets the frame show film in full screen, begin at the press and copy a link', () => {
    for (const snippet of [frameSnippet, oembedSnippet]) {
      const frame = parsed(snippet(options)).querySelector('iframe')
      expect(frame?.getAttribute('allow')).toBe('fullscreen; autoplay; clipboard-write')
      expect(frame?.hasAttribute('allowfullscreen'), 'browsers warn of it beside `allow`').toBe(false)
    }
  })

  it('tells nobody which page it stands in', () => {
    for (const snippet of [loaderSnippet, frameSnippet, oembedSnippet])
      for (const element of parsed(snippet(options)).querySelectorAll('script, img, iframe'))
        expect(element.getAttribute('referrerpolicy'), element.outerHTML).toBe('no-referrer')
  })
})
