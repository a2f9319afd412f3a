/** The site as a web app: icon, manifest, theme colours, service worker and the list of files to save offline. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { DARK, LIGHT } from '../styles/colours.ts'
import { buildScript } from './script.ts'

const ICON = 'public/icon.svg'
/** Pixels; devices scale it down */
const ICON_SIZE = 512
/** Free part of the width on each side: devices crop icons to a circle */
const ICON_MARGIN = 0.15

/** https://www.w3.org/TR/appmanifest/ */
export function manifestOf({ name }: { name: string }): string {
  return JSON.stringify({
    name,
    start_url: './',
    display: 'minimal-ui',
    background_color: LIGHT.paper,
    theme_color: LIGHT.paper,
    icons: [
      { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icon.png', sizes: `${ICON_SIZE}x${ICON_SIZE}`, type: 'image/png', purpose: 'any maskable' },
    ],
  })
}

/** The icon as PNG, for devices that do not support SVG. */
export async function drawIcon(): Promise<Buffer> {
  const [, box = '', drawing = ''] = /viewBox="([^"]+)">(.*)<\/svg>/s.exec(await readFile(ICON, 'utf8')) ?? []
  const width = Number(box.split(' ')[2])
  const margin = width * ICON_MARGIN
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-margin} ${-margin} ${width + 2 * margin} ${width + 2 * margin}"><rect x="-50%" y="-50%" width="200%" height="200%" fill="${LIGHT.paper}"/>${drawing}</svg>`
  return new Resvg(svg, { fitTo: { mode: 'width', value: ICON_SIZE } }).render().asPng()
}

/** Links to manifest and icon, and theme colours, for `<head>`. `up`: from the page to the root of the site. */
export function applicationLinks(up: string): string[] {
  const themeColour = (scheme: string, colour: string) =>
    `<meta name="theme-color" content="${colour}" media="(prefers-color-scheme: ${scheme})" data-scheme="${scheme}">`
  return [
    themeColour('light', LIGHT.paper),
    themeColour('dark', DARK.paper),
    `<link rel="manifest" href="${up}manifest.json">`,
    `<link rel="apple-touch-icon" href="${up}icon.png">`,
  ]
}

/**
 * The files that the worker saves with a page: `files`, from the root of the site, to which `up` leads, and its pictures.
 * The version changes with the page.
 */
export function offlineList(html: string, files: string[], up: string): string {
  // All sizes and formats: without a network, a browser still requests the one it prefers.
  const pictures = [...html.matchAll(/<(?:img|source) [^>]*>/g)].flatMap(([tag]) =>
    [...tag.matchAll(/ (?:src|srcset|srcSet)="([^"]+)"/g)].flatMap(([, addresses = '']) =>
      addresses.split(',').map((address) => address.trim().split(' ')[0] ?? ''),
    ),
  )
  const own = pictures.filter((address) => address !== '' && !/^\w+:/.test(address))
  return JSON.stringify({
    version: createHash('sha256').update(html).digest('base64url'),
    files: [...new Set([...files.map((file) => up + file), ...own])],
  })
}

/** Builds the service worker into `folder`, or a script that unregisters an earlier one. */
export function buildWorker(folder: string, offline: boolean): Promise<void> {
  return buildScript(join('src/offline', offline ? 'worker.ts' : 'unregister.ts'), folder, 'sw.js')
}
