import { expect, it } from 'vitest'
import { LOCALES } from '../../src/texts/generated'
import { ruleWords } from '../../src/texts/credential-texts'
import { contactsOf, courseOf } from '../domain/course/courses'

it('says of a course whether passing it gives a certificate, in every language', () => {
  const contacts = contactsOf(4)
  const counts = { attacks: 4, legitimate: 4 }
  const certified = ruleWords(courseOf(contacts), counts)
  const practice = ruleWords(courseOf(contacts, undefined, {}), counts)
  expect(Object.keys(practice)).toEqual([...LOCALES])
  for (const locale of LOCALES) {
    expect(practice[locale].startsWith(`${certified[locale]} `)).toBe(true)
    expect(practice[locale].slice(certified[locale].length)).toMatch(/certificat/)
    expect(certified[locale]).not.toMatch(/certificat/)
  }
})
