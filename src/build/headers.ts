/**
 * HTTP headers of the site, in one place. Pages carry what a `<meta>` can; the rest is written for nginx, Caddy, Netlify and
 * Cloudflare, and sent by `datelines preview`.
 */

import { createHash } from 'node:crypto'
import { POLICY } from '../offline/savedFiles.ts'
import type { Site as Settings } from '../project/project.ts'
import { OPTIONS, START } from './inlineScripts.ts'

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

/** What a page needs of its policy. */
interface Needs {
  /** Its inline style */
  style: string
  /** Origins of the film players in it */
  players?: string[]
  /** It can be saved for reading offline, so it may start the worker */
  offline?: boolean
  /** It is an explainer or an embed, with an inline script */
  scripted?: boolean
}

/** Nonce of the styles and scripts that Vite adds to a page in development */
export const NONCE = 'development'

/** The Content-Security-Policy of a page. `dev`: lets Vite's client add scripts and styles and listen for changes. */
export function policyOf(site: Site, needs: Needs, dev = false): string {
  const { style, players = [], offline = false, scripted = false } = needs
  const vite = dev ? [`'self' 'nonce-${NONCE}'`] : []
  return [
    "default-src 'none'",
    // 'self' for the preview in “Embed this”.
    ["frame-src 'self'", ...players].join(' '),
    ['style-src', hashOf(style), ...vite].join(' '),
    `connect-src ${dev ? "'self'" : "'none'"}`,
    ...sharedRules({ ...site, offline }, vite),
    ...(scripted && !dev ? [ELEMENTS] : []),
  ].join('; ')
}

/** Hash of an inline style or script, for a policy. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** Headers of every response. Style hashes and film providers differ between pages and are only in the pages. */
export function headersOf(site: Site): Record<string, string> {
  // Left out to allow everybody: '*' would exclude hosts that are sandboxed themselves.
  const framers = site.framedBy ? [`frame-ancestors 'self' ${site.framedBy.join(' ')}`] : []
  // For the worker, which cannot have a `<meta>`: it fetches what it saves. Pages forbid connections themselves.
  const worker = `connect-src ${site.offline ? "'self'" : "'none'"}`
  return {
    'Content-Security-Policy': [...sharedRules(site), ELEMENTS, worker, ...framers].join('; '),
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

/** Allowed script elements: those of the site, and the inline scripts. */
const ELEMENTS = ['script-src-elem', "'self'", ...[OPTIONS, START].map(hashOf)].join(' ')

/** The policy that all pages share. Nothing in it is `unsafe`. */
function sharedRules({ tiles, offline }: Site, vite: string[] = []): string[] {
  return [
    ["script-src 'self'", ...vite].join(' '),
    ["img-src 'self'", ...(tiles ? [...originsOf(tiles.url), EMPTY_TILE] : [])].join(' '),
    "media-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    `worker-src ${offline ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    // No script makes markup from text; the only policy is for the worker's address.
    "require-trusted-types-for 'script'",
    `trusted-types ${offline ? POLICY : "'none'"}`,
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
