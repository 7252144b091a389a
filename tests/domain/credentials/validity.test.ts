import { describe, expect, it } from 'vitest'
import { renewsFrom } from '../../../src/domain/credentials'

const course = { certificate: { title: { en: 'Short' }, validMonths: 6 } }

describe('renewsFrom', () => {
  it('opens thirty days before the end of the certificate', () => {
    const certificate = { validUntil: '2026-09-02T23:59:59.000Z', revokedAt: null }
    expect(renewsFrom(course, '2026-03-02', certificate)).toBe('2026-08-03T23:59:59.000Z')
  })

  it('computes the end where the certificate is on another computer', () => {
    expect(renewsFrom(course, '2026-03-02', undefined)).toBe('2026-08-03T23:59:59.000Z')
  })

  it('opens at once where the certificate was revoked', () => {
    const certificate = { validUntil: '2026-09-02T23:59:59.000Z', revokedAt: '2026-03-05T09:00:00.000Z' }
    expect(renewsFrom(course, '2026-03-02', certificate)).toBe('2026-03-05T09:00:00.000Z')
  })

  it('never opens for a course whose pass lasts', () => {
    expect(renewsFrom({}, '2026-03-02', undefined)).toBeNull()
  })
})
