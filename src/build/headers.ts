/**
 * What a server says with every file of the site, in one place: the pages carry as much of it as a page can, and nginx,
 * Caddy, Netlify, Cloudflare and `npm run preview` are given the rest.
 */

import { POLICY } from '../offline/savedFiles.ts'
import type { Site as Settings } from '../site.ts'
import { WISHES, WISHES_HASH } from './embedOptions.ts'
import { playersIn } from './liveBlocks.ts'
import { styleHash } from './styles.ts'

type Site = Pick<Settings, 'url' | 'tiles' | 'framedBy' | 'offline'>

/** Files with a hash in their name never change; a page is asked for again; other names change with a build. */
const CACHE = {
  hashed: 'public, max-age=31536000, immutable',
  pages: 'public, max-age=0, must-revalidate',
  others: 'public, max-age=300',
}

/** Where the ready files for nginx and Caddy lie. No story can have that name, and GitHub Pages leaves it out. */
const SERVERS = '_server'

/** Endings of files that keep their name and are no pages */
const OTHERS = 'js|json|png|svg|jpe?g|webp|avif|mp4|webm|mp3|m4a|vtt|txt|xml|md'

/** Media with a hash in their name, from the root of the site, as a regular expression: islands/media/quay-0a1b2c3d-480.webp */
const MEDIA = '[^/]+/media/[^/]+-[0-9a-f]{8}(-[0-9a-z]+)?[.][0-9a-z]+$'

/** Leaflet’s empty picture, with which it calls off a tile. */
const EMPTY_TILE = 'data:'

/**
 * The page with its own policy in its head: what stands in every page alike, and the hash of its style; the site's own
 * sheets too, if it links to one. A page that
 * readers may keep may also start the worker that keeps it, by the one policy on trusted types the site has.
 */
export function withPolicy(html: string, site: Site, page: { keeps: boolean } = { keeps: false }): string {
  const sheets = html.includes('<link rel="stylesheet"') ? " 'self'" : ''
  const policy = [
    "default-src 'none'",
    // 'self': the preview in “Embed this”
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

/** Headers of every answer. The hash of a page's style and whose films it plays are in the page: a server need not know. */
export function headersOf(site: Site): Record<string, string> {
  // No word on frames is the only one that lets everybody: '*' would shut out hosts that are sandboxed themselves.
  const framers = site.framedBy ? [`frame-ancestors 'self' ${site.framedBy.join(' ')}`] : []
  // The worker has no head to carry a policy; it may ask the site for what it keeps. Pages forbid it themselves.
  const worker = `connect-src ${site.offline ? "'self'" : "'none'"}`
  return {
    'Content-Security-Policy': [...policyOf(site, { keeps: site.offline }), ELEMENTS, worker, ...framers].join('; '),
    'Permissions-Policy':
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    // Everything here is public, and made to be used by other pages, sandboxed and isolated ones too.
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
 * The same for real servers: name of a file in the built folder → its text. `hashed`: folders, from the root of the site,
 * in which every file has a hash in its name: 'islands/media/'.
 */
export function serverFiles(site: Site, hashed: string[] = []): Record<string, string> {
  const root = site.url ? new URL(site.url).pathname : '/'
  const headers = Object.entries(headersOf(site))
  return {
    // Netlify and Cloudflare read this one; what it does not name they ask for again, as we want it.
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

/** Which script elements may run: those of the site, and the one inside its embeds. All else is left to `script-src`. */
const ELEMENTS = `script-src-elem 'self' ${WISHES_HASH}`

/** The part of the policy that is alike for every page and asks for nothing `unsafe`. */
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
    // No script of ours makes markup from text: the one policy there is names the worker.
    "require-trusted-types-for 'script'",
    `trusted-types ${keeps ? POLICY : "'none'"}`,
  ]
}

/** The servers a template for tiles stands for; Leaflet fills `{s}` with a, b and c. */
function originsOf(template: string): string[] {
  const [, origin = ''] = /^(https?:\/\/[^/]+)/.exec(template) ?? []
  return [...new Set(['a', 'b', 'c'].map((letter) => origin.replaceAll('{s}', letter)))].filter(Boolean)
}

function nginx(root: string, headers: [string, string][]): string {
  // A location with headers of its own has none of its server's, so each has all of them.
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

/** `text` as a part of a regular expression. */
function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
