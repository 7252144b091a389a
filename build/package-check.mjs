// `npm run package -- --check`: packs the application with the available Electron and checks what a release must have:
// the right files and no others, a limited size, its fuses. Then it plays the demo with the package from another,
// read-only folder, as a user who has never started it.
import { createRequire } from 'node:module'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getCurrentFuseWire } from '@electron/fuses'
import { extractFile, listPackage, statFile } from '@electron/asar'
import { builderArguments } from './builder.mjs'
import { launchEnv, prepare } from './session.mjs'
import { withDisplay } from './display.mjs'
import { projectRoot, run, say, toolEntry } from './tools.mjs'

const { plan, unset } = createRequire(import.meta.url)('./fuses.cjs')

/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {{ path: string, size: number }} PackedFile */

/** The largest size of the application in bytes, without fonts and pictures. */
export const LARGEST = 15_000_000
const FONTS_AND_PICTURES = /\.(woff2?|ttf|otf|png|jpe?g|svg|ico|icc)$/i

/** Paths that the application folder may hold, relative to `resources` and with forward slashes. */
const BELONGS = [
  /^app\.asar\/package\.json$/,
  /^app\.asar\/out\/main\/[^/]+\.cjs(\.br)?$/,
  /^app\.asar\/out\/review\/[^/]+\.html\.br$/,
  /^app\.asar\/out\/preload\/[^/]+\.cjs$/,
  /^app\.asar\/out\/renderer\/.+\.(html|js|js\.br|css|json|woff2|png|svg|icc|txt)$/,
  /^app\.asar(\.unpacked)?\/node_modules\/.+\.(js|cjs|mjs|json|node)$/,
  /^app\.asar(\.unpacked)?\/node_modules\/.+\/(LICENSE|LICENCE|NOTICE)[^/]*$/i,
  /^scenarios\/[\w.-]+\.(scenario|testplan)\.json$/,
  /^scenarios\/courses\/[\w.-]+\.course\.json$/,
  /^scenarios\/floors\/[\w.-]+\.floor\.json$/,
  /^scenarios\/media\/[\w.-]+$/,
]
const NEVER = /(^|\/)(tests?|__tests__|src|docs|examples?)\/|\.(map|tsx?|md)$|\.test\.[cm]?js$/

/**
 * Returns the packages that are needed at run time: the dependencies in package.json and their own.
 * @param {Record<string, { dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>, dev?: boolean }>} locked `packages` of package-lock.json
 */
export function runtimePackages(locked) {
  const found = new Set()
  /** @param {string} name */
  const add = (name) => {
    if (found.has(name)) return
    found.add(name)
    const entry = locked[`node_modules/${name}`]
    for (const next of Object.keys({ ...entry?.dependencies, ...entry?.optionalDependencies })) add(next)
  }
  for (const name of Object.keys(locked['']?.dependencies ?? {})) add(name)
  return found
}

/**
 * Lists what is wrong with the files of a package.
 * @param {readonly PackedFile[]} files paths from `resources`
 * @param {ReadonlySet<string>} packages that may be among them
 * @returns {string[]}
 */
export function faultsOf(files, packages) {
  const paths = files.map(({ path: at }) => at)
  const strange = paths.filter((at) => !BELONGS.some((form) => form.test(at)) || NEVER.test(at))
  const modules = new Set(paths.flatMap((at) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(at)?.[1] ?? []))
  const developers = [...modules].filter((name) => !packages.has(name))
  const absent = [
    'app.asar/out/main/index.cjs',
    'app.asar/out/preload/index.cjs',
    'app.asar/out/renderer/index.html',
  ].filter((at) => !paths.includes(at))
  const size = files
    .filter(({ path: at }) => !FONTS_AND_PICTURES.test(at))
    .reduce((sum, file) => sum + file.size, 0)
  return [
    ...strange.map((at) => `${at} does not belong into a package.`),
    ...developers.map((name) => `The package ${name} is for development alone.`),
    ...absent.map((at) => `${at} is missing.`),
    ...(size > LARGEST
      ? [
          `The application has ${(size / 1e6).toFixed(1)} MB without fonts and pictures; at most ${LARGEST / 1e6} are allowed.`,
        ]
      : []),
  ]
}

/** @param {string} folder @param {string} [below] @returns {PackedFile[]} */
function filesIn(folder, below = '') {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const at = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) return filesIn(folder, at)
    return [{ path: at, size: statSync(path.join(folder, at)).size }]
  })
}

/**
 * Lists the files of a package, including those inside the archive.
 * @param {string} resources
 * @returns {PackedFile[]}
 */
export function packedFiles(resources) {
  const archive = path.join(resources, 'app.asar')
  const inside = listPackage(archive, { isPack: false }).flatMap((name) => {
    const at = name.replaceAll('\\', '/').replace(/^\//, '')
    const stat = statFile(archive, at.split('/').join(path.sep))
    if ('files' in stat || 'link' in stat) return []
    // An unpacked file lies beside the archive and is counted there.
    return 'unpacked' in stat && stat.unpacked ? [] : [{ path: `app.asar/${at}`, size: Number(stat.size) }]
  })
  return [...inside, ...filesIn(resources).filter(({ path: at }) => at !== 'app.asar')]
}

/**
 * @param {string} place the folder into which electron-builder has written
 * @returns {{ program: string, folder: string, resources: string }}
 */
function unpackedIn(place) {
  const name = readdirSync(place).find((entry) => entry.endsWith('unpacked') || entry.startsWith('mac'))
  if (!name) throw new Error(`electron-builder left nothing in ${place}.`)
  const folder = path.join(place, name)
  if (process.platform === 'darwin') {
    const inside = path.join(folder, 'Hold the Line.app', 'Contents')
    return {
      folder,
      program: path.join(inside, 'MacOS', 'Hold the Line'),
      resources: path.join(inside, 'Resources'),
    }
  }
  const program = path.join(folder, process.platform === 'win32' ? 'Hold the Line.exe' : 'hold-the-line')
  return { folder, program, resources: path.join(folder, 'resources') }
}

/**
 * @param {Session} session
 * @param {string} into
 * @param {boolean} driven
 */
async function pack({ runtime, env }, into, driven) {
  rmSync(into, { recursive: true, force: true })
  const { platform, arch } = process
  const args = builderArguments(runtime, {
    trial: runtime.kind === 'stand-in',
    targets: ['dir'],
    platform,
    arch,
    into,
    driven,
  })
  const { code } = await run(process.execPath, [toolEntry('electron-builder'), ...args], {
    env: { ...env, ...(driven ? { HTL_DRIVEN: '1' } : {}) },
  })
  if (code !== 0) throw new Error(`electron-builder ended with ${code}; the reason stands above.`)
  return unpackedIn(into)
}

/** Root may write everywhere, so the test becomes another user for whom the folder is read-only. */
const UNPRIVILEGED = 65_534
const isRoot = () => process.getuid?.() === 0

/** @param {string} folder */
function close(folder) {
  for (const { path: at } of filesIn(folder)) {
    const file = path.join(folder, at)
    chmodSync(file, statSync(file).mode & 0o555)
  }
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory()) chmodSync(path.join(entry.parentPath, entry.name), 0o555)
  }
  chmodSync(folder, 0o555)
}

/** @param {string} folder */
function open(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) open(path.join(folder, entry.name))
  }
}

/** @param {string} folder */
const listed = (folder) =>
  JSON.stringify(
    filesIn(folder).map(({ path: at, size }) => [at, size, statSync(path.join(folder, at)).mtimeMs]),
  )

/**
 * Plays the demo with the packed program.
 * @param {Session} session
 * @param {string} packed
 * @returns {Promise<string[]>} the faults
 */
async function played(session, packed) {
  const place = mkdtempSync(path.join(tmpdir(), 'hold-the-line-packed-'))
  chmodSync(place, 0o755)
  // The name is one that a person may choose, with letters that cause trouble in some programs.
  const programs = path.join(place, 'Programmes d’été')
  const home = path.join(place, 'home')
  const out = path.join(place, 'demo')
  try {
    cpSync(packed, programs, { recursive: true, verbatimSymlinks: true })
    for (const own of [home, out]) {
      mkdirSync(own)
      chmodSync(own, 0o777)
    }
    const moved = unpackedIn(programs)
    let start = moved.program
    if (isRoot()) {
      start = path.join(place, 'start')
      const as = `setpriv --reuid=${UNPRIVILEGED} --regid=${UNPRIVILEGED} --clear-groups`
      writeFileSync(start, `#!/bin/sh\nexec ${as} "${moved.program}" "$@"\n`, { mode: 0o755 })
    }
    if (process.platform !== 'win32') close(moved.folder)
    const before = listed(moved.folder)
    const { code } = await withDisplay(() =>
      run(process.execPath, [toolEntry('tsx'), 'build/demo/run.ts'], {
        cwd: projectRoot,
        env: { ...launchEnv(session), HTL_PROGRAM: start, HTL_HOME: home, HTL_DEMO: out },
        timeoutMs: 15 * 60_000,
      }),
    )
    const kept = path.join(projectRoot, 'out', 'packed-demo')
    rmSync(kept, { recursive: true, force: true })
    cpSync(out, kept, { recursive: true })
    return [
      ...(code === 0 ? [] : [`The demo ended with ${code} on the packed program; the reason stands above.`]),
      ...(existsSync(path.join(out, 'summary.json')) ? [] : ['The demo left no summary.json.']),
      ...(listed(moved.folder) === before ? [] : ['The program has changed files in its own folder.']),
      ...(filesIn(home).some(({ path: at }) => at.endsWith('records/records.db'))
        ? []
        : ['The records do not lie in the home of the user.']),
    ]
  } finally {
    if (existsSync(programs)) open(programs)
    rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 })
  }
}

/** @param {string} program @param {boolean} trial @returns {Promise<string[]>} */
async function fuseFaults(program, trial) {
  const target = process.platform === 'darwin' ? path.resolve(program, '..', '..', '..') : program
  const wire = { .../** @type {Record<string, unknown>} */ (await getCurrentFuseWire(target)) }
  const { present, lacking } = plan(wire)
  return [
    ...unset(wire, present).map(
      (/** @type {string} */ name) => `The fuse ${name} does not stand as it must.`,
    ),
    ...(trial ? [] : lacking.map((/** @type {string} */ name) => `This Electron has no fuse ${name}.`)),
  ]
}

/**
 * Packs the application, checks the package and plays the demo.
 * @returns {Promise<{ passed: number, failed: number, notes: string[] }>}
 */
export async function checkPackage() {
  const session = await prepare()
  const trial = session.runtime.kind === 'stand-in'
  const place = path.join(projectRoot, 'dist', trial ? 'check-not-for-release' : 'check')
  /** @type {Record<string, string[]>} */
  const found = {}
  const packed = await pack(session, path.join(place, 'package'), false)
  const lock = JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8'))
  found['files and size'] = faultsOf(packedFiles(packed.resources), runtimePackages(lock.packages))
  const manifest = JSON.parse(extractFile(path.join(packed.resources, 'app.asar'), 'package.json').toString())
  found['package.json'] = ['devDependencies', 'scripts', 'driven']
    .filter((key) => key in manifest)
    .map((key) => `The package.json of the package has ‘${key}’.`)
  found['fuses'] = await fuseFaults(packed.program, trial)
  const driven = path.join(place, 'driven')
  await pack(session, driven, true)
  found['the demo on the packed program'] = await played(session, driven)
  rmSync(driven, { recursive: true, force: true })
  const notes = Object.entries(found).flatMap(([name, faults]) => {
    say(`  ${faults.length === 0 ? '✓' : '✗'} ${name}`)
    return faults.map((fault) => `package, ${name}: ${fault}`)
  })
  if (trial) say('This package holds the stand-in Electron. It is for this check alone and not for release.')
  const failed = Object.values(found).filter((faults) => faults.length > 0).length
  return { passed: Object.keys(found).length - failed, failed, notes }
}
