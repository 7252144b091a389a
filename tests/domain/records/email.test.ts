import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailOf, guessColumns, NO_COLUMNS, planRoster } from '../../../src/domain/records'

describe('emailOf', () => {
  it.each([
    ['priya.raman@example.org'],
    ["o'brien+training@sub.example.co.in"],
    ['zoé@exemple.fr'],
    ['प्रिया@उदाहरण.भारत'],
    ['a@b-c.de'],
  ])('keeps %s', (email) => {
    expect(emailOf(`  ${email} `)).toBe(email)
  })

  it.each([
    [''],
    ['priya'],
    ['priya@localhost'],
    ['@example.org'],
    ['a b@example.org'],
    ['a@example.org; b@example.org'],
    ['a@@example.org'],
    ['a..b@example.org'],
    ['a@example..org'],
    ['a@-example.org'],
    ['a@example.o'],
    ['Priya <priya@example.org>'],
    ['mailto:priya@example.org'],
    ['pri\u200bya@example.org'],
    ['priya\u202e@example.org'],
    [`${'a'.repeat(250)}@b.org`],
  ])('refuses %j', (text) => {
    expect(emailOf(text)).toBeUndefined()
  })

  it('is the same for an address that it has given', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const kept = emailOf(address)
        if (kept !== undefined) expect(emailOf(kept)).toBe(kept)
      }),
    )
  })
})

describe('the e-mail column of a roster', () => {
  it.each([
    ['E-mail'],
    ['Mail'],
    ['Courriel'],
    ['Correo electrónico'],
    ['userPrincipalName'],
    ['Email Address'],
  ])('is guessed from %s', (heading) => {
    expect(guessColumns(['number', 'name', heading]).email).toBe(2)
  })

  it('is the address rather than the user principal name', () => {
    expect(guessColumns(['number', 'name', 'userPrincipalName', 'mail']).email).toBe(3)
  })

  it('faults what is no address, and leaves an empty cell empty', () => {
    const rows = ['x', 'a@example.org', ''].map((cell, i) => ({
      line: i + 2,
      cells: [`E-${i}`, `N ${i}`, cell],
    }))
    const plan = planRoster(rows, { ...NO_COLUMNS, number: 0, name: 1, email: 2 }, [])
    expect(plan.faults).toEqual([{ line: 2, code: 'email-shape', field: 'email', value: 'x', other: null }])
    expect(plan.add.map(({ email }) => email)).toEqual(['a@example.org', null])
  })
})
