/**
 * The format of a journal's file. Lines are only ever appended. The first line holds the text with which the journal
 * begins; each later line holds an entry, or records that the draft was saved whole. Each line begins with a checksum
 * of the rest of it, which shows when a line was cut off or changed.
 */
import { z } from 'zod'
import type { JournalBase, JournalEntry } from './journal'
import { journalBaseSchema, journalEntrySchema } from './journal-schema'

/** Returns the first 16 hexadecimal digits of a text's SHA-256. */
export type LineSum = (text: string) => string

/** Records that the text of the draft was saved whole as it stood after an entry. */
/** The number of that entry; 0 before the first one. */
export interface JournalSave {
  readonly after: number
  /** SHA-256 of the file. */
  readonly hash: string
  readonly at: string
  /** False while the file has not got its final name yet, true afterwards. */
  readonly done: boolean
}

const FORMAT = 1
const headerLine = z.strictObject({ journal: z.literal(FORMAT), base: journalBaseSchema })
const saveLine = z.strictObject({
  saved: z.strictObject({
    after: z.number().int().min(0),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    at: z.iso.datetime(),
    done: z.boolean(),
  }),
})

const PREFIX = /^\{"sum":"([0-9a-f]{16})",(.*)$/s

function line(content: object, sum: LineSum): string {
  const rest = JSON.stringify(content).slice(1)
  return `{"sum":"${sum(rest)}",${rest}\n`
}

/** Returns the first line of a journal, with its line break. */
export const headerOf = (base: JournalBase, sum: LineSum): string => line({ journal: FORMAT, base }, sum)
/** Returns the line of an entry, with its line break. */
export const lineOfEntry = (entry: JournalEntry, sum: LineSum): string => line(entry, sum)
/** Returns the line that records a save, with its line break. */
export const lineOfSave = (saved: JournalSave, sum: LineSum): string => line({ saved }, sum)

/** A line of the file that can't be used. */
export interface JournalLineFault {
  /** The number of the line, from 1. */
  readonly line: number
  /**
   * `torn`: it was cut off while it was written, and nobody was told that it had been kept. `unreadable`: it can't be
   * read, or was changed. `out-of-step`: its number does not follow that of the line before.
   */
  readonly fault: 'torn' | 'unreadable' | 'out-of-step'
  readonly text: string
}

export interface ReadJournal {
  /** `undefined` when the first line can't be used. */
  readonly base: JournalBase | undefined
  /** Entries numbered from 1 without a gap. */
  readonly entries: readonly JournalEntry[]
  /** Entries after a gap, in the order of the file. They can't be applied after `entries`, but nothing drops them. */
  readonly beyond: readonly JournalEntry[]
  readonly saves: readonly JournalSave[]
  readonly faults: readonly JournalLineFault[]
  /** True if a newer version of the program wrote the file. */
  readonly newer: boolean
}

function contentOf(text: string, sum: LineSum): unknown {
  const parts = PREFIX.exec(text)
  if (!parts || sum(parts[2]!) !== parts[1]) return undefined
  try {
    return JSON.parse(`{${parts[2]}`) as unknown
  } catch {
    return undefined
  }
}

/**
 * Reads a journal.
 * @param text the whole file
 * @returns everything that can be used, and a fault for each line that can't. Never throws.
 */
export function readJournal(text: string, sum: LineSum): ReadJournal {
  const lines = text.split('\n')
  let open = lines.pop()!
  // A last line that lacks only its line break is whole; the next writer would add the break.
  if (contentOf(open, sum) !== undefined) {
    lines.push(open)
    open = ''
  }
  const faults: JournalLineFault[] = []
  const entries: JournalEntry[] = []
  const beyond: JournalEntry[] = []
  const saves: JournalSave[] = []
  let base: JournalBase | undefined
  let newer = false
  /** Lines that could not be read so far. The number of the next entry tells whether they were torn or held entries. */
  let unread: { readonly line: number; readonly text: string }[] = []
  const settle = (fault: JournalLineFault['fault']) => {
    faults.push(...unread.map((one) => ({ ...one, fault })))
    unread = []
  }
  lines.forEach((own, index) => {
    const at = { line: index + 1, text: own }
    const content = contentOf(own, sum)
    if (index === 0) {
      const header = headerLine.safeParse(content)
      if (header.success) base = header.data.base
      else {
        const { journal } = (content ?? {}) as { journal?: unknown }
        newer = typeof journal === 'number' && journal > FORMAT
        faults.push({ ...at, fault: 'unreadable' })
      }
      return
    }
    const save = saveLine.safeParse(content)
    if (save.success) {
      const { saved } = save.data
      // A save with the number of the last known entry shows that no entry is missing before it.
      if (beyond.length === 0 && saved.after === (entries.at(-1)?.n ?? 0)) settle('torn')
      return void saves.push(saved)
    }
    const read = journalEntrySchema.safeParse(content)
    if (!read.success) return void unread.push(at)
    const entry = read.data
    const last = beyond.at(-1) ?? entries.at(-1)
    const next = (last?.n ?? 0) + 1
    if (entry.n === next && beyond.length === 0 && base !== undefined) {
      settle('torn')
      entries.push(entry)
    } else if (entry.n < next) {
      settle('torn')
      faults.push({ ...at, fault: 'out-of-step' })
    } else {
      settle('unreadable')
      beyond.push(entry)
    }
  })
  // After the last entry, a whole line that can't be read may have been an entry that was kept.
  settle('unreadable')
  if (open !== '') faults.push({ line: lines.length + 1, fault: 'torn', text: open })
  return { base, entries, beyond, saves, faults, newer }
}
