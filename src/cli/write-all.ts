import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { UsageError } from './files'

export interface ToWrite {
  readonly path: string
  readonly content: string | Uint8Array
}

function takeAway(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // If its folder can’t be reached, there is no such file either.
  }
}

/**
 * Writes all files or none. Each is first written under another name.
 * @throws UsageError when a file can't be written
 */
export function writeAll(files: readonly ToWrite[], folders: readonly string[]): void {
  const mark = randomBytes(6).toString('hex')
  const moved: string[] = []
  let at = ''
  try {
    for (const folder of folders) mkdirSync((at = folder), { recursive: true })
    for (const { path, content } of files) writeFileSync((at = `${path}.${mark}`), content, { flag: 'wx' })
    for (const { path } of files) {
      renameSync(`${path}.${mark}`, (at = path))
      moved.push(path)
    }
  } catch (cause) {
    for (const path of [...files.map((file) => `${file.path}.${mark}`), ...moved]) takeAway(path)
    const { code = 'unknown' } = cause as NodeJS.ErrnoException
    throw new UsageError((t) => t('unwritable', { file: at.replace(`.${mark}`, ''), code }))
  }
}
