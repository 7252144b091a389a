import { describe, expect, it } from 'vitest'
import { installation } from '../../people/installation'

const SECOND = 1000
const MINUTE = 60 * SECOND

describe('SignInTries', () => {
  it('lets four wrong ones pass, then makes each next one wait longer, up to half an hour', () => {
    const { tries, system } = installation()
    const waits: number[] = []
    for (let i = 0; i < 14; i++) {
      tries.begin('IND-1', system.now())
      waits.push(tries.wait('IND-1', system.now()) / SECOND)
      system.pass(waits[i]! * SECOND + 1)
    }
    expect(waits).toEqual([0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 960, 1800, 1800, 1800])
  })

  it('counts a number however it is written, and not for another one', () => {
    const { tries, system } = installation()
    for (const written of ['IND-1', 'ind-1', ' Ind-1 ', 'IND-1', 'iND-1']) tries.begin(written, system.now())
    expect(tries.wait('IND-1', system.now())).toBe(15 * SECOND)
    expect(tries.wait('IND-2', system.now())).toBe(0)
  })

  it('is not forgotten by a restart, nor shortened', () => {
    const one = installation()
    for (let i = 0; i < 6; i++) one.tries.begin('IND-1', one.system.now())
    const again = one.restart()
    expect(again.tries.wait('IND-1', again.system.now())).toBe(30 * SECOND)
  })

  it('starts afresh after the right one, and after a day', () => {
    const { tries, system } = installation()
    for (let i = 0; i < 6; i++) tries.begin('IND-1', system.now())
    tries.succeeded('IND-1')
    expect(tries.wait('IND-1', system.now())).toBe(0)
    for (let i = 0; i < 6; i++) tries.begin('IND-1', system.now())
    system.pass(25 * 60 * MINUTE)
    tries.begin('IND-1', system.now())
    expect(tries.wait('IND-1', system.now())).toBe(0)
  })

  it('slows down one secret that is tried on many numbers', () => {
    const { tries, system } = installation()
    for (let i = 0; i < 30; i++) tries.begin(`IND-${i}`, system.now())
    expect(tries.wait('IND-99', system.now())).toBe(0)
    tries.begin('IND-30', system.now())
    expect(tries.wait('IND-99', system.now())).toBe(5 * SECOND)
  })

  it('does not lock anybody out for years when the clock was set back', () => {
    const { tries, system } = installation()
    for (let i = 0; i < 20; i++) tries.begin('IND-1', system.now())
    expect(tries.wait('IND-1', new Date('2001-01-01T00:00:00.000Z'))).toBe(30 * MINUTE)
  })

  it('makes nobody wait for a year because the clock was ahead by one', () => {
    const { tries, system } = installation()
    const year = 365 * 24 * 60 * MINUTE
    system.pass(year)
    for (let i = 0; i < 20; i++) tries.begin('IND-1', system.now())
    system.pass(-year)
    expect(tries.wait('IND-1', system.now())).toBe(30 * MINUTE)
    system.pass(30 * MINUTE)
    expect(tries.wait('IND-1', system.now())).toBe(0)
    tries.begin('IND-1', system.now())
    // No try was forgiven.
    expect(tries.wait('IND-1', system.now())).toBe(30 * MINUTE)
  })

  it('keeps nothing of what was typed as a number', () => {
    const { tries, system, db } = installation()
    tries.begin('seven green bicycles', system.now())
    expect(JSON.stringify(db.prepare('SELECT * FROM sign_in_tries').all())).not.toContain('seven')
  })
})
