// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Problem, reporter } from '../../../src/content/problems.ts'
import { readSvg } from '../../../src/content/svg.ts'

const OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 480 320">'

/** What is read of an SVG with this in it, which begins on line 2, and what is wrong with it. */
function read(content: string, name = 'tide.svg') {
  return readWhole(`${OPEN}\n${content}</svg>`, name)
}

function readWhole(text: string, name = 'tide.svg') {
  const problems: Problem[] = []
  const svg = readSvg(name, text, reporter(name, problems))
  return { markup: svg?.markup ?? '', rules: svg?.rules ?? '', svg, problems }
}

describe('what an SVG cannot bring into a page', () => {
  it.each([
    ['a script', '\n<script>run()</script>', 3, /<script> cannot be in a drawing/],
    ['HTML', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>', 2, /<foreignObject>/],
    ['a link', '<a href="https://example.org"><text>x</text></a>', 2, /<a> cannot/],
    ['a picture', '<image href="data:image/png;base64,AA=="/>', 2, /<image> cannot/],
    ['what moves', '<set attributeName="href" to="javascript:run()"/>', 2, /<set> cannot/],
    ['what answers an event', '<g>\n<path onclick="run()" d="M0 0"/></g>', 3, /onclick in a drawing/],
    ['a part of another file', '<use href="other.svg#a"/>', 2, /asks for other\.svg#a/],
    ['a part of another file, as older programs write it', '<use xlink:href="o.svg#a"/>', 2, /asks for o\.svg#a/],
    ['a part that is not there', '<use href="#none"/>', 2, /asks for #none/],
    ['a colour from elsewhere', '<path fill="url(https://example.org/a.svg#b)"/>', 2, /asks for https:\/\/example/],
    ['an address spelt with escapes', '<path fill="\\75rl(https://example.org)"/>', 2, /asks for \\75rl/],
    ['a rule that loads', '<style>\n.a { fill: url("b.svg#c") }</style>', 3, /asks for b\.svg#c/],
    ['a set of pictures', '<style>.a { cursor: image-set("b.png" 1x) }</style>', 2, /asks for/],
    ['a style attribute that loads', '<path style="fill: url(//example.org/#a)"/>', 2, /asks for \/\/example/],
    ['@import', '<style>\n\n@import "a.css";</style>', 4, /@import in the rules/],
    ['a typeface', '<style>@font-face { font-family: A }</style>', 2, /@font-face in the rules/],
    ['a media query of another kind', '<style>@media (min-width: 1px) { a { fill: red } }</style>', 2, /@media \(min/],
    ['a rule in a rule', '<style>.a { .b { fill: red } }</style>', 2, /a rule inside a rule/],
    ['the end of the page’s style', '<style>.a { --b: "&lt;/style>" }</style>', 2, /asks for/],
    ['rules that are cut off', '<style>\n.a { fill: red</style>', 3, /cannot be read: Unclosed block/],
  ])('%s', (_, content, line, message) => {
    const { svg, problems } = read(content)
    expect(svg).toBeUndefined()
    expect(problems).toEqual([
      expect.objectContaining({ file: 'tide.svg', line, message: expect.stringMatching(message) }),
    ])
    expect(problems[0]?.hint).toBeTruthy()
  })

  it.each([
    ['is HTML', '<!doctype html><p>no', /no SVG/],
    ['is another kind of XML', '<kml/>', /the file is no SVG/],
    ['is cut off', `${OPEN}<path d="M0`, /cut off/],
    ['has an entity that is not there', `${OPEN}<text>&tide;</text></svg>`, /cannot be read as XML: entity not found/],
    ['has no size', '<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>', /no size/],
    ['is empty', '', /no SVG/],
  ])('nor a file that %s', (_, text, message) => {
    const { svg, problems } = readWhole(text)
    expect(svg).toBeUndefined()
    expect(problems).toEqual([expect.objectContaining({ line: 1, message: expect.stringMatching(message) })])
  })
})

describe('the rules of an SVG', () => {
  it('hold in the drawing alone, and say nothing of its typeface', () => {
    const { rules, markup } = read(
      '<style>.ink, text { fill: #111; font-family: Arial } svg > .a, :root { opacity: .5 }</style><text class="ink">x</text>',
    )
    const [, scope] = /class="(svg-\w+)"/.exec(markup) ?? []
    expect(rules).toBe(`@layer base{.${scope} .ink,.${scope} text{fill:#111}.${scope} > .a,.${scope}{opacity:.5}}`)
    expect(markup).not.toContain('Arial')
  })

  it('for dark colours hold where the page is dark: by the reader’s choice, else by the device, never on paper', () => {
    const { rules } = read('<style>.a{fill:#111}@media (prefers-color-scheme: dark){.a{fill:#eee}}</style>')
    const scope = /\.svg-\w+/.exec(rules)?.[0]
    expect(rules).toContain(
      `@media screen and (prefers-color-scheme:dark){:where(:root:not([data-theme="light"])) ${scope} .a{fill:#eee}}`,
    )
    expect(rules).toContain(`{:where(:root[data-theme="dark"]) ${scope} .a{fill:#eee}}`)
    expect(rules.match(/@media(?! screen)/g)).toBeNull()
  })

  it('are the same for drawings with the same style, and stand in a page once', () => {
    const drawing = (name: string) => read('<style>.a{fill:#111}</style><path class="a"/>', name)
    expect(drawing('ebb.svg').rules).toBe(drawing('flood.svg').rules)
  })

  it('are there for style attributes too, which a page does not allow, and win over those of classes', () => {
    const { markup, rules } = read('<style>.a.b{fill:#111}</style><path class="a b" style="fill: #222"/>')
    expect(markup).toContain('class="a b s0"')
    expect(markup).not.toMatch(/ style=/)
    expect(rules).toMatch(/\.s0\.s0\.s0\{fill:#222\}/)
  })

  it('are said by attributes as well, for reader modes', () => {
    const { markup } = read(
      '<style>circle.a{fill:none}.a{fill:#111;stroke:#222}@media (prefers-color-scheme: dark){.a{fill:#eee}}</style><circle class="a" r="4"/>',
    )
    expect(markup).toContain('<circle class="a" r="4" fill="none" stroke="#222"/>')
  })
})

it('ids of an SVG are other ones in every file, and only there where something refers to them', () => {
  const content =
    '<defs><linearGradient id="abc"><stop id="lone"/></linearGradient></defs><style>#p{fill:url(#abc)}</style><path id="p" stroke="#abc" fill="url(\'#abc\')"/>'
  const [one, other] = [read(content, 'ebb.svg'), read(content, 'flood.svg')]
  const ids = ({ markup }: { markup: string }) => [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids(one)).toHaveLength(2)
  for (const id of ids(one)) {
    expect(id).toMatch(/^_svg-/)
    expect(ids(other)).not.toContain(id)
  }
  expect(one.markup).toContain(`fill="url(#${ids(one)[0]})"`)
  expect(one.markup, 'a colour is no id').toContain('stroke="#abc"')
  expect(one.rules).toMatch(new RegExp(`#${ids(one)[1]}\\{fill:url\\(#${ids(one)[0]}\\)\\}`))
})

it('what programs note, and words about the drawing, stay out; its text is kept as it is read', () => {
  const { markup } = read(`<title>Tide</title><desc>High and low</desc><metadata>Ann’s computer</metadata>
    <x:view xmlns:x="https://example.org/x" x:zoom="2"/><!-- draft -->
    <g data-name="Layer 1" aria-label="g"><text x="1">Ebb &lt; <tspan>flood</tspan>
    &amp; slack</text></g>`)
  expect(markup).toMatch(
    /viewBox="0 0 480 320"><g><text x="1">Ebb &lt; <tspan>flood<\/tspan> &amp; slack<\/text><\/g><\/svg>$/,
  )
})

it.each(['copiapo-rescue/clock.svg', 'round-the-world/sixty.svg'])('%s has nothing to be mended', (file) => {
  const text = readFileSync(new URL(`../../../src/stories/${file}`, import.meta.url), 'utf8')
  expect(readWhole(text).problems).toEqual([])
})
