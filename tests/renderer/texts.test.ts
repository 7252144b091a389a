import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/renderer/i18n/en'
import { fr } from '../../src/renderer/i18n/fr'
import { frenchSpaces, pick, translator } from '../../src/renderer/i18n/text'

/** The arguments of a message, with those inside plural and select branches. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.tag) return argumentsOf(element.children)
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element.value, ...Object.values(element.options).flatMap((option) => argumentsOf(option.value))]
    }
    return [element.value]
  })
}
const namesIn = (message: string) => [...new Set(argumentsOf(parse(message)))].sort()

describe('texts', () => {
  const keys = Object.keys(en) as (keyof typeof en)[]

  it('has the same keys in both languages, and no empty text', () => {
    expect(Object.keys(fr).sort()).toEqual([...keys].sort())
    expect(keys.filter((key) => en[key].trim() === '' || fr[key].trim() === '')).toEqual([])
  })

  it('asks for the same values in both languages', () => {
    const different = keys.filter((key) => namesIn(en[key]).join() !== namesIn(fr[key]).join())
    expect(different).toEqual([])
  })

  it('uses typographic apostrophes and no straight quotation marks', () => {
    const straight = keys.filter((key) => /['"]/.test(en[key]) || /['"]/.test(fr[key]))
    expect(straight).toEqual([])
  })

  it('is translated: only words that both languages share are the same', () => {
    const same = keys.filter(
      (key) => en[key] === fr[key] && /[a-z]{3}/.test(en[key].replace(/\{[^}]*\}/g, '')),
    )
    expect(same.sort()).toEqual([
      'app.name',
      'language.en',
      'language.fr',
      'learn.state.open',
      'records.col.score',
      'records.pages',
      'settings.organisation',
      'settings.version',
      'start.organisation',
    ])
  })
})

describe('translator', () => {
  it('fills in values and follows the plural of the language', () => {
    const inEnglish = translator(en, 'en')
    const inFrench = translator(fr, 'fr')
    expect(inEnglish('learn.minutes-left', { minutes: 1 })).toBe('about 1 minute left')
    expect(inEnglish('learn.minutes-left', { minutes: 12 })).toBe('about 12 minutes left')
    expect(inFrench('learn.minutes-left', { minutes: 0 })).toBe('encore 0 minute environ')
    expect(inFrench('learn.minutes-left', { minutes: 2 })).toBe('encore 2 minutes environ')
  })

  it('says the pass rule without naming a share of nothing', () => {
    const t = translator(en, 'en')
    const values = { hits: '80%', share: '25%' }
    expect(t('learn.pass-rule', { ...values, alarms: 'none' })).toContain('turn no genuine contact away')
    expect(t('learn.pass-rule', { ...values, alarms: 'some' })).toContain(
      'turn away 25% of the genuine contacts',
    )
  })

  it('keeps French punctuation on the line of its word', () => {
    expect(frenchSpaces('Quoi ? « Oui » : 5 %')).toBe('Quoi\u00a0? «\u00a0Oui\u00a0»\u00a0: 5\u00a0%')
    expect(translator(fr, 'fr')('app.broken.details')).toMatch(/\u00a0:$/)
  })
})

describe('pick', () => {
  it('takes the locale, then English, then whatever there is', () => {
    expect(pick({ en: 'Hello', fr: 'Bonjour' }, 'fr')).toBe('Bonjour')
    expect(pick({ en: 'Hello', hi: 'नमस्ते' }, 'fr')).toBe('Hello')
    expect(pick({ hi: 'नमस्ते' }, 'fr')).toBe('नमस्ते')
    expect(pick({}, 'fr')).toBe('')
  })
})
