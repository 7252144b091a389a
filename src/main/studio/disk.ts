/** Reads and writes files of the Studio's folder, which may lie on another computer, without blocking the window. */
import { mkdir, open, readdir, readFile, rename, rm, stat, truncate, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { writeAtomically } from '../files/atomic-write'
import { codeOf } from '../files/errors'
import { sha256 } from '../sha256'

/**
 * Returns the code of a system's error.
 * @throws the error, if it is not one of the system
 */
export function systemCode(error: unknown): string {
  const code = codeOf(error)
  if (code === undefined) throw error
  return code
}

export const isMissing = (error: unknown): boolean =>
  codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'

/** @returns `undefined` if there is no file */
export async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Returns the text of a file; `undefined` for bytes that are not valid UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Returns the names in a folder; none if there is no folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Returns the names of the files in a folder, without its folders; none if there is no folder. */
export async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.flatMap((entry) => (entry.isDirectory() ? [] : entry.name)).sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

export interface FileMark {
  readonly size: number
  readonly mtimeMs: number
}

/** Returns the size and time by which a changed file is noticed, or `undefined` where there is no file. */
export async function markOf(path: string): Promise<FileMark | undefined> {
  try {
    const { size, mtimeMs } = await stat(path)
    return { size, mtimeMs }
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** A folder that has been growing this long, in milliseconds, belongs to a program that was killed. */
const LEFT_MS = 24 * 3_600_000

/**
 * Removes what killed programs left beside a folder that has just been made, by the names that `besideOf` gives. The
 * age is told by the file system's time, since a computer's clock may be wrong.
 */
export async function removeLeft(growing: string): Promise<void> {
  const [folder, own] = [dirname(growing), basename(growing)]
  const stemOf = (name: string) => /^(.*)\.[0-9a-f]{12}\.tmp$/.exec(name)?.[1]
  const now = (await markOf(growing))?.mtimeMs ?? 0
  for (const name of await namesIn(folder)) {
    if (name === own || stemOf(name) === undefined || stemOf(name) !== stemOf(own)) continue
    const at = (await markOf(join(folder, name)).catch(() => undefined))?.mtimeMs
    // What can't be removed does no harm, and the next one tries again.
    if (at !== undefined && now - at > LEFT_MS)
      await rm(join(folder, name), { recursive: true }).catch(() => {})
  }
}

async function sizeOf(handle: FileHandle): Promise<number> {
  return (await handle.stat()).size
}

async function endsWithLine(path: string, size: number): Promise<boolean> {
  if (size === 0) return true
  const handle = await open(path, 'r')
  try {
    const last = Buffer.alloc(1)
    await handle.read(last, 0, 1, size - 1)
    return last[0] === 0x0a
  } finally {
    await handle.close()
  }
}

/**
 * Appends lines to a file; they are on the disk when this returns. A line that was cut off earlier stays a line of its
 * own.
 * @returns the size of the file before and after
 * @throws the system's error; the file is then restored as far as the system allows
 */
export async function appendLines(path: string, lines: string): Promise<{ before: number; after: number }> {
  const handle = await open(path, 'a')
  let before = -1
  try {
    before = await sizeOf(handle)
    const text = (await endsWithLine(path, before)) ? lines : `\n${lines}`
    const bytes = Buffer.from(text, 'utf8')
    let written = 0
    while (written < bytes.length) written += (await handle.write(bytes, written)).bytesWritten
    await handle.sync()
    return { before, after: await sizeOf(handle) }
  } catch (error) {
    if (before >= 0) await truncate(path, before).catch(() => {})
    throw error
  } finally {
    await handle.close()
  }
}

/** Makes a folder and all folders above it. */
export const makeFolder = async (path: string): Promise<void> => {
  await mkdir(path, { recursive: true, mode: 0o700 })
}

/** Returns the SHA-256 of a file; if there is none, the SHA-256 of an empty one. */
export const hashOf = (bytes: Uint8Array | undefined): string => sha256(bytes ?? '')

/**
 * Copies a file, completely or not at all. A file that a shared folder has not brought in full is not copied.
 * @param hash the SHA-256 that its content must have
 * @returns false if the file is missing or has another content
 */
export async function copyContent(from: string, to: string, hash: string): Promise<boolean> {
  const there = await bytesOf(to)
  if (there && hashOf(there) === hash) return true
  const bytes = await bytesOf(from)
  if (!bytes || hashOf(bytes) !== hash) return false
  writeAtomically(to, bytes)
  return true
}

export async function renameIfThere(from: string, to: string): Promise<void> {
  if (await markOf(from)) await rename(from, to)
}
