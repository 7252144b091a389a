import { describe, expect, it } from 'vitest'
import {
  exportableCertificate,
  visibleCertificate,
  type CertificateAccessNeeds,
} from '../../../src/main/credentials/certificate-access'
import { Refused } from '../../../src/main/refused'
import type { Person } from '../../../src/main/store/records'

const person = (id: string, role: Person['role']): Person => ({ id, name: id, number: id, role })
const priya = person('priya', 'trainee')
const ines = person('ines', 'hr')

function needs(
  given: { privacy?: 'named' | 'pseudonymous'; revoked?: boolean; signs?: boolean; closed?: boolean } = {},
) {
  let document: string | null = given.signs === undefined ? '{}' : null
  const made = {
    credentials: {
      credential: (id: string) =>
        id === 'C'
          ? {
              personId: priya.id,
              certificate: { issuedAt: '2026-01-05T09:00:00.000Z' },
              document,
              token: document && 'a.b.c',
              revokedAt: given.revoked ? '2026-02-01T09:00:00.000Z' : null,
            }
          : undefined,
    },
    organisation: { settings: () => ({ privacy: given.privacy ?? 'named' }) },
    earlier: {
      certificateMustBeOpen: () => {
        if (given.closed) throw new Refused('earlier-closed', 'Closed.')
      },
    },
    issuer: {
      signWaiting: () => {
        if (given.signs) document = '{}'
        return Promise.resolve()
      },
    },
  }
  return made as unknown as CertificateAccessNeeds
}

describe('who may see a certificate', () => {
  it('is its holder, and whoever keeps the records', () => {
    expect(visibleCertificate(needs(), 'C', priya).personId).toBe(priya.id)
    expect(visibleCertificate(needs(), 'C', ines).personId).toBe(priya.id)
  })

  it('is not told to others from one that is not there', () => {
    for (const [id, who] of [
      ['C', person('arun', 'trainee')],
      ['C', person('cy', 'trainer')],
      ['none', ines],
    ] as const) {
      expect(() => visibleCertificate(needs(), id, who)).toThrow('There is no such certificate.')
    }
  })

  it('is in pseudonymous mode the holder alone, and not with a secret that somebody else gave', () => {
    const hidden = needs({ privacy: 'pseudonymous' })
    expect(visibleCertificate(hidden, 'C', priya).personId).toBe(priya.id)
    expect(() => visibleCertificate(hidden, 'C', ines)).toThrow('pseudonymous')
    expect(() => visibleCertificate(needs({ closed: true }), 'C', priya)).toThrow('Closed.')
  })
})

describe('a certificate that leaves the program', () => {
  it('is signed, if need be now', async () => {
    await expect(exportableCertificate(needs({ signs: true }), 'C', ines)).resolves.toMatchObject({
      document: '{}',
    })
    await expect(exportableCertificate(needs({ signs: false }), 'C', ines)).rejects.toMatchObject({
      code: 'being-signed',
    })
  })

  it('was not revoked', async () => {
    await expect(exportableCertificate(needs({ revoked: true }), 'C', ines)).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})
