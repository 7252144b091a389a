/** Checks how a connection is stored, who gets its secret, and which names go out. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Fetch } from '../../../src/main/record-store/http'
import { ADMINISTRATOR, installation, type Installation } from './installation'

const open: Installation[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

interface Asked {
  readonly url: string
  readonly authorization: string | undefined
}

/** A network in which every address gives this answer. */
function network(answer: (url: string) => Response | Error) {
  const asked: Asked[] = []
  const fetch: Fetch = (url, init) => {
    asked.push({ url, authorization: init.headers['Authorization'] })
    const given = answer(url)
    return given instanceof Error ? Promise.reject(given) : Promise.resolve(given)
  }
  return { asked, fetch }
}

function make(fetch: Fetch, folder?: string): Installation {
  const made = installation({ fetch, ...(folder !== undefined && { folder }) })
  open.push(made)
  return made
}

const good = (url: string): Response =>
  url.endsWith('/about')
    ? Response.json({ version: ['1.0.3', '2.0.0'] })
    : Response.json({ statements: [], more: '' })

const HOST = 'https://lrs.example.org/xapi'
const given = { address: HOST, key: 'the key', secret: 'a sécret' }
const bodies = (one: Installation) =>
  (one.db.prepare('SELECT body FROM outbox').all() as { body: string }[]).map(({ body }) => body).join('\n')

describe('trying a store', () => {
  it('asks what it is and for one statement, and keeps nothing', async () => {
    const { asked, fetch } = network(good)
    const one = make(fetch)
    expect(await one.recordStore.try(given)).toEqual({ ok: true, mayRead: true })
    const authorization = `Basic ${Buffer.from('the key:a sécret').toString('base64')}`
    expect(asked).toEqual([
      { url: `${HOST}/about`, authorization },
      { url: `${HOST}/statements?limit=1`, authorization },
    ])
    expect(one.recordStore.state().connection).toBeNull()
    expect(readdirSync(one.folder).filter((file) => file.includes('record-store'))).toEqual([])
  })

  it('is content with a key that may only write', async () => {
    const { fetch } = network((url) =>
      url.includes('statements') ? new Response('', { status: 403 }) : good(url),
    )
    expect(await make(fetch).recordStore.try(given)).toEqual({ ok: true, mayRead: false })
  })

  it.each([
    ['credentials', () => new Response('no', { status: 401 })],
    ['not-found', () => new Response('no', { status: 404 })],
    ['not-understood', () => new Response('<html>', { status: 200 })],
    ['version', () => Response.json({ version: ['2.0.0'] })],
    ['server-fault', () => new Response('', { status: 500 })],
    ['unreachable', () => new Error('net::ERR_CONNECTION_REFUSED')],
    ['certificate', () => new Error('net::ERR_CERT_AUTHORITY_INVALID')],
    [
      'certificate',
      () =>
        new TypeError('fetch failed', {
          cause: Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
        }),
    ],
    ['proxy', () => new Error('net::ERR_PROXY_CONNECTION_FAILED')],
    ['redirect', () => new TypeError('fetch failed', { cause: new Error('unexpected redirect') })],
  ] as const)('says what is wrong: %s', async (code, answer) => {
    const { fetch } = network(answer)
    expect(await make(fetch).recordStore.try(given)).toMatchObject({ ok: false, problem: { code } })
  })

  it('sends nothing to an address that is not allowed', async () => {
    const { asked, fetch } = network(good)
    const one = make(fetch)
    expect(await one.recordStore.try({ ...given, address: 'http://lrs.example.org' })).toEqual({
      ok: false,
      fault: 'not-https',
    })
    expect(one.connect('https://a:b@lrs.example.org')).toEqual({ ok: false, fault: 'with-credentials' })
    expect(one.recordStore.state().connection).toBeNull()
    expect(asked).toEqual([])
  })
})

describe('credentials', () => {
  it('lie wrapped in a file of their own, in no table and in no answer', () => {
    const one = make(network(good).fetch)
    one.recordStore.connect({ ...given, homePage: '' }, false, ADMINISTRATOR)
    const file = readFileSync(join(one.folder, 'record-store.key'), 'utf8')
    expect(file.startsWith('wrapped:')).toBe(true)
    const encoded = Buffer.from('the key:a sécret').toString('base64')
    const kept = JSON.stringify([
      one.db.prepare('SELECT * FROM settings').all(),
      one.db.prepare('SELECT * FROM audit').all(),
      one.recordStore.state(),
    ])
    for (const text of ['a sécret', encoded]) {
      expect(kept).not.toContain(text)
      expect(file).not.toContain(text)
    }
  })

  it('go to the store and the key for which they were given, and to no other', async () => {
    const { asked, fetch } = network(good)
    const one = make(fetch)
    one.recordStore.connect({ ...given, homePage: '' }, false, ADMINISTRATOR)
    expect(await one.recordStore.try({ address: HOST, key: 'the key' })).toMatchObject({ ok: true })
    asked.splice(0)
    for (const other of [
      { address: 'https://evil.example.org/xapi', key: 'the key' },
      { address: HOST, key: 'another key' },
    ]) {
      expect(await one.recordStore.try(other)).toEqual({ ok: false, fault: 'secret-missing' })
      expect(one.recordStore.connect({ ...other, homePage: '' }, false, ADMINISTRATOR)).toEqual({
        ok: false,
        fault: 'secret-missing',
      })
    }
    expect(asked).toEqual([])
    expect(one.recordStore.state().connection).toMatchObject({ address: HOST, key: 'the key' })
  })

  it('change together with the connection, whatever fails', () => {
    const one = make(network(good).fetch)
    one.recordStore.connect({ ...given, homePage: '' }, false, ADMINISTRATOR)
    const file = () => readFileSync(join(one.folder, 'record-store.key'), 'utf8')
    const before = [file(), one.recordStore.state().connection]
    one.db.exec(
      `CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'database or disk is full'); END`,
    )
    const other = { address: 'https://other.example.org/xapi', key: 'other', secret: 'its own', homePage: '' }
    expect(() => one.recordStore.connect(other, false, ADMINISTRATOR)).toThrow()
    expect(() => one.recordStore.disconnect(ADMINISTRATOR)).toThrow()
    expect([file(), one.recordStore.state().connection]).toEqual(before)
    one.db.exec('DROP TRIGGER full')
    // If the file can't be written, the connection also stays as it was.
    rmSync(join(one.folder, 'record-store.key'))
    mkdirSync(join(one.folder, 'record-store.key', 'in the way'), { recursive: true })
    expect(() => one.recordStore.connect(other, false, ADMINISTRATOR)).toThrow()
    expect(one.recordStore.state().connection).toEqual(before[1])
  })

  it('that can’t be unwrapped are asked for again; nothing is lost', async () => {
    const { fetch } = network(good)
    const first = make(fetch)
    first.recordStore.connect({ ...given, homePage: '' }, false, ADMINISTRATOR)
    first.play(1, 'one')
    await first.close()
    open.splice(0)
    writeFileSync(join(first.folder, 'record-store.key'), 'wrapped:%%%')
    const second = make(fetch, first.folder)
    second.recordStore.start()
    await second.tick()
    expect(second.recordStore.state()).toMatchObject({
      waiting: 3,
      sender: { phase: 'stopped', problem: { code: 'secret-unreadable' } },
    })
  })

  it('are gone after the store is disconnected; what waits stays', () => {
    const one = make(network(good).fetch)
    one.recordStore.connect({ ...given, homePage: '' }, false, ADMINISTRATOR)
    one.play(1, 'one')
    one.recordStore.disconnect(ADMINISTRATOR)
    expect(readdirSync(one.folder)).not.toContain('record-store.key')
    expect(one.recordStore.state()).toMatchObject({ connection: null, waiting: 3 })
    one.play(2, 'one')
    expect(one.recordStore.state().waiting).toBe(3)
    const acts = (one.db.prepare('SELECT act FROM audit ORDER BY seq').all() as { act: string }[]).map(
      ({ act }) => act,
    )
    expect(acts).toEqual(expect.arrayContaining(['record-store-connected', 'record-store-disconnected']))
  })
})

describe('names', () => {
  it('of what still waits follow a change to pseudonyms before anything goes out', async () => {
    const sent: string[] = []
    const down = new Error('net::ERR_INTERNET_DISCONNECTED')
    let up = false
    const fetch: Fetch = (_url, init) => {
      if (!up) return Promise.reject(down)
      sent.push(init.body ?? '')
      return Promise.resolve(
        Response.json((JSON.parse(init.body ?? '[]') as { id: string }[]).map(({ id }) => id)),
      )
    }
    const one = make(fetch)
    one.recordStore.connect({ ...given, homePage: 'https://meridian.example' }, false, ADMINISTRATOR)
    one.play(1, 'one')
    const { id } = one.store.personByNumber('IND-1')!
    const attempt = one.play(1, 'two')
    await one.tick()
    expect(bodies(one)).toContain('Person 1')
    expect(bodies(one)).toContain('https://meridian.example')
    one.organisation.change({ privacy: 'pseudonymous' }, one.system.now().toISOString(), null)
    up = true
    await one.drain()
    expect(one.recordStore.state().waiting).toBe(0)
    const text = sent.join('\n')
    expect(JSON.parse(sent[0]!)).toHaveLength(8)
    for (const name of ['Person 1', 'IND-1', id, attempt]) expect(text).not.toContain(name)
    // The pseudonym's key is wrapped, and the same after a restart.
    expect(readFileSync(join(one.folder, 'pseudonyms.key'), 'utf8').startsWith('wrapped:')).toBe(true)
  })

  it('are given by one key, so that a person stays one person', () => {
    const { fetch } = network(good)
    const one = make(fetch)
    one.organisation.change({ privacy: 'pseudonymous' }, one.system.now().toISOString(), null)
    one.recordStore.connect({ ...given, homePage: '' }, false, ADMINISTRATOR)
    one.play(1, 'one')
    one.play(1, 'two')
    one.play(2, 'one')
    const actors = one.db
      .prepare(`SELECT DISTINCT body ->> '$.actor.account.name' AS name FROM outbox`)
      .all() as { name: string }[]
    expect(actors).toHaveLength(2)
  })
})

describe('certificates', () => {
  const verbs = (one: Installation) =>
    (
      one.db
        .prepare(
          `SELECT body ->> '$.verb.id' AS verb, body ->> '$.object.id' AS about FROM outbox
       WHERE credential_id IS NOT NULL ORDER BY id`,
        )
        .all() as { verb: string; about: string }[]
    ).map(({ verb, about }) => `${verb.split('/').pop()} ${about.split('/').pop()}`)

  it('are reported when they are earned, issued anew and revoked, each once, without the reason', () => {
    const one = make(network(good).fetch)
    one.recordStore.connect({ ...given, homePage: '' }, false, ADMINISTRATOR)
    one.play(1, 'one')
    one.play(1, 'two')
    const { id: person } = one.store.personByNumber('IND-1')!
    const first = one.store.latestCredential(person, 'short')!.id
    expect(verbs(one)).toEqual([`earned ${first}`])
    const second = one.issuer.reissue(first, ADMINISTRATOR).id
    expect(verbs(one)).toEqual([`earned ${first}`, `had-superseded ${first}`, `earned ${second}`])
    one.issuer.revoke(second, ADMINISTRATOR, 'Somebody else sat the course')
    expect(verbs(one)).toHaveLength(4)
    expect(verbs(one)[3]).toBe(`had-revoked ${second}`)
    expect(bodies(one)).not.toContain('Somebody else')
  })
})

describe('what was changed outside the program', () => {
  it('is not reported; the queue says so', async () => {
    const one = make(network(good).fetch)
    const forged = one.play(1, 'one', 'give')
    one.play(2, 'one')
    one.db.prepare('UPDATE attempts SET earned = possible, passed = 1 WHERE id = ?').run(forged)
    one.recordStore.connect({ ...given, homePage: '' }, true, ADMINISTRATOR)
    await one.drain()
    expect(one.queued().filter((id) => id.startsWith('unwritten'))).toEqual([`unwritten-${forged}`])
    expect(one.recordStore.refused(0, 9)).toMatchObject([
      { body: '', reason: expect.stringContaining('changed outside') as string },
    ])
    // Trying again does not help.
    one.recordStore.retry('all')
    expect(one.recordStore.state().refused).toBe(1)
  })
})

describe('training', () => {
  it('goes on when a statement can’t be written; the queue says so, and it can be tried again', () => {
    const one = make(network(good).fetch)
    one.organisation.change({ privacy: 'pseudonymous' }, one.system.now().toISOString(), null)
    one.recordStore.connect({ ...given, homePage: '' }, false, ADMINISTRATOR)
    writeFileSync(join(one.folder, 'pseudonyms.key'), 'wrapped:%%%')
    const attempt = one.play(1, 'one')
    expect(one.store.attempt(attempt)?.endedAt).not.toBeNull()
    expect(one.recordStore.state()).toMatchObject({ waiting: 0, refused: 1 })
    expect(one.recordStore.refused(0, 1)[0]).toMatchObject({
      body: '',
      reason: expect.stringContaining('pseudonyms.key') as string,
    })
    expect(one.reports).toHaveLength(1)
    writeFileSync(join(one.folder, 'pseudonyms.key'), `plain:${'12'.repeat(32)}`)
    one.recordStore.retry('all')
    expect(one.recordStore.state()).toMatchObject({ waiting: 3, refused: 0 })
  })

  it('writes statements with the attempt or not at all', () => {
    const one = make(network(good).fetch)
    one.recordStore.connect({ ...given, homePage: '' }, false, ADMINISTRATOR)
    one.db.exec(`CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
    expect(() => one.play(1, 'one')).toThrow('disk full')
    expect(
      one.db.prepare('SELECT count(*) AS n FROM attempts WHERE ended_at IS NOT NULL').get(),
    ).toMatchObject({ n: 0 })
    expect(one.queued()).toEqual([])
  })

  it('lets a refused statement be dropped, by someone whom the audit log names', () => {
    const one = make(network(good).fetch)
    one.recordStore.connect({ ...given, homePage: '' }, false, ADMINISTRATOR)
    one.play(1, 'one')
    const [first] = one.recordStore.outbox.next(1, 1)
    expect(one.recordStore.drop(first!.id, ADMINISTRATOR)).toBe(false)
    one.recordStore.outbox.refuse(first!, '400: no', one.system.now().toISOString())
    expect(one.recordStore.drop(first!.id, ADMINISTRATOR)).toBe(true)
    expect(one.recordStore.state()).toMatchObject({ waiting: 2, refused: 0 })
    expect(
      one.db.prepare(`SELECT person_id, detail FROM audit WHERE act = 'statement-dropped'`).get(),
    ).toMatchObject({
      person_id: ADMINISTRATOR,
      detail: JSON.stringify({ statement: first!.statementId }),
    })
  })
})
