import { describe, expect, it } from 'vitest'
import { DEFAULT_ORGANISATION_SETTINGS } from '../../../src/domain/records'
import { OrganisationStore } from '../../../src/main/people/organisation'
import { openDatabase } from '../../../src/main/store/database'
import { mayShowPersonalResults } from '../../../src/main/people/privacy'
import { LocalRecords } from '../../../src/main/store/records'
import { KEY, NOW, temporaryFolder } from '../helpers'

const at = NOW.toISOString()
const open = () => openDatabase(temporaryFolder(), KEY, NOW).db

describe('OrganisationStore', () => {
  it('starts with what a single computer needs, and keeps what was changed', () => {
    const db = open()
    const first = new OrganisationStore(db)
    expect(first.settings()).toEqual(DEFAULT_ORGANISATION_SETTINGS)
    first.change({ name: 'Méridien', pin: 'required', autoLockMinutes: 5 }, at, 'p')
    const again = new OrganisationStore(db)
    expect(again.name()).toBe('Méridien')
    expect(again.settings()).toEqual({
      ...DEFAULT_ORGANISATION_SETTINGS,
      pin: 'required',
      autoLockMinutes: 5,
    })
    expect(
      db.prepare("SELECT person_id, detail FROM audit WHERE act = 'settings-changed'").get(),
    ).toMatchObject({
      person_id: 'p',
      detail: JSON.stringify({
        pin: 'required',
        autoLockMinutes: 5,
        organisation: 'Méridien',
        before: { pin: 'none', autoLockMinutes: 15, organisation: null },
      }),
    })
    db.close()
  })

  it('refuses what would undo the protection of small groups, and changes nothing', () => {
    const db = open()
    const store = new OrganisationStore(db)
    expect(() => store.change({ name: 'X', smallestGroup: 3 }, at, null)).toThrow()
    expect(store.settings().smallestGroup).toBe(10)
    expect(store.name()).toBeUndefined()
    db.close()
  })

  it('does not fall back to a default when what is kept can’t be read', () => {
    const db = open()
    new LocalRecords(db).saveSetting('organisation-settings', '{"privacy":"secret"}')
    expect(() => new OrganisationStore(db)).toThrow(/privacy/)
    db.close()
  })
})

describe('privacy', () => {
  const finished = (db: ReturnType<typeof open>, endedAt: string) =>
    db.exec(`
      INSERT OR IGNORE INTO people (id, name, number, role, created_at) VALUES ('p', 'Priya', 'N-1', 'trainee', '${at}');
      INSERT OR IGNORE INTO scenarios VALUES ('h', 'bribe', '1', '{}');
      INSERT INTO attempts (id, person_id, course, mode, scenario, scenario_hash, started_at, ended_at)
        VALUES ('a ${endedAt}', 'p', 'short', 'assessed', 'bribe', 'h', '${endedAt}', '${endedAt}')`)

  it('asks every trainee for a PIN in pseudonymous mode, also where that was set before there was such a rule', () => {
    const db = open()
    const organisation = new OrganisationStore(db)
    expect(mayShowPersonalResults({ organisation })).toBe(true)
    organisation.change({ privacy: 'pseudonymous', smallestGroup: 12 }, at, null)
    expect(mayShowPersonalResults({ organisation })).toBe(false)
    expect(organisation.settings().pin).toBe('required')
    expect(() => organisation.change({ pin: 'none' }, at, null)).toThrow(/PIN/)
    new LocalRecords(db).saveSetting('organisation-settings', '{"privacy":"pseudonymous","pin":"none"}')
    expect(new OrganisationStore(db).settings().pin).toBe('required')
    db.close()
  })

  it('goes back to results by person only while nothing is kept that was recorded without them', () => {
    const db = open()
    const organisation = new OrganisationStore(db)
    finished(db, '2026-03-01T10:00:00.000Z')
    organisation.change({ privacy: 'pseudonymous' }, at, null)
    organisation.change({ privacy: 'named' }, at, null)
    organisation.change({ privacy: 'pseudonymous' }, at, null)
    finished(db, '2026-03-02T10:00:00.000Z')
    expect(() => organisation.change({ privacy: 'named' }, '2026-04-01T00:00:00.000Z', null)).toThrow(
      /stay closed/,
    )
    expect(new OrganisationStore(db).settings().privacy).toBe('pseudonymous')
    db.exec(`DELETE FROM attempts WHERE ended_at > '2026-03-02'`)
    organisation.change({ privacy: 'named' }, '2026-04-01T00:00:00.000Z', null)
    expect(organisation.settings().privacy).toBe('named')
    db.close()
  })
})
