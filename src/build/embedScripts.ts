/**
 * The scripts of the embedded page. A frame may be sandboxed by its host and come from a server that gives nobody leave
 * to read it; then a module is blocked, and all it would import. So the frame has classic scripts, which any page may
 * run: one for the explainer and, for when a hand comes to the map, one for Leaflet, which shares the first one's React.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { EnvironmentOptions, Rolldown, ViteBuilder } from 'vite'
import { cleaned, divide } from './styles.ts'

/** Globals that `embedded.tsx` sets for the script of the map gestures */
const SHARED = { react: 'datelines.react', 'react/jsx-runtime': 'datelines.jsx', 'react-dom': 'datelines.dom' }

/** The build environments that make them in `folder`; and what answers in an article, for pages and frames alike. */
export function embedEnvironments(folder: string): Record<'embed' | 'gestures' | 'live', EnvironmentOptions> {
  return {
    live: classic(folder, { live: 'src/article/liveBlocks.ts' }),
    embed: classic(folder, { embed: 'src/embedded.tsx' }),
    gestures: classic(
      folder,
      { 'embed-gestures': 'src/map/MapGestures.tsx' },
      { external: Object.keys(SHARED), output: { name: 'datelines.gestures', globals: SHARED } },
    ),
  }
}

function classic(
  folder: string,
  input: Record<string, string>,
  { external, output }: { external?: string[]; output?: Rolldown.OutputOptions } = {},
): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir: folder,
      emptyOutDir: false,
      // Else Vite would put the style into the script.
      cssCodeSplit: false,
      rolldownOptions: {
        input,
        ...(external && { external }),
        // What a script leaves for another one is its entrance's exports.
        preserveEntrySignatures: 'exports-only',
        output: { ...output, format: 'iife', entryFileNames: 'assets/[name]-[hash].js', codeSplitting: false },
      },
    },
  }
}

/** Builds them: the shell of an embedded page, made of that of a page, and its style sheet. */
export async function buildEmbedScripts(builder: ViteBuilder, folder: string, shell: string) {
  const embed = await buildClassic(builder, 'embed', folder)
  const gestures = await buildClassic(builder, 'gestures', folder)
  const script =
    `<script defer src="./${embed.script}"></script>` +
    `<template id="_gestures"><script src="./${gestures.script}"></script></template>`
  return {
    shell: shell.replace(/<script type="module"[^>]*><\/script>/, script),
    sheet: divide(embed.sheet),
  }
}

/** Builds what a page has only where something in its article answers the reader. */
export function buildLive(builder: ViteBuilder, folder: string): Promise<Classic> {
  return buildClassic(builder, 'live', folder)
}

/** A script by its name in the built folder, and the style it needs. */
export interface Classic {
  script: string
  sheet: string
}

async function buildClassic(
  builder: ViteBuilder,
  name: 'embed' | 'gestures' | 'live',
  folder: string,
): Promise<Classic> {
  const environment = builder.environments[name]
  const built = environment && (await builder.build(environment))
  if (!built || !('output' in built)) throw new Error(`frame: Vite has not built the script of the ${name}`)
  const sheets = built.output.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'))
  for (const { fileName } of sheets) await rm(join(folder, fileName))
  return {
    script: built.output[0].fileName,
    sheet: cleaned(sheets.map((file) => ('source' in file ? String(file.source) : '')).join('')),
  }
}
