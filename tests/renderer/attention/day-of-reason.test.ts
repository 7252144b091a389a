import { afterEach, describe, expect, it, vi } from 'vitest'
import { dayOfReason } from '../../../src/renderer/attention/day-of-reason'

afterEach(() => vi.unstubAllEnvs())

describe.each(['America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Kiritimati'])(
  'the day of a reason in %s',
  (zone) => {
    it('is the written day of a certificate', () => {
      vi.stubEnv('TZ', zone)
      for (const reason of ['expired', 'expires'] as const) {
        const row = { reason, dueAt: null, validUntil: '2026-12-05T23:59:59.000Z' }
        expect(dayOfReason(row, 'en')).toBe('5 Dec 2026')
        expect(dayOfReason({ ...row, validUntil: '2026-12-05' }, 'en')).toBe('5 Dec 2026')
      }
    })

    it('is the day of this computer for a due date', () => {
      vi.stubEnv('TZ', zone)
      const dueAt = new Date(2026, 11, 4, 23, 59).toISOString()
      expect(dayOfReason({ reason: 'due', dueAt, validUntil: null }, 'fr')).toBe('4 déc. 2026')
    })
  },
)

it('is empty where nothing names one', () => {
  expect(dayOfReason({ reason: 'failed', dueAt: null, validUntil: null }, 'en')).toBe('')
  expect(dayOfReason({ reason: 'expires', dueAt: null, validUntil: null }, 'en')).toBe('')
})
