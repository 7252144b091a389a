// The learning record store that tests run against: a program of its own, installed beside them when first needed.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { npmCommand, Plain, projectRoot, run, say } from './tools.mjs'

const folder = path.join(projectRoot, 'tests', 'lrs')
const lock = path.join(folder, 'package-lock.json')
const stamp = path.join(folder, 'node_modules', '.installed')
export const testLrsServer = path.join(folder, 'node_modules', 'xapi-statements', 'dist', 'server.js')

const wanted = () => readFileSync(lock, 'utf8').replaceAll('\r\n', '\n')

/** Whether what is installed is what the lock file asks for. */
function installed() {
  return existsSync(testLrsServer) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()
}

/** Installs it once; later runs find it there. No script of its packages is run. */
export async function ensureTestLrs() {
  if (installed()) return
  say('Installing the learning record store for the tests (about 160 MB, once)…')
  rmSync(stamp, { force: true })
  const npm = npmCommand()
  const { code, stderr } = await run(
    npm.command,
    [...npm.args, 'ci', '--ignore-scripts', '--loglevel=error'],
    {
      cwd: folder,
      collect: true,
      timeoutMs: 4 * 60_000,
    },
  )
  if (code !== 0 || !existsSync(testLrsServer)) {
    throw new Plain(
      `The learning record store for the tests could not be installed (npm ci in tests/lrs ended with ${code}). ` +
        `The tests that need it fail without it.\n${stderr.trim().slice(-2000)}`,
    )
  }
  writeFileSync(stamp, wanted())
}
