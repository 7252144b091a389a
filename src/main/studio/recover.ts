/** Restores a document from its file and its journal, even when either of them is damaged. */
import {
  JournalFold,
  JournalRefused,
  type JournalBase,
  type JournalEntry,
} from '../../domain/authoring/journal'
import {
  headerOf,
  lineOfEntry,
  lineOfSave,
  type JournalSave,
  type ReadJournal,
} from '../../domain/authoring/journal-file'
import { sha256 } from '../sha256'
import { lineSum } from './paths'

export interface Recovered {
  readonly base: JournalBase
  readonly entries: readonly JournalEntry[]
  readonly fold: JournalFold
  /** The number of unusable lines, and the text of a repaired journal. */
  readonly damaged: { readonly lines: number; readonly text: string } | undefined
}

export const baseOf = (text: string): JournalBase => ({ text, hash: sha256(text) })

/**
 * Folds entries until one does not fit.
 * @returns the number that fitted
 */
function foldFitting(
  base: JournalBase,
  entries: readonly JournalEntry[],
): { fold: JournalFold; fitting: number } {
  const fold = new JournalFold(base)
  let fitting = 0
  for (const entry of entries) {
    try {
      fold.add(entry)
    } catch (error) {
      if (!(error instanceof JournalRefused)) throw error
      break
    }
    fitting += 1
  }
  return { fold, fitting }
}

/** Makes a journal that begins with a saved text and continues with the later entries. */
function fromSaved(text: string, after: number, all: readonly JournalEntry[]): Recovered {
  const base = baseOf(text)
  const later = all.filter(({ n }) => n > after)
  const following = later.filter(({ n }, i) => n === after + i + 1)
  const numbered = following.map((entry, i) => ({ ...entry, n: i + 1 }))
  const { fold, fitting } = foldFitting(base, numbered)
  return { base, entries: numbered.slice(0, fitting), fold, damaged: undefined }
}

const savedAs = (after: number, hash: string, like: JournalSave | undefined): JournalSave => ({
  after,
  hash,
  at: like?.at ?? new Date(0).toISOString(),
  done: true,
})

/**
 * Restores a document from its journal and its file.
 * @param file the document's file; `undefined` if there is none, or one that is no text
 * @returns `undefined` if neither the journal nor the file shows how the document began
 */
export function recover(read: ReadJournal, file: string | undefined): Recovered | undefined {
  const { base, entries, beyond, saves, faults } = read
  const folded = base && foldFitting(base, entries)
  const lost = faults.filter(({ fault }) => fault === 'unreadable').length
  if (base && folded && folded.fitting === entries.length && beyond.length === 0 && lost === 0) {
    return { base, entries, fold: folded.fold, damaged: undefined }
  }
  const known = folded ? entries.slice(0, folded.fitting) : []
  const hash = file === undefined ? undefined : sha256(file)
  const save = saves.findLast((one) => one.hash === hash)
  // The file was saved after the damaged place of the journal, so it is newer than the journal's readable part.
  const ahead = save !== undefined && save.after > known.length
  const fromFile = file !== undefined && (ahead || !base)
  // Without a matching save nobody knows which entries the file already contains. They stay in the damaged journal.
  const later = save ? [...entries, ...beyond] : []
  const restored = fromFile
    ? fromSaved(file, save?.after ?? 0, later)
    : base && folded
      ? { base, entries: known, fold: folded.fold, damaged: undefined }
      : undefined
  if (!restored) return undefined
  const lines = lost + (entries.length - known.length) + beyond.length
  const begun = [
    headerOf(restored.base, lineSum),
    ...restored.entries.map((one) => lineOfEntry(one, lineSum)),
  ]
  if (fromFile) begun.push(lineOfSave(savedAs(0, restored.base.hash, save), lineSum))
  else if (save) begun.push(lineOfSave(savedAs(save.after, save.hash, save), lineSum))
  return { ...restored, damaged: { lines: Math.max(1, lines), text: begun.join('') } }
}
