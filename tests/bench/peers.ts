/** The pages ours is held against: plain text, TimelineJS, and a page made of react-chrono and react-leaflet. */
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import type { Contestant } from './contestant.ts'
import { escaped, type ToldStory } from './told.ts'

const HERE = dirname(fileURLToPath(import.meta.url))
const TIMELINEJS = join(HERE, 'node_modules/@knight-lab/timelinejs/dist')

export const STATIC: Contestant = {
  name: 'static page',
  path: 'static/',
  text: 'section > h2 ~ *',
  passage: ({ id }) => `[id="${id}"]`,
}

/** Its first slide is the title; what a reader reads first is the text under it. */
export const timelineJs = (folder: string): Contestant => ({
  name: 'TimelineJS',
  path: `${folder}/`,
  text: '.tl-slide .tl-text-content p',
  current: '.tl-timemarker-active',
  beads: '.tl-timemarker-content-container',
  previous: '.tl-slidenav-previous',
  next: '.tl-slidenav-next',
})

export const CHRONO: Contestant = {
  name: 'react-chrono + react-leaflet',
  path: 'chrono/',
  text: '.card-description p',
  current: '.vertical-item-row[aria-current="step"]',
  beads: '.timeline-vertical-circle',
  previous: 'role=button[name="Previous"]',
  next: 'role=button[name="Next"]',
  passage: ({ index }) => `.vertical-item-row:nth-child(${index + 1})`,
}

/** The words alone: what any page with them must at least send and do. */
export async function buildStatic(story: ToldStory, folder: string) {
  const { kicker, headline, dek, byline, steps, end } = story
  const sections = steps.map(
    ({ id, label, place, heading, html }) =>
      `<section id="${id}"><p>${escaped(place)} · ${label}</p><h2>${escaped(heading)}</h2>${html}</section>`,
  )
  const last = end && `<section><h2>${escaped(end.heading)}</h2>${end.html}</section>`
  await writePage(
    folder,
    story,
    '<style>body { max-width: 42rem; margin: auto; padding: 1rem; font: 1.1rem/1.5 Georgia, serif }</style>',
    `<p>${escaped(kicker)}</p><h1>${escaped(headline)}</h1><p>${escaped(dek)}</p><p>${escaped(byline)}</p>
    ${sections.join('\n    ')}
    ${last ?? ''}`,
  )
}

/**
 * TimelineJS as its documentation says to embed it, from its own package. Of its type faces we take the pair that asks
 * for none from another server, which is to its advantage.
 */
export async function buildTimelineJs(story: ToldStory, folder: string) {
  const { kicker, headline, dek, byline, published, steps, end } = story
  const last = end && { start: published, end: published, label: published, ...end }
  const data = {
    title: { text: { headline, text: `<p>${escaped(dek)}</p><p>${escaped(kicker)} ${escaped(byline)}</p>` } },
    events: [...steps, ...(last ? [last] : [])].map((step) => ({
      start_date: dateParts(step.start),
      ...(step.end === step.start ? {} : { end_date: dateParts(step.end) }),
      display_date: step.label,
      text: { headline: step.heading, text: step.html },
    })),
  }
  await mkdir(folder, { recursive: true })
  await cp(TIMELINEJS, folder, { recursive: true, filter: (path) => !/\.map$|\/embed$/.test(path) })
  await writeFile(join(folder, 'story.json'), JSON.stringify(data))
  await writePage(
    folder,
    story,
    `<link rel="stylesheet" href="css/timeline.css">
    <script src="js/timeline.js"></script>
    <style>html, body { height: 100%; margin: 0 } #timeline { width: 100%; height: 100% }</style>`,
    `<div id="timeline"></div>
    <script>
      new TL.Timeline('timeline', 'story.json', { font: 'georgia-helvetica', script_path: new URL('js/', location.href).href })
    </script>`,
  )
}

function dateParts(day: string) {
  const [year, month, date] = day.split('-')
  return { year, month, day: date }
}

/** `peers/chrono` built by Vite without further settings. */
export async function buildChrono(story: ToldStory, folder: string) {
  const data = join(dirname(folder), 'told-story.json')
  await writeFile(data, JSON.stringify(story))
  await build({
    root: join(HERE, 'peers/chrono'),
    configFile: false,
    base: './',
    logLevel: 'error',
    plugins: [react()],
    resolve: { alias: { 'told-story': data } },
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  })
}

async function writePage(folder: string, { language, headline }: ToldStory, head: string, body: string) {
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(headline)}</title>
    <link rel="icon" href="data:,">
    ${head}
  </head>
  <body>
    ${body}
  </body>
</html>
`,
  )
}
