import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import { Refused } from '../refused'

async function ask(options: OpenDialogOptions): Promise<string> {
  const owner = BrowserWindow.getFocusedWindow()
  const answer = owner ? await dialog.showOpenDialog(owner, options) : await dialog.showOpenDialog(options)
  const [path] = answer.filePaths
  if (answer.canceled || path === undefined) throw new Refused('cancelled', 'Nothing was chosen.')
  return path
}

/**
 * Asks for a file and reads it.
 * @param extensions without the dot
 * @param largest bytes; of a larger file only one byte more is handed back, so that the caller can say so
 * @throws Refused `cancelled`, or `not-found` when it can't be read
 */
export async function askForFile(
  title: string,
  extensions: readonly string[],
  largest: number,
): Promise<{ name: string; bytes: Uint8Array }> {
  const path = await ask({
    title,
    properties: ['openFile'],
    filters: [{ name: title, extensions: [...extensions] }],
  })
  try {
    const name = basename(path)
    if (statSync(path).size > largest) return { name, bytes: new Uint8Array(largest + 1) }
    return { name, bytes: new Uint8Array(await readFile(path)) }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new Refused('not-found', `‘${basename(path)}’ can’t be read (${code}).`)
  }
}

/** Asks for a folder to write into. @throws Refused `cancelled` */
export const askForFolder = (title: string): Promise<string> =>
  ask({ title, properties: ['openDirectory', 'createDirectory'] })
