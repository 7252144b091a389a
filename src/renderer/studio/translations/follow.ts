/** What is known of how translations came about, while a document is open. Without React. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { documentTexts, type DocumentText } from '../../../domain/authoring/document-texts'
import {
  confirmWordings,
  noteWordings,
  readRecord,
  type TranslationRecord,
} from '../../../domain/translation/wordings'
import type { OpenDocument } from '../document-store'

/** What keeps it. Each call throws when it was not answered. */
export interface RecordHost {
  readonly read: () => Promise<unknown>
  readonly save: (record: TranslationRecord) => Promise<unknown>
}

export interface FollowedTranslations {
  readonly store: StoreApi<{ readonly record: TranslationRecord }>
  /** Begins to look at what is written. @returns ends it, and keeps what is known */
  readonly start: () => () => void
  /** Somebody looked at these translations: they hold for what their sources say now. */
  readonly confirm: (texts: readonly DocumentText[], to: string) => void
  /** Puts another record in its place, as after a file was taken. */
  readonly change: (next: (record: TranslationRecord) => TranslationRecord) => void
}

/** Milliseconds after the last change before it is noted, and before that lies on the disk. */
const NOTED = 700
const SAVED = 2000

/** @param host keeps what is known beside the document */
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
    void host.save(record).catch(() => {
      // It goes with the next change, or is found again by what the texts say.
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
  return {
    store,
    change,
    confirm: (texts, to) => change((record) => confirmWordings(record, texts, to)),
    start: () => {
      let running = true
      const begin = (kept: unknown) => {
        if (!running) return
        ready = true
        store.setState({ record: readRecord(kept) })
        saved = store.getState().record
        // What it said when it was opened was written for what stood beside it then.
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
