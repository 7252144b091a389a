import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import { documentTexts } from '../../../src/domain/authoring/document-texts'
import { put } from '../../../src/renderer/studio/acts'
import { at } from '../../../src/renderer/studio/outline'
import { findTexts, replaced } from '../../../src/renderer/studio/search-texts'

const NAMES = readdirSync('scenarios').filter((name) => name.endsWith('.scenario.json'))
const SHIPPED = NAMES.map(
  (name) => JSON.parse(readFileSync(join('scenarios', name), 'utf8')) as Record<string, unknown>,
)
const titled = (en: string, fr = en) => ({ id: 'a', title: { en, fr }, machine: { states: {} } })
const find = (text: string, sought: string, { words = false, letters = false } = {}) =>
  findTexts('scenario', titled(text, '—'), { text: sought, words, letters }).map((one) => replaced(one, 'X'))

describe('words in all texts', () => {
  it('are found as letters or as whole words, with capital letters alike or not', () => {
    expect(find('A Badge, a badger.', 'badge')).toEqual(['A X, a Xr.'])
    expect(find('A Badge, a badger.', 'badge', { words: true })).toEqual(['A X, a badger.'])
    expect(find('A Badge, a badger.', 'badge', { letters: true })).toEqual(['A Badge, a Xr.'])
    expect(find('A Badge, a badger.', 'badge', { words: true, letters: true })).toEqual([])
    expect(find('Été, étés, cafetière', 'été', { words: true })).toEqual(['X, étés, cafetière'])
    expect(find('100 % (sure?)', '(sure?)', { words: true })).toEqual(['100 % X'])
    expect(find('anything', '')).toEqual([])
  })

  const SIGNS = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).filter(
    (sign) => !/[a-z0-9]/i.test(sign),
  )
  it.each(SIGNS)('are found with the sign %j among them', (sign) => {
    for (const words of [false, true]) {
      expect(find(`An e${sign}mail, an e0mail.`, `e${sign}mail`, { words })).toEqual(['An X, an e0mail.'])
    }
    expect(find(`1${sign}2`, sign)).toEqual(['1X2'])
  })

  it('what is put in their place is taken letter for letter', () => {
    const [one] = findTexts('scenario', titled('a.b', '—'), { text: '.', words: false, letters: false })
    expect(replaced(one!, '$&$1')).toBe('a$&$1b')
  })

  it('change nothing but texts, in every document and language', () => {
    const letters = fc.stringMatching(/^[a-zéè' .?]{1,3}$/)
    fc.assert(
      fc.property(fc.nat(), letters, fc.boolean(), fc.boolean(), (which, text, words, capital) => {
        const document = SHIPPED[which % SHIPPED.length]!
        const found = findTexts('scenario', document, { text, words, letters: capital })
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
        const after = create(document, (next) => {
          for (const one of found) put(next, one.path, replaced(one, 'ZZZ'))
        })
        const places = new Set(
          documentTexts('scenario', document).flatMap(({ path, words: said }) =>
            said ? Object.keys(said).map((language) => [...path, language].join('/')) : [path.join('/')],
          ),
        )
        const changed: string[] = []
        const look = (a: unknown, b: unknown, path: readonly string[]): void => {
          if (Object.is(a, b)) return
          if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
            changed.push(path.join('/'))
            return
          }
          expect(Object.keys(b)).toEqual(Object.keys(a))
          for (const key of Object.keys(a)) {
            look((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], [...path, key])
          }
        }
        look(document, after, [])
        expect(changed.toSorted()).toEqual(found.map(({ path }) => path.join('/')).toSorted())
        for (const place of changed) expect(places).toContain(place)
        for (const one of found) expect(at(document, one.path)).toBe(one.before)
      }),
      { numRuns: 60 },
    )
  })
})
