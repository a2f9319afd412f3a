import { startDevelopment } from '../build/development.ts'
import { openProject } from '../project/project.ts'
import { portIn, ROOT, readArgs, SERVER } from './args.ts'

/** `datelines dev`: serves the stories, drafts too, and reloads a page when its story changes. */
export async function run(args: string[]) {
  const { values } = readArgs(args, { ...ROOT, ...SERVER })
  const server = await startDevelopment(await openProject(values.root), { ...portIn(values.port), host: values.host })
  server.printUrls()
}
