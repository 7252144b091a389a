import { describe, expect, it } from 'vitest'
import { wordsIn } from '../../../src/renderer/studio/new-words'
import en from '../../../src/texts/en/studio.json'
import fr from '../../../src/texts/fr/studio.json'

describe('what a new scene is called', () => {
  const known = { en: (key: keyof typeof en) => en[key], fr: (key: keyof typeof fr) => fr[key] }

  it('is said in the words of each language of the document', () => {
    expect(wordsIn(['fr', 'en'], 'outline.new-scene', known)).toEqual({
      fr: 'Nouvelle scène',
      en: 'New scene',
    })
  })

  it('is to be written in a language that the program does not speak', () => {
    expect(wordsIn(['de', 'constructor', 'fr'], 'outline.new-ending', known)).toEqual({
      de: '…',
      constructor: '…',
      fr: fr['outline.new-ending'],
    })
  })
})
