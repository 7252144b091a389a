import { describe, expect, it } from 'vitest'
import { ClockWatch } from '../../../src/main/store/clock'
import { openDatabase } from '../../../src/main/store/database'
import { PersonRecords } from '../../../src/main/store/person-records'
import { KEY, NOW, temporaryFolder } from '../helpers'
import { finish, installation, priya } from '../installation'

const DAY = 86_400_000
const later = (days: number) => new Date(NOW.getTime() + days * DAY)

describe('ClockWatch', () => {
  const watch = () => new ClockWatch(openDatabase(temporaryFolder(), KEY, NOW).db)

  it('finds nothing odd in days that follow each other, holidays included', () => {
    const clock = watch()
    for (const day of [0, 0.1, 1, 2, 15, 16, 15.5]) expect(clock.look(later(day))).toBeUndefined()
  })

  it('holds a leap of a year to be odd for as long as it lasts, and nothing of it stays', () => {
    const clock = watch()
    clock.look(later(0))
    for (const day of [365, 366, 400]) expect(clock.look(later(day))).toBe('ahead')
    expect(clock.look(later(1))).toBeUndefined()
    expect(clock.highest(later(1))).toBe(later(1).toISOString())
  })

  it('finds a clock that was set back, also after a first start with one that was ahead', () => {
    const clock = watch()
    clock.look(later(365))
    expect(clock.look(later(0))).toBe('behind')
    expect(clock.believed(later(0))).toEqual(later(365))
    clock.confirm(later(0), 'was-wrong', priya.id)
    expect(clock.look(later(0))).toBeUndefined()
  })

  it('remembers after a restart', () => {
    const folder = temporaryFolder()
    const first = openDatabase(folder, KEY, NOW)
    new ClockWatch(first.db).look(later(0))
    first.db.close()
    const { db } = openDatabase(folder, KEY, NOW)
    expect(new ClockWatch(db).look(later(365))).toBe('ahead')
    db.close()
  })
})

describe('retention', () => {
  const attempts = (on: ReturnType<typeof installation>) =>
    (on.db.prepare('SELECT count(*) AS n FROM attempts').get() as { n: number }).n

  it('deletes nothing because the clock was ahead for a while', () => {
    const on = installation()
    const people = new PersonRecords(on.db, KEY)
    finish(on, priya)
    for (const day of [400, 401, 430]) expect(people.applyRetention(12, later(day))).toBeUndefined()
    expect(people.applyRetention(12, later(1))).toMatchObject({ attempts: 0 })
    expect(attempts(on)).toBe(1)
    on.close()
  })

  it('goes on by itself when the time comes day by day', () => {
    const on = installation()
    const people = new PersonRecords(on.db, KEY)
    finish(on, priya, { good: false })
    for (let day = 1; day < 366; day++) {
      expect(people.applyRetention(12, later(day))).toMatchObject({ attempts: 0 })
    }
    expect(people.applyRetention(12, later(367))).toMatchObject({ attempts: 1 })
    on.close()
  })

  it('goes on after a long rest once somebody says that the computer was not used', () => {
    const on = installation()
    const people = new PersonRecords(on.db, KEY)
    finish(on, priya, { good: false })
    expect(people.applyRetention(12, later(400))).toBeUndefined()
    new ClockWatch(on.db).confirm(later(400), 'was-unused', priya.id)
    expect(people.applyRetention(12, later(400))).toMatchObject({ attempts: 1 })
    on.close()
  })

  it('keeps what a clock that was behind dated too early, until its time has passed anew', () => {
    const on = installation()
    const people = new PersonRecords(on.db, KEY)
    finish(on, priya, { good: false })
    const clock = new ClockWatch(on.db)
    clock.look(later(400))
    clock.confirm(later(400), 'was-wrong', priya.id)
    for (let day = 400; day < 765; day += 7) {
      expect(people.applyRetention(12, later(day))).toMatchObject({ attempts: 0 })
    }
    for (let day = 765; day < 780; day += 7) people.applyRetention(12, later(day))
    expect(attempts(on)).toBe(0)
    on.close()
  })

  it('says in the audit log what was odd and who said that it is right', () => {
    const on = installation()
    const clock = new ClockWatch(on.db)
    clock.look(NOW)
    clock.look(later(365))
    clock.look(later(365.1))
    clock.confirm(later(366), 'was-unused', priya.id)
    const acts = on.db.prepare("SELECT act, person_id FROM audit WHERE act LIKE 'clock%' ORDER BY seq").all()
    expect(acts).toMatchObject([
      { act: 'clock-odd', person_id: null },
      { act: 'clock-confirmed', person_id: priya.id },
    ])
    on.close()
  })
})
