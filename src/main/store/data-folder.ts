import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { LOCAL_STATE } from './backups'

/** The two folders on Windows in which the application may keep its data. */
export interface DataFolders {
  /** Electron's default; it travels with the user's profile to other computers. */
  readonly roaming: string
  /** Stays on this computer. */
  readonly local: string
}

/**
 * Returns the folder on Windows that does not travel; `undefined` if Electron's own folder is right.
 * @param chosen whether somebody named a folder on the command line
 */
export function localDataFolder(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  name: string,
  chosen: boolean,
): string | undefined {
  const { LOCALAPPDATA: folder } = environment
  if (platform !== 'win32' || chosen || !folder) return undefined
  return isAbsolute(folder) || /^[A-Za-z]:[\\/]/.test(folder) ? join(folder, name) : undefined
}

const RECORDS = 'records'
/** Records under this name have been copied. They are deleted after the copy was opened. */
const MOVED = 'records-moved'

/** Returns the paths of all files below a folder, except the index of SQLite's log, which SQLite makes again. */
function filesOf(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = join(below, entry.name)
    if (entry.isDirectory()) return filesOf(folder, path)
    return entry.name.endsWith('-shm') ? [] : [path]
  })
}

const holdsRecords = (folder: string): boolean => existsSync(folder) && filesOf(folder).length > 0

const PART = 1 << 20

/** Hashes a file in parts, because it may be larger than a buffer can be. */
function hashOf(path: string): string {
  const hash = createHash('sha256')
  const file = openSync(path, 'r')
  try {
    const part = Buffer.alloc(PART)
    for (let read = readSync(file, part); read > 0; read = readSync(file, part))
      hash.update(part.subarray(0, read))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

function copyWhole(from: string, to: string): void {
  const coming = `${to}.coming`
  try {
    rmSync(coming, { recursive: true, force: true })
    cpSync(from, coming, {
      recursive: true,
      preserveTimestamps: true,
      filter: (path) => !path.endsWith('-shm'),
    })
    for (const file of filesOf(from)) {
      if (hashOf(join(from, file)) !== hashOf(join(coming, file))) {
        throw new Error(`‘${file}’ could not be copied whole.`)
      }
    }
    rmSync(to, { recursive: true, force: true })
    renameSync(coming, to)
  } catch (error) {
    rmSync(coming, { recursive: true, force: true })
    throw error
  }
}

/** Copies the file by which Chromium unwraps our keys. Without it the records stay locked. */
function bringLocalState({ roaming, local }: DataFolders): void {
  const from = join(roaming, LOCAL_STATE)
  if (!existsSync(from)) return
  const to = join(local, LOCAL_STATE)
  if (existsSync(to)) renameSync(to, `${to}.before-move`)
  copyFileSync(from, to)
}

/** Renames the folder. Returns false when it lies on another disk; throws when a program has its files open. */
function movedAtOnce(from: string, to: string): boolean {
  rmSync(to, { recursive: true, force: true })
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EXDEV') return false
    throw error
  }
}

/**
 * Moves the records of an older version, with the keys that they need, to the folder that stays on this computer. If
 * the move fails, the records stay in their old folder and are used there.
 * @param report is told why the records could not be moved
 * @returns the folder of the application's data to use now
 */
export function settleDataFolder(folders: DataFolders, report: (error: unknown) => void): string {
  const { roaming, local } = folders
  const [old, moved, home] = [join(roaming, RECORDS), join(roaming, MOVED), join(local, RECORDS)]
  if (holdsRecords(home)) return local
  const halfWay = holdsRecords(moved)
  if (!halfWay && !holdsRecords(old)) return local
  let putAway = halfWay
  try {
    mkdirSync(dirname(home), { recursive: true })
    bringLocalState(folders)
    if (!halfWay && movedAtOnce(old, home)) return local
    // Under another name no program opens them meanwhile. The renaming fails while a program has them open.
    if (!halfWay) renameSync(old, moved)
    putAway = true
    copyWhole(moved, home)
    return local
  } catch (error) {
    report(error)
    if (putAway && !existsSync(old)) renameSync(moved, old)
    return roaming
  }
}

/** Deletes the old records after they have been opened in their new place. */
export function forgetMoved({ roaming, local }: DataFolders, report: (error: unknown) => void): void {
  const moved = join(roaming, MOVED)
  const database = join(local, RECORDS, 'records.db')
  if (!existsSync(moved) || !existsSync(database) || statSync(database).size === 0) return
  try {
    rmSync(moved, { recursive: true, force: true })
  } catch (error) {
    report(error)
  }
}
