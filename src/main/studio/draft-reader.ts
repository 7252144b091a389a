/** Reads a draft from the disk and repairs what a crash or another program did to its files. */
import { randomBytes } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { headerOf, lineOfSave, readJournal, type JournalSave } from '../../domain/authoring/journal-file'
import { writeAtomically, writePending } from '../files/atomic-write'
import { Refused } from '../refused'
import { stampOf } from '../store/database'
import type { OpenedFile } from '../files/dialogs'
import { bytesOf, hashOf, makeFolder, markOf, namesIn, textOf } from './disk'
import { fileName, lineSum, type StudioPaths, type Which } from './paths'
import { baseOf, recover, type Recovered } from './recover'

/** A document may have this many bytes. The largest known contact has a tenth of it. */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024

export interface Outside {
  readonly hash: string
  readonly at: string
  readonly text: string
}

/** The reason why a document can't be opened. */
export interface OpenFault {
  readonly code: 'empty' | 'not-text' | 'too-large' | 'unreadable' | 'newer-program'
  readonly file: string
  readonly detail: string
}

/** A document that can't be opened. Its file keeps its content. */
export class Unopenable extends Error {
  override readonly name = 'Unopenable'
  constructor(readonly fault: OpenFault) {
    super(`${fault.file}: ${fault.code} ${fault.detail}`)
  }
}

/** A document as it is on the disk. */
export interface OnDisk extends Pick<Recovered, 'base' | 'entries' | 'fold'> {
  /** The content of the document's file as it was last saved as a whole, by the Studio or by another program. */
  readonly text: string
  readonly hash: string
  /** The last save that the Studio noted in the journal. */
  readonly saved: JournalSave | undefined
  /** The hashes that the file may have after that save; two if it was not confirmed. */
  readonly written: readonly string[]
  readonly outside: Outside | null
  /** Size of the journal in bytes. */
  readonly size: number
  readonly damaged: { readonly file: string; readonly lines: number } | null
}

export interface DraftParts {
  readonly paths: () => StudioPaths
  readonly now: () => Date
  /** Called when a file was written. */
  readonly changed: () => void
}

export const notFound = () => new Refused('not-found', 'This document is no longer here.')

export class DraftReader {
  constructor(private readonly parts: DraftParts) {}

  get #paths(): StudioPaths {
    return this.parts.paths()
  }

  /**
   * Reads a document, and repairs its journal if that was damaged. The damaged journal is kept.
   * @throws Refused `not-found`; Unopenable
   */
  async read(which: Which): Promise<OnDisk> {
    const paths = this.#paths
    const [file, log] = [await bytesOf(paths.file(which)), await bytesOf(paths.journal(which))]
    const refuse = (code: OpenFault['code'], name = fileName(which), detail = ''): never => {
      throw new Unopenable({ code, file: name, detail })
    }
    if (file && file.length > LARGEST_DOCUMENT) refuse('too-large')
    const text = file && textOf(file)
    if (!log || log.length === 0) {
      if (!file) throw notFound()
      if (file.length === 0) return refuse('empty')
      if (text === undefined) return refuse('not-text')
      return this.#begin(which, text)
    }
    const read = readJournal(log.toString('utf8'), lineSum)
    if (read.newer) return refuse('newer-program', 'journal.jsonl')
    const known = recover(read, file?.length === 0 ? undefined : text)
    if (!known) return refuse('unreadable', 'journal.jsonl')
    const damaged = known.damaged ? await this.#setAsideJournal(which, known.damaged) : null
    const saves = known.damaged ? readJournal(known.damaged.text, lineSum).saves : read.saves
    const saved = saves.at(-1)
    const hash = hashOf(file)
    const size = (await markOf(paths.journal(which)))?.size ?? 0
    // While the last save is not confirmed, the file may still be that of the save before.
    const before = saved?.done === false ? saves.findLast((one) => one.done) : undefined
    const written = [saved, before].flatMap((one) => (one ? [one.hash] : []))
    // A missing file is no change by others: the next save writes it again, and nothing can be lost.
    const outside = !file || written.includes(hash) ? null : await this.keepOutside(which, file)
    const { base, entries, fold } = known
    return { base, entries, fold, text: text ?? '', hash, saved, written, outside, damaged, size }
  }

  /** Begins a journal for a file that somebody has put there without one. */
  async #begin(which: Which, text: string): Promise<OnDisk> {
    const base = baseOf(text)
    const saved: JournalSave = { after: 0, hash: base.hash, at: this.parts.now().toISOString(), done: true }
    const lines = `${headerOf(base, lineSum)}${lineOfSave(saved, lineSum)}`
    writeAtomically(this.#paths.journal(which), lines)
    const known = recover(readJournal(lines, lineSum), text)!
    const { size } = (await markOf(this.#paths.journal(which)))!
    return {
      ...known,
      text,
      hash: base.hash,
      saved,
      written: [base.hash],
      outside: null,
      damaged: null,
      size,
    }
  }

  async #setAsideJournal(which: Which, { lines, text }: { lines: number; text: string }) {
    const path = this.#paths.journal(which)
    const file = `journal.damaged-${stampOf(this.parts.now())}-${randomBytes(2).toString('hex')}.jsonl`
    const next = writePending(path, text)
    try {
      renameSync(path, join(this.#paths.draft(which), file))
      renameSync(next, path)
    } catch (error) {
      rmSync(next, { force: true })
      throw error
    }
    return { file, lines }
  }

  /** Keeps a content that another program wrote to the file. */
  async keepOutside(which: Which, file: Uint8Array | undefined): Promise<Outside> {
    const hash = hashOf(file)
    const folder = this.#paths.outside(which)
    const path = join(folder, `${hash}.json`)
    if (!(await markOf(path))) {
      await makeFolder(folder)
      writeAtomically(path, file ?? '')
      this.parts.changed()
    }
    return this.#outsideAt(path, hash)
  }

  async #outsideAt(path: string, hash: string): Promise<Outside> {
    const [bytes, mark] = [await bytesOf(path), await markOf(path)]
    const at = new Date(mark?.mtimeMs ?? 0).toISOString()
    return { hash, at, text: Buffer.from(bytes ?? []).toString('utf8') }
  }

  /** Returns all contents that other programs wrote to a document's file. */
  async outsideOf(which: Which): Promise<Outside[]> {
    const folder = this.#paths.outside(which)
    const found: Outside[] = []
    for (const name of await namesIn(folder)) {
      const [hash] = name.split('.')
      if (/^[0-9a-f]{64}\.json$/.test(name)) found.push(await this.#outsideAt(join(folder, name), hash!))
    }
    return found.sort((a, b) => a.at.localeCompare(b.at))
  }
}

/**
 * Returns the text of an opened file.
 * @throws Refused `file-unreadable`
 */
export function fileText({ name, bytes }: OpenedFile): { file: string; text: string } {
  const text = bytes.length > LARGEST_DOCUMENT ? undefined : textOf(bytes)
  if (text === undefined) throw new Refused('file-unreadable', `‘${name}’ is no text of a document.`)
  return { file: name, text }
}
