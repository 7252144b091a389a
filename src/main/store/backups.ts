import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { localDay } from '../local-day'

/**
 * A backup beside the records, with a copy of the keys that it needs: without them it can't be opened. Backups are
 * numbered, and only the number says which is newer, because the clock may have been wrong.
 */
export interface Backup {
  /** Its file's name. */
  readonly file: string
  /** Counted from 1. It is 0 for backups of older versions, which only have a date. */
  readonly sequence: number
  /** The day on which it was made, by the clock at that time. */
  readonly day: string
  /** Bytes. */
  readonly size: number
  readonly kind: 'daily' | 'before-update'
  /** The name of the folder with the keys that belong to it. */
  readonly keys: string | undefined
}

const DAILY_BACKUPS_KEPT = 7
/** While the clock is odd no backup is removed until there are this many, because the disk is limited. */
const DAILY_BACKUPS_AT_MOST = 30
/** A copy from before an update is removed once there were this many backups after it: the update has held. */
const BACKUPS_AFTER_UPDATE = 30
const FILE = /^records-(?:(\d{6})-)?(before-migration-)?(\d{4}-\d{2}-\d{2})([^.]*)\.db$/

export const backupsFolder = (folder: string): string => join(folder, 'backups')
const keysOf = (file: string): string => file.replace(/\.db$/, '.keys')

/** Chromium keeps in this file the key with which Windows unwraps our keys. */
export const LOCAL_STATE = 'Local State'

/** Tells whether a file is one of the keys that are needed to read the records of a folder, or to go on with them. */
export const isKeyFile = (name: string): boolean => name.endsWith('.key')

/**
 * Returns the backups in a folder, newest first.
 * @throws the system's error when the folder exists and can't be read
 */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return []
  const names = new Set(readdirSync(folder))
  const found = [...names].flatMap((file) => {
    const parts = FILE.exec(file)
    if (!parts) return []
    const { size, mtimeMs } = statSync(join(folder, file))
    const keys = names.has(keysOf(file)) ? keysOf(file) : undefined
    const kind = parts[2] === undefined ? ('daily' as const) : ('before-update' as const)
    return [{ file, sequence: Number(parts[1] ?? 0), day: parts[3]!, size, kind, keys, mtimeMs }]
  })
  return found
    .sort((a, b) => b.sequence - a.sequence || b.mtimeMs - a.mtimeMs || (a.file < b.file ? 1 : -1))
    .map(({ mtimeMs: _mtimeMs, ...backup }) => backup)
}

/** Tells whether other keys or backups show that there were records here, even if the database and its key are gone. */
export function hasOtherTraces(folder: string): boolean {
  const others = readdirSync(folder).filter((name) => isKeyFile(name) && name !== 'records.key')
  return others.length > 0 || listBackups(backupsFolder(folder)).length > 0
}

/**
 * Returns the path of the next backup.
 * @param label the part of the name after its number
 */
export function nextBackup(folder: string, label: string): string {
  const [newest] = listBackups(backupsFolder(folder))
  const sequence = String((newest?.sequence ?? 0) + 1).padStart(6, '0')
  return join(backupsFolder(folder), `records-${sequence}-${label}.db`)
}

/**
 * Stores beside a backup everything else that it needs: the keys, and on Windows Chromium's file.
 * @param localState the path of Chromium's file, if the keys are wrapped with it
 */
export function keepKeys(folder: string, target: string, localState: string | undefined): void {
  const keys = keysOf(target)
  const unfinished = `${keys}.tmp`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  for (const name of readdirSync(folder).filter(isKeyFile))
    copyFileSync(join(folder, name), join(unfinished, name))
  if (localState !== undefined && existsSync(localState))
    copyFileSync(localState, join(unfinished, LOCAL_STATE))
  rmSync(keys, { recursive: true, force: true })
  renameSync(unfinished, keys)
}

function remove(folder: string, { file }: Backup): void {
  rmSync(join(folder, file), { force: true })
  rmSync(join(folder, keysOf(file)), { recursive: true, force: true })
}

export interface DailyOptions {
  /** Writes the copy to the given file, as a whole or not at all. */
  readonly copy: (target: string) => void | Promise<void>
  /** While the clock is odd, old backups are kept longer. */
  readonly clockIsOdd: boolean
  readonly localState?: string | undefined
}

/**
 * Makes one verified backup a day, with its keys. The last seven are kept, by their numbers, and copies from before an
 * update for thirty backups, since they hold what was erased later.
 * @returns whether one was made
 */
export async function backUpDaily(
  folder: string,
  now: Date,
  { copy, clockIsOdd, localState }: DailyOptions,
): Promise<boolean> {
  const backups = backupsFolder(folder)
  const today = localDay(now)
  const daily = () => listBackups(backups).filter(({ kind }) => kind === 'daily')
  if (daily()[0]?.day === today) return false
  const target = nextBackup(folder, today)
  await copy(target)
  keepKeys(folder, target, localState)
  for (const old of daily().slice(clockIsOdd ? DAILY_BACKUPS_AT_MOST : DAILY_BACKUPS_KEPT))
    remove(backups, old)
  const [{ sequence: newest }] = daily() as [Backup]
  const isPast = ({ kind, sequence }: Backup) =>
    kind === 'before-update' && sequence < newest - BACKUPS_AFTER_UPDATE
  for (const old of clockIsOdd ? [] : listBackups(backups).filter(isPast)) remove(backups, old)
  return true
}
