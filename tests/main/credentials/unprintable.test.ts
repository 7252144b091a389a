import { describe, expect, it } from 'vitest'
import { EVERYTHING } from '../../../src/domain/records/filter'
import { unprintableCertificates, isUnprintable } from '../../../src/main/credentials/unprintable'
import { IssuerProfiles } from '../../../src/main/credentials/issuer-profile'
import { OrganisationStore } from '../../../src/main/people/organisation'
import { Standings } from '../../../src/main/learn/standings'
import { course, installation, priya } from '../installation'
import { issuerOn } from '../issuer'

/** Makes an installation in which a person of this name has passed the course. */
function passedAs(name: string) {
  const one = installation()
  const { db, store, library, attempts, system } = one
  const standings = new Standings(db, library)
  const { issuer, credentials } = issuerOn(one, (person, id) => standings.refresh(person, id))
  const rename = (to: string) => db.prepare('UPDATE people SET name = ? WHERE id = ?').run(to, priya.id)
  const person = () => store.person(priya.id)!
  rename(name)
  const { id } = attempts.start(person(), 'short', 'small', 'assessed')
  attempts.commit(person(), id, 1, 'decision', 'ask')
  attempts.commit(person(), id, 2, 'decision', 'report')
  standings.refresh(priya.id, 'short')
  const parts = {
    organisation: new OrganisationStore(db),
    issuerProfiles: new IssuerProfiles(db),
    library,
    credentials,
    store,
  }
  const unprintable = () => unprintableCertificates(parts, EVERYTHING, system.now().toISOString())
  const count = () => (db.prepare('SELECT count(*) AS n FROM credentials').get() as { n: number }).n
  return { ...one, issuer, credentials, rename, person, parts, unprintable, count }
}

describe('a name that no font can print', () => {
  it('holds nothing up where the course gives no certificate', () => {
    const { parts, person, unprintable } = passedAs('Priya 😀')
    const { certificate: _, ...practice } = course
    expect(isUnprintable(parts, person(), practice)).toBe(false)
    const none = unprintableCertificates(
      { ...parts, library: { courses: [practice] } },
      EVERYTHING,
      '2026-03-03T00:00:00.000Z',
    )
    expect(none).toMatchObject({ count: 0, first: [] })
    expect(unprintable().count).toBe(1)
  })

  it('holds the certificate: nothing is written or signed, and HR is told which letters', () => {
    const { unprintable, count, issuer, db, person, parts } = passedAs('Priya ꦗ 😀')
    expect(count()).toBe(0)
    expect(db.transaction(() => issuer.issue(person(), course, 'hr'))()).toBeUndefined()
    expect(count()).toBe(0)
    expect(isUnprintable(parts, person(), course)).toBe(true)
    expect(unprintable()).toMatchObject({
      count: 1,
      first: [
        {
          person: { id: priya.id, name: 'Priya ꦗ 😀', number: priya.number },
          course: 'short',
          parts: [{ part: 'name', characters: ['ꦗ', '😀'] }],
        },
      ],
    })
  })

  it('gives the certificate as soon as the name is corrected', () => {
    const { unprintable, count, issuer, db, rename, person, credentials } = passedAs('Priya 😀')
    rename('Priya')
    db.transaction(() => issuer.afterName(person(), 'Priya 😀'))()
    expect(count()).toBe(1)
    expect(unprintable()).toMatchObject({ count: 0, first: [] })
    const { id } = db.prepare('SELECT id FROM credentials').get() as { id: string }
    expect(credentials.credential(id)?.certificate.personName).toBe('Priya')
  })

  it('is not put on a certificate that is issued anew', () => {
    const { issuer, db, rename, credentials } = passedAs('Priya')
    const { id } = db.prepare('SELECT id FROM credentials').get() as { id: string }
    rename('Priya 😀')
    expect(() => issuer.reissue(id, 'hr')).toThrow(expect.objectContaining({ code: 'unprintable' }) as Error)
    expect(credentials.credential(id)?.revokedAt).toBeNull()
  })

  it('is told apart from names in other scripts, which are issued', () => {
    const { unprintable, count } = passedAs('பிரியா ராமன்')
    expect(count()).toBe(1)
    expect(unprintable().count).toBe(0)
  })

  it('a signatory that can’t be printed holds everybody’s, and is told once', () => {
    const { rename, parts, unprintable, db, person, issuer } = passedAs('Priya 😀')
    parts.issuerProfiles.change(
      { web: null, contact: null, statusList: null, signatory: { name: 'Bo 🎉', title: null } },
      '2026-01-01T00:00:00.000Z',
      'hr',
    )
    rename('Priya')
    expect(unprintable()).toMatchObject({
      count: 1,
      first: [{ person: null, course: 'short', parts: [{ part: 'signatory', characters: ['🎉'] }] }],
    })
    expect(db.transaction(() => issuer.issue(person(), course, 'hr'))()).toBeUndefined()
  })
})
