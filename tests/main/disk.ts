/** Gives `node:fs` a disk that can be full or refuse to be written, for tests that mock it. */
import type * as FileSystem from 'node:fs'

const SOUND = { room: Infinity, code: 'ENOSPC', closed: '' }

/**
 * The state of the disk: the bytes that still have room, the code of the error when there is none, and the code with
 * which opening a file fails.
 */
export const disk = { ...SOUND }
export const mendDisk = () => Object.assign(disk, SOUND)

const says = (code: string) => Object.assign(new Error(`${code}: the disk says no`), { code })

export function openFile(): void {
  if (disk.closed !== '') throw says(disk.closed)
}

/** Takes as many of the bytes as the disk has room for, and returns their number. */
export function takeRoom(bytes: number): number {
  if (disk.room === 0) throw says(disk.code)
  const some = Math.min(disk.room, bytes)
  disk.room -= some
  return some
}

export const onDisk = (fs: typeof FileSystem): object => ({
  ...fs,
  openSync: (...args: Parameters<typeof fs.openSync>) => {
    openFile()
    return fs.openSync(...args)
  },
  writeSync: (file: number, bytes: Uint8Array, from: number) =>
    fs.writeSync(file, bytes, from, takeRoom(bytes.length - from)),
})
