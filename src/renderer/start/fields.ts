/** Checks the fields about a person and the organisation as main will check them. */
import {
  faultOfSecret,
  nameFault,
  organisationFault,
  PASSPHRASE_LENGTH,
  PIN_LENGTH,
  type SecretKind,
} from '../../domain/records'
import type { Text } from '../i18n'
import type { SignInText } from './words'

export const FIELDS = [
  'organisation',
  'name',
  'number',
  'passphrase',
  'pin',
  'code',
  'newPassphrase',
  'newPin',
  'again',
] as const
export type FieldName = (typeof FIELDS)[number]
export type FieldValues = Readonly<Record<FieldName, string>>

const LONGEST = { organisation: 120, name: 120, number: 40 } as const
const NUMBER_SHAPE = /^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u

export interface FieldWords {
  readonly t: Text
  readonly a: SignInText
}

/** Says why a new secret can’t be used; `undefined` if it can. */
export function secretFaultText(
  a: SignInText,
  kind: SecretKind,
  written: string,
  about: readonly string[],
): string | undefined {
  if (written.trim() === '') return a(`missing.${kind}`)
  const fault = faultOfSecret(kind, written, about)
  if (!fault) return undefined
  const values = kind === 'pin' ? PIN_LENGTH : PASSPHRASE_LENGTH
  return a(fault === 'too-short' ? `fault.too-short.${kind}` : `fault.${fault}`, values)
}

/**
 * Says why a field can’t be used; `undefined` if it can.
 * @param about words that a new secret must not contain
 */
export function faultOf(
  field: FieldName,
  values: FieldValues,
  { t, a }: FieldWords,
  about: readonly string[] = [],
): string | undefined {
  const text = values[field].trim()
  const aboutAll = [...about, values.name, values.number, values.organisation]
  switch (field) {
    case 'organisation':
    case 'name':
    case 'number':
      if (text === '') return t(`field.${field}.missing`)
      if (text.length > LONGEST[field]) return t('field.too-long', { max: LONGEST[field] })
      if (field === 'name' && nameFault(text)) return t('field.name.unusable')
      if (field === 'organisation' && organisationFault(text)) return t('field.name.unusable')
      return field === 'number' && !NUMBER_SHAPE.test(text) ? t('field.number.shape') : undefined
    case 'passphrase':
    case 'code':
      return text === '' ? a(`missing.${field}`) : undefined
    // Somebody who signs in for the first time has no secret yet.
    case 'pin':
      return undefined
    case 'newPassphrase':
      return secretFaultText(a, 'passphrase', values.newPassphrase, aboutAll)
    case 'newPin':
      return secretFaultText(a, 'pin', values.newPin, aboutAll)
    case 'again':
      return values.again === (values.newPin || values.newPassphrase) ? undefined : a('fault.different')
  }
}
