// `npm run package`: makes the installers and archives of this system in dist/. A release is only made from the
// official Electron; `--stand-in` makes a trial from the stand-in, under a name that says so. `--check` checks the
// package and plays the demo with it.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './compile.mjs'
import { electronEnv, electronRuntime } from './electron-runtime.mjs'
import { builderArguments, refusal } from './builder.mjs'
import { Plain, isMain, onPath, projectRoot, run, runMain, say, toolEntry } from './tools.mjs'

/** Returns a 7-Zip of this machine. Otherwise electron-builder fetches one from the internet. */
function sevenZip() {
  if (process.platform === 'win32' || process.env.ELECTRON_BUILDER_7ZIP_PATH) return {}
  const found = ['7za', '7zz', '7z'].map((name) => onPath(name)).find((file) => file !== null)
  return found ? { ELECTRON_BUILDER_7ZIP_PATH: found } : {}
}

function wantedVersion() {
  const manifest = path.join(projectRoot, 'node_modules', 'electron', 'package.json')
  return String(JSON.parse(readFileSync(manifest, 'utf8')).version)
}

async function main() {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      'stand-in': { type: 'boolean', default: false },
      target: { type: 'string', multiple: true, default: [] },
    },
  })
  if (values.check) {
    const { checkPackage } = await import('./package-check.mjs')
    const { failed, passed, notes } = await checkPackage()
    for (const note of notes) say(note)
    say(`${passed} passed, ${failed} failed`)
    return failed === 0 ? 0 : 1
  }
  const trial = values['stand-in']
  const runtime = await electronRuntime({ allowStandIn: trial })
  const refused = refusal(runtime, wantedVersion(), trial)
  if (refused !== null) throw new Plain(refused)
  const env = { ...process.env, ...electronEnv(runtime), ...sevenZip() }
  await build({ env, force: true })
  const { platform, arch } = process
  const args = builderArguments(runtime, { trial, targets: values.target, platform, arch })
  const { code } = await run(process.execPath, [toolEntry('electron-builder'), ...args], { env })
  if (code === 0)
    say(
      trial
        ? 'A trial on the stand-in is in dist/stand-in-trial. It is not a release.'
        : 'Packages are in dist/.',
    )
  return code
}

if (isMain(import.meta.url)) await runMain(main)
