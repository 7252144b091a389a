import { describe, expect, it } from 'vitest'
import { voiceFor } from '../../../src/renderer/player/speech'

const voice = (lang: string, more: { localService?: boolean; default?: boolean } = {}) => ({
  lang,
  localService: true,
  default: false,
  ...more,
})
const american = voice('en-US', { default: true })
const british = voice('en_GB')
const french = voice('fr-FR')

describe('voiceFor', () => {
  it('takes the accent that the scenario wants where the words are in its language', () => {
    expect(voiceFor([american, british, french], 'en', 'en-GB')).toBe(british)
    expect(voiceFor([american, french], 'en', 'en-GB')).toBe(american)
  })

  it('goes by the language of the words, whatever accent the scenario wants', () => {
    expect(voiceFor([american, british, french], 'fr', 'en-GB')).toBe(french)
    expect(voiceFor([french, american], 'en', 'fr-FR')).toBe(american)
  })

  it('says nothing rather than with a voice of another language, or with one elsewhere', () => {
    expect(voiceFor([french], 'en', 'en-GB')).toBeUndefined()
    expect(voiceFor([], 'en', undefined)).toBeUndefined()
    expect(voiceFor([voice('en-GB', { localService: false })], 'en', 'en-GB')).toBeUndefined()
    expect(voiceFor([voice('eng-GB')], 'en', undefined)).toBeUndefined()
  })
})
