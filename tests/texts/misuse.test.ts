/** Texts can't be misused: `npm run check:types` fails if one of the mistakes below is no error any more. */
import { beforeAll, describe, expect, it } from 'vitest'
import { LOCALES, READ, type Area, type Words } from '../../src/texts/generated'
import { loadTexts, type PlainKey, type Translate } from '../../src/texts/translate'

let t: Translate<'app'>
beforeAll(async () => {
  t = await loadTexts('en', 'app')
})

describe('types find', () => {
  it('a text that there is not', () => {
    // @ts-expect-error -- misspelt
    expect(() => t('app.cancle')).toThrow()
    // @ts-expect-error -- of another area
    expect(() => t('bar.apply')).toThrow()
    // @ts-expect-error -- there is no such area
    const area: Area = 'ap'
    expect(area in READ.en).toBe(false)
  })

  it('a value that is missing, and one that nothing needs', () => {
    expect(t('learn.progress', { done: 1, all: 2 })).toMatch(/1.*2/)
    // @ts-expect-error -- both values are missing
    expect(() => t('learn.progress')).toThrow()
    // @ts-expect-error -- one value is missing
    expect(() => t('learn.progress', { done: 1 })).toThrow()
    // @ts-expect-error -- one value too many
    expect(t('learn.progress', { done: 1, all: 2, left: 1 })).toMatch(/1.*2/)
    // @ts-expect-error -- this text needs none
    expect(t('app.cancel', { name: 'Priya' })).toBe(t('app.cancel'))
  })

  it('a value of another type', () => {
    // @ts-expect-error -- what is counted is a number
    expect(t('learn.progress', { done: 'one', all: 2 })).toContain('one')
    // @ts-expect-error -- what is shown is a word or a number
    expect(t('learn.about', { channel: true, minutes: 5 })).toContain('true')
  })

  it('a key out of several of which one needs values', () => {
    const plain: PlainKey<'app'> = 'app.cancel'
    // @ts-expect-error -- needs values
    const needing: PlainKey<'app'> = 'learn.progress'
    expect([t(plain), t.has(needing)]).toEqual([expect.any(String), true])
  })

  it('a language that lacks a text', () => {
    // @ts-expect-error -- all texts but one
    const lacking: Words<'app'> = {} as Omit<Words<'app'>, 'app.cancel'>
    expect(lacking).toEqual({})
    expect(Object.keys(READ)).toEqual([...LOCALES])
  })
})
