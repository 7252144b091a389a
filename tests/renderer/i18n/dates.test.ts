import { afterEach, describe, expect, it, vi } from 'vitest'
import { knownDate } from '../../../src/renderer/i18n/dates'

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
