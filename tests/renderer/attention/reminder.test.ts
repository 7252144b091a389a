import { describe, expect, it } from 'vitest'
import type { PersonAttention } from '../../../src/bridge'
import { addressesOf, reminderTo } from '../../../src/renderer/attention/reminder'
import { attentionTextIn } from '../../../src/renderer/attention/words'

const row = (over: Partial<PersonAttention> = {}): PersonAttention => ({
  person: '00000000-0000-4000-8000-000000000001',
  name: 'Priya Raman',
  number: 'IND-1',
  email: 'priya@example.org',
  course: 'onboarding',
  courseTitle: { en: 'Onboarding', fr: 'Accueil' },
  reason: 'due',
  dueAt: '2026-12-04T12:00:00.000Z',
  validUntil: null,
  ...over,
})

describe('a reminder', () => {
  it('says which courses wait and until when, the most pressing first, and names nobody', async () => {
    const rows = [
      row(),
      row({ person: '2', name: 'Arun Nair', dueAt: '2026-12-05T12:00:00.000Z' }),
      row({ person: '3', name: 'Zoé', reason: 'late', dueAt: '2026-11-20T12:00:00.000Z' }),
      row({
        reason: 'expires',
        validUntil: '2026-12-05T12:00:00.000Z',
        courseTitle: { en: 'First week' },
        course: 'first',
      }),
    ]
    const { subject, body } = reminderTo(rows, 'en', await attentionTextIn('en'))
    expect(subject).toBe('Courses are waiting for you')
    expect(body.match(/^– .*$/gm)).toEqual([
      expect.stringMatching(/^– Onboarding: the due date has passed\./),
      '– Onboarding: please complete it by 4 December 2026.',
      expect.stringMatching(/^– First week: certificates are valid for six months at most\./),
    ])
    for (const { name, number } of rows) {
      expect(body).not.toContain(name)
      expect(body).not.toContain(number)
    }
  })

  it('invites nobody to stop within a contact, which would not pass it', async () => {
    const { body } = reminderTo([row()], 'en', await attentionTextIn('en'))
    expect(body).not.toContain('stop at any time')
    expect(body).toContain('after each contact')
  })

  it('is written in the language of whoever gets it', async () => {
    const { subject, body } = reminderTo([row()], 'fr', await attentionTextIn('fr'))
    expect(subject).toBe('Un parcours vous attend')
    expect(body).toContain('Accueil\u00a0: à terminer pour le 4 décembre 2026.')
  })

  it('has each address once and counts who has none', () => {
    const rows = [row(), row({ course: 'first' }), row({ person: '2', email: null })]
    expect(addressesOf(rows)).toEqual({ addresses: ['priya@example.org'], missing: 1 })
  })
})
