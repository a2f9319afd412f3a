/** WebKitGTK's MiniBrowser by its own WebDriver, on a screen of its own (Xvfb). */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '../browser/serve.ts'
import { asScript, type Driver, findFrame, findVisible, KEYS, PATIENCE, WINDOW } from './driver.ts'

/** The name under which WebDriver sends an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** Starts the browser with the WebDriver at `driverPath`. */
export async function startWebKit(driverPath: string): Promise<Driver> {
  const home = mkdtempSync(join(tmpdir(), 'datelines-webkit-'))
  const children: ChildProcess[] = []
  /** Ends the processes and theirs (each leads a group of its own) and leaves no file; also when the tests are interrupted. */
  function end() {
    process.off('exit', end)
    for (const { pid } of children.reverse()) {
      try {
        if (pid) process.kill(-pid, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
  process.on('exit', end)
  function start(command: string, args: string[], env: Record<string, string> = {}) {
    const child = spawn(command, args, {
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env },
    })
    child.on('error', (error) => console.error(error.message))
    children.push(child)
    return child
  }

  try {
    const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'])
    const [display] = await once(screen.stdio[3] ?? screen, 'data', { signal: AbortSignal.timeout(PATIENCE) })
    const { url, close: freePort } = await serve(() => {})
    freePort()
    start(driverPath, [`--port=${new URL(url).port}`], {
      DISPLAY: `:${String(display).trim()}`,
      GDK_BACKEND: 'x11',
      HOME: home,
      XDG_RUNTIME_DIR: home,
      // No graphics card is asked for.
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    })
    const session = await startSession(url)
    return { ...session, close: () => session.close().finally(end) }
  } catch (error) {
    end()
    throw error
  }
}

/** One session of the WebDriver at `url`. */
async function startSession(url: string): Promise<Driver> {
  async function send(method: 'GET' | 'POST' | 'DELETE', path: string, body: object = {}) {
    const response = await fetch(`${url}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE),
    })
    const { value } = await response.json()
    if (!response.ok) throw new Error(`${path.split('/').slice(2).join('/')}: ${value.error} ${value.message}`)
    return value
  }
  const end = Date.now() + PATIENCE
  // The port opens some time after the process has started.
  while (!(await send('GET', 'status').catch(() => ({ ready: false }))).ready) {
    if (Date.now() > end) throw new Error('WebKitWebDriver does not answer')
    await pause(100)
  }
  const { sessionId } = await send('POST', 'session', { capabilities: {} })
  const post = (command: string, body?: object) => send('POST', `session/${sessionId}/${command}`, body)
  const run = (inPage: { toString(): string }, args: unknown[]) =>
    post('execute/sync', { script: `return (${inPage})(...arguments)`, args })

  /** A wheel for each turn: of one wheel WebKitGTK scrolls only by what it turns farther than the last time. */
  let wheels = 0

  async function find(inPage: (css: string, name: string) => Element | null | undefined, css: string, name = '') {
    const element = await run(inPage, [css, name])
    if (!element) throw new Error(`not there: ${css} ${name}`)
    return element
  }

  await post('timeouts', { pageLoad: PATIENCE, script: PATIENCE })
  const [width, height] = await run(() => [outerWidth - innerWidth, outerHeight - innerHeight], [])
  await post('window/rect', { width: WINDOW.width + width, height: WINDOW.height + height })

  return {
    async open(address) {
      await post('frame', { id: null })
      await post('url', { url: address })
    },
    read: async (inPage, ...args) =>
      JSON.parse(await post('execute/sync', { script: `return ${asScript(inPage, args)}`, args: [] })),
    async click(css, name) {
      const element = await find(findVisible, css, name)
      await post(`element/${element[ELEMENT]}/click`)
    },
    press: (key) =>
      post('actions', {
        actions: [
          {
            type: 'key',
            id: 'keyboard',
            actions: [
              { type: 'keyDown', value: KEYS[key] },
              { type: 'keyUp', value: KEYS[key] },
            ],
          },
        ],
      }),
    async wheel(down) {
      wheels += 1
      const id = `wheel ${wheels}`
      const at = { x: WINDOW.width / 2, y: WINDOW.height / 2 }
      await post('actions', {
        actions: [{ type: 'wheel', id, actions: [{ type: 'scroll', ...at, deltaX: 0, deltaY: down, duration: 0 }] }],
      })
    },
    enter: async (css) => post('frame', { id: await find(findFrame, css) }),
    leave: () => post('frame', { id: null }),
    close: () => send('DELETE', `session/${sessionId}`),
  }
}
