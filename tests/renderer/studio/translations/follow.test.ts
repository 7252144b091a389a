import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { documentTexts } from '../../../../src/domain/authoring/document-texts'
import { translationRows } from '../../../../src/domain/translation/rows'
import {
  confirmWordings,
  joinRecords,
  type TranslationRecord,
} from '../../../../src/domain/translation/wordings'
import { openDocument } from '../../../../src/renderer/studio/document-store'
import type { OpenDocument } from '../../../../src/renderer/studio/open-document'
import { followTranslations } from '../../../../src/renderer/studio/translations/follow'

const TEXT = readFileSync('scenarios/telegram-bribe.scenario.json', 'utf8')
const HASH = 'a'.repeat(64)

function opened(readOnly = false): OpenDocument {
  const draft = {
    outcome: 'opened',
    kind: 'scenario',
    id: 'telegram-bribe',
    origin: 'own',
    readOnly,
    text: TEXT,
    hash: HASH,
    journal: { base: { text: TEXT, hash: HASH }, entries: [] },
  } as unknown as Parameters<typeof openDocument>[0]
  let n = 0
  return openDocument(draft, {
    append: async ({ entries }) => ({ outcome: 'taken', n: (n += entries.length) }),
    checkpoint: async () => ({ outcome: 'saved', hash: HASH }),
    close: async () => null,
    keepCopy: async () => null,
  })
}

/** Makes a record beside the document, as any computer finds it. */
function beside() {
  const kept = { record: {} as TranslationRecord, saves: 0 }
  return {
    kept,
    host: {
      read: async () => JSON.parse(JSON.stringify(kept.record)) as unknown,
      save: async (record: TranslationRecord, guessed: TranslationRecord) => {
        kept.record = joinRecords(joinRecords(guessed, kept.record), record)
        kept.saves += 1
      },
    },
  }
}
const retitle = (open: OpenDocument, language: string, words: string) =>
  open.edit({ code: 'text' }, (document) => {
    ;(document['title'] as Record<string, string>)[language] = words
  })
const marks = (open: OpenDocument, record: TranslationRecord) =>
  translationRows(documentTexts('scenario', open.store.getState().draft.value), 'en', 'fr', record)[0]!.marks

describe('what is known of translations', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('finds a translation outdated when its source changes, at the next opening too, and good when it is said so', async () => {
    const { host, kept } = beside()
    const first = opened()
    const followed = followTranslations(first, host)
    // Changes before the record was read count as well.
    const stop = followed.start()
    retitle(first, 'en', 'Another title')
    await vi.advanceTimersByTimeAsync(5000)
    expect(marks(first, followed.store.getState().record)).toEqual(['outdated'])
    expect(kept.saves).toBe(1)
    stop()
    const again = opened()
    retitle(again, 'en', 'Another title')
    const later = followTranslations(again, host)
    const stopLater = later.start()
    await vi.advanceTimersByTimeAsync(5000)
    expect(marks(again, later.store.getState().record)).toEqual(['outdated'])
    later.confirm(documentTexts('scenario', again.store.getState().draft.value).slice(0, 1), 'fr')
    expect(marks(again, later.store.getState().record)).toEqual([])
    stopLater()
    await vi.advanceTimersByTimeAsync(10)
    expect(marks(again, kept.record)).toEqual([])
    expect(first.textNow()).not.toContain('outdated')
  })

  it('asks again for a record that could not be read, and has lost nothing', async () => {
    const { host, kept } = beside()
    let refused = 1
    const open = opened()
    const followed = followTranslations(open, {
      ...host,
      read: async () => {
        if ((refused -= 1) >= 0) throw new Error('The folder does not answer.')
        return host.read()
      },
    })
    const stop = followed.start()
    await vi.advanceTimersByTimeAsync(1000)
    retitle(open, 'en', 'Another title')
    await vi.advanceTimersByTimeAsync(5000)
    expect(marks(open, followed.store.getState().record)).toEqual(['outdated'])
    expect(kept.saves).toBe(1)
    stop()
  })

  it('takes back with an undo what came of the change', async () => {
    const { host } = beside()
    const open = opened()
    const followed = followTranslations(open, host)
    followed.start()
    await vi.advanceTimersByTimeAsync(10)
    retitle(open, 'en', 'Another title')
    await vi.advanceTimersByTimeAsync(1000)
    expect(marks(open, followed.store.getState().record)).toEqual(['outdated'])
    open.undo()
    expect(marks(open, followed.store.getState().record)).toEqual([])
  })

  it('sees what another computer confirmed meanwhile, and takes nothing of it away', async () => {
    const { host, kept } = beside()
    const open = opened()
    const followed = followTranslations(open, host)
    const stop = followed.start()
    await vi.advanceTimersByTimeAsync(10)
    retitle(open, 'en', 'Another title')
    await vi.advanceTimersByTimeAsync(5000)
    expect(marks(open, followed.store.getState().record)).toEqual(['outdated'])
    const [title] = documentTexts('scenario', open.store.getState().draft.value)
    kept.record = confirmWordings(kept.record, [title!], 'fr')
    followed.look()
    await vi.advanceTimersByTimeAsync(10)
    expect(marks(open, followed.store.getState().record)).toEqual([])
    retitle(open, 'fr', 'Un autre titre')
    stop()
    await vi.advanceTimersByTimeAsync(10)
    open.undo()
    expect(marks(open, kept.record)).toEqual([])
  })

  it('does not overwrite a confirmation of which it has not heard', async () => {
    const { host, kept } = beside()
    const open = opened()
    const followed = followTranslations(open, host)
    followed.start()
    await vi.advanceTimersByTimeAsync(10)
    retitle(open, 'en', 'Another title')
    await vi.advanceTimersByTimeAsync(5000)
    const [title, other] = documentTexts('scenario', open.store.getState().draft.value)
    kept.record = confirmWordings(kept.record, [title!], 'fr')
    followed.confirm([other!], 'fr')
    await vi.advanceTimersByTimeAsync(5000)
    expect(marks(open, kept.record)).toEqual([])
  })

  it('keeps nothing of what can only be read', async () => {
    const { host, kept } = beside()
    const followed = followTranslations(opened(true), host)
    const stop = followed.start()
    await vi.advanceTimersByTimeAsync(5000)
    stop()
    expect(kept.saves).toBe(0)
  })
})
