import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const TEXTS = path.join(__dirname, '../../src/texts')

/** Words for which two languages have one word each, whatever area of the interface they stand in. */
const TERMS: readonly (readonly [en: RegExp, fr: RegExp])[] = [
  [/\bcertificates?\b/i, /\bcertificats?\b/i],
  [/\bcredentials?\b/i, /\battestations?\b/i],
]

const read = (locale: string, area: string) =>
  JSON.parse(readFileSync(path.join(TEXTS, locale, area), 'utf8')) as Record<string, string>

/** Returns a text without the names of its placeholders, which are English in every language. */
const words = (text: string) => text.replaceAll(/\{\s*\w+/g, '{')

it('a certificate and a credential have the same French words everywhere, the command line included', () => {
  const areas = readdirSync(path.join(TEXTS, 'en')).filter((name) => name.endsWith('.json'))
  const texts = areas.flatMap((area) => {
    const french = read('fr', area)
    return Object.entries(read('en', area)).map(([key, text]) => ({
      key: `${area} ${key}`,
      en: words(text),
      fr: words(french[key] ?? ''),
    }))
  })
  for (const [en, fr] of TERMS) {
    expect(texts.filter((text) => en.test(text.en) && fr.test(text.fr)).length).toBeGreaterThan(15)
    // A text may say “it” in one language alone, but never the word for something else.
    const wrong = texts.filter((text) => fr.test(text.fr) && !en.test(text.en))
    expect(wrong).toEqual([])
  }
})
