import { fileURLToPath } from 'node:url'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import en from '../../src/texts/en/app.json'
import fr from '../../src/texts/fr/app.json'
import { areasIn, messagesOf } from '../../build/texts'
import { pick } from '../../src/renderer/i18n/text'
import { translator, typeset } from '../../src/texts/translate'

/** Returns the arguments of a message, including those in plural and select branches. */
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

type Dictionary = Readonly<Record<string, string>>

/** Every area of the texts. */
const folder = fileURLToPath(new URL('../../src/texts', import.meta.url))
const areas = areasIn(folder, 'en').map((area) => ({
  area,
  en: messagesOf(folder, 'en', area) as Dictionary,
  fr: messagesOf(folder, 'fr', area) as Dictionary,
}))

/** Words that are spelled the same in English and French. */
const SHARED: ReadonlySet<string> = new Set([
  '{count, plural, one {# contact} other {# contacts}}',
  'PDF',
  'Excel',
  'badge (PNG)',
  'Actions',
  'badge-{mark}',
  '{mark}',
  'hold-the-line',
  'Bundles',
  'Sources',
  'Hold the Line',
  'Contacts',
  'Total',
  'Type',
  'Format',
  'E-mail',
  '{channel} · {minutes, number} min',
  'English',
  'Mail',
  'Français',
  'Pages',
  'Score',
  'Organisation',
  'Logo',
  'Hold the Line, version {version}',
  'Pause',
  'Secret',
  'Conversation',
  'Notes',
  'Points',
  'Intimidation',
  'Audit',
  'Code',
  'Site',
  'JSON Lines',
  'Studio',
  'Document',
  'Documents',
  'Version',
  'Version {number, number}',
  'Source',
  'Condition',
  'Version {version}, {date}',
  'Script',
  '{title} · version {version} · {hash} · {date}',
  'Ctrl',
  'Guide',
  'Minutes',
  'Date',
  'points',
  'mail',
])

describe.each(areas)('texts of $area', ({ area, ...words }) => {
  const inEnglish = words.en
  const inFrench = words.fr
  const keys = Object.keys(inEnglish)

  it('has the same keys in both languages, and no empty text', () => {
    expect(Object.keys(inFrench).sort()).toEqual([...keys].sort())
    expect(keys.filter((key) => inEnglish[key]!.trim() === '' || inFrench[key]!.trim() === '')).toEqual([])
  })

  it('asks for the same values in both languages', () => {
    const different = keys.filter((key) => namesIn(inEnglish[key]!).join() !== namesIn(inFrench[key]!).join())
    expect(different).toEqual([])
  })

  it('uses typographic apostrophes and no straight quotation marks', () => {
    // Sentences about files show the signs that stand in those files.
    if (area === 'issues') return
    const straight = keys.filter((key) => /['"]/.test(inEnglish[key]!) || /['"]/.test(inFrench[key]!))
    expect(straight).toEqual([])
  })

  it('is translated: only words that both languages share are the same', () => {
    const same = keys
      .map((key) => inEnglish[key]!)
      .filter((text, i) => text === inFrench[keys[i]!] && /[a-z]{3}/.test(text.replace(/\{[^}]*\}/g, '')))
    expect([...new Set(same)].filter((text) => !SHARED.has(text))).toEqual([])
  })
})

describe('translator', () => {
  it('fills in values and follows the plural of the language', () => {
    const inEnglish = translator<'app'>(en, 'en')
    const inFrench = translator<'app'>(fr, 'fr')
    expect(inEnglish('learn.minutes-left', { minutes: 1 })).toBe('about 1 minute left')
    expect(inEnglish('learn.minutes-left', { minutes: 12 })).toBe('about 12 minutes left')
    expect(inFrench('learn.minutes-left', { minutes: 0 })).toBe('encore 0 minute environ')
    expect(inFrench('learn.minutes-left', { minutes: 2 })).toBe('encore 2 minutes environ')
  })

  it('says the pass rule without naming a share of nothing', () => {
    const t = translator<'app'>(en, 'en')
    const values = { hits: '80%', share: '25%' }
    expect(t('learn.pass-rule', { ...values, alarms: 'none' })).toContain('turn no genuine contact away')
    expect(t('learn.pass-rule', { ...values, alarms: 'some' })).toContain(
      'turn away at most 25% of the genuine contacts',
    )
  })

  it('keeps French punctuation on the line of its word', () => {
    expect(typeset('Quoi ? « Oui » : 5 %', 'fr-CA')).toBe('Quoi\u00a0? «\u00a0Oui\u00a0»\u00a0: 5\u00a0%')
    expect(typeset('{share, number, ::percent .#}', 'fr')).toBe('{share, number, ::percent .#}')
    expect(translator<'app'>(fr, 'fr')('app.broken.details')).toMatch(/\u00a0:$/)
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
