import { describe, expect, it } from 'vitest'
import type { Act } from '../../../src/domain/records'
import { AuditSubjects } from '../../../src/main/audit/audit-subjects'
import { auditFile, signAuditLog } from '../../../src/main/audit/audit-log'
import { auditPage } from '../../../src/main/store/audit-pages'
import { PersonRecords } from '../../../src/main/store/person-records'
import { KEY } from '../helpers'
import { finish, installation, priya, type Installation } from '../installation'

const AT = '2026-03-02T09:00:00.000Z'
const NOBODY = '00000000-0000-4000-8000-ffffffffffff'
const named = { person: { kind: 'person', id: priya.id, name: priya.name, number: priya.number } }
const course = { kind: 'course', id: 'short', name: { en: 'Short' }, number: null }

/** Returns the names for the newest entry of this act. */
function newest({ db, library }: Installation, act: Act) {
  const [line] = auditPage(db, { act, person: '', from: null, to: null }, null, 1)
  return new AuditSubjects(db, library).of(line!)
}

const written = (here: Installation, act: Act, detail: object) => {
  here.store.writeAudit(act, AT, null, detail)
  return newest(here, act)
}

const certificateOf = ({ db }: Installation) =>
  (db.prepare('SELECT id FROM credentials').get() as { id: string }).id

describe('AuditSubjects', () => {
  it('names the person, the course and the certificate of an entry', () => {
    const here = installation()
    finish(here, priya)
    const id = certificateOf(here)
    const certificate = { kind: 'certificate', id, name: id, number: null }
    expect(newest(here, 'credential-issued')).toEqual([certificate, course, named.person])
    // The holder is named although the entry has only the certificate.
    expect(written(here, 'certificate-saved', { id, form: 'pdf' })).toEqual([certificate, named.person])
    expect(written(here, 'course-assigned', { course: 'short', people: 3, due: null })).toEqual([course])
    expect(written(here, 'records-exported', { filter: { courses: ['short'] }, rows: 1 })).toEqual([course])
    here.close()
  })

  it('leaves an id without a name when it was erased or is not known', () => {
    const here = installation()
    finish(here, priya)
    const id = certificateOf(here)
    new PersonRecords(here.db, KEY).erase(priya.id, NOBODY, AT)
    const gone = { name: null, number: null }
    expect(newest(here, 'person-erased')).toEqual([{ kind: 'person', id: priya.id, ...gone }])
    expect(newest(here, 'credential-issued')).toEqual([
      { kind: 'certificate', id, ...gone },
      course,
      { kind: 'person', id: priya.id, ...gone },
    ])
    expect(written(here, 'course-withdrawn', { course: 'gone', people: 1 })).toEqual([
      { kind: 'course', id: 'gone', ...gone },
    ])
    expect(written(here, 'device-revoked', { device: 'did:key:z6' })).toEqual([
      { kind: 'device', id: 'did:key:z6', ...gone },
    ])
    here.close()
  })

  it('names a computer, and whom it means by an id of its own', () => {
    const here = installation()
    const { db } = here
    const device = 'did:key:z6'
    db.prepare('INSERT INTO devices (id, name, enrolled_at) VALUES (?, ?, ?)').run(device, 'Desk 4', AT)
    db.prepare('INSERT INTO device_people (device_id, device_person, person_id) VALUES (?, ?, ?)').run(
      device,
      'theirs',
      priya.id,
    )
    const desk = { kind: 'device', id: device, name: 'Desk 4', number: null }
    const detail = { device, devicePerson: 'theirs' }
    expect(written(here, 'bundle-people-settled', detail)).toEqual([named.person, desk])
    expect(written(here, 'bundle-people-settled', { device, devicePerson: 'other' })).toEqual([
      { kind: 'person', id: 'other', name: null, number: null },
      desk,
    ])
    db.prepare('INSERT INTO device_requests (id, name, seen_at) VALUES (?, ?, ?)').run('did:2', 'Desk 5', AT)
    expect(written(here, 'device-refused', { device: 'did:2' })).toMatchObject([{ name: 'Desk 5' }])
    here.close()
  })

  it('names the course of a rule that was ended', () => {
    const here = installation()
    here.db
      .prepare('INSERT INTO assignment_rules (id, course, made_at, made_by) VALUES (?, ?, ?, ?)')
      .run('rule-1', 'short', AT, priya.id)
    expect(written(here, 'assignment-rule-ended', { rule: 'rule-1' })).toEqual([course])
    here.close()
  })

  it.each(['not JSON', 'null', '{"person":7,"filter":null}', '{"filter":{"courses":"short"}}'])(
    'takes the detail %s of a log that was changed as it stands',
    (detail) => {
      const here = installation()
      expect(new AuditSubjects(here.db, here.library).of({ act: 'person-added', detail })).toEqual([])
      here.close()
    },
  )

  it('changes neither the log nor its file', () => {
    const here = installation()
    finish(here, priya)
    const head = signAuditLog(here.db, here.deviceKey, AT)!
    const file = () => [...auditFile(here.db, 'Meridian', AT, head)].join('')
    const before = file()
    newest(here, 'credential-issued')
    expect(file()).toBe(before)
    expect(before).not.toContain(priya.name)
    here.close()
  })
})
