import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DOCUMENT_ENDINGS, DOCUMENT_KINDS, type DocumentKind } from '../../domain/authoring/document'
import type { JournalSave } from '../../domain/authoring/journal-file'
import { readJournal } from '../../domain/authoring/journal-file'
import { readJson } from '../../domain/scenario/json-text'
import { bytesOf, markOf, namesIn, textOf } from './disk'
import { documentText } from './document-text'
import { headOf, type Head, type Named } from './heads'
import { sha256 } from '../sha256'
import { fileName, lineSum, whichOf, type StudioPaths, type Which } from './paths'
import { recover } from './recover'
import type { OpenFault } from './draft-reader'
import type { Version } from './versions'

/** A document as it is now, without the results of the checks. */
export interface Standing extends Which {
  readonly origin: 'shipped' | 'own'
  readonly head: Head
  /** The whole document as it is now: the file with the journal's acts. */
  readonly text: string
  readonly changedAt: string | null
  readonly changedBy: string | null
  readonly fault: OpenFault | null
}

interface Known {
  readonly marks: string
  readonly standing: Standing
}

const SHIPPED_FOLDERS = { scenario: '', course: 'courses', floor: 'floors' } as const satisfies Record<
  DocumentKind,
  string
>

export const keyOf = ({ kind, id }: Which): string => `${kind} ${id}`

/** Returns the path of a shipped document's file. */
export const shippedFile = (folder: string, which: Which): string =>
  join(folder, SHIPPED_FOLDERS[which.kind], fileName(which))

function headOfText(kind: DocumentKind, text: string): Head {
  const read = readJson(text)
  return headOf(kind, read.ok ? read.raw : undefined)
}

const timeOf = (ms: number): string => new Date(ms).toISOString()

/** Lists the documents of the Studio. It reads each document once, and again when one of its files has changed. */
export class Catalog {
  readonly #known = new Map<string, Known>()

  constructor(
    private readonly paths: () => StudioPaths,
    /** Returns the folder of the documents that came with the program. */
    private readonly shipped: () => string,
  ) {}

  /** Returns the documents that came with the program. Only an update of the program changes them. */
  async shippedDocuments(): Promise<Standing[]> {
    const folder = this.shipped()
    const found: Standing[] = []
    for (const kind of DOCUMENT_KINDS) {
      const ending = DOCUMENT_ENDINGS[kind]
      for (const name of await namesIn(join(folder, SHIPPED_FOLDERS[kind]))) {
        const which = { kind, id: name.slice(0, -ending.length) }
        if (name.endsWith(ending)) found.push(await this.#shippedOne(folder, which))
      }
    }
    return found
  }

  async #shippedOne(folder: string, which: Which): Promise<Standing> {
    const path = shippedFile(folder, which)
    return this.#remembered(path, `${path}`, async () => {
      const text = await readFile(path, 'utf8')
      const head = headOfText(which.kind, text)
      return { ...which, origin: 'shipped', head, text, changedAt: null, changedBy: null, fault: null }
    })
  }

  /** Tells whether a document with this id came with the program. */
  async isShipped(which: Which): Promise<boolean> {
    return (await markOf(shippedFile(this.shipped(), which))) !== undefined
  }

  /**
   * Returns the drafts of the Studio’s folder.
   * @throws the system's error when the folder can't be read
   */
  async drafts(): Promise<Standing[]> {
    const names = await namesIn(this.paths().drafts)
    // The documents are read at the same time, because each question to a shared folder takes long.
    const found = await Promise.all(
      names.flatMap((name) => whichOf(name) ?? []).map((which) => this.draft(which)),
    )
    return found.filter((one) => one !== undefined)
  }

  /** @returns `undefined` if there is no draft */
  async draft(which: Which): Promise<Standing | undefined> {
    const paths = this.paths()
    const [file, journal] = [await markOf(paths.file(which)), await markOf(paths.journal(which))]
    if (!file && !journal) return undefined
    const marks = [file, journal].map((mark) => `${mark?.size}-${mark?.mtimeMs}`).join(' ')
    return this.#remembered(paths.draft(which), marks, () => this.#readDraft(which, file?.mtimeMs))
  }

  async #remembered(key: string, marks: string, read: () => Promise<Standing>): Promise<Standing> {
    const known = this.#known.get(key)
    if (known?.marks === marks) return known.standing
    const standing = await read()
    this.#known.set(key, { marks, standing })
    return standing
  }

  /** Reads a draft without repairing a damaged journal. That is done when somebody opens the document. */
  async #readDraft(which: Which, changed: number | undefined): Promise<Standing> {
    const paths = this.paths()
    const own = { ...which, origin: 'own' } as const
    const faulty = (code: OpenFault['code'], file: string, detail = ''): Standing => ({
      ...own,
      head: headOf(which.kind, undefined),
      text: '',
      changedAt: changed === undefined ? null : timeOf(changed),
      changedBy: null,
      fault: { code, file, detail },
    })
    try {
      const [file, log] = [await bytesOf(paths.file(which)), await bytesOf(paths.journal(which))]
      const text = file && textOf(file)
      if (!log || log.length === 0) {
        if (!file || file.length === 0) return faulty('empty', fileName(which))
        if (text === undefined) return faulty('not-text', fileName(which))
        const changedAt = changed === undefined ? null : timeOf(changed)
        return { ...own, head: headOfText(which.kind, text), text, changedAt, changedBy: null, fault: null }
      }
      const read = readJournal(log.toString('utf8'), lineSum)
      if (read.newer) return faulty('newer-program', 'journal.jsonl')
      const known = recover(read, file?.length === 0 ? undefined : text)
      if (!known) return faulty('unreadable', 'journal.jsonl')
      const { base, entries, fold } = known
      const last = entries.at(-1)
      return {
        ...own,
        head: headOf(which.kind, fold.now.value),
        text: asSaved(read.saves.at(-1), fold.now.n, text) ?? documentText(which.kind, fold.now),
        changedAt: last?.at ?? base.at ?? null,
        changedBy: last?.by ?? base.by ?? null,
        fault: null,
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // A journal that another program wrote may be nested so deeply that it can't be put together.
      if (code === undefined && !(error instanceof RangeError)) throw error
      return faulty('unreadable', fileName(which), code)
    }
  }

  /** Returns the documents that refer to this one. */
  namedBy(which: Which, all: readonly Standing[]): (Standing & { readonly as: Named['as'] })[] {
    return all.flatMap((one) => {
      const named = one.head.names.find(({ kind, id }) => kind === which.kind && id === which.id)
      return named && keyOf(one) !== keyOf(which) ? [{ ...one, as: named.as }] : []
    })
  }
}

/** Returns the file's text if the file holds the document as it is now. */
function asSaved(saved: JournalSave | undefined, n: number, text: string | undefined): string | undefined {
  return saved?.done === true && saved.after === n && text !== undefined && sha256(text) === saved.hash
    ? text
    : undefined
}

/** Describes a document by one of its versions; used where the document has no draft. */
export function standingOf({ kind, id }: Which, { text, at, by }: Version): Standing {
  const head = headOfText(kind, text)
  return { kind, id, origin: 'own', head, text, changedAt: at, changedBy: by, fault: null }
}
