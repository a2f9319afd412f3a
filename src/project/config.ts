/** The settings of a newsroom, written in `datelines.config.ts` (or .js, .mjs, .json). */
import { z } from 'zod'

/** Schema of the configuration file. The table in the README is generated from it. */
export const configFile = z.strictObject({
  name: z
    .string()
    .min(1)
    .optional()
    .describe('Name of the publisher, for pages, posters and feeds; by default that of the folder'),
  main: z
    .string()
    .optional()
    .describe('Slug of the story at the root of the site; by default the first in the alphabet'),
  url: z
    .string()
    .optional()
    .describe('Public address of the built folder. `DATELINES_URL` in the environment takes its place'),
  contact: z
    .string()
    .optional()
    .describe(
      'Whom readers may tell what does not work for them: an e-mail address or that of a page. `DATELINES_CONTACT` takes its place',
    ),
  offline: z
    .boolean()
    .default(true)
    .describe('Whether readers may save pages for reading offline; false also deletes pages already saved'),
  framedBy: z
    .array(z.string().regex(/^https?:\/\/[^/\s]+$/, 'is no origin: write https://news.example.org'))
    .optional()
    .describe('Origins that may embed the explainer, like https://news.example.org; by default all'),
  tiles: z
    .strictObject({
      url: z
        .string()
        .regex(/^https?:\/\/.*\{z\}/, 'is no template of tiles: write https://tiles.example.org/{z}/{x}/{y}.png')
        .describe('Template of their addresses: https://tiles.example.org/{z}/{x}/{y}.png'),
      attribution: z.string().min(1).describe('The attribution that their provider requires'),
    })
    .optional()
    .describe('Raster tiles under the route, for street detail; without them no request leaves your origin'),
  stories: z.string().min(1).default('stories').describe('Folder of the stories; by default stories'),
  out: z.string().min(1).default('dist').describe('Folder of the built site; by default dist'),
})

/** What a newsroom writes in its configuration file. */
export type Config = z.input<typeof configFile>

/** Gives an editor the types of the settings: `export default defineConfig({ name: 'The Post' })`. */
export function defineConfig(config: Config): Config {
  return config
}
