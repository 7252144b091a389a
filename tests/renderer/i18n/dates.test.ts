import { afterEach, describe, expect, it, vi } from 'vitest'
import { daysLater, knownDate, longDate } from '../../../src/renderer/i18n/dates'

afterEach(() => vi.unstubAllEnvs())

describe('knownDate', () => {
  it('writes as much of a date as is known, and no more', () => {
    expect(knownDate('2025', 'en')).toBe('2025')
    expect(knownDate('2025-06', 'en')).toBe('June 2025')
    expect(knownDate('2025-05-15', 'en')).toBe('15 May 2025')
    expect(knownDate('2025', 'fr')).toBe('2025')
    expect(knownDate('2025-06', 'fr')).toBe('juin 2025')
    expect(knownDate('2025-05-15', 'fr')).toBe('15 mai 2025')
  })

  it.each(['America/Los_Angeles', 'Pacific/Kiritimati'])('means the same date in %s', (zone) => {
    vi.stubEnv('TZ', zone)
    expect(knownDate('2024', 'en')).toBe('2024')
    expect(knownDate('2024-01', 'en')).toBe('January 2024')
    expect(knownDate('2024-12-31', 'en')).toBe('31 December 2024')
  })
})

describe('daysLater', () => {
  it.each([
    ['Europe/Paris', '2026-10-20T22:30:00.000Z', '28 October 2026'],
    ['Europe/Paris', '2026-03-24T22:30:00.000Z', '31 March 2026'],
    ['Asia/Manila', '2026-10-20T16:30:00.000Z', '28 October 2026'],
  ])('counts calendar days in %s from %s, also where the clocks change between', (zone, from, day) => {
    vi.stubEnv('TZ', zone)
    expect(longDate(daysLater(7, new Date(from)).toISOString(), 'en')).toBe(day)
  })
})
