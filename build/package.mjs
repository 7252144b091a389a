// `npm run package`: makes the installers and archives of this system into dist/. A release is made from the
// official Electron only; `--stand-in` makes a trial from the stand-in, under a name that says so.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './compile.mjs'
import { electronEnv, electronRuntime } from './electron-runtime.mjs'
import { Plain, isMain, onPath, projectRoot, run, runMain, say, toolEntry } from './tools.mjs'

/** @typedef {import('./electron-runtime.mjs').Runtime} Runtime */

/**
 * Why a runtime may not be packaged, or null.
 * @param {Runtime} runtime
 * @param {string} wanted the version that package.json asks for
 * @param {boolean} trial
 */
export function refusal({ kind, version }, wanted, trial) {
  if (kind === 'stand-in') {
    if (trial) return null
    return 'A release is never made from the stand-in Electron. For a trial, run: npm run package -- --stand-in'
  }
  if (trial)
    return `--stand-in asks for a trial, but the Electron found here is a real one (${version}). Leave it out.`
  if (version !== wanted)
    return `This project is released with Electron ${wanted}, but the one found here is ${version}.`
  return null
}

/**
 * The command line for electron-builder.
 * @param {Runtime} runtime
 * @param {{ trial: boolean, targets: string[], platform: NodeJS.Platform, arch: string }} options
 */
export function builderArguments(runtime, { trial, targets, platform, arch }) {
  const system = { win32: '--win', darwin: '--mac', linux: '--linux' }[String(platform)]
  if (!system) throw new Plain(`Packages are made on Windows, macOS and Linux, not on ${platform}.`)
  const chosen = targets.length > 0 || !trial ? targets : ['dir', 'tar.gz']
  const args = [system, ...chosen, `--${arch}`, '--publish', 'never', '--config', 'electron-builder.yml']
  args.push(`-c.electronDist=${runtime.distPath}`, `-c.electronVersion=${runtime.version}`)
  if (trial) {
    args.push('-c.directories.output=dist/stand-in-trial')
    args.push('-c.artifactName=hold-the-line-${version}-stand-in-trial-${os}-${arch}.${ext}')
  }
  return args
}

/** electron-builder fetches its own 7-Zip from the internet unless it is told of one. */
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
      'stand-in': { type: 'boolean', default: false },
      target: { type: 'string', multiple: true, default: [] },
    },
  })
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
