// Builds the application into out/, unless that was already built from exactly these sources.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Plain, projectRoot, run, say, toolEntry } from './tools.mjs'

const INPUTS = [
  'src',
  'scenarios',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
]
const OUTPUTS = [
  'out/main/index.cjs',
  'out/main/worker.cjs',
  'out/main/row-thread.cjs',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]
const STAMP = 'out/build-stamp'

/** @param {string} at @returns {string[]} one line for each file: path, size, time of change */
function listing(at) {
  if (!existsSync(at)) return [`${at} absent`]
  const stat = statSync(at)
  if (!stat.isDirectory()) return [`${at} ${stat.size} ${stat.mtimeMs}`]
  return readdirSync(at)
    .sort()
    .flatMap((name) => listing(path.join(at, name)))
}

/**
 * Returns a digest that changes when any input is edited, added, removed or renamed.
 * @param {string} root @param {string[]} inputs
 */
export function stampOf(root, inputs = INPUTS) {
  const lines = inputs.flatMap((name) => listing(path.join(root, name)))
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

/** @param {string} root */
export function isBuilt(root) {
  const stamp = path.join(root, STAMP)
  if (!existsSync(stamp) || !OUTPUTS.every((file) => existsSync(path.join(root, file)))) return false
  return readFileSync(stamp, 'utf8') === stampOf(root)
}

/** @param {{ env: NodeJS.ProcessEnv, force?: boolean }} options */
export async function build({ env, force = false }) {
  if (force || !isBuilt(projectRoot)) await buildApplication(env)
  // The page for reviewers has a stamp of its own.
  const { buildReview } = await import('./review.mjs')
  await buildReview()
}

/** @param {NodeJS.ProcessEnv} env */
async function buildApplication(env) {
  say('Building …')
  // The stamp is taken before the build, so that a change during the build causes another build.
  const stamp = stampOf(projectRoot)
  rmSync(path.join(projectRoot, STAMP), { force: true })
  const entry = toolEntry('electron-vite')
  const { code } = await run(process.execPath, [entry, 'build', '--logLevel', 'warn'], { env })
  const absent = OUTPUTS.filter((file) => !existsSync(path.join(projectRoot, file)))
  if (code !== 0)
    throw new Plain(`The build failed (electron-vite ended with ${code}); the reason stands above.`)
  if (absent.length > 0) throw new Plain(`The build left no ${absent.join(', ')}.`)
  writeFileSync(path.join(projectRoot, STAMP), stamp)
}
