// Provides a display for Electron if the machine has none, and the switches that this machine requires.
import { spawn, spawnSync } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { Plain, endWithUs, say } from './tools.mjs'

const SCREEN = '1600x1000x24'

/** @param {NodeJS.ProcessEnv} env @param {NodeJS.Platform} platform */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * Returns the switches for Electron.
 * @param {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv, root: boolean, userNamespaces: boolean, sharedMemory: number }} place
 *   `sharedMemory` is the size of /dev/shm in bytes.
 */
export function argumentsFor({ platform, env, root, userNamespaces, sharedMemory }) {
  if (platform !== 'linux') return []
  const args = []
  if (root || !userNamespaces) args.push('--no-sandbox')
  // Containers often have 64 MB, which lets a renderer die in the middle of a page.
  if (sharedMemory < 256 * 1024 * 1024) args.push('--disable-dev-shm-usage')
  if (!env.DISPLAY && env.WAYLAND_DISPLAY) args.push('--ozone-platform-hint=auto')
  return args
}

/**
 * Tells whether user namespaces are allowed. Some Linux systems forbid them to ordinary programs; Chromium's sandbox
 * needs them.
 */
function userNamespacesWork() {
  const { status, error } = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' })
  return error !== undefined || status === 0
}

function sharedMemorySize() {
  try {
    const { blocks, bsize } = statfsSync('/dev/shm')
    return blocks * bsize
  } catch {
    return 0
  }
}

/** Returns the switches for Electron on this machine; call it inside `withDisplay`. */
export function electronArgs() {
  const { platform, env } = process
  if (platform !== 'linux') return []
  const root = process.getuid?.() === 0
  const userNamespaces = root || userNamespacesWork()
  if (!userNamespaces) {
    say(
      "This system forbids user namespaces, so Electron runs without Chromium's sandbox for this development run.",
    )
  }
  return argumentsFor({ platform, env, root, userNamespaces, sharedMemory: sharedMemorySize() })
}

/** Starts Xvfb on a display number that it finds free by itself.
 * @returns {Promise<{ name: string, stop: () => void, ended: Promise<unknown> }>} */
function startXvfb() {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset']
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
    const ended = new Promise((end) => server.once('exit', end))
    let complaint = ''
    let number = ''
    server.stderr?.setEncoding('utf8').on('data', (text) => (complaint = (complaint + text).slice(-2000)))
    server.on('error', (error) => {
      const missing = 'code' in error && error.code === 'ENOENT'
      const message = missing
        ? 'There is no display here and Xvfb is not installed (on Debian and Ubuntu: `apt-get install xvfb`).'
        : `Xvfb can't be started: ${error.message}`
      reject(new Plain(message))
    })
    server.on('exit', (code) => reject(new Plain(`Xvfb ended with ${code}: ${complaint.trim()}`)))
    const ready = /** @type {import('node:stream').Readable} */ (server.stdio[3])
    ready.setEncoding('utf8').on('data', (text) => {
      number += text
      if (!number.includes('\n')) return
      ready.destroy()
      resolve({ name: `:${number.trim()}`, stop: () => void server.kill('SIGTERM'), ended })
    })
  })
}

/**
 * Runs `fn` with a display: the machine's own, or virtual ones that end with it. With several, `DISPLAY` is the first
 * and `HTL_DISPLAYS` lists all as JSON: two applications on one display would take the focus from each other.
 * @template T
 * @param {() => Promise<T>} fn
 * @param {number} [count]
 * @returns {Promise<T>}
 */
export async function withDisplay(fn, count = 1) {
  if (hasDisplay()) return fn()
  const servers = await Promise.all(Array.from({ length: count }, () => startXvfb()))
  const forget = servers.map(({ stop }) => endWithUs(stop))
  process.env.DISPLAY = servers[0]?.name
  process.env.HTL_DISPLAYS = JSON.stringify(servers.map(({ name }) => name))
  try {
    return await fn()
  } finally {
    for (const end of forget) end()
    delete process.env.DISPLAY
    delete process.env.HTL_DISPLAYS
    for (const { stop } of servers) stop()
    await Promise.all(servers.map(({ ended }) => ended))
  }
}
