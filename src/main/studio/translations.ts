import { readRecord, joinRecords, type TranslationRecord } from '../../domain/translation/wordings'
import { writeOrRefuse } from '../files/atomic-write'
import { Refused } from '../refused'
import { bytesOf, markOf } from './disk'
import type { Drafts } from './drafts'
import type { StudioPaths, Which } from './paths'

/** Keeps a file beside each draft that records for which source text each translation was written. */
export class Translations {
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
   * @throws Refused `not-found` if there is no such draft
   */
  save(which: Which, record: TranslationRecord): Promise<void> {
    return this.drafts.exclusively(which, async () => {
      if (!(await markOf(this.paths().draft(which))))
        throw new Refused('not-found', 'This document is no longer here.')
      const joined = joinRecords(await this.read(which), readRecord(record))
      writeOrRefuse(this.paths().translations(which), JSON.stringify(joined))
    })
  }

  /** Copies the record of a document to its copy. */
  async copy(from: Which, to: Which): Promise<void> {
    const record = await this.read(from)
    if (Object.keys(record).length > 0) await this.save(to, record)
  }
}
