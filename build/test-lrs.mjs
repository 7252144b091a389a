// Installs the learning record store for the tests, a program of its own, when it is first needed. Run as a program,
// this file does so and prints the file to run with Node.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isMain, npmCommand, Plain, projectRoot, run, runMain, say } from './tools.mjs'

const folder = path.join(projectRoot, 'tests', 'lrs')
const lock = path.join(folder, 'package-lock.json')
const stamp = path.join(folder, 'node_modules', '.installed')
const server = path.join(folder, 'node_modules', 'xapi-statements', 'dist', 'server.js')

const wanted = () => readFileSync(lock, 'utf8').replaceAll('\r\n', '\n')

/** Tells whether the installed packages are those of the lock file. */
function installed() {
  return existsSync(server) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()
}

/** Installs the packages once; later runs find them. No script of the packages is run. */
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
  if (code !== 0 || !existsSync(server)) {
    throw new Plain(
      `The learning record store for the tests could not be installed (npm ci in tests/lrs ended with ${code}). ` +
        `The tests that need it fail without it.\n${stderr.trim().slice(-2000)}`,
    )
  }
  writeFileSync(stamp, wanted())
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await ensureTestLrs()
    process.stdout.write(server)
    return 0
  })
}
