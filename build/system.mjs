// Finds the libraries, fonts and tools that Electron and the tests need and a Linux system lacks. On Debian and its
// relatives it also installs them.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { hasDisplay } from './display.mjs'
import { CHROMIUMS, Plain, onPath, run, say } from './tools.mjs'

/** Returns the names of a package: Debian 13 and Ubuntu 24.04 have renamed some (64-bit time).
 * @param {string} name */
const renamed = (name) => [`${name}t64`, name]
const ELECTRON_PACKAGES = [
  renamed('libgtk-3-0'),
  ['libnss3'],
  renamed('libasound2'),
  ['libgbm1'],
  ['libxss1'],
  ['libdrm2'],
  ['libsecret-1-0'],
]
/** Electron loads these libraries while it runs, so `ldd` does not list them. */
const OPENED_LATER = ['libgtk-3.so.0']

/** @typedef {{ pdfTools?: boolean, sqlite?: boolean, chromium?: boolean }} Wanted beside what Electron needs */
/** @typedef {{ libraries: string[], xvfb: boolean, font: boolean } & Required<Wanted>} Missing */
/** @typedef {{ id: string, family: string[], version: number, name: string }} Release */

/**
 * Returns the libraries (and library versions) that `ldd` reports as missing.
 * @param {string} output
 * @returns {string[]} in order, each once
 */
export function missingLibraries(output) {
  const found = new Set()
  for (const line of output.split('\n')) {
    const library = /^\s*(\S+) => not found/.exec(line)?.[1]
    const version = /version [`‘']([^'’]+)['’] not found/.exec(line)?.[1]
    if (library ?? version) found.add(library ?? version)
  }
  return [...found]
}

/**
 * Reads /etc/os-release.
 * @param {string} text
 * @returns {Release}
 */
export function readRelease(text) {
  /** @param {string} key */
  const value = (key) => new RegExp(`^${key}=["']?([^"'\\n]*)`, 'm').exec(text)?.[1] ?? ''
  const id = value('ID')
  return {
    id,
    family: [id, ...value('ID_LIKE').split(' ')].filter(Boolean),
    version: Number.parseFloat(value('VERSION_ID')) || 0,
    name: value('PRETTY_NAME') || id || 'this Linux',
  }
}

/** @param {Release} release */
export function usesApt({ family }) {
  return family.includes('debian') || family.includes('ubuntu')
}

/**
 * Returns the packages that `apt-cache policy` offers for installation.
 * @param {string} output in the C locale
 * @returns {Set<string>}
 */
export function knownPackages(output) {
  const known = new Set()
  let name = ''
  for (const line of output.split('\n')) {
    const heading = /^([a-z0-9][a-z0-9+.-]*)(?::[a-z0-9]+)?:$/.exec(line)
    if (heading) name = heading[1] ?? ''
    const candidate = /^\s+Candidate: (.+)$/.exec(line)?.[1]
    if (candidate && candidate !== '(none)') known.add(name)
  }
  return known
}

/**
 * Returns groups of package names; one package of each group is needed. @param {Missing} missing @returns {string[][]}
 */
export function packageGroups(missing) {
  return [
    ...(missing.libraries.length > 0 ? ELECTRON_PACKAGES : []),
    ...(missing.xvfb ? [['xvfb']] : []),
    ...(missing.font ? [['fonts-dejavu-core']] : []),
    ...(missing.pdfTools ? [['poppler-utils']] : []),
    ...(missing.sqlite ? [['sqlite3']] : []),
    ...(missing.chromium ? [['chromium', 'chromium-browser']] : []),
  ]
}

/**
 * Chooses from each group the package that this release has. If apt knows none of them, because its lists are empty,
 * the release's number decides.
 * @param {string[][]} groups
 * @param {Set<string>} known
 * @param {Release} release
 */
export function choosePackages(groups, known, { id, version }) {
  const newNames = id === 'ubuntu' ? version >= 24.04 : id !== 'debian' || version === 0 || version >= 13
  return groups.map((names) => {
    const offered = names.find((name) => known.has(name))
    const guessed = newNames ? names[0] : names[names.length - 1]
    return offered ?? guessed ?? ''
  })
}

/** Returns the line that installs packages, for a person without root to run. @param {string[]} packages */
export function installLine(packages) {
  return `sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}'`
}

/** @param {string} folder @param {number} depth @returns {boolean} */
function holdsFont(folder, depth = 4) {
  try {
    return readdirSync(folder, { withFileTypes: true }).some((entry) =>
      entry.isDirectory() || entry.isSymbolicLink()
        ? depth > 0 && holdsFont(path.join(folder, entry.name), depth - 1)
        : /\.(ttf|otf|ttc|pfb)$/i.test(entry.name),
    )
  } catch {
    return false
  }
}

function hasFont() {
  const home = homedir()
  const local = [path.join(home, '.fonts'), path.join(home, '.local', 'share', 'fonts')]
  return ['/usr/share/fonts', '/usr/local/share/fonts', ...local].some((folder) => holdsFont(folder))
}

/** @param {string} execPath @returns {Promise<string[]>} */
async function librariesLacking(execPath) {
  const env = { ...process.env, LC_ALL: 'C' }
  const ldd = await run('ldd', [execPath], { collect: true, env })
  const lacking = missingLibraries(ldd.stdout + ldd.stderr)
  const cache = await run('/sbin/ldconfig', ['-p'], { collect: true, env })
  if (cache.code === 0) {
    for (const library of OPENED_LATER) {
      if (!ldd.stdout.includes(library) && !cache.stdout.includes(library)) lacking.push(library)
    }
  }
  return lacking
}

/** @param {string} execPath @param {Wanted} wanted @returns {Promise<Missing>} */
async function look(execPath, { pdfTools = false, sqlite = false, chromium = false }) {
  return {
    libraries: await librariesLacking(execPath),
    xvfb: !hasDisplay() && onPath('Xvfb') === null,
    font: !hasFont(),
    pdfTools: pdfTools && onPath('pdftotext') === null,
    sqlite: sqlite && onPath('sqlite3') === null,
    chromium: chromium && CHROMIUMS.every((name) => onPath(name) === null),
  }
}

/**
 * Lists in words what is missing.
 * @param {Missing} missing
 * @param {{ every?: boolean }} [options] whether every library is named, or a few of many
 * @returns {string[]}
 */
export function inWords({ libraries, xvfb, font, pdfTools, sqlite, chromium }, { every = false } = {}) {
  const few = every || libraries.length <= 4 ? libraries : libraries.slice(0, 3)
  const rest = libraries.length - few.length
  const named = few.join(', ') + (rest > 0 ? ` and ${rest} more` : '')
  return [
    ...(libraries.length > 0 ? [`shared libraries (${named})`] : []),
    ...(xvfb ? ['a display (or Xvfb, the virtual one)'] : []),
    ...(font ? ['a font'] : []),
    ...(pdfTools ? ['pdftotext (poppler), which the tests use to read PDFs'] : []),
    ...(sqlite ? ['sqlite3, with which the bench compares exports'] : []),
    ...(chromium ? ['chromium, in which the player is tried without Electron'] : []),
  ]
}

/** @param {string[]} args */
async function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
  const options = [
    '-q',
    '-o',
    'DPkg::Lock::Timeout=120',
    '-o',
    'Acquire::Retries=3',
    '-o',
    'APT::Update::Error-Mode=any',
  ]
  const ended = await run('apt-get', [...options, ...args], { collect: true, env })
  if (ended.code === 0) return
  const tail = (ended.stdout + ended.stderr).trim().split('\n').slice(-8).join('\n')
  throw new Plain(`apt-get ${args[0]} ended with ${ended.code}:\n${tail}`)
}

/** @param {string[][]} groups @param {Release} release */
async function packagesFor(groups, release) {
  const env = { ...process.env, LC_ALL: 'C' }
  const policy = await run('apt-cache', ['policy', ...groups.flat()], { collect: true, env })
  return choosePackages(groups, knownPackages(policy.stdout), release)
}

/**
 * Makes sure that this system can run Electron. On Debian and Ubuntu it installs packages as root; otherwise it ends
 * with a message that says what to do. On Windows and macOS there is nothing to do.
 * @param {{ execPath: string } & Wanted} wanted
 */
export async function ensureSystem({ execPath, ...wanted }) {
  if (process.platform !== 'linux') return
  const missing = await look(execPath, wanted)
  const words = inWords(missing)
  if (words.length === 0) return
  const release = readRelease(existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '')
  const lacking = `This system lacks ${words.join('; ')}.`
  if (!usesApt(release) || onPath('apt-get') === null) {
    const all = inWords(missing, { every: true }).join('; ')
    throw new Plain(
      `This system lacks ${all}.\nInstall them with the package manager of ${release.name}, then run this again.`,
    )
  }
  if (process.getuid?.() !== 0) {
    // The line names everything that any command here needs, so that it has to be run only once.
    const groups = packageGroups(await look(execPath, { pdfTools: true, sqlite: true, chromium: true }))
    throw new Plain(
      `${lacking}\nRun this once, then try again:\n  ${installLine(await packagesFor(groups, release))}`,
    )
  }
  say(`${lacking} Installing …`)
  await aptGet(['update'])
  const packages = await packagesFor(packageGroups(missing), release)
  await aptGet(['install', '-y', '--no-install-recommends', ...packages])
  const still = inWords(await look(execPath, wanted), { every: true })
  if (still.length > 0)
    throw new Plain(`After installing ${packages.join(', ')} this system still lacks ${still.join('; ')}.`)
}

/**
 * Installs a package that only some tests use, if no person is needed for that; otherwise it says so.
 * @param {string} name of the Debian package @param {string} command that it brings
 */
export async function tryToInstall(name, command) {
  if (onPath(command) !== null) return
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== null) {
    try {
      say(`Installing ${name} …`)
      await aptGet(['update'])
      await aptGet(['install', '-y', '--no-install-recommends', name])
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
  if (onPath(command) === null) say(`${name} is not installed: what needs it is skipped.`)
}
