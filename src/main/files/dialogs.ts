import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import type { InterfaceLocale } from '../../bridge/locales'
import { Refused } from '../refused'
import { DIALOG_WORDS, type FolderDialog, type OpenDialog, type SaveDialog } from './dialog-words'
import { unreadableOf } from './errors'

/** Endings that a file may have that somebody chooses, without the dot; the first is that of a file that is saved. */
const ENDINGS = {
  certificateToVerify: ['pdf', 'png', 'json', 'jws', 'txt'],
  revocations: ['json', 'jsonld', 'txt'],
  logo: ['png', 'jpg', 'jpeg'],
  issuerKey: ['json'],
  roster: ['csv', 'txt', 'tsv'],
  setUpFile: ['htlsetup'],
  bundles: ['htlbundle'],
} as const satisfies Record<OpenDialog, readonly string[]>

const SAVED_AS = {
  auditLog: 'jsonl',
  certificate: 'pdf',
  badge: 'png',
  credential: 'json',
  revocations: 'json',
  statusList: 'json',
  issuerKey: 'json',
  personFile: 'json',
  refusedStatements: 'jsonl',
  rosterFaults: 'csv',
  setUpFile: 'htlsetup',
  records: 'csv',
  completion: 'csv',
  statements: 'jsonl',
  dueDates: 'ics',
} as const satisfies Record<SaveDialog, string>

export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Every dialog in which somebody chooses a file or a folder, in the language of the pages. */
export class Dialogs {
  constructor(private readonly locale: () => InterfaceLocale) {}

  /**
   * Asks where to save.
   * @param mark stands in the proposed name: a day or a certificate's number
   * @param ending without the dot, where files of this kind have several
   * @throws Refused `cancelled`
   */
  async save(what: SaveDialog, mark = '', ending: string = SAVED_AS[what]): Promise<string> {
    const { save, buttons, allFiles } = DIALOG_WORDS[this.locale()]
    const { title, kind, name } = save[what]
    const options = {
      title,
      buttonLabel: buttons.save,
      defaultPath: `${name(mark)}.${ending}`,
      filters: [
        { name: `${kind} (.${ending})`, extensions: [ending] },
        { name: allFiles, extensions: ['*'] },
      ],
    }
    const owner = BrowserWindow.getFocusedWindow()
    const answer = owner ? await dialog.showSaveDialog(owner, options) : await dialog.showSaveDialog(options)
    if (answer.canceled || !answer.filePath) throw new Refused('cancelled', 'Nothing was saved.')
    return answer.filePath
  }

  /**
   * Asks for a file and reads it.
   * @param largest bytes; of a larger file only one byte more is handed back, so that the caller can say so
   * @throws Refused `cancelled`, or `file-unreadable`
   */
  async open(what: OpenDialog, largest: number): Promise<OpenedFile> {
    const [path] = await this.#ask(this.#fileOptions(what))
    const name = basename(path!)
    try {
      if ((await stat(path!)).size > largest) return { name, bytes: new Uint8Array(largest + 1) }
      return { name, bytes: new Uint8Array(await readFile(path!)) }
    } catch (error) {
      throw unreadableOf(error, path!)
    }
  }

  /** Asks for one file or more. @returns their paths @throws Refused `cancelled` */
  files(what: OpenDialog): Promise<string[]> {
    const options = this.#fileOptions(what)
    return this.#ask({ ...options, properties: ['openFile', 'multiSelections'] })
  }

  /** Asks for a folder. @throws Refused `cancelled` */
  async folder(what: FolderDialog): Promise<string> {
    const { folder, buttons } = DIALOG_WORDS[this.locale()]
    const [path] = await this.#ask({
      title: folder[what],
      message: folder[what],
      buttonLabel: buttons.folder,
      properties: ['openDirectory', 'createDirectory'],
    })
    return path!
  }

  #fileOptions(what: OpenDialog): OpenDialogOptions {
    const { open, buttons, allFiles } = DIALOG_WORDS[this.locale()]
    const { title, kind } = open[what]
    const extensions = [...ENDINGS[what]]
    return {
      title,
      message: title,
      buttonLabel: buttons.open,
      properties: ['openFile'],
      filters: [
        { name: `${kind} (${extensions.map((ending) => `.${ending}`).join(', ')})`, extensions },
        { name: allFiles, extensions: ['*'] },
      ],
    }
  }

  async #ask(options: OpenDialogOptions): Promise<string[]> {
    const owner = BrowserWindow.getFocusedWindow()
    const answer = owner ? await dialog.showOpenDialog(owner, options) : await dialog.showOpenDialog(options)
    if (answer.canceled || answer.filePaths.length === 0)
      throw new Refused('cancelled', 'Nothing was chosen.')
    return answer.filePaths
  }
}
