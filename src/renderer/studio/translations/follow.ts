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
import type { DocumentState, OpenDocument } from '../open-document'

/** Reads and stores the record. Each call throws when it is not answered. */
export interface RecordHost {
  readonly read: () => Promise<unknown>
  /**
   * @param record what was written or confirmed here
   * @param guessed what counts only for wordings of which nothing is stored
   */
  readonly save: (record: TranslationRecord, guessed: TranslationRecord) => Promise<unknown>
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
  /** What was written or confirmed here and is not stored yet. It counts before what is stored. */
  let own: TranslationRecord = {}
  /**
   * Wordings that came from elsewhere, as if they had been written for what stood beside them here. Whoever wrote them
   * knows better and may be about to store it, so a guess counts only where nothing is stored.
   */
  let guessed: TranslationRecord = {}
  /** Documents to be noted as soon as the record was read. */
  const early: (() => void)[] = []
  /** Asks for the record that could not be read yet. Nothing is noted before it is there. */
  let ask = () => {}
  let [noting, saving]: (ReturnType<typeof setTimeout> | undefined)[] = []
  let asked: Promise<unknown> = Promise.resolve()

  /** Asks the host one thing at a time, so that no answer is older than what was stored before it came. */
  const inTurn = <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = asked.then(ask)
    asked = answer.catch(() => undefined)
    return answer
  }
  const save = () => {
    clearTimeout(saving)
    if (readOnly || !ready || (isEmpty(own) && isEmpty(guessed))) return
    void inTurn(async () => {
      const [sent, guesses] = [own, guessed]
      if (isEmpty(sent) && isEmpty(guesses)) return
      await host.save(sent, guesses)
      own = addedTo(sent, own)
      guessed = addedTo(guesses, guessed)
      // What fails is saved with the next change. If that never comes, it is found again from the texts.
    }).catch(() => undefined)
  }
  const set = (record: TranslationRecord, as: 'own' | 'guessed') => {
    const before = store.getState().record
    if (record === before) return
    const added = addedTo(before, record)
    if (as === 'own') own = joinRecords(own, added)
    else guessed = joinRecords(guessed, added)
    store.setState({ record })
    clearTimeout(saving)
    saving = setTimeout(save, SAVED)
  }
  const note = (document: unknown, as: 'own' | 'guessed' = 'own') => {
    if (document === noted) return
    noted = document
    set(noteWordings(store.getState().record, documentTexts(kind, document)), as)
  }
  const change: FollowedTranslations['change'] = (next) => {
    note(value())
    set(next(store.getState().record), 'own')
  }
  const take = (kept: unknown) => {
    const { record } = store.getState()
    const next = joinRecords(joinRecords(record, readRecord(kept)), own)
    if (!isEmpty(addedTo(record, next))) store.setState({ record: next })
  }
  const look = () => {
    if (ready) void inTurn(host.read).then(take, () => undefined)
    else ask()
  }
  return {
    store,
    change,
    look,
    confirm: (texts, to) => {
      change((record) => confirmWordings(record, texts, to))
      // Also where it says nothing new: what was a guess is known from here on.
      own = joinRecords(own, confirmWordings({}, texts, to))
    },
    start: () => {
      let running = true
      const begin = (kept: unknown) => {
        if (!running) return
        ready = true
        store.setState({ record: readRecord(kept) })
        // Translations in the document as it was opened belong to the source texts that stood beside them then.
        note(first, 'guessed')
        early.splice(0).forEach((noteIt) => noteIt())
        note(value())
      }
      ask = () => {
        if (!ready)
          void inTurn(host.read).then(
            (kept) => ready || begin(kept),
            () => undefined,
          )
      }
      ask()
      const stop = open.store.subscribe((state, before) => {
        clearTimeout(noting)
        if (isFromElsewhere(open, state, before)) {
          const both = () => {
            note(before.draft.value)
            note(state.draft.value, 'guessed')
          }
          if (ready) both()
          else early.push(both)
        } else noting = setTimeout(() => (ready ? note(value()) : ask()), NOTED)
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

/** Returns true if a change of the document took in what another window, computer or program wrote. */
function isFromElsewhere({ acts }: OpenDocument, state: DocumentState, before: DocumentState): boolean {
  if (state.draft === before.draft) return false
  if (state.joined && state.joined !== before.joined) return true
  const last = acts().at(-1)
  return last?.kind === 'edit' && last.label.code.startsWith('joined')
}
