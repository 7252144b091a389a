/** Records for which source text each translation was written, while a document is open. Without React. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { documentTexts, type DocumentText } from '../../../domain/authoring/document-texts'
import {
  addedTo,
  confirmWordings,
  joinRecords,
  noteWordings,
  readRecord,
  type TranslationRecord,
} from '../../../domain/translation/wordings'
import type { OpenDocument } from '../open-document'

/** Reads and stores the record. Each call throws when it is not answered. */
export interface RecordHost {
  readonly read: () => Promise<unknown>
  readonly save: (record: TranslationRecord) => Promise<unknown>
}

export interface FollowedTranslations {
  readonly store: StoreApi<{ readonly record: TranslationRecord }>
  /**
   * Begins to watch the document.
   * @returns ends the watching and saves the record
   */
  readonly start: () => () => void
  /** Notes that somebody has confirmed these translations for the present source texts. */
  readonly confirm: (texts: readonly DocumentText[], to: string) => void
  /** Changes the whole record, for example after a translator's file was taken. */
  readonly change: (next: (record: TranslationRecord) => TranslationRecord) => void
  /** Reads again what lies beside the document, because another window or computer may have written it. */
  readonly look: () => void
}

/** A change is noted after this many milliseconds without another one, and saved after this many. */
const NOTED = 700
const SAVED = 2000

const isEmpty = (record: TranslationRecord): boolean => Object.keys(record).length === 0

/** @param host stores the record beside the document */
export function followTranslations(open: OpenDocument, host: RecordHost): FollowedTranslations {
  const { kind, readOnly } = open.opened
  const store = createStore<{ readonly record: TranslationRecord }>(() => ({ record: {} }))
  const value = () => open.store.getState().draft.value
  const first = value()
  let ready = false
  let noted: unknown
  let saved: TranslationRecord = store.getState().record
  let [noting, saving]: (ReturnType<typeof setTimeout> | undefined)[] = []

  const save = () => {
    clearTimeout(saving)
    const { record } = store.getState()
    if (readOnly || !ready || record === saved) return
    const before = saved
    saved = record
    void host.save(addedTo(before, record)).catch(() => {
      // The record is saved with the next change. If that never comes, it is found again from the texts.
      saved = before
    })
  }
  const set = (record: TranslationRecord) => {
    if (record === store.getState().record) return
    store.setState({ record })
    clearTimeout(saving)
    saving = setTimeout(save, SAVED)
  }
  const note = (document: unknown) => {
    if (document === noted) return
    noted = document
    set(noteWordings(store.getState().record, documentTexts(kind, document)))
  }
  const change: FollowedTranslations['change'] = (next) => {
    note(value())
    set(next(store.getState().record))
  }
  const take = (kept: unknown) => {
    const theirs = joinRecords(saved, readRecord(kept))
    if (isEmpty(addedTo(saved, theirs))) return
    const own = addedTo(saved, store.getState().record)
    saved = theirs
    store.setState({ record: isEmpty(own) ? theirs : joinRecords(theirs, own) })
  }
  const look = () => {
    if (ready) void host.read().then(take, () => undefined)
  }
  return {
    store,
    change,
    look,
    confirm: (texts, to) => change((record) => confirmWordings(record, texts, to)),
    start: () => {
      let running = true
      const begin = (kept: unknown) => {
        if (!running) return
        ready = true
        store.setState({ record: readRecord(kept) })
        saved = store.getState().record
        // Translations in the document as it was opened belong to the source texts that stood beside them then.
        note(first)
        note(value())
      }
      if (!ready) void host.read().then(begin, () => undefined)
      const stop = open.store.subscribe(() => {
        clearTimeout(noting)
        noting = setTimeout(() => ready && note(value()), NOTED)
      })
      return () => {
        running = false
        stop()
        clearTimeout(noting)
        if (ready) note(value())
        save()
      }
    },
  }
}
