import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { preview } from 'vite'
import { servePreview } from '../build/servePreview.ts'
import { viteConfig } from '../build/vite.ts'
import { StoryError } from '../content/problems.ts'
import { openProject } from '../project/project.ts'
import { OUT, portIn, ROOT, readArgs, SERVER } from './args.ts'

/** `datelines preview`: serves the built site as a real host does. */
export async function run(args: string[]) {
  const { values } = readArgs(args, { ...ROOT, ...OUT, ...SERVER })
  const project = await openProject(values.root, values.out)
  if (!existsSync(join(project.out, 'index.html')))
    throw new StoryError(`${relative(project.root, project.out)} has no site yet: run datelines build first.`)
  const server = await preview({
    ...viteConfig(project),
    preview: { ...portIn(values.port), host: values.host },
    plugins: [{ name: 'datelines:preview', configurePreviewServer: (server) => servePreview(server, project) }],
  })
  server.printUrls()
}
