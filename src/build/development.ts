import { createServer, type ServerOptions, type ViteDevServer } from 'vite'
import type { Project } from '../project/project.ts'
import { NONCE } from './headers.ts'
import { servePages } from './servePages.tsx'
import { viteConfig } from './vite.ts'

/** Starts the development server of a project. */
export async function startDevelopment(project: Project, options: ServerOptions): Promise<ViteDevServer> {
  const config = viteConfig(project)
  const server = await createServer({
    ...config,
    plugins: [config.plugins, { name: 'datelines:pages', configureServer: (server) => servePages(server, project) }],
    // Vite's client adds scripts and styles to the page.
    html: { cspNonce: NONCE },
    server: options,
    // Found one by one, each would bring a React of its own and a reload.
    optimizeDeps: {
      entries: ['src/client.tsx', 'src/embedded.ts'],
      include: ['react', 'react/jsx-dev-runtime', 'react-dom/client', 'react-leaflet'],
      // Goes through our plugin, so that the page's policy lets it run.
      exclude: ['leaflet'],
    },
  })
  return server.listen()
}
