import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { documentTexts } from '../../../../src/domain/authoring/document-texts'
import { isOutdated, joinRecords, type TranslationRecord } from '../../../../src/domain/translation/wordings'
import { openDocument } from '../../../../src/renderer/studio/document-store'
import type { OpenDocument } from '../../../../src/renderer/studio/open-document'
import { followTranslations } from '../../../../src/renderer/studio/translations/follow'
import { farDisk, opened } from '../far-disk'

/** Keeps the record of translations far away, as main does. */
function farRecord(delay: () => number) {
  const kept = { record: {} as TranslationRecord }
  const way = () => new Promise((resolve) => setTimeout(resolve, delay()))
  return {
    kept,
    host: {
      read: async () => {
        await way()
        const { record } = kept
        await way()
        return JSON.parse(JSON.stringify(record)) as unknown
      },
      save: async (record: TranslationRecord, guessed: TranslationRecord) => {
        await way()
        kept.record = joinRecords(joinRecords(guessed, kept.record), record)
        await way()
      },
    },
  }
}

const titleOf = (open: OpenDocument) => documentTexts('scenario', open.store.getState().draft.value)[0]!
const retitle = (open: OpenDocument, language: string, words: string) =>
  open.edit({ code: 'text' }, (document) => {
    ;(document['title'] as Record<string, string>)[language] = words
  })

function twoComputers(delay: () => number) {
  const disk = farDisk(delay)
  const { kept, host } = farRecord(delay)
  const computer = () => {
    const open = openDocument(opened, disk.host)
    const followed = followTranslations(open, host)
    const stop = followed.start()
    const isStale = () => isOutdated(followed.store.getState().record, titleOf(open), 'en', 'fr')
    const look = () => {
      open.look()
      followed.look()
    }
    return { open, followed, stop, isStale, look }
  }
  return { author: computer(), translator: computer(), kept }
}

describe('what is known of translations on two computers', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each([
    ['the translator stores first', 300, 0],
    ['the author stores first', 0, 300],
    ['both store at once', 0, 0],
  ])('finds a translation outdated whose source changed while it was written, where %s', async (_, a, t) => {
    const { author, translator, kept } = twoComputers(() => 20)
    await vi.advanceTimersByTimeAsync(1000)
    setTimeout(() => retitle(author.open, 'en', 'Another title'), a)
    setTimeout(() => retitle(translator.open, 'fr', 'Un titre'), t)
    for (let i = 0; i < 8; i++) {
      await vi.advanceTimersByTimeAsync(1000)
      author.look()
      translator.look()
    }
    await vi.advanceTimersByTimeAsync(1000)
    for (const { open } of [author, translator])
      expect(titleOf(open).words).toMatchObject({ en: 'Another title', fr: 'Un titre' })
    expect(isOutdated(kept.record, titleOf(author.open), 'en', 'fr')).toBe(true)
    expect([author.isStale(), translator.isStale()]).toEqual([true, true])
  })

  it('knows of each translation for which words it was written or confirmed, whoever stores it when', async () => {
    let outdated = 0
    const acts = fc.array(
      fc.record({
        act: fc.constantFrom('source', 'translation', 'confirm', 'author looks', 'translator looks'),
        after: fc.nat({ max: 1500 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(acts, fc.array(fc.nat({ max: 150 }), { minLength: 1 }), async (list, delays) => {
        let asked = 0
        const { author, translator, kept } = twoComputers(() => delays[asked++ % delays.length]!)
        await vi.advanceTimersByTimeAsync(2000)
        let madeFor = titleOf(translator.open).words!['en']
        for (const [i, { act, after }] of list.entries()) {
          if (act === 'source') retitle(author.open, 'en', `Title ${i}`)
          else if (act === 'author looks') author.look()
          else if (act === 'translator looks') translator.look()
          else {
            if (act === 'translation') retitle(translator.open, 'fr', `Titre ${i}`)
            else translator.followed.confirm([titleOf(translator.open)], 'fr')
            madeFor = titleOf(translator.open).words!['en']
          }
          await vi.advanceTimersByTimeAsync(after)
        }
        author.stop()
        translator.stop()
        for (const { open } of [author, translator]) {
          await vi.advanceTimersByTimeAsync(5000)
          open.look()
        }
        await vi.advanceTimersByTimeAsync(5000)
        const title = titleOf(translator.open)
        expect(titleOf(author.open).words).toEqual(title.words)
        const isLate = title.words!['en'] !== madeFor
        if (isLate) outdated += 1
        expect(isOutdated(kept.record, title, 'en', 'fr')).toBe(isLate)
      }),
      { numRuns: 60 },
    )
    expect(outdated).toBeGreaterThan(10)
  })
})
