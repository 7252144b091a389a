import { describe, expect, it } from 'vitest'
import { visibleCertificate } from '../../../src/main/credentials/certificate-access'
import { courseStates } from '../../../src/main/learn/courses'
import { Attempts } from '../../../src/main/learn/attempts'
import { PeopleChanges, type PeopleChangesNeeds } from '../../../src/main/people/people-changes'
import { EarlierResults } from '../../../src/main/people/earlier-results'
import { hashSecret } from '../../../src/main/people/hash'
import { SecretStore } from '../../../src/main/store/tables/secrets'
import { SignInTries } from '../../../src/main/store/tables/sign-in-tries'
import { finish, installation, priya } from '../installation'
import { issuerOn } from '../issuer'

const BOSS = '00000000-0000-4000-8000-00000000b055'

/** Priya has a PIN of her own and has played to a bad end. */
async function played() {
  const the = installation()
  const { db, organisation, system, store, library } = the
  const secrets = new SecretStore(db)
  const at = () => system.now().toISOString()
  store.addPerson({ id: BOSS, name: 'Ana Silva', number: 'A-1', role: 'administrator' }, at())
  organisation.change({ privacy: 'pseudonymous' }, at(), null)
  const earlier = new EarlierResults({ db, organisation, secrets, tries: new SignInTries(db), system })
  const attempts = new Attempts(
    store,
    library,
    system,
    () => 'Meridian',
    () => 'en',
    [],
    () => {},
    earlier,
  )
  const set = async (pin: string, by: string, given = false) =>
    secrets.set(priya.id, 'pin', await hashSecret(pin), given, at(), by)
  await set('4826', priya.id)
  system.pass(60_000)
  const attempt = finish({ ...the, attempts }, priya, { good: false })
  system.pass(60_000)
  const courses = () => courseStates(priya, store, library, new Map(), earlier.closedBefore(priya.id))
  return { ...the, attempts, secrets, earlier, set, attempt, courses }
}

describe('results from before a secret was replaced', () => {
  it('are open to whoever changes their own PIN', async () => {
    const the = await played()
    await the.set('7391', priya.id)
    expect(the.earlier.state(priya.id)).toBeNull()
    expect(the.courses()[0]).toMatchObject({ closed: false, result: { attacks: 1, critical: ['leaked'] } })
    the.close()
  })

  it('are closed to whoever comes in with a PIN that somebody else gave', async () => {
    const the = await played()
    await the.set('1593', BOSS, true)
    expect(the.earlier.state(priya.id)).toMatchObject({ by: 'Ana Silva', closed: true, confirm: true })
    await the.set('7391', priya.id)
    expect(the.earlier.state(priya.id)).toMatchObject({ by: 'Ana Silva', closed: true, confirm: true })
    // Neither the result nor the failed round is told.
    expect(the.courses()[0]).toMatchObject({
      closed: true,
      round: 1,
      result: { attacks: 0, hits: 0, critical: [], complete: false },
      modules: [{ state: 'open', attempt: null, outcome: null, critical: false }],
    })
    expect(() => the.attempts.resume(priya, the.attempt)).toThrow(/closed/)
    the.close()
  })

  it('open with the PIN from before, and with no other', async () => {
    const the = await played()
    await the.set('1593', BOSS, true)
    await the.set('7391', priya.id)
    for (const wrong of ['7391', '1593', '0000']) {
      await expect(the.earlier.confirm(priya, wrong)).rejects.toMatchObject({ code: 'wrong-secret' })
    }
    await the.earlier.confirm(priya, '4826')
    expect(the.courses()[0]).toMatchObject({ closed: false, result: { critical: ['leaked'] } })
    expect(the.attempts.resume(priya, the.attempt)).toMatchObject({ ended: true })
    expect(the.db.prepare("SELECT 1 FROM audit WHERE act = 'earlier-results-opened'").get()).toBeDefined()
    the.close()
  })

  it('make whoever guesses wait, also after another reset', async () => {
    const the = await played()
    await the.set('1593', BOSS, true)
    for (let n = 0; n < 5; n += 1) {
      await expect(the.earlier.confirm(priya, `900${n}`)).rejects.toMatchObject({ code: 'wrong-secret' })
    }
    await the.set('2604', BOSS, true)
    new SignInTries(the.db).forget(priya.number)
    await expect(the.earlier.confirm(priya, '4826')).rejects.toMatchObject({ code: 'too-many-tries' })
    the.close()
  })

  it('let whoever forgot everything go on: the course begins anew, in a round of its own', async () => {
    const the = await played()
    await the.set('1593', BOSS, true)
    await the.set('7391', priya.id)
    the.system.pass(60_000)
    finish(the, priya)
    const rounds = the.db.prepare('SELECT round FROM attempts ORDER BY started_at').all()
    expect(rounds).toEqual([{ round: 1 }, { round: 2 }])
    expect(the.courses()[0]).toMatchObject({ result: { attacks: 1, hits: 1, passed: true } })
    the.close()
  })

  it('stay closed to somebody who never had a secret, and to who came in by the number alone', async () => {
    const the = await played()
    the.db.exec('DELETE FROM secrets')
    await the.set('7391', priya.id)
    expect(the.earlier.state(priya.id)).toMatchObject({ closed: true, confirm: false })
    the.close()
  })

  it('leave a certificate closed that HR issued anew, or late, after the PIN was replaced', async () => {
    const the = await played()
    the.db.exec('DELETE FROM decisions; DELETE FROM attempts')
    finish(the, priya)
    const course = the.library.course('short')!
    const { issuer, credentials } = issuerOn(the)
    const issue = () => the.db.transaction(() => issuer.issue(priya, course, BOSS)!)()
    const open = (id: string) => visibleCertificate({ ...the, issuer, credentials }, id, priya)
    const first = issue()
    the.system.pass(60_000)
    expect(open(first.id).certificate.scorePercent).toBe(100)
    await the.set('1593', BOSS, true)
    await the.set('7391', priya.id)
    the.system.pass(60_000)
    expect(() => open(first.id)).toThrow(/closed/)
    const anew = issuer.reissue(first.id, BOSS)
    expect(() => open(anew.id)).toThrow(/closed/)
    expect(the.courses()[0]).toMatchObject({ certificate: null, refreshers: [] })
    // One that waited, because no font had a letter of the name, comes late.
    the.db.exec('DELETE FROM credentials')
    const late = issue()
    expect(() => open(late.id)).toThrow(/closed/)
    expect(the.courses()[0]).toMatchObject({ certificate: null })
    await the.earlier.confirm(priya, '4826')
    expect(open(late.id).certificate.scorePercent).toBe(100)
    expect(the.courses()[0]).toMatchObject({ certificate: { id: late.id } })
    the.close()
  })

  it('close the copy of everything also where certificates alone are left of them', async () => {
    const the = await played()
    the.db.exec('DELETE FROM decisions; DELETE FROM attempts')
    finish(the, priya)
    the.db.transaction(() => issuerOn(the).issuer.issue(priya, the.library.course('short')!, null))()
    the.db.exec('DELETE FROM decisions; DELETE FROM attempts')
    the.system.pass(60_000)
    await the.set('1593', BOSS, true)
    expect(the.earlier.state(priya.id)).toMatchObject({ closed: true, confirm: true })
    the.close()
  })

  it('are not told by the number of the round that is begun after them', async () => {
    const the = await played()
    for (const _ of [1, 2]) {
      finish(the, priya, { good: false })
      the.system.pass(60_000)
    }
    expect(the.courses()[0]).toMatchObject({ round: 3 })
    await the.set('1593', BOSS, true)
    await the.set('7391', priya.id)
    the.system.pass(60_000)
    expect(the.courses()[0]).toMatchObject({ round: 1 })
    finish(the, priya)
    expect(the.courses()[0]).toMatchObject({ round: 1, result: { passed: true } })
    await the.earlier.confirm(priya, '4826')
    expect(the.courses()[0]).toMatchObject({ round: 4, result: { passed: true } })
    the.close()
  })

  it('are closed in pseudonymous mode alone', async () => {
    const the = await played()
    await the.set('1593', BOSS, true)
    the.db.exec(`UPDATE attempts SET ended_at = NULL`)
    the.organisation.change({ privacy: 'named' }, the.system.now().toISOString(), null)
    expect(the.earlier.closedBefore(priya.id)).toBeNull()
    expect(the.earlier.state(priya.id)).toBeNull()
    the.close()
  })
})

describe('a new PIN in pseudonymous mode', () => {
  it('is given by an administrator, not by HR', async () => {
    const the = await played()
    const peopleChanges = new PeopleChanges({
      organisation: the.organisation,
      people: { one: () => priya },
      signIn: { giveStartSecret: () => Promise.resolve('159357') },
      system: the.system,
    } as unknown as PeopleChangesNeeds)
    const ask = async (role: 'hr' | 'administrator') =>
      peopleChanges.resetSecret(priya.id, { id: BOSS, name: 'A', number: 'A-1', role })
    await expect(ask('hr')).rejects.toMatchObject({ code: 'administrator-resets' })
    expect(await ask('administrator')).toBe('159357')
    the.close()
  })
})
