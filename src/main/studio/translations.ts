import { basename } from 'node:path'
import { readRecord, joinRecords, type TranslationRecord } from '../../domain/translation/wordings'
import { writeOrRefuse } from '../files/atomic-write'
import { Refused } from '../refused'
import { bytesOf, markOf } from './disk'
import type { Drafts } from './drafts'
import type { StudioPaths, Which } from './paths'
import { fileMark } from './watch'

/** Keeps a file beside each draft that records for which source text each translation was written. */
export class Translations {
  /** For each draft, the mark of its record after this program last wrote it. */
  readonly #marks = new Map<string, string>()

  constructor(
    private readonly paths: () => StudioPaths,
    private readonly drafts: Pick<Drafts, 'exclusively'>,
  ) {}

  /** @returns the readable part; without a record, a translation counts as made for the source text of today */
  async read(which: Which): Promise<TranslationRecord> {
    try {
      const bytes = await bytesOf(this.paths().translations(which))
      return bytes ? readRecord(JSON.parse(bytes.toString('utf8'))) : {}
    } catch {
      return {}
    }
  }

  /**
   * Merges a window's record into the stored one.
   * @param guessed counts only for wordings of which nothing is stored
   * @throws Refused `not-found` if there is no such draft
   */
  save(which: Which, record: TranslationRecord, guessed: TranslationRecord = {}): Promise<void> {
    return this.drafts.exclusively(which, async () => {
      if (!(await markOf(this.paths().draft(which))))
        throw new Refused('not-found', 'This document is no longer here.')
      const stored = joinRecords(readRecord(guessed), await this.read(which))
      const joined = joinRecords(stored, readRecord(record))
      const path = this.paths().translations(which)
      writeOrRefuse(path, JSON.stringify(joined))
      this.#marks.set(path, await fileMark(path))
    })
  }

  /** Returns the mark of a draft's record after this program last wrote it. */
  ownMark(which: Which): string | undefined {
    return this.#marks.get(this.paths().translations(which))
  }

  /** Returns the files in which a copy of the document takes the record along, by name. */
  async forCopy(which: Which): Promise<Map<string, string>> {
    const record = await this.read(which)
    const name = basename(this.paths().translations(which))
    return new Map(Object.keys(record).length > 0 ? [[name, JSON.stringify(record)]] : [])
  }
}
