// @vitest-environment node
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { headOf, structuredDataOf } from '../../../src/build/head.tsx'
import { oembedOf } from '../../../src/build/oembed.ts'
import { makeCopy, makeStory } from '../../component/make-story.ts'

const path = 'islands/'

describe('oEmbed', () => {
  it('has everything a consumer needs when the public address is known', () => {
    const answer = JSON.parse(oembedOf(makeStory(), path, { name: 'The Desk', url: 'https://example.org/e/' }))
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      provider_name: 'The Desk',
      width: 640,
      height: 680,
      cache_age: 86_400,
      thumbnail_url: 'https://example.org/e/islands/poster.png',
      thumbnail_width: 1200,
      thumbnail_height: 630,
    })
    expect(answer.html).toContain('src="https://example.org/e/islands/embed/"')
    const site = { name: 'The Desk', url: 'https://example.org/e/' }
    const page = { story: makeStory(), copy: makeCopy(), site, path, up: '../' }
    const head = renderToStaticMarkup(headOf({ ...page, view: 'page' }))
    expect(head).toContain(
      '<link rel="alternate" type="application/json+oembed" href="https://example.org/e/islands/oembed.json"',
    )
    expect(head).toContain('<meta property="og:image" content="https://example.org/e/islands/poster.png"/>')
    expect(head).toContain(`<meta property="og:image:alt" content="Route map: ${makeStory().headline}"/>`)
    expect(head).toContain('<link rel="canonical" href="https://example.org/e/islands/"/>')
  })

  it('has its poster in what search engines read', () => {
    const data = (url: string | undefined) =>
      structuredDataOf({ story: makeStory(), copy: makeCopy(), site: { name: 'The Desk', url }, path })
    expect(data('https://example.org/e/')).toMatchObject({
      url: 'https://example.org/e/islands/',
      image: { '@type': 'ImageObject', url: 'https://example.org/e/islands/poster.png', width: 1200, height: 630 },
    })
    for (const name of ['url', 'image']) expect(data(undefined)).not.toHaveProperty(name)
  })

  it('names no address that a search engine cannot take', () => {
    const story = makeStory({
      languages: [
        { code: 'en', name: 'English' },
        { code: 'be', name: 'Беларуская' },
      ],
    })
    for (const view of ['page', 'embed'] as const) {
      const site = { name: 'The Desk', url: undefined }
      const head = renderToStaticMarkup(headOf({ story, copy: makeCopy(), site, path, up: '../', view }))
      expect(head).not.toMatch(/canonical|hreflang|og:image/)
    }
  })

  it('leaves out what must be absolute when it is not known', () => {
    const answer = JSON.parse(oembedOf(makeStory(), path, { name: 'The Desk', url: undefined }))
    expect(answer.thumbnail_url).toBeUndefined()
    expect(answer.provider_url).toBeUndefined()
    expect(answer.html).toContain('src="./embed/"')
  })
})
