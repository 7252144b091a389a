/**
 * A journal as a file: a line each, only ever added to. The first line holds the text with which it begins, later ones
 * an entry, or what was saved whole. Each begins with a sum of the rest of it, so that a line that was cut off or
 * changed is known as such.
 */
import { z } from 'zod'
import type { JournalBase, JournalEntry } from './journal'
import { journalBaseSchema, journalEntrySchema } from './journal-schema'

/** Gives 16 hexadecimal digits of a text: the beginning of its SHA-256. */
export type LineSum = (text: string) => string

/** The text of the draft was saved whole as it stood after an entry. */
export interface JournalSave {
  readonly after: number
  /** SHA-256 of the file. */
  readonly hash: string
  readonly at: string
  /** False from before the file gets its name until after that. */
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

/** The first line of a journal, with its end. */
export const headerOf = (base: JournalBase, sum: LineSum): string => line({ journal: FORMAT, base }, sum)
/** The line of an entry, with its end. */
export const lineOfEntry = (entry: JournalEntry, sum: LineSum): string => line(entry, sum)
/** The line that says what was saved whole, with its end. */
export const lineOfSave = (saved: JournalSave, sum: LineSum): string => line({ saved }, sum)

/** A line that can't be used, as it stands in the file. */
export interface JournalLineFault {
  /** From 1. */
  readonly line: number
  /**
   * `torn`: it was cut off while it was written, so that nobody was told that it is kept. `unreadable`: it can't be
   * read, or was changed. `out-of-step`: its number does not follow.
   */
  readonly fault: 'torn' | 'unreadable' | 'out-of-step'
  readonly text: string
}

export interface ReadJournal {
  /** `undefined` when the first line can't be used. */
  readonly base: JournalBase | undefined
  /** From number 1 without a gap. */
  readonly entries: readonly JournalEntry[]
  /** What stands behind a gap, in its order: it can't be folded onto `entries`, and is kept. */
  readonly beyond: readonly JournalEntry[]
  readonly saves: readonly JournalSave[]
  readonly faults: readonly JournalLineFault[]
  /** A newer program wrote it. */
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
 * @returns what can be used, and each line that can't; nothing is left out in silence. Never throws.
 */
export function readJournal(text: string, sum: LineSum): ReadJournal {
  const lines = text.split('\n')
  let open = lines.pop()!
  // A line that lacks its end alone is whole: with the end that the next writer adds it would be one anyway.
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
  /** Lines that can't be read: cut off, when the next entry's number shows that nothing is missing. */
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
      // Whoever saved knew of no entry that is missing here.
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
  // Behind the last entry a whole line that can't be read may have been one that was kept.
  settle('unreadable')
  if (open !== '') faults.push({ line: lines.length + 1, fault: 'torn', text: open })
  return { base, entries, beyond, saves, faults, newer }
}
