import { randomBytes } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import {
  JournalRefused,
  type JournalAct,
  type JournalBase,
  type JournalEntry,
  type JournalFold,
} from '../../domain/authoring/journal'
import { headerOf, lineOfEntry, lineOfSave, type JournalSave } from '../../domain/authoring/journal-file'
import { readJson } from '../../domain/scenario/json-text'
import { besideOf, writeAtomically, writePending } from '../files/atomic-write'
import { refusalOf } from '../files/errors'
import { Refused } from '../refused'
import { sha256 } from '../sha256'
import { appendLines, bytesOf, hashOf, makeFolder, markOf, removeLeft } from './disk'
import { DraftReader, notFound, type DraftParts, type OnDisk, type Outside } from './draft-reader'
import type { Editing } from './lease'
import { locked } from './lock'
import { canBeAName, fileName, lineSum, type StudioPaths, type Which } from './paths'
import { Presence } from './presence'
import { baseOf } from './recover'
import { draftMark } from './watch'

export interface Stale {
  readonly outcome: 'stale'
  readonly n: number
  readonly entries: readonly JournalEntry[]
  readonly editing: Editing | null
  readonly outside: Outside | null
}

/** A document that somebody on this computer is editing. */
interface Held {
  readonly base: JournalBase
  entries: JournalEntry[]
  readonly fold: JournalFold
  /** Size of the journal's file up to the last entry that is known here; -1 when it has to be read again. */
  size: number
  saved: JournalSave | undefined
  /** The hashes of the file as the Studio has written it, here or on another computer. */
  written: readonly string[]
}

const sameEntry = ({ by: _one, ...a }: JournalEntry, { by: _other, ...b }: JournalEntry): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)))

/** Opens the drafts of the Studio's folder, adds acts to their journals and saves them as whole files. */
export class Drafts {
  readonly #parts: DraftParts
  readonly #reader: DraftReader
  readonly presence: Presence
  /** Tells this start of the program from others that use the same folder. */
  readonly session = randomBytes(8).toString('hex')
  readonly #held = new Map<string, Held>()
  /** For each draft, the mark of its files after this program last wrote them; see `draftMark`. */
  readonly #marks = new Map<string, string>()
  readonly #queues = new Map<string, Promise<unknown>>()

  constructor(parts: DraftParts) {
    this.#parts = parts
    this.#reader = new DraftReader(parts)
    this.presence = new Presence(parts.paths, parts.now, this.session)
  }

  get #paths(): StudioPaths {
    return this.#parts.paths()
  }

  /** Forgets all open documents, because the Studio now uses another folder. */
  forget(): void {
    this.#held.clear()
  }

  /** Returns the mark of a draft's files after this program last wrote them. */
  ownMark(which: Which): string | undefined {
    return this.#marks.get(this.#paths.draft(which))
  }

  /**
   * Runs one piece of work at a time on a document, across all computers.
   * @throws Refused `not-found` when the document does not exist
   */
  async exclusively<T>(which: Which, work: () => Promise<T>): Promise<T> {
    const folder = this.#paths.draft(which)
    const before = this.#queues.get(folder) ?? Promise.resolve()
    const own = before
      .catch(() => {})
      .then(async () => {
        if (!(await markOf(folder))) throw notFound()
        try {
          return await locked(`${folder}.lock`, `${this.session}-${randomBytes(4).toString('hex')}`, work)
        } catch (error) {
          throw refusalOf(error, fileName(which))
        }
      })
    this.#queues.set(folder, own)
    try {
      return await own
    } finally {
      if (this.#queues.get(folder) === own) this.#queues.delete(folder)
    }
  }

  /**
   * Writes a new document, completely or not at all.
   * @param media pictures and sounds, by file name
   * @param beside further files beside the document, by name
   * @param act the first act of its history, which is there from the beginning
   * @throws Refused `already-exists`, `unusable-name`
   */
  async create(
    which: Which,
    text: string,
    {
      by,
      media = new Map<string, Uint8Array>(),
      beside = new Map<string, string>(),
      act,
    }: {
      readonly by: string
      readonly media?: ReadonlyMap<string, Uint8Array>
      readonly beside?: ReadonlyMap<string, string>
      readonly act?: JournalAct | undefined
    },
  ): Promise<void> {
    if (!canBeAName(which.id)) {
      throw new Refused('unusable-name', `No file can be called ‘${which.id}’ on Windows.`)
    }
    const { drafts } = this.#paths
    const folder = this.#paths.draft(which)
    const growing = besideOf(join(drafts, '.new'))
    try {
      await makeFolder(growing)
      await removeLeft(growing)
      if (media.size > 0) await makeFolder(join(growing, 'media'))
      for (const [file, bytes] of media) writeAtomically(join(growing, 'media', file), bytes)
      for (const [file, words] of beside) writeAtomically(join(growing, file), words)
      writeAtomically(join(growing, fileName(which)), text)
      const at = this.#parts.now().toISOString()
      const base = { ...baseOf(text), at, by }
      const lines = [
        headerOf(base, lineSum),
        lineOfSave({ after: 0, hash: base.hash, at, done: true }, lineSum),
        ...(act ? [lineOfEntry({ ...act, n: 1, at, by }, lineSum)] : []),
      ]
      writeAtomically(join(growing, 'journal.jsonl'), lines.join(''))
      const taken = () => new Refused('already-exists', `‘${which.id}’ exists already.`)
      if (await markOf(folder)) throw taken()
      await rename(growing, folder).catch(async (error: unknown) => {
        // Another computer may have made a document of this id in the meantime.
        throw (await markOf(folder)) ? taken() : error
      })
    } catch (error) {
      await rm(growing, { recursive: true, force: true })
      throw refusalOf(error, fileName(which))
    }
    this.#held.delete(folder)
    this.#parts.changed()
  }

  async read(which: Which): Promise<OnDisk & { readonly readOnly: boolean }> {
    try {
      return { ...(await this.exclusively(which, () => this.#read(which))), readOnly: false }
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'not-writable')) throw error
      return { ...(await this.#read(which)), readOnly: true }
    }
  }

  /** Returns the ids that a draft had before it was renamed; nothing for a document without a draft. */
  async earlierIds(which: Which): Promise<string[]> {
    if (!(await markOf(this.#paths.draft(which)))) return []
    return (await this.read(which)).entries.flatMap((entry) =>
      entry.kind === 'edit' && entry.label.code === 'rename'
        ? entry.inverse.flatMap(({ path, value }) =>
            path.length === 1 && path[0] === 'id' && typeof value === 'string' ? [value] : [],
          )
        : [],
    )
  }

  async #read(which: Which): Promise<OnDisk> {
    const read = await this.#reader.read(which)
    const { base, entries, fold, size, saved, written } = read
    this.#held.set(this.#paths.draft(which), { base, entries: [...entries], fold, size, saved, written })
    return read
  }

  /** Opens a document, and tells other computers from now on that it is open here. */
  async open(which: Which, who: string): Promise<OnDisk & { readonly readOnly: boolean }> {
    const read = await this.read(which)
    if (!read.readOnly) await this.presence.opened(which, who)
    return read
  }

  /** Tells other computers that the document is no longer open here. */
  async close(which: Which): Promise<void> {
    this.#held.delete(this.#paths.draft(which))
    await this.presence.closed(which)
  }

  /** Returns all contents that other programs wrote to a document's file. */
  outsideOf(which: Which): Promise<Outside[]> {
    return this.#reader.outsideOf(which)
  }

  /** Returns the open document. It is read again when another program has written to its journal. */
  async #current(which: Which): Promise<Held> {
    const key = this.#paths.draft(which)
    const held = this.#held.get(key)
    const mark = await markOf(this.#paths.journal(which))
    if (held && mark?.size === held.size) return held
    await this.#read(which)
    return this.#held.get(key)!
  }

  async #stale(which: Which, held: Held, after: number, outside: Outside | null): Promise<Stale> {
    return {
      outcome: 'stale',
      n: held.fold.now.n,
      entries: held.entries.slice(after),
      editing: await this.presence.others(which),
      outside,
    }
  }

  /**
   * Appends entries to a document's journal. Entries that are already there, for example because an earlier answer got
   * lost, are not appended again.
   * @param after the number of the last entry that the caller knows
   * @returns once the entries are on the disk
   * @throws Refused `bad-request` when an entry does not fit; then none is appended
   */
  append(
    which: Which,
    after: number,
    entries: readonly JournalEntry[],
    by: string,
  ): Promise<{ outcome: 'taken'; n: number } | Stale> {
    return this.exclusively(which, async () => {
      const held = await this.#current(which)
      const known = held.entries.slice(after)
      const mine = entries.map((entry) => ({ ...entry, by }))
      const again = known.length <= mine.length && known.every((entry, i) => sameEntry(entry, mine[i]!))
      if (after > held.entries.length || !again) return this.#stale(which, held, after, null)
      const added = mine.slice(known.length)
      if (added.length > 0) await this.#write(which, held, added)
      // Somebody wrote although the file was locked, so the journal on the disk decides whose act was taken.
      if (held.size < 0) {
        const { entries: there } = await this.#read(which)
        const kept = mine.every((entry, i) => there[after + i] && sameEntry(there[after + i]!, entry))
        if (!kept) return this.staleFor(which, after)
      }
      return { outcome: 'taken', n: after + mine.length }
    })
  }

  /** Appends an act that main itself makes; call it inside `exclusively`. */
  async act(which: Which, act: JournalAct, by: string): Promise<void> {
    const held = await this.#current(which)
    const at = this.#parts.now().toISOString()
    await this.#write(which, held, [{ ...act, n: held.fold.now.n + 1, at, by }])
  }

  /** Returns the document as it is now; call it inside `exclusively`. */
  async now(which: Which): Promise<Pick<Held, 'base' | 'entries' | 'fold' | 'saved'>> {
    return this.#current(which)
  }

  /** Returns the entries that the caller does not know yet; call it inside `exclusively`. */
  async staleFor(which: Which, after: number): Promise<Stale> {
    return this.#stale(which, await this.#current(which), after, null)
  }

  /** Forgets the open document, so that the next call reads it from the disk. */
  drop(which: Which): void {
    this.#held.delete(this.#paths.draft(which))
    this.presence.forget(which)
  }

  async #write(which: Which, held: Held, entries: readonly JournalEntry[]): Promise<void> {
    const key = this.#paths.draft(which)
    try {
      for (const entry of entries) held.fold.add(entry)
    } catch (error) {
      // The fold may have taken some of the entries, so the document is dropped and read again.
      this.#held.delete(key)
      if (!(error instanceof JournalRefused)) throw error
      throw new Refused('bad-request', `entry ${error.n}: ${error.fault}`)
    }
    await this.#log(which, held, entries.map((entry) => lineOfEntry(entry, lineSum)).join(''))
    held.entries.push(...entries)
  }

  async #log(which: Which, held: Held, lines: string): Promise<void> {
    const path = this.#paths.journal(which)
    try {
      const { before, after } = await appendLines(path, lines)
      // Another program wrote in between in spite of the lock: a size of -1 makes the next call read the journal again.
      held.size = before === held.size ? after : -1
      if (held.size >= 0) this.#marks.set(this.#paths.draft(which), await draftMark(this.#paths, which))
    } catch (error) {
      this.#held.delete(this.#paths.draft(which))
      throw refusalOf(error, path)
    }
  }

  /**
   * Saves the whole document.
   * @param after the number of the last entry that the text contains
   * @param seen the SHA-256 of the file that it replaces
   * @throws Refused `bad-request` if the text and the journal differ
   */
  checkpoint(
    which: Which,
    after: number,
    text: string,
    seen: string,
  ): Promise<{ outcome: 'saved'; hash: string } | Stale> {
    return this.exclusively(which, async () => {
      const held = await this.#current(which)
      if (after !== held.fold.now.n) return this.#stale(which, held, after, null)
      const path = this.#paths.file(which)
      // Another computer may have saved the file since the caller saw it. All of that stands in the journal.
      const replaces = (bytes: Uint8Array | undefined) =>
        !bytes || hashOf(bytes) === seen || held.written.includes(hashOf(bytes))
      const before = await bytesOf(path)
      if (before && !replaces(before)) {
        return this.#stale(which, held, after, await this.#reader.keepOutside(which, before))
      }
      const { value, brokenText } = held.fold.now
      const read = readJson(text)
      const says =
        brokenText === null
          ? read.ok && isDeepStrictEqual(plain(read.raw), plain(value))
          : text === brokenText
      if (!says) throw new Refused('bad-request', 'text: it says something else than the journal')
      const save: JournalSave = {
        after,
        hash: sha256(text),
        at: this.#parts.now().toISOString(),
        done: false,
      }
      await this.#log(which, held, lineOfSave(save, lineSum))
      const pending = writePending(path, text)
      try {
        // The file is compared again just before it is replaced, so that a change by another program is not lost.
        const there = await bytesOf(path)
        if (there && !replaces(there)) {
          rmSync(pending, { force: true })
          return await this.#stale(which, held, after, await this.#reader.keepOutside(which, there))
        }
        renameSync(pending, path)
      } catch (error) {
        rmSync(pending, { force: true })
        throw error
      }
      held.saved = { ...save, done: true }
      held.written = [save.hash]
      await this.#log(which, held, lineOfSave(held.saved, lineSum))
      return { outcome: 'saved', hash: save.hash }
    })
  }
}

const plain = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown)
