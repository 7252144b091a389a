'use strict'
// Sets Electron’s fuses when a package is made (build/after-pack.cjs),
// so that what we ship can't be turned into a general Node or made to load other code.
const { existsSync, rmSync } = require('node:fs')
const path = require('node:path')
const { FuseState } = require('@electron/fuses/dist/constants')
const { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } = require('@electron/fuses')

/** @type {[FuseV1Options, boolean][]} */
const WANTED = [
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
]

/** A program that a test drives listens to a debugger; it is packed for that and never handed out. */
const DRIVEN = process.env.HTL_DRIVEN === '1'

/**
 * The fuses that a binary has, of those that we want set, and those that it lacks.
 * @param {Record<string, unknown>} wire the binary's state by fuse number
 */
function plan(wire) {
  const present = WANTED.filter(([fuse]) => wire[fuse] !== undefined)
  const lacking = WANTED.filter(([fuse]) => wire[fuse] === undefined).map(([fuse]) => FuseV1Options[fuse])
  return { present, lacking }
}

/**
 * The fuses that do not stand as wanted.
 * @param {Record<string, unknown>} wire
 * @param {[FuseV1Options, boolean][]} present
 */
function unset(wire, present) {
  return present
    .filter(([fuse, on]) => wire[fuse] !== (on ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([fuse]) => FuseV1Options[fuse])
}

/** @typedef {{ appOutDir: string, electronPlatformName: string, packager: { appInfo: { productFilename: string }, executableName?: string } }} PackContext
 * what electron-builder hands over; `executableName` on Linux */

/** @param {PackContext} context */
function executableOf({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo
  if (electronPlatformName === 'darwin') return path.join(appOutDir, `${productFilename}.app`)
  if (electronPlatformName === 'win32') return path.join(appOutDir, `${productFilename}.exe`)
  return path.join(appOutDir, packager.executableName ?? productFilename)
}

/** @param {PackContext} context */
async function setFuses(context) {
  const executable = executableOf(context)
  const trial = existsSync(path.join(context.appOutDir, 'stand-in.json'))
  // The stand-in's own default application is not part of what is packaged.
  if (trial) rmSync(path.join(context.appOutDir, 'resources', 'app'), { recursive: true, force: true })
  const { present: wanted, lacking } = plan({ ...(await getCurrentFuseWire(executable)) })
  const present = wanted.filter(([fuse]) => !DRIVEN || fuse !== FuseV1Options.EnableNodeCliInspectArguments)
  if (lacking.length > 0 && !trial) {
    throw new Error(`This Electron has no fuse ${lacking.join(', ')}; it is not packaged without.`)
  }
  await flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
    ...Object.fromEntries(present),
  })
  const wrong = unset({ ...(await getCurrentFuseWire(executable)) }, present)
  if (wrong.length > 0) throw new Error(`The fuses ${wrong.join(', ')} could not be set in ${executable}.`)
  const without = lacking.length > 0 ? `; this trial's Electron has no ${lacking.join(', ')}` : ''
  process.stdout.write(`  • fuses set: ${present.length} of ${WANTED.length}${without}\n`)
}

module.exports = { setFuses, plan, unset }
