/**
 * `npm run try:wordpress`: a real WordPress from Debian's packages, with a post for each way an explainer comes into it,
 * for a person to look at. Two addresses show the same posts in two of its themes; the explainers come from a plain server
 * of another origin, without CORS headers. Everything lies in one temporary folder, and Ctrl-C takes it all away.
 */
import { spawn } from 'node:child_process'
import { existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { copyFile, cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { serve } from '../browser/serve.ts'
import { postsAbout } from './posts.ts'

const WORDPRESS = '/usr/share/wordpress'
/** One of the classic kind, one made of blocks */
const THEMES = ['twentytwentyone', 'twentytwentythree']
/** What must be there, and the packages that bring it */
const NEEDED: [path: string, packages: string][] = [
  [WORDPRESS, 'wordpress'],
  ...THEMES.map((theme): [string, string] => [`${WORDPRESS}/wp-content/themes/${theme}`, `wordpress-theme-${theme}`]),
  ['/usr/bin/php', 'php-cli php-mysql'],
  ['/usr/sbin/mariadbd', 'mariadb-server-core'],
]

const missing = NEEDED.filter(([path]) => !existsSync(path)).map(([, packages]) => packages)
if (missing.length > 0) {
  console.error(`Not on this machine, which must be a Debian. Run as root:
  apt-get install --no-install-recommends ${missing.join(' ')}`)
  process.exit(1)
}

const folder = await mkdtemp(join(tmpdir(), 'datelines-wordpress-'))
const log = join(folder, 'log')
const output = openSync(log, 'a')
const children = new Set<ReturnType<typeof spawn>>()

process.on('exit', function tidy() {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit())

try {
  await start()
} catch (error) {
  console.error(error, readFileSync(log, 'utf8'))
  process.exit(1)
}

async function start() {
  console.log('The explainers are built, WordPress is installed …')
  const site = join(folder, 'site')
  await mkdir(site)
  const { url: explainers } = await serve(sirv(site, { dev: true }))
  await run('npx', ['tsx', 'src/cli/datelines.ts', 'build', '--out', site], { DATELINES_URL: explainers })

  const root = join(folder, 'wordpress')
  await cp(WORDPRESS, root, { recursive: true, dereference: true })
  await mkdir(join(root, 'wp-content/mu-plugins'))
  await copyFile(here('config.php'), join(root, 'wp-config.php'))
  await copyFile(here('plugin.php'), join(root, 'wp-content/mu-plugins/try.php'))

  const listed = `${explainers}round-the-world/`
  const posts = postsAbout(explainers, listed)
  const shared = { TRY_SOCKET: await startDatabase(), TRY_EXPLAINERS: explainers, TRY_LISTED: listed }
  const sites = await Promise.all(
    THEMES.map(async (theme) => ({ TRY_THEME: theme, TRY_ADDRESS: `http://localhost:${await freePort()}`, ...shared })),
  )
  await run('php', ['-d', 'sendmail_path=true', here('install.php'), root], {
    ...sites[0],
    TRY_POSTS: JSON.stringify(posts),
  })
  for (const settings of sites) {
    const { TRY_ADDRESS: address, TRY_THEME: theme } = settings
    launch('php', ['-S', new URL(address).host, '-t', root], settings)
    await until(() => answers(address))
    console.log(`\n${theme}`)
    for (const { slug, title } of posts) console.log(`  ${`${address}/${slug}/`.padEnd(56)} ${title}`)
  }
  console.log(`
To paste with your own hands: ${sites[0]?.TRY_ADDRESS}/wp-admin/, as “editor” or “author”, the password is the same word.
The address of a story: ${explainers}belarus-prisoners/
Ctrl-C ends all of it.`)
}

/** A database of its own, which nobody can reach but by the file it returns the path of. */
async function startDatabase(): Promise<string> {
  const data = join(folder, 'database')
  const socket = join(folder, 'database.sock')
  const begin = join(folder, 'begin.sql')
  const user = `--user=${userInfo().username}`
  await run('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    user,
    '--auth-root-authentication-method=normal',
  ])
  await writeFile(begin, 'CREATE DATABASE wordpress;')
  launch('/usr/sbin/mariadbd', [
    ...['--no-defaults', '--skip-networking', user],
    ...[`--datadir=${data}`, `--socket=${socket}`, `--init-file=${begin}`],
  ])
  await until(() => existsSync(socket))
  return socket
}

/** Runs a command to its end; rejects when it fails. */
async function run(command: string, args: string[], env: Record<string, string> = {}) {
  const child = launch(command, args, env)
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`${command} failed`)
}

/** Starts what runs until all of this ends. */
function launch(command: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(command, args, { stdio: ['ignore', output, output], env: { ...process.env, ...env } })
  children.add(child)
  child.on('error', (error) => console.error(error.message))
  child.on('close', () => children.delete(child))
  return child
}

/** Asks again until the answer is yes; gives up after half a minute. */
async function until(ready: () => boolean | Promise<boolean>) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await ready()) return
    await wait(100)
  }
  throw new Error('what was started does not answer')
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok
  } catch {
    return false
  }
}

async function freePort(): Promise<string> {
  const { url, close } = await serve(() => {})
  close()
  return new URL(url).port
}

function here(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url))
}
