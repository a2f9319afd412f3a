// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { readBlocks } from '../read-blocks.ts'

const WORDS = '"The quay. Credit: Ann Skipper"'

const NAME = (file: string) => `the name of the file “${file}” has other characters than a to z, 0 to 9, - and _`

describe('a picture in the text', () => {
  it('has what it shows, a caption, and whose it is', async () => {
    const { body, messages } = await readBlocks(`![Boats](quay.jpg ${WORDS})`, 'quay.jpg')
    expect(messages).toEqual([])
    expect(body).toEqual([
      {
        kind: 'media',
        media: [{ kind: 'picture', src: 'quay.jpg', alt: 'Boats', caption: 'The quay.', credit: 'Ann Skipper' }],
      },
    ])
  })

  it('and those that follow it are one gallery, with a line between them or none', async () => {
    const picture = (name: string) => `![Boats](${name} ${WORDS})`
    const { body } = await readBlocks(
      `${picture('a.jpg')}\n${picture('b.png')}\n\n${picture('c.webp')}`,
      'a.jpg',
      'b.png',
      'c.webp',
    )
    expect(body).toMatchObject([{ kind: 'media', media: [{ src: 'a.jpg' }, { src: 'b.png' }, { src: 'c.webp' }] }])
  })

  it.each([
    [
      'that is elsewhere',
      `![Boats](https://example.org/quay.jpg ${WORDS})`,
      'the image https://example.org/quay.jpg is not in the story’s folder — put the file',
    ],
    ['in another folder', `![Boats](../quay.jpg ${WORDS})`, 'the image ../quay.jpg is not in the story’s folder'],
    ['that is missing', `![Boats](quai.jpg ${WORDS})`, 'the image quai.jpg is missing — did you mean “quay.jpg”?'],
    ['without alternative text', `![](quay.jpg ${WORDS})`, 'the image quay.jpg has no alternative text'],
    [
      'without a caption',
      '![Boats](quay.jpg)',
      'the image quay.jpg has no caption with its credit — write (quay.jpg "What it is. Credit: whose it is")',
    ],
    ['without a credit', '![Boats](quay.jpg "The quay.")', 'the image quay.jpg has no caption with its credit'],
    [
      'of a kind no browser shows',
      `![Boats](quay.pdf ${WORDS})`,
      'quay.pdf is no picture, film or sound — name a file that ends in .jpg',
    ],
    [
      'as a telephone keeps it',
      `![Boats](quay.HEIC ${WORDS})`,
      'quay.HEIC is a picture that browsers do not show — save it as JPEG: quay.jpg',
    ],
    [
      'a film as a telephone keeps it',
      `![Boats](quay.mov ${WORDS})`,
      'quay.mov is a film that browsers do not show — save it as MP4: quay.mp4',
    ],
    [
      'with a letter of its language in its name',
      `![Boats](Köln.jpg ${WORDS})`,
      `${NAME('Köln.jpg')} — rename the file to Koln.jpg`,
    ],
    [
      'with %20 in its name',
      `![Boats](the%20quay.jpg ${WORDS})`,
      `${NAME('the quay.jpg')} — rename the file to the-quay.jpg`,
    ],
    ['named in another script', `![Boats](порт.jpg ${WORDS})`, `${NAME('порт.jpg')} — rename the file, to quay.jpg`],
    [
      'with a space in its name',
      `![Boats](the quay.jpg ${WORDS})`,
      `${NAME('the quay.jpg')} — rename the file to the-quay.jpg`,
    ],
    ['with a space in its name and < >', `![Boats](<the quay.jpg> ${WORDS})`, NAME('the quay.jpg')],
    [
      'with a bracket in its name',
      `![Boats](IMG (1).jpg ${WORDS})`,
      `${NAME('IMG (1).jpg')} — rename the file to IMG-1.jpg`,
    ],
    [
      'with a bracket in its name, no space',
      `![Boats](IMG(1).jpg ${WORDS})`,
      `${NAME('IMG(1).jpg')} — rename the file to IMG-1.jpg`,
    ],
    [
      'with a straight quotation mark in its caption',
      '![Boats](quay.jpg "The "old" quay. Credit: Ann")',
      'a straight quotation mark inside the caption of quay.jpg — write “ and ” inside',
    ],
    [
      'with an apostrophe in single marks',
      "![Boats](quay.jpg 'The quay's end. Credit: Ann')",
      'a straight quotation mark inside the caption of quay.jpg',
    ],
    [
      'with curly quotation marks',
      '![Boats](quay.jpg “The quay. Credit: Ann”)',
      'curly quotation marks around the caption of quay.jpg — write straight ones: (quay.jpg "…")',
    ],
    [
      'with German quotation marks',
      '![Boats](quay.jpg „The quay. Credit: Ann“)',
      'curly quotation marks around the caption',
    ],
    [
      'that ends in a curly one',
      '![Boats](quay.jpg "The quay. Credit: Ann”)',
      'the caption of quay.jpg has no closing quotation mark',
    ],
    [
      'without its last bracket',
      '![Boats](quay.jpg "The quay. Credit: Ann"',
      'the picture quay.jpg has no closing bracket',
    ],
    ['with a space between its halves', `![Boats] (quay.jpg ${WORDS})`, 'a space between ] and ( of a picture'],
    ['without a file', '![Boats]', 'a picture without its file — write ![What it shows](file.jpg'],
    [
      'that is compared with one in curly marks',
      `![Boats](quay.jpg ${WORDS}) | ![Boats](quay.jpg “The quay. Credit: Ann”)`,
      'curly quotation marks around the caption of quay.jpg',
    ],
    [
      'that leads to a film, in curly marks',
      '[![Boats](quay.jpg “The quay. Credit: Ann”)](https://vimeo.com/1084537)',
      'curly quotation marks around the caption of quay.jpg',
    ],
    [
      'with a full stop after it',
      `![Boats](quay.jpg ${WORDS}).`,
      'an image inside a paragraph — give it a paragraph of its own',
    ],
    [
      'a film without its words',
      `![Boats](quay.mp4 ${WORDS})`,
      'quay.mp4 has no captions: quay.vtt is missing — write what is said in it',
    ],
  ])('is refused with its line: %s', async (_, text, message) => {
    const { messages } = await readBlocks(text, 'quay.jpg', 'quay.mp4')
    expect(messages).toEqual([expect.stringContaining(`en.md:19  error  ${message}`)])
  })

  it('of several lines only the wrong one is named', async () => {
    const { messages } = await readBlocks(
      `![Boats](quay.jpg ${WORDS})\n![Boats](the quay.jpg ${WORDS})\n![Boats](quay.jpg ${WORDS})`,
      'quay.jpg',
    )
    expect(messages).toEqual([expect.stringContaining(`en.md:20  error  ${NAME('the quay.jpg')}`)])
  })

  it('a film with its words is taken', async () => {
    const { body, messages } = await readBlocks(`![Boats](quay.mp4 ${WORDS})`, 'quay.mp4', 'quay.vtt')
    expect(messages).toEqual([])
    expect(body).toMatchObject([{ kind: 'media', media: [{ kind: 'film', src: 'quay.mp4', captions: 'quay.vtt' }] }])
  })
})

describe('a film on somebody else’s server', () => {
  const film = (address: string, poster = `quay.jpg ${WORDS}`) => `[![Boats](${poster})](${address})`

  it.each([
    ['https://www.youtube.com/watch?v=aqz-KE-bpKQ&feature=share', 'aqz-KE-bpKQ?autoplay=1'],
    ['https://youtu.be/aqz-KE-bpKQ?t=90', 'aqz-KE-bpKQ?autoplay=1&start=90'],
    ['https://www.youtube.com/shorts/aqz-KE-bpKQ', 'aqz-KE-bpKQ?autoplay=1'],
    ['https://vimeo.com/1084537', 'video/1084537?autoplay=1&dnt=1'],
    ['https://vimeo.com/1084537/0a1b2c3d', 'video/1084537?autoplay=1&dnt=1&h=0a1b2c3d'],
  ])('is a poster that leads to it: %s', async (address, player) => {
    const { body, messages } = await readBlocks(film(address), 'quay.jpg')
    expect(messages).toEqual([])
    expect(body).toMatchObject([
      {
        media: [{ kind: 'picture', src: 'quay.jpg', alt: 'Boats', film: { player: expect.stringContaining(player) } }],
      },
    ])
  })

  it('stands alone beside pictures that are a gallery', async () => {
    const picture = `![Boats](quay.jpg ${WORDS})`
    const { body } = await readBlocks(`${picture}\n${picture}\n\n${film('https://vimeo.com/1084537')}`, 'quay.jpg')
    expect(body).toMatchObject([{ media: [{}, {}] }, { media: [{ film: { provider: 'Vimeo' } }] }])
  })

  it.each([
    ['with a stranger', film('https://films.example.org/7'), 'the film at https://films.example.org/7 is with nobody'],
    ['misspelt', film('https://www.youtub.com/watch?v=aqz-KE-bpKQ'), 'did you mean “www.youtube.com”?'],
    ['unsafe', film('http://vimeo.com/1084537'), 'write https://vimeo.com/…'],
    [
      'without its id',
      film('https://youtu.be/aqz'),
      'the address https://youtu.be/aqz names no film — of YouTube it is',
    ],
    ['with a wrong id', film('https://vimeo.com/about'), 'https://vimeo.com/about names no film — of Vimeo it is'],
    [
      'without a poster',
      `![Boats](https://youtu.be/aqz-KE-bpKQ ${WORDS})`,
      'the film https://youtu.be/aqz-KE-bpKQ has no poster — write [![What it shows](poster.jpg',
    ],
    ['whose poster is missing', film('https://vimeo.com/1', `key.jpg ${WORDS}`), 'the image key.jpg is missing'],
    ['whose poster says nothing', film('https://vimeo.com/1', 'quay.jpg'), 'the image quay.jpg has no caption'],
    ['whose poster is a film', film('https://vimeo.com/1', `quay.mp4 ${WORDS}`), 'the poster of a film is a picture'],
  ])('is refused with its line: %s', async (_, text, message) => {
    const { messages } = await readBlocks(text, 'quay.jpg', 'quay.mp4', 'quay.vtt')
    expect(messages).toEqual([expect.stringMatching(/^en\.md:19 {2}error/)])
    expect(messages[0]).toContain(message)
  })
})

describe('two pictures', () => {
  const picture = (name: string) => `![Boats](${name} ${WORDS})`

  it.each([' | ', '\n|\n'])('with a line between them are compared', async (line) => {
    const { body, messages } = await readBlocks(picture('a.jpg') + line + picture('b.jpg'), 'a.jpg', 'b.jpg')
    expect(messages).toEqual([])
    expect(body).toMatchObject([{ kind: 'comparison', media: [{ src: 'a.jpg' }, { src: 'b.jpg' }] }])
  })

  it.each([
    ['three', `${picture('a.jpg')} | ${picture('a.jpg')} | ${picture('a.jpg')}`, 'two pictures are compared, no more'],
    ['one', `${picture('a.jpg')} |`, 'two pictures are compared, no more and no less'],
    ['a film', `${picture('a.jpg')} | ${picture('c.mp4')}`, 'only pictures are compared'],
    ['a picture that says nothing', `${picture('a.jpg')} | ![](a.jpg)`, 'the image a.jpg has no alternative text'],
  ])('are not %s', async (_, text, message) => {
    const { messages } = await readBlocks(text, 'a.jpg', 'c.mp4', 'c.vtt')
    expect(messages).toEqual([expect.stringContaining(message)])
  })
})
