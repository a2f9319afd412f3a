/**
 * Scripts of the embed. In a sandboxed frame from a server without CORS headers, modules are blocked, so the embed has
 * classic scripts: one for the explainer and one for the map gestures (Leaflet), which uses the first one's React.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { EnvironmentOptions, Rolldown, ViteBuilder } from 'vite'
import { cleaned, divide } from './styles.ts'

/** Globals that `embedded.tsx` sets for the script of the map gestures */
const SHARED = { react: 'datelines.react', 'react/jsx-runtime': 'datelines.jsx', 'react-dom': 'datelines.dom' }

/** Vite environments that build them into `folder`, and the script of live blocks for pages and embeds. */
export function embedEnvironments(folder: string): Record<'embed' | 'gestures' | 'live', EnvironmentOptions> {
  return {
    live: classic(folder, { live: 'src/blocks/live.ts' }),
    embed: classic(
      folder,
      { embed: 'src/embedded.tsx' },
      // Chromium compiles it while it arrives, off the main thread.
      { output: { postBanner: '//# allFunctionsCalledOnLoad' } },
    ),
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
      // Otherwise Vite puts the styles in the script.
      cssCodeSplit: false,
      rolldownOptions: {
        input,
        ...(external && { external }),
        // The map gestures are used through the exports of their entry.
        preserveEntrySignatures: 'exports-only',
        output: { ...output, format: 'iife', entryFileNames: 'assets/[name]-[hash].js', codeSplitting: false },
      },
    },
  }
}

/** Builds the scripts of the embed. Returns its HTML shell, made from that of a page, and its style sheet. */
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

/** Builds the script of live blocks: films and comparisons, only for pages that have some. */
export function buildLive(builder: ViteBuilder, folder: string): Promise<Classic> {
  return buildClassic(builder, 'live', folder)
}

/** A script, by its path in the built folder, and its style sheet. */
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
