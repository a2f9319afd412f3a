// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { cacheOf, headersOf, policyOf, serverFiles } from '../../../src/build/headers.ts'

const plain = { url: undefined, tiles: undefined, framedBy: undefined, offline: true }
const withTiles = (url: string) => ({ ...plain, tiles: { url, attribution: 'The Test Office' } })
const page = { style: 'a{}' }

function directive(policy: string | undefined, name: string): string | undefined {
  return policy
    ?.split(/; |"/)
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1)
}

describe('the policy', () => {
  it('in a page names the hash of its style', () => {
    const policy = policyOf(plain, page)
    // echo -n 'a{}' | openssl dgst -sha256 -binary | base64
    expect(directive(policy, 'style-src')).toBe("'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='")
    expect(directive(policy, 'default-src')).toBe("'none'")
    expect(directive(policy, 'script-src-elem')).toBeUndefined()
    expect(directive(policyOf(plain, { ...page, scripted: true }), 'script-src-elem')).toMatch(
      /^'self'( 'sha256-[^']+'){2}$/,
    )
  })

  it('lets a page show its own, and the players of the films that are in it', () => {
    expect(directive(policyOf(plain, page), 'frame-src')).toBe("'self'")
    const players = ['https://player.vimeo.com']
    expect(directive(policyOf(plain, { ...page, players }), 'frame-src')).toBe("'self' https://player.vimeo.com")
  })

  it('allows the tiles that a publisher has set, and nobody else’s', () => {
    const pictures = (url: string) => directive(headersOf(withTiles(url))['Content-Security-Policy'], 'img-src')
    expect(directive(headersOf(plain)['Content-Security-Policy'], 'img-src')).toBe("'self'")
    expect(pictures('https://tiles.example.org/{z}/{x}/{y}.png')).toBe("'self' https://tiles.example.org data:")
    expect(pictures('https://{s}.example.org:8080/{z}/{x}/{y}{r}.png')).toBe(
      "'self' https://a.example.org:8080 https://b.example.org:8080 https://c.example.org:8080 data:",
    )
    expect(pictures('/tiles/{z}/{x}/{y}.png')).toBe("'self' data:")
  })

  it('lets a page start the worker only where readers may keep it, and lets only the worker ask the site for more', () => {
    const kept = policyOf(plain, { ...page, offline: true })
    expect(directive(kept, 'trusted-types')).toBe('datelines-offline')
    expect(directive(kept, 'worker-src')).toBe("'self'")
    for (const policy of [kept, policyOf(plain, page)]) expect(directive(policy, 'connect-src')).toBe("'none'")
    expect(directive(policyOf(plain, page), 'trusted-types')).toBe("'none'")
    expect(directive(headersOf(plain)['Content-Security-Policy'], 'connect-src')).toBe("'self'")
    const off = headersOf({ ...plain, offline: false })['Content-Security-Policy']
    expect([directive(off, 'connect-src'), directive(off, 'worker-src')]).toEqual(["'none'", "'none'"])
  })

  it('says who may show the explainer in a frame', () => {
    const framers = (framedBy: string[] | undefined) =>
      directive(headersOf({ ...plain, framedBy })['Content-Security-Policy'], 'frame-ancestors')
    expect(framers(undefined)).toBeUndefined()
    // The preview in “Embed this” is a frame of our own.
    expect(framers(['https://news.example.org'])).toBe("'self' https://news.example.org")
  })
})

describe('caching', () => {
  it('is for ever where a name never comes again, and short everywhere else', () => {
    expect(cacheOf('/assets/index-BiHJYd-j.js')).toContain('immutable')
    for (const name of [
      'quay-0a1b2c3d-480.webp',
      'quay-0a1b2c3d.jpg',
      'poster-ef788969-1600.avif',
      'talk-0a1b2c3d.m4a',
    ])
      expect(cacheOf(`/story/media/${name}`)).toContain('immutable')
    expect(cacheOf('/story/media/portrait.jpg')).toMatch(/max-age=\d{3}$/)
    for (const path of ['/', '/story/', '/demo/index.html']) expect(cacheOf(path)).toContain('must-revalidate')
    for (const path of ['/embed.js', '/story/poster.png', '/story/oembed.json'])
      expect(cacheOf(path)).toMatch(/max-age=\d{3}$/)
  })
})

describe('ready files', () => {
  const files = serverFiles({ ...plain, url: 'https://example.org/explainers/' }, ['islands/media/'])

  it.each(Object.entries(files))('%s says all of it, for the folder the site is in', (_, text) => {
    for (const [name, value] of Object.entries(headersOf(plain))) {
      expect(text).toContain(name)
      expect(text).toContain(value)
    }
    expect(text).toContain('/explainers/assets/')
    expect(text).toContain(cacheOf('/assets/'))
  })

  it('say that media with a hash in their name may be kept, on every server', () => {
    const { _headers = '', ...others } = serverFiles({ ...plain, url: 'https://example.org/e/' }, ['islands/media/'])
    expect(_headers).toContain(`/e/islands/media/*\n  Cache-Control: ${cacheOf('/assets/')}`)
    for (const text of Object.values(others)) {
      const [, pattern = ''] = /"\^\/e\/(\[.*?)"/.exec(text) ?? []
      expect('islands/media/quay-0a1b2c3d-480.webp').toMatch(new RegExp(`^${pattern}`))
      expect('islands/media/portrait.jpg').not.toMatch(new RegExp(`^${pattern}`))
    }
  })

  it('_headers keeps to what Netlify and Cloudflare both read', () => {
    const rules = (files['_headers'] ?? '').trim().split(/\n(?=\/)/)
    const said = rules.map((rule) => {
      const [path = '', ...headers] = rule.split('\n')
      // One star, at the end; longer lines are left out by Cloudflare.
      expect(path).toMatch(/^\/[\w/.]*\*?$/)
      for (const line of headers) expect(line).toMatch(/^ {2}[\w-]+: .{1,1900}$/)
      return { path, names: headers.map((line) => line.split(':')[0]) }
    })
    // Of two rules for one address both would be said, with a comma between them.
    for (const { path, names } of said)
      for (const other of said)
        if (other.path !== path && path.startsWith(other.path.replace('*', '')))
          expect(names.filter((name) => other.names.includes(name))).toEqual([])
  })
})
