/** The site as a web app: icon, manifest, theme colours and the list of files to save offline. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import type { ReactNode } from 'react'
import { CACHE } from '../offline/savedFiles.ts'
import { DARK, LIGHT } from '../styles/colours.ts'

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

/** The icon in the folder `engine` as PNG, for devices that do not support SVG. */
export async function drawIcon(engine: string): Promise<Buffer> {
  const [, box = '', drawing = ''] =
    /viewBox="([^"]+)">(.*)<\/svg>/s.exec(await readFile(join(engine, 'public/icon.svg'), 'utf8')) ?? []
  const width = Number(box.split(' ')[2])
  const margin = width * ICON_MARGIN
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-margin} ${-margin} ${width + 2 * margin} ${width + 2 * margin}"><rect x="-50%" y="-50%" width="200%" height="200%" fill="${LIGHT.paper}"/>${drawing}</svg>`
  return new Resvg(svg, { fitTo: { mode: 'width', value: ICON_SIZE } }).render().asPng()
}

/** Links to manifest and icon, and theme colours, for `<head>`. `up`: from the page to the root of the site. */
export function applicationLinks(up: string): ReactNode {
  return (
    <>
      <meta name="theme-color" content={LIGHT.paper} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={DARK.paper} media="(prefers-color-scheme: dark)" />
      <link rel="manifest" href={`${up}manifest.json`} />
      <link rel="apple-touch-icon" href={`${up}icon.png`} />
    </>
  )
}

/** The list of the files that the worker saves with a page, relative to it. The version changes with the page. */
export function offlineList(html: string, files: string[]): string {
  return JSON.stringify({ version: createHash('sha256').update(html).digest('base64url'), files: [...new Set(files)] })
}

/**
 * The worker of a site that has switched offline reading off. Browsers with a saved page check for a new worker on each
 * visit and install this one, which deletes all saved pages and unregisters itself.
 */
export const UNREGISTER = `addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(caches.delete('${CACHE}').then(() => registration.unregister())))
`
