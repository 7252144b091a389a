// Prepares start, demo, bench and the end-to-end tests: a runtime, a system that can run it, a built application, and
// an environment that names them.
import { build } from './compile.mjs'
import { electronArgs, withDisplay } from './display.mjs'
import { electronEnv, electronRuntime } from './electron-runtime.mjs'
import { ensureSystem } from './system.mjs'
import { projectRoot, run, toolEntry } from './tools.mjs'

/** @typedef {{ runtime: import('./electron-runtime.mjs').Runtime, env: NodeJS.ProcessEnv }} Session */

/** @param {import('./system.mjs').Wanted} [wanted] @returns {Promise<Session>} */
export async function prepare(wanted = {}) {
  const runtime = await electronRuntime()
  await ensureSystem({ execPath: runtime.execPath, ...wanted })
  const env = { ...process.env, ...electronEnv(runtime) }
  await build({ env })
  return { runtime, env }
}

/**
 * Returns the environment in which programs start the application: `HTL_ELECTRON` is the executable,
 * `HTL_ELECTRON_ARGS` a JSON list of the switches that this machine requires. Valid inside `withDisplay`.
 * @param {Session} session
 * @returns {NodeJS.ProcessEnv}
 */
export function launchEnv({ env }) {
  const { DISPLAY, HTL_DISPLAYS } = process.env
  const display = DISPLAY ? { DISPLAY, ...(HTL_DISPLAYS ? { HTL_DISPLAYS } : {}) } : {}
  return { ...env, ...display, HTL_ELECTRON_ARGS: JSON.stringify(electronArgs()) }
}

/**
 * Runs a TypeScript program that drives the application, and returns its exit code.
 * @param {string} file
 * @param {string[]} args
 * @param {Session} session
 */
export function runWithApp(file, args, session) {
  return withDisplay(async () => {
    const options = { env: launchEnv(session), cwd: projectRoot }
    return (await run(process.execPath, [toolEntry('tsx'), file, ...args], options)).code
  })
}
