/** Keeps an open document: its content, its history, and how much of that is saved. Without React. */
import { create as change } from 'mutative'
import { createStore } from 'zustand/vanilla'
import type { StudioAppended } from '../../bridge'
import {
  JournalFold,
  type FoldedJournal,
  type JournalAct,
  textOf,
  type JournalEntry,
} from '../../domain/authoring/journal'
import { editBetween } from '../../domain/authoring/edit-between'
import { applyPatches, type EditLabel, type Patch } from '../../domain/authoring/patch'
import type { ChooseSide } from '../../domain/authoring/merge'
import { rewrite } from '../../domain/authoring/rewrite'
import { splicesBetween } from '../../domain/authoring/splice'
import { courseSchema } from '../../domain/course'
import { floorSchema } from '../../domain/scenario/floor'
import { readJson } from '../../domain/scenario/json-text'
import { scenarioSchema } from '../../domain/scenario/schema'
import type { StudioHost } from './host'
import { meet, together, valueOf, type Meeting } from './meeting'
import type { DocumentState, OpenDocument, Opened, Saving } from './open-document'

/** The schema of each kind of document. */
export const SCHEMAS = { scenario: scenarioSchema, course: courseSchema, floor: floorSchema } as const

/** Returns the members of courses and floors that their form shows. Ids and formats are set by the program. */
export const namesOf = (kind: 'course' | 'floor'): readonly string[] =>
  Object.keys(SCHEMAS[kind].shape).filter((name) => !['$schema', 'format', 'id'].includes(name))

/**
 * The whole text is saved this many milliseconds after the last act, and a failed save is tried again after as many.
 */
const QUIET = 2000
const AGAIN = 2000
/** One call sends at most this many acts. */
const MOST = 500

type StaleAnswer = Extract<StudioAppended, { outcome: 'stale' }>

export function openDocument(
  opened: Opened,
  host: StudioHost,
  now: () => Date = () => new Date(),
): OpenDocument {
  const { kind, id } = opened
  const journalOf = (entries: readonly JournalEntry[]) => {
    const made = new JournalFold(opened.journal.base)
    for (const entry of entries) made.add(entry)
    return made
  }
  let acts = [...opened.journal.entries]
  let journal = journalOf(acts)
  /** The entries of somebody else that have to be merged. */
  let theirActs: readonly JournalEntry[] = []
  /** The hash of another program's file that has to be merged, or was. */
  let theirFile: string | undefined
  /** The number of the last entry that the saved file contains. */
  let savedAt = opened.savedAfter
  const store = createStore<DocumentState>(() => ({
    draft: journal.now,
    saving: { name: 'saved' },
    meeting: null,
    joined: null,
  }))
  let waiting: JournalEntry[] = []
  /** The number of the last act before those of somebody else that were taken over while nothing was done here. */
  let followedFrom: number | undefined
  let kept = journal.now.n
  let fileHash = opened.hash
  let savedWhole = opened.journal.entries.length === 0 ? journal.now.n : -1
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | undefined
  let closed = false

  const say = (saving: Saving) => store.setState({ saving })
  const later = (after: number, what: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(what, after)
  }

  let written: { readonly of: FoldedJournal; readonly text: string } | undefined
  const textNow = (): string => {
    const { now: of } = journal
    if (written?.of !== of) {
      written = { of, text: of.brokenText ?? rewrite(of.text, of.value, SCHEMAS[kind]) }
    }
    return written.text
  }

  const typists = new Set<() => void>()
  const flushTyping = () => typists.forEach((type) => type())

  const write = (text: string, label: EditLabel = { code: 'source' }): void => {
    if (text === textNow()) return
    const { value, text: whole } = journal.now
    const splices = splicesBetween(textOf(journal.now), text)
    const read = readJson(text)
    if (read.ok) {
      // A change of values is stored like an act of the forms, if that gives exactly the text that was typed.
      const edit = editBetween(label, value, read.raw)
      const size = (parts: unknown) => JSON.stringify(parts).length
      const isSmall = splices.length === 0 || size([edit.patches, edit.inverse]) <= 1000 + 2 * size(splices)
      if (edit.patches.length > 0 && isSmall) {
        const after = applyPatches(value, edit.patches)
        if (rewrite(whole, after, SCHEMAS[kind]) === text) {
          act({ kind: 'edit', ...edit })
          return
        }
      }
    }
    act({ kind: 'typed', splices, label })
  }

  /** Continues from the acts of somebody else. The acts made here are merged into one act that follows theirs. */
  function goOnFrom(theirs: readonly JournalEntry[], choose: ChooseSide | undefined, meeting: Meeting): void {
    const before = kept
    acts = [...acts.slice(0, kept), ...theirs]
    journal = journalOf(acts)
    kept = acts.length
    waiting = []
    theirActs = []
    const label: EditLabel =
      meeting.who === undefined ? { code: 'joined' } : { code: 'joined.who', params: { who: meeting.who } }
    const edit = editBetween(label, journal.now.value, together(meeting, SCHEMAS[kind], choose))
    if (edit.patches.length > 0) {
      const entry = { n: kept + 1, at: now().toISOString(), kind: 'edit' as const, ...edit }
      journal.add(entry)
      acts.push(entry)
      waiting.push(entry)
    }
    store.setState({
      draft: journal.now,
      saving: { name: 'saving' },
      meeting: null,
      joined: { who: meeting.who, changes: meeting.changes, before, followed: false },
    })
  }

  /**
   * Handles acts of somebody else that came first. They are merged at once if nothing conflicts; otherwise a person
   * must decide.
   * @returns whether they were merged
   */
  function meetDraft({ entries, editing }: StaleAnswer): boolean {
    flushTyping()
    const mine = journal.now
    const before = journal.stateAt(kept)
    let meeting: Meeting | undefined
    try {
      const theirs = journalOf([...acts.slice(0, kept), ...entries]).now
      const who = entries.findLast(({ by }) => by !== undefined)?.by ?? editing?.who
      const isWhole = [mine, theirs, before].every((state) => state?.brokenText === null)
      if (isWhole && entries.length > 0) {
        const sides = { base: before?.value, mine: mine.value, theirs: theirs.value }
        meeting = meet(sides, SCHEMAS[kind], 'draft', who)
      }
    } catch {
      // Their acts don't follow the known ones, so nothing can be merged.
    }
    if (meeting?.conflicts.length === 0) {
      goOnFrom(entries, undefined, meeting)
      return true
    }
    theirActs = entries
    store.setState({ saving: { name: 'stale', who: editing?.who }, meeting: meeting ?? null })
    return false
  }

  /** Continues with the acts of somebody else, while nothing was done here. */
  function follow({ entries, editing }: StaleAnswer): void {
    flushTyping()
    // What was just typed meets their acts when it is sent.
    if (waiting.length > 0 || entries.length === 0) return
    const all = [...acts, ...entries]
    const next = journalOf(all)
    const before = (followedFrom ??= kept)
    const [base, theirs] = [next.stateAt(before), next.now]
    const who = entries.findLast(({ by }) => by !== undefined)?.by ?? editing?.who
    const isWhole = base?.brokenText === null && theirs.brokenText === null
    const sides = { base: base?.value, mine: base?.value, theirs: theirs.value }
    const changes = (isWhole ? meet(sides, SCHEMAS[kind], 'draft', who)?.changes : undefined) ?? []
    acts = all
    journal = next
    kept = all.length
    store.setState({ draft: theirs, joined: { who, changes, before, followed: true } })
  }

  /** Asks the disk for acts of somebody else. */
  async function receive(): Promise<void> {
    const answer = await host.append({ kind, id, after: kept, entries: [] })
    if (answer.outcome === 'stale') follow(answer)
  }

  /** Merges a file that another program has changed. */
  function meetFile({ hash, text }: { readonly hash: string; readonly text: string }): void {
    theirFile = hash
    const { value, brokenText } = journal.now
    const sides = {
      base: journal.stateAt(savedAt)?.value,
      mine: brokenText === null ? value : undefined,
      theirs: valueOf(text),
    }
    const meeting = meet(sides, SCHEMAS[kind], 'file', undefined)
    if (meeting) store.setState({ meeting })
    // A file that can't be read can't be merged. Its content is kept, and the next save replaces it.
    else fileHash = hash
  }

  async function send(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST)
      const after = kept
      const answer = await host.append({ kind, id, after, entries: batch })
      if (answer.outcome === 'stale') {
        // Where somebody has joined both sides meanwhile, what is waiting now is asked about again.
        if (after === kept && !meetDraft(answer)) return
        continue
      }
      kept = answer.n
      waiting = waiting.slice(batch.length)
    }
    say({ name: 'saved' })
    if (!closed) later(QUIET, () => void saveWhole())
  }

  /** Sends the acts to the disk in their order, one call at a time. */
  function flush(): Promise<void> {
    sending ??= send()
      .catch(() => {
        say({ name: 'failed' })
        if (!closed) later(AGAIN, () => void flush())
      })
      .finally(() => {
        sending = undefined
      })
    return sending
  }

  async function checkpoint(): Promise<void> {
    const { n } = journal.now
    try {
      const answer = await host.checkpoint({ kind, id, after: n, text: textNow(), seen: fileHash })
      if (answer.outcome === 'stale') {
        if (answer.n !== n) meetDraft(answer)
        else if (answer.outside) meetFile(answer.outside)
      } else {
        fileHash = answer.hash
        savedWhole = n
        savedAt = n
      }
    } catch {
      // The journal has everything. The whole text is saved after a later act.
    }
  }

  /**
   * Asks the disk while nothing is sent to it, and sends what was done meanwhile after that. The entries in an answer
   * follow those that were known when it was asked.
   */
  function alone(ask: () => Promise<void>): Promise<void> {
    sending = ask().finally(() => {
      sending = undefined
      if (store.getState().saving.name === 'saving') void flush()
    })
    return sending
  }

  async function saveWhole(): Promise<void> {
    if (sending) {
      await sending
      return saveWhole()
    }
    const { saving, meeting } = store.getState()
    if (waiting.length > 0 || journal.now.n === savedWhole || saving.name === 'stale' || meeting) return
    await alone(checkpoint)
  }

  function act(what: JournalAct): void {
    if (opened.readOnly || store.getState().saving.name === 'stale') return
    const entry: JournalEntry = { n: journal.now.n + 1, at: now().toISOString(), ...what }
    const draft = journal.add(entry)
    followedFrom = undefined
    acts.push(entry)
    waiting.push(entry)
    store.setState({ draft, saving: { name: 'saving' } })
    void flush()
  }

  const settle = async (): Promise<boolean> => {
    flushTyping()
    await flush()
    // Acts may have come while the last call was under way.
    if (waiting.length > 0) await flush()
    if (store.getState().saving.name !== 'saved') return false
    await saveWhole()
    // Acts may have come while the whole text was saved.
    if (store.getState().saving.name === 'saving') await flush()
    return store.getState().saving.name === 'saved'
  }

  if (opened.outside && !opened.readOnly) meetFile(opened.outside)

  return {
    opened,
    store,
    edit: (label, recipe) => {
      flushTyping()
      const [, patches, inverse] = change(journal.now.value as Record<string, unknown>, recipe, {
        enablePatches: true,
      })
      if (patches.length === 0) return
      act({ kind: 'edit', label, patches: patches as Patch[], inverse: inverse as Patch[] })
    },
    apply: (edit) => {
      flushTyping()
      act({ kind: 'edit', ...edit })
    },
    undo: () => {
      flushTyping()
      if (journal.now.undo.length > 0) act({ kind: 'undo' })
    },
    redo: () => {
      flushTyping()
      if (journal.now.redo.length > 0) act({ kind: 'redo' })
    },
    restore: (n) => {
      flushTyping()
      if (journal.stateAt(n)) act({ kind: 'restore', to: n })
    },
    write,
    join: (choose) => {
      const { meeting } = store.getState()
      if (!meeting) return
      flushTyping()
      if (meeting.from === 'draft') {
        goOnFrom(theirActs, choose, meeting)
        void flush()
        return
      }
      // Acts that were made here since the meeting began count as mine.
      const mine = journal.now.brokenText === null ? journal.now.value : meeting.mine
      const edit = editBetween(
        { code: 'joined' },
        journal.now.value,
        together({ ...meeting, mine }, SCHEMAS[kind], choose),
      )
      if (theirFile !== undefined) fileHash = theirFile
      savedWhole = -1
      store.setState({ meeting: null })
      if (edit.patches.length > 0) act({ kind: 'edit', ...edit })
      else later(0, () => void saveWhole())
    },
    leaveAside: () => {
      if (theirFile !== undefined) fileHash = theirFile
      savedWhole = -1
      store.setState({ meeting: null })
      later(0, () => void saveWhole())
    },
    look: () => {
      const { saving, meeting } = store.getState()
      if (closed || opened.readOnly || sending || waiting.length > 0 || saving.name !== 'saved' || meeting)
        return
      // The next look, or the next act, asks again.
      void alone(() => receive().catch(() => {}))
    },
    seenJoined: () => {
      followedFrom = undefined
      store.setState({ joined: null })
    },
    typing: (type) => {
      typists.add(type)
      return () => typists.delete(type)
    },
    textNow,
    settle,
    kept: () => kept,
    acts: () => acts,
    close: async (mine = 'copy') => {
      if (closed) return
      closed = true
      clearTimeout(timer)
      // Somebody may open another document while the disk refuses the write. The acts are not given up for that.
      while (!(await settle()) && store.getState().saving.name !== 'stale') {
        await new Promise((resolve) => setTimeout(resolve, AGAIN))
      }
      if (waiting.length > 0 && mine === 'copy') await host.keepCopy(textNow()).catch(() => undefined)
      await host.close({ kind, id }).catch(() => undefined)
    },
  }
}
