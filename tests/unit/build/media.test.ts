// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { hasLiveBlocks, picturesIn, playersIn } from '../../../src/build/media.ts'
import { filmAt, providerOf } from '../../../src/story/films.ts'
import type { Block, Medium } from '../../../src/story/prose.ts'
import { makeCopy, makePassage, makeStory } from '../../component/make-story.ts'

const [step] = makeStory().steps
if (!step) throw new Error('a story without steps')
const copyWith = (...body: Block[]) => makeCopy({ passages: [{ ...makePassage(step), body }] })
const picture: Medium = {
  kind: 'picture',
  src: 'media/a.jpg',
  alt: '',
  caption: '',
  credit: '',
  sources: [{ type: 'image/webp', srcset: ['media/a-480.webp 480w', 'media/a-960.webp 960w'] }],
}
const address = 'https://vimeo.com/1'
const provider = providerOf(address)
const film = provider && filmAt(address, provider)
if (!film) throw new Error('no film')

describe('what is kept of a page', () => {
  it('is its pictures and portraits, in every size and format that a browser may ask for', () => {
    const copy = copyWith({ kind: 'media', media: [picture] })
    const portrait = { src: 'media/b.jpg', alt: '', credit: '' }
    const people = [{ id: 'ann', name: 'Ann', who: 'A skipper', sources: [], portrait }]
    expect(picturesIn({ ...copy, people })).toEqual([
      'media/a-480.webp',
      'media/a-960.webp',
      'media/a.jpg',
      'media/b.jpg',
    ])
  })

  it('is no film, and no drawing, which is part of the page', () => {
    const media: Medium[] = [
      { ...picture, kind: 'film' },
      { ...picture, svg: '<svg></svg>' },
    ]
    expect(picturesIn(copyWith({ kind: 'media', media }))).toEqual([])
  })
})

describe('what a page needs', () => {
  it('is a script for films and comparisons alone', () => {
    expect(hasLiveBlocks(copyWith({ kind: 'media', media: [picture] }))).toBe(false)
    expect(hasLiveBlocks(copyWith({ kind: 'media', media: [{ ...picture, film }] }))).toBe(true)
    expect(hasLiveBlocks(copyWith({ kind: 'comparison', media: [picture, picture] }))).toBe(true)
  })

  it('is leave for the players of its films, and of no film that its text names', () => {
    expect(playersIn(copyWith({ kind: 'media', media: [{ ...picture, film }] }))).toEqual(['https://player.vimeo.com'])
    expect(playersIn(copyWith({ kind: 'paragraph', text: ['data-film="https://player.vimeo.com/"'] }))).toEqual([])
  })
})
