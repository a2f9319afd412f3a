// @vitest-environment node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../../src/story/prose.ts'
import { importText } from './import-text.ts'

/** A timeline of version 3 with these events. */
function timeline(events: object[], rest: object = {}): string {
  return JSON.stringify({ title: { text: { headline: 'The harbour', text: 'How it was built.' } }, events, ...rest })
}

const event = (year: unknown, headline: string, rest: object = {}) => ({
  start_date: { year },
  text: { headline, text: `About ${headline}.` },
  ...rest,
})

/** Dates of the steps, in order. */
const dates = ({ story }: Awaited<ReturnType<typeof importText>>) => story?.file.steps.map(({ date }) => date)

describe('TimelineJS, JSON of version 3', () => {
  it('becomes a draft that passes the check, with headline, dek and a step for each event', async () => {
    const { errors, story, words } = await importText(
      'harbour.json',
      timeline([event(1901, 'A pier'), event('1905', 'A <i>crane</i> & rails')]),
    )
    expect(errors).toEqual([])
    expect(story?.file).toMatchObject({ slug: 'the-harbour', draft: true, published: '2026-05-06', places: {} })
    expect(words?.front).toMatchObject({ headline: 'The harbour', dek: 'How it was built.' })
    expect(Object.values(words?.steps ?? {}).map(({ heading }) => heading)).toEqual(['A pier', 'A crane & rails'])
  })

  it('keeps the precision of dates, BC, deep time and intervals, and puts events in the order of time', async () => {
    const imported = await importText(
      'dates.json',
      timeline([
        { ...event(2010, 'Up'), start_date: { year: 2010, month: 10, day: 13, hour: '0', minute: '11' } },
        { ...event(1943, 'Years'), end_date: { year: '1946' } },
        { ...event(1943, 'A month'), start_date: { year: '1943', month: '7' } },
        event(-44, 'Ides'),
        event('-66000000', 'Impact'),
        event('1,815', 'A battle'),
        { ...event(1815, 'Born'), start_date: { year: '1815', month: '12', day: '10', hour: 0, minute: 0 } },
      ]),
    )
    expect(imported.errors).toEqual([])
    expect(dates(imported)).toEqual([
      'Y-66000000',
      '-0043',
      '1815',
      '1815-12-10',
      '1943/1946',
      '1943-07',
      '2010-10-13T00:11',
    ])
    expect(imported.printed).toMatch(/changed +the year -44, 44 BC, is written -0043/)
    expect(imported.printed).toMatch(/changed +the year “1,815” is read as 1815 \(events\[5\]\)/)
    expect(imported.printed).toMatch(/changed +the order of \d events/)
  })

  it('a link becomes a source to confirm, every other paragraph awaits one', async () => {
    const {
      story,
      words,
      folder = '',
    } = await importText(
      'links.json',
      timeline([
        {
          start_date: { year: 1901 },
          text: {
            headline: 'A pier',
            text: '<p>Built by <a href="https://example.org/a?b=c_d">the town</a>.</p><p>It held.</p>Seen at https://example.com/x.',
          },
        },
      ]),
    )
    expect(story?.file.sources).toEqual({
      L1: { publisher: 'example.org', title: 'the town', url: 'https://example.org/a?b=c_d' },
      L2: { publisher: 'example.com', title: 'https://example.com/x', url: 'https://example.com/x' },
    })
    const text = readFileSync(join(folder, 'en.md'), 'utf8')
    expect(text).toContain('Built by [the town](https://example.org/a?b=c_d). [@L1 @?]\n\nIt held. [@?]\n')
    expect(words?.steps['a-pier']?.body).toHaveLength(3)
  })

  it('HTML becomes Markdown: nothing runs, and nothing is read as a mark of ours', async () => {
    const {
      errors,
      words,
      printed,
      folder = '',
    } = await importText(
      'html.json',
      timeline([
        {
          start_date: { year: 1901 },
          text: {
            headline: '<script>alert(1)</script>A *pier* {#x}',
            text: '<h1>Big</h1>a[@L9] *b* [^1] {lang=xx}<script>alert(1)</script><br><br>one<br>two<ul><li>in<ul><li>deep</li></ul></li></ul><a href="javascript:alert(1)">go</a> <a href="/old">there</a>\u200B',
          },
        },
      ]),
    )
    expect(errors).toEqual([])
    const { heading, body = [] } = Object.values(words?.steps ?? {})[0] ?? {}
    expect(heading).toBe('A *pier* {#x}')
    expect(body.map(({ kind }) => kind)).toEqual(['subheading', 'paragraph', 'paragraph', 'list', 'paragraph'])
    expect(JSON.stringify(body)).not.toMatch(/alert|"link"/)
    expect(readFileSync(join(folder, 'en.md'), 'utf8')).not.toContain('javascript')
    expect(body.flatMap((block) => (block.kind === 'paragraph' ? plainText(block.text) : []))[0]).toBe(
      'a(@L9] *b* (^1] (lang=xx}',
    )
    expect(printed).toContain('a link to /old; its words are kept')
  })

  it('groups that follow one another are phases, groups side by side are lanes', async () => {
    const grouped = (...groups: string[]) =>
      timeline(groups.map((group, i) => ({ ...event(1900 + i, `Event ${i}`), group })))
    const phases = await importText('phases.json', grouped('Before', 'Before', 'After'))
    expect(phases.errors).toEqual([])
    expect(phases.story?.file.phases).toEqual(['before', 'after'])
    expect(phases.words?.front.phases).toEqual({ before: 'Before', after: 'After' })
    const lanes = await importText('lanes.json', grouped('North', 'South', 'North', 'South'))
    expect(lanes.story?.file.lanes).toEqual(['north', 'south'])
    expect(lanes.story?.file.steps.map(({ lane }) => lane)).toEqual(['north', 'south', 'north', 'south'])
    const many = await importText('many.json', grouped('a', 'b', 'c', 'd', 'e', 'a'))
    expect(many.errors).toEqual([])
    expect(many.printed).toMatch(/to decide +which of the 5 groups are lanes/)
    expect(readFileSync(join(many.folder ?? '', 'story.yaml'), 'utf8')).toContain('# group: e')
  })

  it('eras and words for dates are carried', async () => {
    const { story, words, errors } = await importText(
      'eras.json',
      timeline([event(1916, 'Ships', { display_date: 'In the <b>third</b> year' })], {
        eras: [{ start_date: { year: 1914 }, end_date: { year: 1918, month: 11 }, text: { headline: 'The war' } }],
      }),
    )
    expect(errors).toEqual([])
    expect(story?.file.eras).toEqual([{ id: 'the-war', from: '1914', to: '1918-11' }])
    expect(words?.front).toMatchObject({ eras: { 'the-war': 'The war' }, dates: { ships: 'In the third year' } })
  })

  it('media become what a story has: a place, a quotation, a source, or a line to write once the file is there', async () => {
    const shown = (url: string, rest: object = {}) => ({ media: { url, ...rest } })
    const { errors, story, words, printed } = await importText(
      'media.json',
      timeline([
        event(1901, 'Map', shown('https://www.google.com/maps/place/Old+Port/@1,2,9z/data=!3d43.2955!4d5.3655')),
        event(1902, 'Words', shown('<blockquote>No demand.<cite>Ann Clerk</cite></blockquote>')),
        event(1903, 'Page', shown('https://en.example.org/wiki/Pier', { caption: 'The pier' })),
        event(
          1904,
          'Picture',
          shown('https://example.org/p/old%20pier.JPG', { caption: 'The "old" pier', credit: 'A. B.' }),
        ),
        event(1905, 'Film', shown('http://www.youtube.com/watch?v=aBcDeFgHiJk', { caption: 'A film' })),
        event(1906, 'Beside', shown('quay view.png', { caption: 'The quay', credit: 'C. D.', alt: 'A quay' })),
      ]),
      { files: { 'quay view.png': 'picture' } },
    )
    expect(errors).toEqual([])
    expect(story?.file.places).toMatchObject({ 'old-port': { lat: 43.2955, lon: 5.3655 } })
    expect(story?.file.steps[0]?.place).toBe('old-port')
    expect(words?.steps['words']?.body[1]).toMatchObject({ kind: 'quotation', text: ['No demand.'] })
    expect(story?.file.sources).toMatchObject({ L1: { title: 'The pier', url: 'https://en.example.org/wiki/Pier' } })
    expect(words?.steps['beside']?.body[1]).toMatchObject({
      media: [{ src: 'quay-view.png', alt: 'A quay', caption: 'The quay.', credit: 'C. D.' }],
    })
    expect(printed).toContain('![The "old" pier](old-pier.jpg "The \\"old\\" pier. Credit: A. B.")')
    expect(printed).toContain(
      '[![A film](film.jpg "A film. Credit: to be found")](https://www.youtube.com/watch?v=aBcDeFgHiJk)',
    )
  })

  it('gives the same bytes twice, and never takes the place of a story without --force', async () => {
    const text = timeline([event(1901, 'A pier')])
    const first = await importText('twice.json', text)
    const bytes = () => readFileSync(join(first.folder ?? '', 'story.yaml'), 'utf8')
    const before = bytes()
    const second = await importText('twice.json', text, { stories: first.stories })
    expect(second.folder).toBeUndefined()
    expect(second.errors[0]).toMatch(/is there already — write --slug with another name, or --force/)
    await importText('twice.json', text, { stories: first.stories, force: true })
    expect(bytes()).toBe(before)
  })
})

describe('TimelineJS, version 2', () => {
  const version2 = `{ "timeline": { "headline": "The harbour", "type": "default", "text": "<p>How it was built.</p>",
    "date": [
      { "startDate": "2011,12,10,07,02", "endDate": "2011,12,11", "headline": "Opened", "text": "<p>At last.</p>", "tag": "Now",
        "asset": { "media": "https://vimeo.com/123456", "credit": "A. B.", "caption": "The day" } },
      { "startDate": "1,801", "headline": "Begun", "text": "", "asset": {} },
      { "startDate": "12/9/1850", "headline": "A fire", "text": "It burned." } ],
    "era": [ { "startDate": "1800", "endDate": "1850", "headline": "Sail", "tag": "x" } ] } }`

  it('is read as JSON and as the old script', async () => {
    for (const text of [
      version2,
      `storyjs_jsonp_data = ${version2};`,
      `var d = ${version2.replaceAll('"headline"', 'headline')}`,
    ]) {
      const imported = await importText('old.jsonp', text)
      expect(imported.errors).toEqual([])
      expect(dates(imported)).toEqual(['1801', '1850-12-09', '2011-12-10T07:02/2011-12-11'])
      expect(imported.words?.front).toMatchObject({ headline: 'The harbour', eras: { sail: 'Sail' } })
    }
  })
})

describe('bad input gets one message', () => {
  it.each([
    ['nothing', '', 'bad.json:1  error  is empty — export it again'],
    ['a web page', '<!doctype html><html>', /^bad\.json:1 {2}error {2}is a web page \(HTML\), not the data/],
    ['JSON cut off', '{ "events": [', /is cut off in the middle — save it again/],
    ['a missing comma', '{\n"events": [ {"a": 1}\n{"b": ]}]}', /^bad\.json:3 .*cannot be read as JSON from line 3 on/],
    ['other JSON', '{ "name": "x" }', /is JSON of another kind/],
    ['no events', '{ "events": [] }', /has no events/],
    [
      'an event without a date',
      timeline([{ text: { headline: 'A pier' } }]),
      /events\[0\]: the event “A pier” has no year — write its year/,
    ],
    [
      'a year in words',
      timeline([event('long ago', 'A pier')]),
      /events\[0\]: the year “long ago” is no number — write 1815, or -44/,
    ],
    [
      'a text that is a list',
      timeline([{ ...event(1900, 'x'), text: { headline: [] } }]),
      /events\[0\]\.text\.headline is not a text/,
    ],
    [
      'more events than a story has',
      timeline(Array.from({ length: 5000 }, (_, i) => event(i, 'x'))),
      /has 5,000 events, and a story 500 steps at most/,
    ],
    ['an unknown language', timeline([event(1900, 'x')]), /“English” is no language code/, { language: 'English' }],
    ['a slug for no address', timeline([event(1900, 'x')]), /write --slug my-pier/, { slug: 'My Pier' }],
  ] as const)('%s', async (_, content, message, options: Parameters<typeof importText>[2] = {}) => {
    const { errors, folder } = await importText('bad.json', content, options)
    expect(folder).toBeUndefined()
    expect(errors).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)])
  })
})
