import { basename } from 'node:path'
import { BrowserWindow, dialog } from 'electron'
import { Refused } from '../refused'
import { writeAtomically } from './atomic-write'

/** Asks where to save. @throws Refused `cancelled` when the person closes the dialog */
export async function askWhere(title: string, name: string, extension: string): Promise<string> {
  const options = {
    title,
    defaultPath: name,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  }
  const owner = BrowserWindow.getFocusedWindow()
  const answer = owner ? await dialog.showSaveDialog(owner, options) : await dialog.showSaveDialog(options)
  if (answer.canceled || !answer.filePath) throw new Refused('cancelled', 'Nothing was saved.')
  return answer.filePath
}

/** Writes a file whole or not at all. @throws Refused `write-failed` with what to do */
export function writeOrRefuse(path: string, content: Parameters<typeof writeAtomically>[1]): void {
  try {
    writeAtomically(path, content)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (!code) throw error
    throw new Refused(
      'write-failed',
      `‘${basename(path)}’ could not be written (${code}). Choose another folder.`,
    )
  }
}
