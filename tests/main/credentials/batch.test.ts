import { describe, expect, it } from 'vitest'
import { EVERYTHING } from '../../../src/domain/records/filter'
import { issueBatch, waitingCertificates, type BatchNeeds } from '../../../src/main/credentials/batch'
import { breathe, Jobs } from '../../../src/main/credentials/jobs'
import { NOW } from '../helpers'

const COURSE = { id: 'short', certificate: { title: { en: 'Short' }, validMonths: 6 } }

/** Makes an installation with three people who wait; the name of the second can't be printed. */
function installation(issuesHere = true) {
  const waiting = new Map([
    ['p1', 'Priya Raman'],
    ['p2', 'Priya \u{13000}'],
    ['p3', 'Arun Nair'],
  ])
  const issued: string[] = []
  const needs = {
    db: { inTransaction: false, transaction: (work: () => unknown) => work },
    store: {
      person: (id: string) => ({ id, name: waiting.get(id), number: id, role: 'trainee' }),
    },
    organisation: { name: () => 'Meridian' },
    issuerProfiles: { profile: () => ({}) },
    library: { courses: [COURSE], course: () => COURSE },
    credentials: {
      waiting: () => ({ n: waiting.size, seen: [...waiting.keys()].join() }),
      candidates: () => [...waiting.keys()].map((personId) => ({ personId, course: COURSE.id })),
    },
    issuer: {
      issuesHere: () => issuesHere,
      issue: ({ id }: { id: string }) => {
        // A round that was passed too long ago gets no certificate.
        if (id === 'p3') return undefined
        issued.push(id)
        return {}
      },
      signWaiting: () => Promise.resolve(),
    },
    jobs: new Jobs(
      () => 'job',
      () => {},
    ),
    system: { now: () => NOW },
  } as unknown as BatchNeeds & { jobs: Jobs }
  return { needs, waiting, issued }
}

describe('issuing for all who wait', () => {
  it('passes over whose certificate can’t be printed, and counts who gets none', async () => {
    const { needs, issued } = installation()
    const { count, seen, unprintable } = waitingCertificates(needs, EVERYTHING)
    expect([count, unprintable.count, unprintable.first[0]?.person?.id]).toEqual([2, 1, 'p2'])
    const { total } = issueBatch(needs, EVERYTHING, seen, 'ines')
    for (let i = 0; i < 10; i += 1) await breathe()
    expect([total, issued]).toEqual([2, ['p1']])
    expect(needs.jobs.state('job')).toMatchObject({ state: 'done', done: 2, skipped: 1 })
  })

  it('is refused when others wait than those who were shown', () => {
    const { needs, waiting, issued } = installation()
    const { seen } = waitingCertificates(needs, EVERYTHING)
    waiting.set('p4', 'Bo Lind')
    expect(() => issueBatch(needs, EVERYTHING, seen, 'ines')).toThrow(/Others wait/)
    expect(issued).toEqual([])
  })

  it('is HR’s installation’s alone', () => {
    const { needs } = installation(false)
    expect(waitingCertificates(needs, EVERYTHING)).toMatchObject({ count: 0, unprintable: { count: 0 } })
    expect(() => issueBatch(needs, EVERYTHING, '', 'ines')).toThrow(/HR’s installation/)
  })
})
