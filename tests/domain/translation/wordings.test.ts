import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentTexts, type DocumentText } from '../../../src/domain/authoring/document-texts'
import { planTaking, recordAfter } from '../../../src/domain/translation/take-texts'
import { putTexts } from '../../../src/domain/translation/put-texts'
import { translationRows } from '../../../src/domain/translation/rows'
import {
  confirmWordings,
  isOutdated,
  joinRecords,
  noteWordings,
  readRecord,
  type TranslationRecord,
} from '../../../src/domain/translation/wordings'
import { documents, exported, FORMATS, whole } from './files'

const text = (words: Readonly<Record<string, string>>, id = 'title'): DocumentText => ({
  id,
  path: [id],
  name: id,
  words,
  plain: undefined,
  scene: undefined,
  speaker: undefined,
  channel: undefined,
})
const noted = (...states: Readonly<Record<string, string>>[]): TranslationRecord =>
  states.reduce((record, words) => noteWordings(record, [text(words)]), {} as TranslationRecord)

describe('an outdated translation', () => {
  const [hello, hallo] = [
    { en: 'Hello', fr: 'Bonjour' },
    { en: 'Hallo', fr: 'Bonjour' },
  ]

  it('is one whose source was changed afterwards, whichever language is the source', () => {
    const record = noted(hello, hallo)
    expect(isOutdated(record, text(hallo), 'en', 'fr')).toBe(true)
    expect(isOutdated(record, text(hallo), 'fr', 'en')).toBe(false)
    expect(isOutdated(noted(hello), text(hello), 'en', 'fr')).toBe(false)
  })

  it('is none once it was written anew, or somebody said that it holds', () => {
    const anew = { en: 'Hallo', fr: 'Salut' }
    expect(isOutdated(noted(hello, hallo, anew), text(anew), 'en', 'fr')).toBe(false)
    const confirmed = confirmWordings(noted(hello, hallo), [text(hallo)], 'fr')
    expect(isOutdated(confirmed, text(hallo), 'en', 'fr')).toBe(false)
    const further = { en: 'Howdy', fr: 'Bonjour' }
    expect(isOutdated(noteWordings(confirmed, [text(further)]), text(further), 'en', 'fr')).toBe(true)
  })

  it('is what it was when something is undone', () => {
    const anew = { en: 'Hallo', fr: 'Salut' }
    const record = noted(hello, hallo, anew, hallo)
    expect(isOutdated(record, text(hallo), 'en', 'fr')).toBe(true)
    expect(isOutdated(noteWordings(record, [text(hello)]), text(hello), 'en', 'fr')).toBe(false)
  })

  it('stays one after its scene was renamed', () => {
    const record = noteWordings(noted(hello, hallo), [text(hallo, 'headline')])
    expect(isOutdated(record, text(hallo, 'headline'), 'en', 'fr')).toBe(true)
  })

  it('survives the disk, another computer, and damage elsewhere in the file', () => {
    const kept = readRecord(
      JSON.parse(JSON.stringify({ ...noted(hello, hallo), broken: 3, worse: { fr: [1] } })),
    )
    expect(isOutdated(kept, text(hallo), 'en', 'fr')).toBe(true)
    const other = noteWordings({}, [text({ en: 'A', fr: 'B' }, 'summary')])
    const joined = joinRecords(kept, other)
    expect(isOutdated(joined, text(hallo), 'en', 'fr')).toBe(true)
    expect(isOutdated(joined, text({ en: 'C', fr: 'B' }, 'summary'), 'en', 'fr')).toBe(true)
    for (const value of [null, 3, 'x', [], { a: null }, { a: { b: { c: 1 } } }])
      expect(() => readRecord(value)).not.toThrow()
  })

  it('depends on the last wording of each language alone, whatever was written on the way', () => {
    const words = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('en', 'fr'), words), { minLength: 1, maxLength: 8 }),
        (edits) => {
          let now: Record<string, string> = { en: 'a', fr: 'x' }
          let record = noted(now)
          const made = new Map([['x', 'a']])
          for (const [language, said] of edits) {
            const own = language === 'fr' ? `fr ${said}` : said
            now = { ...now, [language]: own }
            if (language === 'fr' && !made.has(own)) made.set(own, now['en']!)
            record = noteWordings(record, [text(now)])
          }
          expect(isOutdated(record, text(now), 'en', 'fr')).toBe(made.get(now['fr']!) !== now['en'])
        },
      ),
    )
  })

  it('comes back from a translator who left it as good, and stays where they want it looked at', () => {
    const document = documents.find(({ id }) => id === 'airport-call')!
    let record = noteWordings({}, documentTexts('scenario', document.value))
    const value = structuredClone(document.value)
    value.title.en = 'Another title'
    record = noteWordings(record, documentTexts('scenario', value))
    const later = { ...document, value }
    const file = exported(later, 'en', 'fr', record)
    const title = () => translationRows(documentTexts('scenario', value), 'en', 'fr', record)[0]!.marks
    expect(file.units[0]).toMatchObject({ id: 'title', state: 'needs-review-translation' })
    expect(title()).toEqual(['outdated'])
    const back = whole(FORMATS.xliff.read(whole(FORMATS.xliff.write(file))))
    const take = (state: 'translated' | 'needs-review-translation') => {
      const units = back.units.map((unit) => (unit.id === 'title' ? { ...unit, state } : unit))
      const plan = whole(planTaking(later, { ...back, units }, record))
      const after = documentTexts('scenario', putTexts(value, plan))
      return translationRows(after, 'en', 'fr', recordAfter(record, after, plan))[0]!.marks
    }
    expect(take('needs-review-translation')).toEqual(['outdated'])
    expect(take('translated')).toEqual([])
  })
})
