// The configuration of electron-builder, and the rules for what may be packaged.
import { Plain } from './tools.mjs'

/** @typedef {import('./electron-runtime.mjs').Runtime} Runtime */

/**
 * Returns the reason why a runtime may not be packaged, or null.
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
 * Returns the command line for electron-builder.
 * @param {Runtime} runtime
 * @param {{ trial: boolean, targets: string[], platform: NodeJS.Platform, arch: string, into?: string, driven?: boolean }} options
 *   `into`: the folder for the results; `driven`: the package obeys the switches with which a test drives it,
 *   and is never handed out
 */
export function builderArguments(runtime, { trial, targets, platform, arch, into, driven = false }) {
  const system = { win32: '--win', darwin: '--mac', linux: '--linux' }[String(platform)]
  if (!system) throw new Plain(`Packages are made on Windows, macOS and Linux, not on ${platform}.`)
  const chosen = targets.length > 0 || !trial ? targets : ['dir', 'tar.gz']
  const args = [system, ...chosen, `--${arch}`, '--publish', 'never', '--config', 'electron-builder.yml']
  args.push(`-c.electronDist=${runtime.distPath}`, `-c.electronVersion=${runtime.version}`)
  if (trial) {
    args.push('-c.directories.output=dist/stand-in-trial')
    args.push('-c.artifactName=hold-the-line-${version}-stand-in-trial-${os}-${arch}.${ext}')
  }
  if (into !== undefined) args.push(`-c.directories.output=${into}`)
  if (driven) args.push('-c.extraMetadata.driven=true')
  return args
}
