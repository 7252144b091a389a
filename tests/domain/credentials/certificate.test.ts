import { describe, expect, it } from 'vitest'
import { certificateId, earliestPassedDay, validUntil } from '../../../src/domain/credentials'
import { criteriaOf } from '../../../src/domain/credentials/certificate'
import { achievementTexts } from '../../../src/texts/credential-texts'

describe('certificateId', () => {
  it('has a shape that can be read out over the telephone', () => {
    const id = certificateId(Uint8Array.from([0, 31, 10, 255, 9, 8, 7, 6]))
    expect(id).toMatch(/^HTL-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(() => certificateId(new Uint8Array(3))).toThrow(RangeError)
  })
})

describe('criteriaOf', () => {
  const facts = {
    version: 1,
    rounds: { most: 2, days: 30 },
    contacts: 8,
    hardly: { dPrime: 0.5, oneRound: 0.01 },
    well: { dPrime: 2.5, oneRound: 0.9 },
  } as unknown as Parameters<typeof criteriaOf>[1]
  const said = (hitRate: number, falseAlarmRate: number, locale: string) =>
    criteriaOf(
      { rule: { kind: 'fixed', hitRate, falseAlarmRate, reportShare: 0.625 } as never },
      facts,
      achievementTexts(locale)!,
    ).replaceAll(/[\u00a0\u202f]/g, ' ')

  it('asks for no more than the rule does', () => {
    expect(said(0.875, 0.125, 'en')).toContain('at least 87.5% of the attacks, turned away at most 12.5%')
    expect(said(0.875, 0.125, 'en')).toContain('Reported at least 62.5% of the attacks')
    expect(said(0.875, 0.125, 'fr')).toContain('au moins 87,5 % des attaques')
    expect(said(0.8, 0.2, 'en')).toContain('at least 80% of the attacks, turned away at most 20%')
    expect(said(0.9999, 0, 'en')).toContain('at least 99.9% of the attacks, turned away no genuine contact')
    expect(said(1, 0, 'en')).toContain('stopped all attacks')
  })
})

describe('validUntil', () => {
  it.each([
    ['2026-11-23', 6, '2027-05-23'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
  ])('%s plus %i months is to the end of %s', (issued, months, day) => {
    expect(validUntil(issued, months)).toBe(`${day}T23:59:59.000Z`)
  })
})

describe('earliestPassedDay', () => {
  it.each([
    ['2027-02-28T23:59:58.000Z', 6, '2026-08-28'],
    ['2027-02-28T23:59:59.000Z', 6, '2026-09-01'],
    ['2027-03-01T00:00:00.000Z', 6, '2026-09-01'],
    ['2026-09-02T20:00:00.000Z', 6, '2026-03-02'],
    ['2026-01-31T12:00:00.000Z', 2, '2025-12-01'],
  ])('at %s with %i months is %s', (now, months, day) => {
    expect(earliestPassedDay(now, months)).toBe(day)
  })

  it('is the first day whose certificate lasts', () => {
    for (let day = 0; day < 800; day += 1) {
      const now = new Date(Date.UTC(2027, 0, day, 12)).toISOString()
      for (const months of [1, 6, 12]) {
        const first = earliestPassedDay(now, months)
        const before = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10)
        expect(validUntil(first, months) > now).toBe(true)
        expect(validUntil(before, months) > now).toBe(false)
      }
    }
  })
})
