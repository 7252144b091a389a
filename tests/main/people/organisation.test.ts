import { describe, expect, it } from 'vitest'
import { DEFAULT_ORGANISATION_SETTINGS } from '../../../src/domain/records'
import { OrganisationStore } from '../../../src/main/people/organisation'
import { openDatabase } from '../../../src/main/records/database'
import { groupLargeEnough, scoresByPerson } from '../../../src/main/records/privacy'
import { RecordStore } from '../../../src/main/records/store'
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
      detail: JSON.stringify({ pin: 'required', autoLockMinutes: 5, organisation: 'Méridien' }),
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
    new RecordStore(db).saveSetting('organisation-settings', '{"privacy":"secret"}')
    expect(() => new OrganisationStore(db)).toThrow(/privacy/)
    db.close()
  })
})

describe('privacy', () => {
  it('shows results by person in named mode alone, and small groups never in pseudonymous mode', () => {
    const db = open()
    const organisation = new OrganisationStore(db)
    expect([scoresByPerson({ organisation }), groupLargeEnough({ organisation }, 1)]).toEqual([true, true])
    organisation.change({ privacy: 'pseudonymous', smallestGroup: 12 }, at, null)
    expect(scoresByPerson({ organisation })).toBe(false)
    expect([11, 12].map((people) => groupLargeEnough({ organisation }, people))).toEqual([false, true])
    db.close()
  })
})
