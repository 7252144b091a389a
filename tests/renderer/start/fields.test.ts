import { describe, expect, it } from 'vitest'
import signInEn from '../../../src/texts/en/sign-in.json'
import en from '../../../src/texts/en/app.json'
import { translator } from '../../../src/texts/translate'
import { faultOf, FIELDS, type FieldName, type FieldValues } from '../../../src/renderer/start/fields'

const words = { t: translator<'app'>(en, 'en'), a: translator<'sign-in'>(signInEn, 'en') }
const empty = Object.fromEntries(FIELDS.map((name) => [name, ''])) as FieldValues
const fault = (field: FieldName, written: string, rest: Partial<FieldValues> = {}) =>
  faultOf(field, { ...empty, ...rest, [field]: written }, words)

describe('fields', () => {
  it('says what is missing or can’t be used', () => {
    expect(fault('name', '  ')).toBe(en['field.name.missing'])
    expect(fault('number', '#12')).toBe(en['field.number.shape'])
    expect(fault('number', 'x'.repeat(41))).toContain('40 characters')
    expect(fault('organisation', 'é'.repeat(121))).toContain('120 characters')
    expect(fault('passphrase', ' ')).toBe(signInEn['missing.passphrase'])
  })

  it('takes what main takes', () => {
    for (const number of ['IND-2041', '7', 'É 12/3_a.b', ' 2041 ', '२०४१']) {
      expect([number, fault('number', number)]).toEqual([number, undefined])
    }
    expect(fault('name', 'Fatima El Idrissi')).toBeUndefined()
    expect(fault('pin', '')).toBeUndefined()
  })

  it('asks a new passphrase for length, for something others don’t know, and for the same twice', () => {
    expect(fault('newPassphrase', 'short one')).toContain('15 characters')
    expect(
      fault('newPassphrase', 'Méridien Support Services', { organisation: 'Méridien Support Services' }),
    ).toBe(signInEn['fault.about-you'])
    const good = 'seven green bicycles'
    expect(fault('newPassphrase', good)).toBeUndefined()
    expect(fault('again', 'seven green bicycle', { newPassphrase: good })).toBe(signInEn['fault.different'])
    expect(fault('again', good, { newPassphrase: good })).toBeUndefined()
    expect(fault('newPin', '1234')).toBe(signInEn['fault.too-simple'])
  })
})
