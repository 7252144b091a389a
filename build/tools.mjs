// Small functions for the commands in build/. They are plain Node, so that they run before anything is compiled.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** An error whose message is meant for the person at the terminal, without a stack. */
export class Plain extends Error {}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Runs a command's main function. A `Plain` error ends it with only its message.
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    say(error instanceof Plain ? error.message : String(error instanceof Error ? error.stack : error))
    process.exitCode = 1
  }
}

/**
 * Returns the folder for downloads that are kept between runs.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {string} home
 */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  const join = platform === 'win32' ? path.win32.join : path.posix.join
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'hold-the-line', 'Cache')
  }
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'hold-the-line')
  // According to the XDG specification, a relative path there must be ignored.
  const xdg = env.XDG_CACHE_HOME && path.posix.isAbsolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : ''
  return join(xdg || join(home, '.cache'), 'hold-the-line')
}

/**
 * Returns the command that calls npm without a shell. On Windows npm is a .cmd file, which `spawn` can't run, so its
 * JavaScript entry is run by this same Node.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} execPath
 * @param {(file: string) => boolean} exists
 * @returns {{ command: string, args: string[] }}
 */
export function npmCommand(env = process.env, execPath = process.execPath, exists = existsSync) {
  const bin = path.dirname(execPath)
  const entries = [
    /npm-cli\.c?js$/.test(env.npm_execpath ?? '') ? String(env.npm_execpath) : '',
    path.join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(bin, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ]
  const entry = entries.find((file) => file !== '' && exists(file))
  return entry ? { command: execPath, args: [entry] } : { command: 'npm', args: [] }
}

/**
 * Returns the JavaScript file of a tool in node_modules, to be run with Node itself, because the files in .bin are
 * shell scripts on Windows.
 * @param {string} name the package
 */
export function toolEntry(name) {
  const folder = path.join(projectRoot, 'node_modules', ...name.split('/'))
  const manifest = path.join(folder, 'package.json')
  if (!existsSync(manifest)) throw new Plain(`${name} is not installed. Run \`npm ci\` first.`)
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  const entry = typeof bin === 'string' ? bin : Object.values(bin)[0]
  return path.join(folder, String(entry))
}

/** Returns the path of a program that is found on PATH, or null. @param {string} program */
export function onPath(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.map((folder) => path.join(folder, program)).find((file) => existsSync(file)) ?? null
}

/** Names of browsers that Playwright can drive. */
export const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Tells whether a module is the program that Node was started with. @param {string} url its import.meta.url */
export function isMain(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(url))
}

/**
 * @typedef {{ code: number, signal: NodeJS.Signals | null, stdout: string, stderr: string }} Ended
 * `code` is 127 where the command does not exist, 124 where it took too long, 1 where a signal ended it.
 */

/** Functions that end what this process has started, for when it is ended itself. @type {Set<() => void>} */
const running = new Set()
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

function endAll() {
  for (const end of running) end()
  running.clear()
}

/** @param {NodeJS.Signals} signal */
function onSignal(signal) {
  endAll()
  for (const name of SIGNALS) process.off(name, onSignal)
  process.kill(process.pid, signal)
}

/**
 * Ends something when this process ends, also by a signal.
 * @param {() => void} end
 * @returns {() => void} cancels this
 */
export function endWithUs(end) {
  if (running.size === 0) {
    for (const name of SIGNALS) process.on(name, onSignal)
    process.on('exit', endAll)
  }
  running.add(end)
  return () => {
    running.delete(end)
    if (running.size > 0) return
    for (const name of SIGNALS) process.off(name, onSignal)
    process.off('exit', endAll)
  }
}

/**
 * Runs a command to its end, without a shell. Its output is passed on, or collected with `collect`.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, collect?: boolean, timeoutMs?: number }} [options]
 * @returns {Promise<Ended>}
 */
export function run(command, args, options = {}) {
  const { cwd = projectRoot, env = process.env, collect = false, timeoutMs = 0 } = options
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: collect ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      windowsHide: true,
    })
    const forget = endWithUs(() => void child.kill())
    let late = false
    /** @type {NodeJS.Timeout[]} */
    const timers = []
    if (timeoutMs > 0) {
      const onLate = () => {
        late = true
        say(`${path.basename(command)} took longer than ${Math.ceil(timeoutMs / 1000)} s and is ended.`)
        child.kill()
      }
      timers.push(
        setTimeout(onLate, timeoutMs),
        setTimeout(() => child.kill('SIGKILL'), timeoutMs + 20_000),
      )
    }
    let stdout = ''
    let stderr = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text))
    child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text))
    child.on('error', (error) => {
      forget()
      for (const timer of timers) clearTimeout(timer)
      const missing = 'code' in error && error.code === 'ENOENT'
      resolve({ code: missing ? 127 : 126, signal: null, stdout, stderr: `${stderr}${error.message}` })
    })
    child.on('close', (code, signal) => {
      forget()
      for (const timer of timers) clearTimeout(timer)
      resolve({ code: late ? 124 : (code ?? 1), signal, stdout, stderr })
    })
  })
}
