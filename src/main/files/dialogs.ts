import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import type { InterfaceLocale } from '../../bridge/locales'
import { loadTexts, type Translate } from '../../texts/translate'
import { Refused } from '../refused'
import type { FolderDialog, OpenDialog, SaveDialog } from './dialog-kinds'
import { readChosenFile } from './read-file'

/** The file endings that can be chosen, without the dot. A saved file gets the first. */
const ENDINGS = {
  certificateToVerify: ['pdf', 'png', 'json', 'jws', 'txt'],
  revocations: ['json', 'jsonld', 'txt'],
  logo: ['png', 'jpg', 'jpeg'],
  issuerKey: ['json'],
  roster: ['csv', 'txt', 'tsv'],
  setUpFile: ['htlsetup'],
  bundles: ['htlbundle'],
  document: ['json'],
  story: ['json', 'twee', 'tw', 'html', 'htm', 'ink', 'h5p', 'htl'],
  media: ['png', 'jpg', 'jpeg', 'webp', 'mp3', 'ogg', 'wav'],
  review: ['json'],
  texts: ['xliff', 'xlf', 'csv', 'txt', 'tsv'],
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
  document: 'json',
  package: 'htl',
  reviewPack: 'html',
  texts: 'xliff',
} as const satisfies Record<SaveDialog, string>

export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Shows every dialog in which somebody chooses a file or a folder, in the language of the pages. */
export class Dialogs {
  constructor(private readonly locale: () => InterfaceLocale) {}

  /**
   * Asks where to save.
   * @param mark a part of the proposed name: a day or a certificate's number
   * @param ending without the dot, if files of this kind can have several
   * @throws Refused `cancelled`
   */
  async save(what: SaveDialog, mark = '', ending: string = SAVED_AS[what]): Promise<string> {
    const t = await this.#texts()
    const options = {
      title: t(`save.${what}.title`),
      buttonLabel: t('button.save'),
      defaultPath: `${t(`save.${what}.name`, { mark })}.${ending}`,
      filters: [
        { name: `${t(`save.${what}.kind`)} (.${ending})`, extensions: [ending] },
        { name: t('all-files'), extensions: ['*'] },
      ],
    }
    const owner = BrowserWindow.getFocusedWindow()
    const answer = owner ? await dialog.showSaveDialog(owner, options) : await dialog.showSaveDialog(options)
    if (answer.canceled || !answer.filePath) throw new Refused('cancelled', 'Nothing was saved.')
    return answer.filePath
  }

  /**
   * Asks for a file and reads it.
   * @param largest in bytes; of a larger file, only one byte more than this is read, so that the caller notices
   * @throws Refused `cancelled`, or `file-unreadable`
   */
  async open(what: OpenDialog, largest: number): Promise<OpenedFile> {
    const [path] = await this.#ask(await this.#fileOptions(what))
    return readChosenFile(path!, largest)
  }

  /**
   * Asks for one file or more.
   * @returns their paths
   * @throws Refused `cancelled`
   */
  async files(what: OpenDialog): Promise<string[]> {
    const options = await this.#fileOptions(what)
    return this.#ask({ ...options, properties: ['openFile', 'multiSelections'] })
  }

  /**
   * Asks for a folder.
   * @throws Refused `cancelled`
   */
  async folder(what: FolderDialog): Promise<string> {
    const t = await this.#texts()
    const title = t(`folder.${what}`)
    const [path] = await this.#ask({
      title,
      message: title,
      buttonLabel: t('button.folder'),
      properties: ['openDirectory', 'createDirectory'],
    })
    return path!
  }

  #texts(): Promise<Translate<'dialogs'>> {
    return loadTexts(this.locale(), 'dialogs')
  }

  async #fileOptions(what: OpenDialog): Promise<OpenDialogOptions> {
    const t = await this.#texts()
    const title = t(`open.${what}.title`)
    const extensions = [...ENDINGS[what]]
    return {
      title,
      message: title,
      buttonLabel: t('button.open'),
      properties: ['openFile'],
      filters: [
        {
          name: `${t(`open.${what}.kind`)} (${extensions.map((ending) => `.${ending}`).join(', ')})`,
          extensions,
        },
        { name: t('all-files'), extensions: ['*'] },
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
