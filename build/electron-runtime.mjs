// Finds the Electron to run: an override, the official binary, or the pinned stand-in.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Plain, cacheFolder, say } from './tools.mjs'
import { isStandIn, standIn, standInServes } from './stand-in.mjs'

/** @typedef {{ execPath: string, distPath: string, version: string, kind: 'override' | 'official' | 'stand-in' }} Runtime */

/** A download that has received nothing for this long is treated as a closed network. */
const STALL_MS = 15_000

/**
 * Returns the path of the executable inside an unpacked Electron.
 * @param {NodeJS.Platform} platform
 */
export function executableIn(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * Reads the two variables with which the tools of Electron choose another Electron; null if neither is set.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {{ execPath: string, distPath: string } | null}
 */
export function overrideFrom(env, platform = process.platform) {
  const { ELECTRON_EXEC_PATH: exec, ELECTRON_OVERRIDE_DIST_PATH: dist } = env
  if (!exec && !dist) return null
  const inside = executableIn(platform)
  const execPath = exec ? path.resolve(exec) : path.join(path.resolve(dist ?? ''), ...inside.split('/'))
  const up = inside.split('/').map(() => '..')
  return { execPath, distPath: dist ? path.resolve(dist) : path.join(execPath, ...up) }
}

/** @param {string} distPath */
function versionIn(distPath) {
  const file = path.join(distPath, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown'
}

/** @param {NodeJS.ProcessEnv} env @returns {Promise<Runtime | null>} */
async function override(env) {
  const named = overrideFrom(env)
  if (!named) return null
  if (!existsSync(named.execPath)) {
    throw new Plain(
      `There is no Electron at ${named.execPath}, which ELECTRON_EXEC_PATH or ELECTRON_OVERRIDE_DIST_PATH asks for. ` +
        'Correct or unset them.',
    )
  }
  const kind = (await isStandIn(named.distPath)) ? 'stand-in' : 'override'
  return { ...named, version: versionIn(named.distPath), kind }
}

function electronPackage() {
  const manifest = createRequire(import.meta.url).resolve('electron/package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
  return { folder: path.dirname(manifest), version: String(version) }
}

/** @param {{ folder: string, version: string }} wanted @returns {Runtime | null} */
function installed({ folder, version }) {
  const distPath = path.join(folder, 'dist')
  const execPath = path.join(distPath, ...executableIn(process.platform).split('/'))
  // The installer writes path.txt last. Without it the folder may be incomplete.
  if (!existsSync(path.join(folder, 'path.txt')) || !existsSync(execPath)) return null
  return versionIn(distPath) === version ? { execPath, distPath, version, kind: 'official' } : null
}

/** Counts the bytes in a folder, to see whether something still arrives. @param {string} folder @returns {number} */
function bytesUnder(folder) {
  let sum = 0
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const at = path.join(folder, entry.name)
      sum += entry.isDirectory() ? bytesUnder(at) : statSync(at).size
    }
  } catch {
    // The installer may remove files while they are counted.
  }
  return sum
}

/**
 * Runs the electron package's own installer; gives up when nothing has arrived for a while.
 * @param {{ folder: string, version: string }} wanted
 * @param {NodeJS.ProcessEnv} env
 * @param {number} stallMs
 * @returns {Promise<string | null>} null when it succeeded, else the reason in one line
 */
export async function download({ folder }, env, stallMs = STALL_MS) {
  const temporary = await mkdtemp(path.join(tmpdir(), 'hold-the-line-electron-'))
  try {
    return await new Promise((resolve) => {
      const child = spawn(process.execPath, [path.join(folder, 'install.js')], {
        env: { ...env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' },
        stdio: ['ignore', 'ignore', 'pipe'],
        windowsHide: true,
      })
      let stderr = ''
      let stalled = false
      let bytes = 0
      let lastChange = Date.now()
      const watch = setInterval(() => {
        const now = bytesUnder(temporary) + bytesUnder(path.join(folder, 'dist'))
        if (now !== bytes) lastChange = Date.now()
        bytes = now
        if (Date.now() - lastChange < stallMs) return
        stalled = true
        child.kill('SIGKILL')
      }, 500)
      child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
      child.on('error', (error) => (stderr += error.message))
      child.on('close', (code) => {
        clearInterval(watch)
        if (stalled) resolve(`nothing arrived for ${Math.round(stallMs / 1000)} s`)
        else resolve(code === 0 ? null : reasonIn(stderr))
      })
    })
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/**
 * Finds the line of an installer's error output that names the cause.
 * @param {string} stderr
 */
export function reasonIn(stderr) {
  const lines = stderr.split('\n').map((line) => line.trim())
  const cause = lines.find((line) => line.startsWith('[cause]:'))?.slice('[cause]:'.length)
  const thrown = lines.find((text) => /^\w*Error: /.test(text))
  const line = cause ?? thrown ?? lines.find(Boolean) ?? 'no reason given'
  return line
    .trim()
    .replace(/^\w*Error: /, '')
    .replace(/\s*\{$/, '')
}

/**
 * Returns the key under which a failed download is remembered, so that the next command does not wait again. The key
 * contains the day, the version and the mirror.
 * @param {string} version
 * @param {NodeJS.ProcessEnv} env
 * @param {Date} now
 */
export function failureKey(version, env, now) {
  const mirror = env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? ''
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((n) => String(n).padStart(2, '0'))
    .join('-')
  return [version, day, mirror].join(' ').trim()
}

const failureFile = () => path.join(cacheFolder(), 'electron-download-failed.json')

/** @param {string} key @returns {string | null} */
function rememberedFailure(key) {
  try {
    const known = JSON.parse(readFileSync(failureFile(), 'utf8'))
    return known.key === key ? String(known.reason) : null
  } catch {
    return null
  }
}

/** @param {string} key @param {string} reason */
async function rememberFailure(key, reason) {
  await mkdir(cacheFolder(), { recursive: true })
  await writeFile(failureFile(), JSON.stringify({ key, reason }))
}

/**
 * Returns the official Electron of the version in package.json, and downloads it on first use.
 * @param {{ folder: string, version: string }} wanted
 * @param {{ quiet: boolean, env: NodeJS.ProcessEnv, remember: boolean }} options
 * @returns {Promise<Runtime | string>} the reason if it can't be had
 */
async function official(wanted, { quiet, env, remember }) {
  const present = installed(wanted)
  if (present) return present
  if (env.ELECTRON_SKIP_BINARY_DOWNLOAD) return 'ELECTRON_SKIP_BINARY_DOWNLOAD is set'
  const key = failureKey(wanted.version, env, new Date())
  const known = remember ? rememberedFailure(key) : null
  if (known !== null) return known
  if (!quiet) say(`Downloading Electron ${wanted.version} (once) …`)
  const reason = (await download(wanted, env)) ?? (installed(wanted) ? null : 'the installer left no binary')
  if (reason === null) return installed(wanted) ?? 'the installer left no binary'
  if (remember) await rememberFailure(key, reason)
  return reason
}

/**
 * Returns the Electron to run. `allowStandIn: false` refuses the stand-in, as a release must.
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, allowStandIn?: boolean }} [options]
 * @returns {Promise<Runtime>}
 */
export async function electronRuntime({ quiet = false, env = process.env, allowStandIn = true } = {}) {
  const named = await override(env)
  if (named) return named
  const wanted = electronPackage()
  const standInUsable = allowStandIn && standInServes()
  const found = await official(wanted, { quiet, env, remember: standInUsable })
  if (typeof found !== 'string') return found
  if (!standInUsable) {
    throw new Plain(
      `Electron ${wanted.version} can't be downloaded: ${found}. ` +
        'Connect to the internet (or set ELECTRON_MIRROR, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron) and try again.',
    )
  }
  const { distPath, version } = await standIn({ quiet })
  if (!quiet) {
    say(
      `Electron ${wanted.version} can't be downloaded here (${found}); using the stand-in Electron ${version} ` +
        'instead, for development and tests only.',
    )
  }
  return { execPath: path.join(distPath, 'electron'), distPath, version, kind: 'stand-in' }
}

/**
 * Returns environment variables that make the Electron tools and our own child processes use the same runtime.
 * @param {Runtime} runtime
 */
export function electronEnv(runtime) {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: runtime.distPath,
    ELECTRON_EXEC_PATH: runtime.execPath,
    HTL_ELECTRON: runtime.execPath,
  }
}
