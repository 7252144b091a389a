import { describe, expect, it } from 'vitest'
import type { Person } from '../../../src/main/store/records'
import { installation, PASSPHRASE, refusal, setUp, type Installation } from './installation'

const DAY = 86_400_000

async function withTrainee(pin: 'none' | 'required') {
  const one = installation()
  const code = await setUp(one)
  one.organisation.change({ pin }, one.system.now().toISOString(), null)
  one.signedIn.close()
  one.signIn.join('Arun Nair', 'IND-1')
  return { ...one, code, arun: one.signedIn.person! }
}

const trainer = (one: Installation, by: Person) =>
  one.people.add(
    {
      name: 'Tomás Ruiz',
      number: 'TR-1',
      role: 'trainer',
      team: null,
      site: null,
      email: null,
      manager: null,
      left: false,
    },
    one.system.now().toISOString(),
    by,
  )

describe('first run', () => {
  it('makes an administrator who is signed in, and a recovery code that is kept as a hash alone', async () => {
    const one = installation()
    const code = await setUp(one)
    expect(one.signedIn.person).toMatchObject({ name: 'Ines Duarte', role: 'administrator' })
    expect(one.signedIn.blockedBy).toBeUndefined()
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(JSON.stringify(one.db.prepare('SELECT * FROM recovery_codes').all())).not.toContain(code)
  })

  it('refuses a passphrase that is short or about the person, and happens once', async () => {
    const one = installation()
    const asked = (passphrase: string) => () =>
      one.signIn.setUp('Meridian Support', 'Ines Duarte', 'ADM-1', passphrase)
    expect(await refusal(asked('Tr0ub4dor&3'))).toEqual({ code: 'weak-secret' })
    expect(await refusal(asked('Ines Duarte ADM-1'))).toEqual({ code: 'weak-secret' })
    expect(one.organisation.name()).toBeUndefined()
    const both = await Promise.allSettled([setUp(one), setUp(one)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(one.db.prepare('SELECT count(*) AS n FROM people').get()).toMatchObject({ n: 1 })
  })
})

describe('signing in', () => {
  it('takes a trainee’s number alone where no PIN is wanted, and says when it is unknown', async () => {
    const one = await withTrainee('none')
    one.signedIn.close()
    await one.signIn.signIn('ind-1', null)
    expect(one.signedIn.person?.name).toBe('Arun Nair')
    one.signedIn.close()
    expect(await refusal(() => one.signIn.signIn('IND-9', null))).toEqual({ code: 'not-found' })
    // The number of a person with a passphrase can't be told from one that nobody has.
    expect(await refusal(() => one.signIn.signIn('ADM-1', null))).toEqual({ code: 'not-found' })
  })

  it('answers the same for an unknown number and a wrong secret, and waits the same for both', async () => {
    const one = await withTrainee('none')
    one.signedIn.close()
    const answers = async (number: string) => {
      const seen = []
      for (let i = 0; i < 6; i++) seen.push(await refusal(() => one.signIn.signIn(number, `wrong ${i}`)))
      return seen
    }
    const known = await answers('ADM-1')
    expect(await answers('NOBODY-1')).toEqual(known)
    expect(known.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 5 }, () => 'wrong-secret'),
      'too-many-tries',
    ])
    expect(known[5]).toEqual({ code: 'too-many-tries', wait: 15 })
    // During the wait not even the right one is checked.
    expect(await refusal(() => one.signIn.signIn('ADM-1', PASSPHRASE))).toMatchObject({
      code: 'too-many-tries',
    })
    one.system.pass(15_001)
    await one.signIn.signIn('ADM-1', PASSPHRASE)
    expect(one.signedIn.person?.role).toBe('administrator')
    const logged = one.audit('sign-in-refused')
    expect(logged).toHaveLength(10)
    expect(logged.map(({ detail }) => detail).join()).not.toMatch(/ADM|NOBODY|wrong \d/)
  })

  it('gives no more tries to many at once than to one after the other', async () => {
    const one = await withTrainee('none')
    one.signedIn.close()
    const tries = Array.from({ length: 12 }, (_, i) =>
      refusal(() => one.signIn.signIn('ADM-1', `wrong ${i}`)),
    )
    const codes = (await Promise.all(tries)).map(({ code }) => code)
    expect(codes.filter((code) => code === 'wrong-secret')).toHaveLength(5)
  })

  it('lets a trainee choose a PIN at the first sign-in, and asks for it from then on', async () => {
    const one = await withTrainee('required')
    expect(one.signedIn.blockedBy).toBe('must-change')
    expect(await refusal(() => one.signIn.change(one.arun, null, '1234'))).toEqual({ code: 'weak-secret' })
    await one.signIn.change(one.arun, null, '4719')
    expect(one.signedIn.blockedBy).toBeUndefined()
    one.signedIn.close()
    expect(await refusal(() => one.signIn.signIn('IND-1', null))).toEqual({ code: 'wrong-secret' })
    expect(await refusal(() => one.signIn.signIn('IND-9', null))).toEqual({ code: 'wrong-secret' })
    expect(await refusal(() => one.signIn.signIn('IND-1', '4718'))).toEqual({ code: 'wrong-secret' })
    await one.signIn.signIn('IND-1', '4719')
    expect(one.signedIn.person?.id).toBe(one.arun.id)
  })

  it('does not let in somebody who has left, whatever they know', async () => {
    const one = await withTrainee('none')
    const admin = one.store.personByNumber('ADM-1')!
    const form = {
      name: 'Arun Nair',
      number: 'IND-1',
      role: 'trainee',
      team: null,
      site: null,
      email: null,
      manager: null,
    } as const
    one.people.change(one.arun.id, { ...form, left: true }, one.system.now().toISOString(), admin)
    // This holds at once, even in the open session.
    expect(one.signedIn.person).toBeUndefined()
    expect(await refusal(() => one.signIn.signIn('IND-1', null))).toEqual({ code: 'not-found' })
    expect(await refusal(() => one.signIn.join('Arun Nair', 'IND-1'))).toEqual({ code: 'already-exists' })
  })

  it('lets nobody join where the organisation does not want it', async () => {
    const one = await withTrainee('none')
    one.organisation.change({ selfJoin: false }, one.system.now().toISOString(), null)
    expect(await refusal(() => one.signIn.join('X', 'IND-2'))).toEqual({ code: 'not-allowed' })
  })
})

describe('the lock', () => {
  it('opens to the passphrase alone, and a restart is no way round it', async () => {
    const one = installation()
    await setUp(one)
    expect(one.signedIn.lock()).toBe(true)
    expect(one.signedIn.blockedBy).toBe('locked')
    expect(await refusal(() => one.signIn.unlock('ADM-1'))).toEqual({ code: 'wrong-secret' })
    const again = one.restart()
    expect(again.signedIn.blockedBy).toBe('locked')
    await again.signIn.unlock(PASSPHRASE)
    expect(again.signedIn.blockedBy).toBeUndefined()
    const killed = again.restart()
    expect(killed.signedIn.blockedBy).toBe('locked')
    expect(killed.audit('locked')).toHaveLength(1)
    expect(killed.audit('unlocked')).toHaveLength(1)
  })

  it('asks a trainee without a PIN for the number, and waits after wrong ones', async () => {
    const one = await withTrainee('none')
    one.signedIn.lock()
    expect(one.restart().signedIn.blockedBy).toBe('locked')
    const again = installation(one.folder, one.system)
    for (let i = 0; i < 5; i++)
      expect(await refusal(() => again.signIn.unlock('IND-2'))).toEqual({ code: 'wrong-secret' })
    expect(await refusal(() => again.signIn.unlock('IND-1'))).toMatchObject({ code: 'too-many-tries' })
    again.system.pass(15_001)
    await again.signIn.unlock(' ind-1 ')
    expect(again.signedIn.blockedBy).toBeUndefined()
  })

  it('forgets wrong tries at a locked screen with the right one, so that a slip now and then costs no wait', async () => {
    const one = await withTrainee('none')
    for (let n = 0; n < 8; n += 1) {
      one.signedIn.lock()
      expect(await refusal(() => one.signIn.unlock('IND-2'))).toEqual({ code: 'wrong-secret' })
      await one.signIn.unlock('IND-1')
      one.system.pass(3_600_000)
    }
    expect(one.signedIn.blockedBy).toBeUndefined()
  })

  it('leaves a session of another shift behind', async () => {
    const one = installation()
    await setUp(one)
    one.system.pass(13 * 3_600_000)
    expect(one.restart().signedIn.person).toBeUndefined()
  })
})

describe('a reset', () => {
  it('gives a start passphrase that is good for one sign-in and must be replaced by another', async () => {
    const one = installation()
    await setUp(one)
    const admin = one.signedIn.person!
    const person = trainer(one, admin)
    expect(await refusal(() => one.signIn.signIn('TR-1', null))).toMatchObject({ code: 'not-found' })
    const start = (await one.signIn.giveStartSecret(person, admin))!
    one.signedIn.close()
    await one.signIn.signIn('TR-1', start)
    expect(one.signedIn.blockedBy).toBe('must-change')
    expect(await refusal(() => one.signIn.change(person, null, start))).toEqual({ code: 'weak-secret' })
    await one.signIn.change(person, null, 'a parrot that reads the news')
    expect(one.signedIn.blockedBy).toBeUndefined()
    expect(await refusal(() => one.signIn.change(person, start, 'another long sentence'))).toEqual({
      code: 'wrong-secret',
    })
    await one.signIn.change(person, 'a parrot that reads the news', 'another long sentence')
    expect(one.audit('secret-reset').map(({ person: by }) => by)).toEqual([admin.id])
  })

  it('ends the wait after wrong tries', async () => {
    const one = await withTrainee('required')
    await one.signIn.change(one.arun, null, '4719')
    one.signedIn.close()
    for (let i = 0; i < 6; i++) await refusal(() => one.signIn.signIn('IND-1', '9999'))
    const start = await one.signIn.giveStartSecret(one.arun, one.store.personByNumber('ADM-1')!)
    expect(start).toMatch(/^\d{6}$/)
    await one.signIn.signIn('IND-1', start!)
    expect(one.signedIn.blockedBy).toBe('must-change')
  })

  it('takes a PIN away with the role: it opens nothing that a passphrase should', async () => {
    const one = await withTrainee('required')
    await one.signIn.change(one.arun, null, '4719')
    const admin = one.store.personByNumber('ADM-1')!
    const form = {
      name: 'Arun Nair',
      number: 'IND-1',
      email: null,
      team: null,
      site: null,
      manager: null,
      left: false,
    }
    one.people.change(one.arun.id, { ...form, role: 'hr' }, one.system.now().toISOString(), admin)
    expect(one.signedIn.blockedBy).toBe('must-change')
    one.signedIn.close()
    expect(await refusal(() => one.signIn.signIn('IND-1', '4719'))).toEqual({ code: 'wrong-secret' })
    expect(await refusal(() => one.signIn.signIn('IND-1', null))).toEqual({ code: 'wrong-secret' })
  })
})

describe('the recovery code', () => {
  it('brings the last administrator back once, and is replaced by a new one', async () => {
    const one = installation()
    const code = await setUp(one)
    one.signedIn.close()
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
    const next = await one.signIn.recover('adm-1', typed, 'a completely new sentence')
    expect(one.signedIn.person?.role).toBe('administrator')
    expect(next).not.toBe(code)
    one.signedIn.close()
    expect(await refusal(() => one.signIn.recover('ADM-1', code, PASSPHRASE))).toEqual({
      code: 'wrong-secret',
    })
    expect(await refusal(() => one.signIn.signIn('ADM-1', PASSPHRASE))).toEqual({ code: 'wrong-secret' })
    await one.signIn.recover('ADM-1', next, PASSPHRASE)
    expect(one.audit('recovered')).toHaveLength(2)
  })

  it('does nothing while another administrator is there, and is not used up by that', async () => {
    const one = installation()
    const code = await setUp(one)
    const ines = one.signedIn.person!
    const bo = one.people.add(
      {
        name: 'Bo Lind',
        number: 'ADM-2',
        role: 'administrator',
        team: null,
        site: null,
        email: null,
        manager: null,
        left: false,
      },
      one.system.now().toISOString(),
      ines,
    )
    const start = (await one.signIn.giveStartSecret(bo, ines))!
    await one.signIn.signIn('ADM-2', start)
    one.signedIn.close()
    const recover = () => one.signIn.recover('ADM-1', code, 'a completely new sentence')
    expect(await refusal(recover)).toEqual({ code: 'other-administrator' })
    // The other administrator has not signed in for a month.
    one.system.pass(31 * DAY)
    await recover()
    expect(one.signedIn.person?.id).toBe(ines.id)
  })

  it('opens nothing for others, and is slowed down like any other secret', async () => {
    const one = await withTrainee('none')
    one.signedIn.close()
    expect(await refusal(() => one.signIn.recover('IND-1', one.code, PASSPHRASE))).toEqual({
      code: 'wrong-secret',
    })
    for (let i = 0; i < 5; i++) await refusal(() => one.signIn.recover('ADM-1', 'AAAA-BBBB', PASSPHRASE))
    expect(await refusal(() => one.signIn.recover('ADM-1', one.code, PASSPHRASE))).toMatchObject({
      code: 'too-many-tries',
    })
  })

  it('can be made anew, which ends the one before', async () => {
    const one = installation()
    const code = await setUp(one)
    const next = await one.signIn.newRecoveryCode(one.signedIn.person!)
    one.signedIn.close()
    expect(await refusal(() => one.signIn.recover('ADM-1', code, PASSPHRASE))).toEqual({
      code: 'wrong-secret',
    })
    await one.signIn.recover('ADM-1', next, PASSPHRASE)
  })
})
