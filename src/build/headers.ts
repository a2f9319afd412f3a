/**
 * HTTP headers of the site, in one place. Pages carry what a `<meta>` can; the rest is written for nginx, Caddy, Netlify and
 * Cloudflare, and sent by `npm run preview`.
 */

import { POLICY } from '../offline/savedFiles.ts'
import type { Site as Settings } from '../site.ts'
import { WISHES, WISHES_HASH } from './embedOptions.ts'
import { playersIn } from './liveBlocks.ts'
import { styleHash } from './styles.ts'

type Site = Pick<Settings, 'url' | 'tiles' | 'framedBy' | 'offline'>

/** Files with a hash in their name never change, pages are revalidated, other files may change with each build. */
const CACHE = {
  hashed: 'public, max-age=31536000, immutable',
  pages: 'public, max-age=0, must-revalidate',
  others: 'public, max-age=300',
}

/** Folder of the files for nginx and Caddy. No story can have this name, and GitHub Pages does not publish it. */
const SERVERS = '_server'

/** Extensions of files without a hash that are not pages */
const OTHERS = 'js|json|png|svg|jpe?g|webp|avif|mp4|webm|mp3|m4a|vtt|txt|xml|md'

/** Regular expression for media with a hash, from the root of the site: islands/media/quay-0a1b2c3d-480.webp */
const MEDIA = '[^/]+/media/[^/]+-[0-9a-f]{8}(-[0-9a-z]+)?[.][0-9a-z]+$'

/** Leaflet cancels a tile by giving it an empty `data:` picture. */
const EMPTY_TILE = 'data:'

/**
 * Adds a Content-Security-Policy to a page: the rules of all pages, the hash of its style, and the site's style sheets if it
 * links to one. `keeps`: the page can be saved for reading offline, so it may start the worker.
 */
export function withPolicy(html: string, site: Site, page: { keeps: boolean } = { keeps: false }): string {
  const sheets = html.includes('<link rel="stylesheet"') ? " 'self'" : ''
  const policy = [
    "default-src 'none'",
    // 'self' for the preview in “Embed this”.
    ["frame-src 'self'", ...playersIn(html)].join(' '),
    `style-src '${styleHash(html)}'${sheets}`,
    "connect-src 'none'",
    ...policyOf(site, page),
    ...(html.includes(`<script>${WISHES}</script>`) ? [ELEMENTS] : []),
  ].join('; ')
  const head = `<meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="referrer" content="same-origin">`
  return html.replace('<meta charset="utf-8">', () => head)
}

/** Headers of every response. Style hashes and film providers differ between pages and are only in the pages. */
export function headersOf(site: Site): Record<string, string> {
  // Left out to allow everybody: '*' would exclude hosts that are sandboxed themselves.
  const framers = site.framedBy ? [`frame-ancestors 'self' ${site.framedBy.join(' ')}`] : []
  // For the worker, which cannot have a `<meta>`: it fetches what it saves. Pages forbid connections themselves.
  const worker = `connect-src ${site.offline ? "'self'" : "'none'"}`
  return {
    'Content-Security-Policy': [...policyOf(site, { keeps: site.offline }), ELEMENTS, worker, ...framers].join('; '),
    'Permissions-Policy':
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    // Everything is public and may be used by other pages, also sandboxed and cross-origin isolated ones.
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
}

/** `Cache-Control` of the file at `path`, from the root of the site: '/embed.js'. */
export function cacheOf(path: string): string {
  if (path.startsWith('/assets/') || new RegExp(`^/${MEDIA}`).test(path)) return CACHE.hashed
  return /(\/|\.html)$/.test(path) ? CACHE.pages : CACHE.others
}

/**
 * The headers as configuration of real servers: path in the built folder → text. `hashed`: folders, from the root of the
 * site, in which every file has a hash in its name: 'islands/media/'.
 */
export function serverFiles(site: Site, hashed: string[] = []): Record<string, string> {
  const root = site.url ? new URL(site.url).pathname : '/'
  const headers = Object.entries(headersOf(site))
  return {
    // Read by Netlify and Cloudflare, which revalidate everything else by default.
    _headers: [
      `${root}*`,
      ...headers.map(([name, value]) => `  ${name}: ${value}`),
      ...['assets/', ...hashed].flatMap((folder) => [`${root}${folder}*`, `  Cache-Control: ${CACHE.hashed}`]),
      `${root}embed.js`,
      `  Cache-Control: ${CACHE.others}`,
      '',
    ].join('\n'),
    [`${SERVERS}/nginx.conf`]: nginx(root, headers),
    [`${SERVERS}/Caddyfile`]: caddy(root, headers),
  }
}

/** Allowed script elements: those of the site, and the inline script of embeds. */
const ELEMENTS = `script-src-elem 'self' ${WISHES_HASH}`

/** The policy that all pages share. Nothing in it is `unsafe`. */
function policyOf({ tiles }: Site, { keeps }: { keeps: boolean }): string[] {
  return [
    "script-src 'self'",
    ["img-src 'self'", ...(tiles ? [...originsOf(tiles.url), EMPTY_TILE] : [])].join(' '),
    "media-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    `worker-src ${keeps ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    // No script makes markup from text; the only policy is for the worker's address.
    "require-trusted-types-for 'script'",
    `trusted-types ${keeps ? POLICY : "'none'"}`,
  ]
}

/** Origins of a tile template; Leaflet replaces `{s}` with a, b and c. */
function originsOf(template: string): string[] {
  const [, origin = ''] = /^(https?:\/\/[^/]+)/.exec(template) ?? []
  return [...new Set(['a', 'b', 'c'].map((letter) => origin.replaceAll('{s}', letter)))].filter(Boolean)
}

function nginx(root: string, headers: [string, string][]): string {
  // nginx does not inherit headers into a location that sets its own, so each has all of them.
  const location = (match: string, cache: string, more = '') => `location ${match} {
    index index.html;${more}
${headers.map(([name, value]) => `    add_header ${name} "${value}" always;`).join('\n')}
    add_header Cache-Control "${cache}";
}
`
  const pattern = literal(root)
  return `# Put this into a server block whose root makes ${root} the built folder:
#   include /srv/datelines/${SERVERS}/nginx.conf;
absolute_redirect off;
charset utf-8;
charset_types text/css text/plain text/javascript application/javascript application/json image/svg+xml;
gzip_static on;
gzip_vary on;
# brotli_static on;  # where the module ngx_brotli is loaded

${location(`^~ ${root}assets/`, CACHE.hashed)}
${location(`~ "^${pattern}${MEDIA}"`, CACHE.hashed)}
${location(`~ ^${pattern}.*\\.(${OTHERS})$`, CACHE.others)}
location ~ ^${pattern}(_headers|${SERVERS}/) {
    return 404;
}

${location(root, CACHE.pages, '\n    try_files $uri $uri/ =404;')}`
}

function caddy(root: string, headers: [string, string][]): string {
  const pattern = literal(root)
  return `# Put this into a site block whose root makes ${root} the built folder:
#   import /srv/datelines/${SERVERS}/Caddyfile
header ${root}* {
${headers.map(([name, value]) => `\t${name} "${value}"`).join('\n')}
}
@hashed {
	path ${root}assets/*
	file
}
@media {
	path_regexp "^${pattern}${MEDIA}"
	file
}
header @hashed Cache-Control "${CACHE.hashed}"
header @media Cache-Control "${CACHE.hashed}"
@others {
	path_regexp ^${pattern}.*\\.(${OTHERS})$
	not path ${root}assets/*
	not path_regexp "^${pattern}${MEDIA}"
	file
}
header @others Cache-Control "${CACHE.others}"
@pages path_regexp ^${pattern}(.*/)?([^/]+\\.html)?$
header @pages Cache-Control "${CACHE.pages}"
file_server {
	precompressed br gzip
	hide _headers ${SERVERS}
}
`
}

/** Escapes `text` for a regular expression. */
function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
