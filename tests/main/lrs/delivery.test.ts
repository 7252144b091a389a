/** The way to a record store, against a real one, with everything that can go wrong on it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { held, startStore, type TestStore } from '../../lrs/store'
import { startProxy, type Fault, type Proxy, type Seen } from '../../lrs/proxy'
import { ADMINISTRATOR, installation, type Installation } from './installation'

let store: TestStore
let proxy: Proxy
const open: Installation[] = []

const make = (...options: Parameters<typeof installation>): Installation => {
  const made = installation(...options)
  open.push(made)
  return made
}

beforeAll(async () => {
  store = await startStore()
  proxy = await startProxy(store.address)
}, 300_000)
afterEach(async () => {
  proxy.behave(() => 'pass')
  await Promise.all(open.splice(0).map((one) => one.close()))
  proxy.seen.splice(0)
})
afterAll(async () => {
  await proxy?.close()
  await store?.kill()
})

/** The ids that the store holds of those that an installation queued, each as often as it is there. */
async function arrived(one: Installation): Promise<string[]> {
  const own = new Set(one.queued())
  return (await held(store.address)).map(({ id }) => id).filter((id) => own.has(id))
}

/** Nothing lost, nothing doubled. */
async function expectAllOnce(one: Installation, count: number): Promise<void> {
  expect(one.queued()).toHaveLength(count)
  expect((await arrived(one)).sort()).toEqual(one.queued().sort())
  expect(one.lrs.state()).toMatchObject({ waiting: 0, refused: 0 })
}

const posts = () => proxy.seen.filter(({ method }) => method === 'POST')

/** Behaves like this for so many posts, and then well. */
function failing(times: number, fault: Fault): (seen: Seen) => Fault {
  let left = times
  return ({ method }) => {
    if (method !== 'POST' || left === 0) return 'pass'
    left -= 1
    return fault
  }
}

describe('delivery', () => {
  it('takes attempts, courses and certificates to the store, in their order', async () => {
    const one = make()
    expect(one.connect(proxy.address)).toBeUndefined()
    one.play(1, 'one')
    one.play(1, 'two')
    one.play(2, 'one', 'give')
    one.play(2, 'two')
    one.play(2, 'one', 'report', 'practice')
    await one.drain()
    // 4 assessed attempts of three statements, practice of two, two rounds, one certificate.
    await expectAllOnce(one, 4 * 3 + 2 + 2 + 1)
    expect(posts().flatMap(({ ids }) => ids)).toEqual(one.queued())
    expect(posts()[0]!.headers).toMatchObject({
      'x-experience-api-version': '1.0.3',
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from('key:secret').toString('base64')}`,
    })
    const verbs = (await held(store.address)).map(({ verb }) => verb.id.split('/').pop())
    for (const verb of ['initialized', 'completed', 'passed', 'failed', 'attempted', 'earned'])
      expect(verbs).toContain(verb)
  })

  it('queues nothing without a store, and the earlier records when asked to', async () => {
    const one = make()
    for (let i = 1; i <= 130; i += 1) one.play(i, 'one')
    one.play(1, 'two')
    expect(one.queued()).toEqual([])
    one.connect(proxy.address, true)
    await one.drain()
    await expectAllOnce(one, 131 * 3 + 1 + 1)
    expect(one.lrs.state().earlier).toBeNull()
    // A second time nothing goes out again.
    const before = posts().length
    one.lrs.sendEarlier('someone')
    await one.drain()
    expect(posts()).toHaveLength(before)
  })

  it('keeps everything while the store is down, over restarts, and delivers it once', async () => {
    const first = make()
    first.connect('http://127.0.0.1:9/xAPI')
    for (let i = 1; i <= 5; i += 1) {
      first.play(i, 'one')
      await first.tick()
      expect(first.lrs.state()).toMatchObject({
        waiting: i * 3,
        sender: { phase: 'waiting', problem: { code: 'unreachable' } },
      })
    }
    await first.close()
    open.splice(0)
    const second = make({ folder: first.folder })
    second.lrs.start()
    await second.tick()
    expect(second.lrs.state()).toMatchObject({ waiting: 15, sender: { phase: 'waiting' } })
    second.connect(proxy.address)
    await second.drain()
    await expectAllOnce(second, 15)
  })

  it('backs off exponentially, to a quarter of an hour, and starts afresh after a success', async () => {
    const one = make()
    one.connect(proxy.address)
    proxy.behave(failing(14, { status: 502 }))
    one.play(1, 'one')
    one.waits.splice(0)
    for (let i = 0; i < 14; i += 1) await one.tick()
    // Full jitter, with the longest of it in these tests.
    const doubling = Array.from({ length: 14 }, (_, i) => Math.min(900_000, 2000 * 2 ** i))
    expect(one.waits).toEqual(doubling)
    await one.drain()
    await expectAllOnce(one, 3)
    proxy.behave(failing(1, { status: 500 }))
    one.play(2, 'one')
    await one.tick()
    expect(one.pending()).toBe(2000)
  })

  it('sends again what was cut off before and after the store had taken it', async () => {
    const one = make()
    one.connect(proxy.address)
    let cuts = 0
    proxy.behave(({ method }) => {
      if (method !== 'POST') return 'pass'
      cuts += 1
      return cuts % 3 === 1 ? 'cut-after' : cuts % 3 === 2 ? 'cut-before' : 'pass'
    })
    for (let i = 1; i <= 20; i += 1) one.play(i, 'one')
    await one.drain()
    expect(posts().length).toBeGreaterThan(12)
    await expectAllOnce(one, 60)
  })

  it('sends again after the program died in the middle of a batch', async () => {
    const first = make()
    first.connect(proxy.address)
    proxy.behave(failing(1, 'cut-after'))
    for (let i = 1; i <= 4; i += 1) first.play(i, 'one')
    await first.tick()
    // The store has ten of them; nothing here says so.
    expect(await arrived(first)).toHaveLength(10)
    expect(first.lrs.state().waiting).toBe(12)
    await first.close()
    open.splice(0)
    const second = make({ folder: first.folder })
    second.lrs.start()
    await second.drain()
    await expectAllOnce(second, 12)
  })

  it('ends while a request is under way, and keeps what it carried', async () => {
    const one = make()
    one.connect(proxy.address)
    proxy.behave(failing(1, 'hang'))
    one.play(1, 'one')
    const ticking = one.tick()
    while (posts().length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    const began = Date.now()
    await one.lrs.stop()
    expect(Date.now() - began).toBeLessThan(1000)
    await ticking
    expect(one.lrs.outbox.counts().waiting).toBe(3)
  })

  it('splits a batch that is too large, and keeps to what the store can take', async () => {
    const one = make()
    one.connect(proxy.address)
    proxy.behave(({ method, body }) => (method === 'POST' && body.length > 9000 ? { status: 413 } : 'pass'))
    for (let i = 1; i <= 12; i += 1) one.play(i, 'one')
    await one.drain()
    await expectAllOnce(one, 36)
    const refused = posts().filter(({ body }) => body.length > 9000)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(4)
  })

  it.each([
    ['429 with seconds', 429, () => '120', 120_000],
    ['503 with a date', 503, (now: Date) => new Date(now.getTime() + 300_000).toUTCString(), 300_000],
    ['429 with a year', 429, () => '31536000', 86_400_000],
  ] as const)('waits as long as it is told: %s', async (_name, status, header, ms) => {
    const one = make()
    one.connect(proxy.address)
    one.play(1, 'one')
    const soon = new Date(one.around.now().getTime() + 1500)
    proxy.behave(failing(1, { status, headers: { 'Retry-After': header(soon) } }))
    await one.tick()
    expect(one.lrs.state().sender).toMatchObject({ phase: 'waiting', problem: { code: 'busy' } })
    expect(Math.abs(one.pending()! - ms)).toBeLessThan(1600)
    // Another attempt does not cut the wait short.
    one.play(2, 'one')
    expect(Math.abs(one.pending()! - ms)).toBeLessThan(1600)
    await one.drain()
    await expectAllOnce(one, 6)
  })

  it.each([401, 403])(
    'stops at %i, also after a restart, until there are other credentials',
    async (status) => {
      const first = make()
      first.connect(proxy.address)
      proxy.behave(({ method }) => (method === 'POST' ? { status, body: 'No such key' } : 'pass'))
      first.play(1, 'one')
      await first.drain()
      const asked = posts().length
      expect(first.lrs.state()).toMatchObject({
        waiting: 3,
        sender: { phase: 'stopped', problem: { code: 'credentials', detail: `${status}: No such key` } },
      })
      first.play(2, 'one')
      await first.drain()
      expect(posts()).toHaveLength(asked)
      await first.close()
      open.splice(0)
      const second = make({ folder: first.folder })
      second.lrs.start()
      await second.drain()
      expect(posts()).toHaveLength(asked)
      expect(second.lrs.state().sender.phase).toBe('stopped')
      proxy.behave(() => 'pass')
      second.connect(proxy.address)
      await second.drain()
      await expectAllOnce(second, 6)
    },
  )

  it('gives up on an answer that does not come', async () => {
    const one = make({ limits: { count: 10, bytes: 100_000, timeoutMs: 150, baseMs: 2000, capMs: 10_000 } })
    one.connect(proxy.address)
    proxy.behave(failing(2, 'hang'))
    one.play(1, 'one')
    await one.tick()
    expect(one.lrs.state().sender.problem?.code).toBe('slow')
    await one.drain()
    await expectAllOnce(one, 3)
  })

  it.each([
    [
      'a page',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in to the network</html>' },
    ],
    ['nothing', { status: 200 }],
    ['other ids', { status: 200, body: JSON.stringify(['8f8f8f8f-0000-4000-8000-000000000000']) }],
    ['an object', { status: 200, body: '{"ok":true}' }],
    ['no content', { status: 204 }],
    ['a strange status', { status: 418, body: 'teapot' }],
    ['a page that is not there', { status: 404 }],
  ] as const)('does not take garbage for a delivery: %s', async (_name, fault) => {
    const one = make()
    one.connect(proxy.address)
    proxy.behave(failing(3, fault))
    one.play(1, 'one')
    await one.tick()
    expect(one.lrs.state()).toMatchObject({ waiting: 3, refused: 0, sender: { phase: 'waiting' } })
    expect(await arrived(one)).toEqual([])
    await one.drain()
    await expectAllOnce(one, 3)
  })

  it('does not follow a redirect, and sends the key nowhere else', async () => {
    const one = make()
    const other = await startProxy(store.address)
    one.connect(proxy.address)
    proxy.behave(failing(1, { status: 307, headers: { Location: `${other.address}/statements` } }))
    one.play(1, 'one')
    await one.tick()
    expect(one.lrs.state()).toMatchObject({ waiting: 3, sender: { problem: { code: 'redirect' } } })
    expect(other.seen).toEqual([])
    await other.close()
    await one.drain()
    await expectAllOnce(one, 3)
  })

  it('sets the one bad statement aside, with the reason, and delivers the others', async () => {
    const one = make()
    one.connect(proxy.address)
    for (let i = 1; i <= 7; i += 1) one.play(i, 'one')
    const bad = one.queued()[12]!
    proxy.behave(({ method, ids }) =>
      method === 'POST' && ids.includes(bad) ? { status: 400, body: 'Bad  statement' } : 'pass',
    )
    await one.drain()
    expect(one.lrs.state()).toMatchObject({
      waiting: 0,
      refused: 1,
      sender: { phase: 'idle', problem: null },
    })
    expect(one.lrs.refused(0, 10)).toMatchObject([{ statementId: bad, reason: '400: Bad statement' }])
    expect(await arrived(one)).toHaveLength(20)
    proxy.behave(() => 'pass')
    one.lrs.retry('all')
    await one.drain()
    await expectAllOnce(one, 21)
  })

  it('really is told by the store which statement it can’t take', async () => {
    const one = make()
    one.connect(proxy.address)
    await one.drain()
    for (let i = 1; i <= 3; i += 1) one.play(i, 'one')
    const bad = one.queued()[4]!
    one.db.prepare(`UPDATE outbox SET body = json_remove(body, '$.verb') WHERE statement_id = ?`).run(bad)
    await one.drain()
    expect(one.lrs.refused(0, 10)).toMatchObject([{ statementId: bad }])
    expect(one.lrs.refused(0, 10)[0]!.reason).toMatch(/^400: .*verb/)
    expect(await arrived(one)).toHaveLength(8)
  })

  it('sets nothing aside when the store refuses everything, itself included', async () => {
    const one = make()
    one.connect(proxy.address)
    proxy.behave(() => ({ status: 400, body: 'Proxy says no' }))
    for (let i = 1; i <= 4; i += 1) one.play(i, 'one')
    await one.tick()
    expect(one.lrs.state()).toMatchObject({ waiting: 12, refused: 0, sender: { phase: 'waiting' } })
    proxy.behave(() => 'pass')
    await one.drain()
    await expectAllOnce(one, 12)
  })

  it('counts a statement that the store has already as delivered, and not one that differs', async () => {
    const one = make()
    one.connect(proxy.address)
    one.play(1, 'one')
    const [same, other] = one.queued()
    const bodies = one.db.prepare('SELECT body FROM outbox ORDER BY id').all() as { body: string }[]
    const put = async (body: string) =>
      expect(
        (
          await fetch(`${store.address}/statements`, {
            method: 'POST',
            headers: {
              Authorization: 'Basic a2V5OnNlY3JldA==',
              'X-Experience-API-Version': '1.0.3',
              'Content-Type': 'application/json',
            },
            body,
          })
        ).status,
      ).toBe(200)
    await put(bodies[0]!.body)
    await put(JSON.stringify({ ...JSON.parse(bodies[1]!.body), timestamp: '2020-01-01T00:00:00.000Z' }))
    // This store answers 409 for the one that differs; for the same one others do, too.
    proxy.behave(({ method, ids }) => (method === 'POST' && ids.includes(same!) ? { status: 409 } : 'pass'))
    await one.drain()
    expect(one.lrs.state()).toMatchObject({ waiting: 0, refused: 1 })
    expect(one.lrs.refused(0, 1)).toMatchObject([{ statementId: other }])
    expect((await arrived(one)).sort()).toEqual(one.queued().sort())
  })

  /** As stores that know a statement already answer: with the new ids alone, or with nothing when none is new. */
  function namingOnlyNew(): (seen: Seen) => Fault {
    const known = new Set<string>()
    return ({ method, ids }) => {
      if (method !== 'POST') return 'pass'
      const fresh = ids.filter((id) => !known.has(id))
      for (const id of ids) known.add(id)
      return { says: fresh.length === 0 ? { status: 204 } : { status: 200, body: JSON.stringify(fresh) } }
    }
  }
  const gets = () => proxy.seen.filter(({ method, path }) => method === 'GET' && path.includes('tatementId='))

  it('goes on when a store names only what is new to it, or answers a repeated post with nothing', async () => {
    const one = make()
    one.connect(proxy.address)
    const naming = namingOnlyNew()
    let cuts = 0
    proxy.behave((seen) => {
      const fault = naming(seen)
      // The first answer is lost on the way, so that all of it is sent again with what was written meanwhile.
      if (seen.method === 'POST' && (cuts += 1) === 1) return 'cut-after'
      return fault
    })
    one.play(1, 'one')
    await one.tick()
    expect(one.lrs.state()).toMatchObject({ waiting: 3 })
    one.play(2, 'one')
    await one.drain()
    await expectAllOnce(one, 6)
    expect(gets()).toHaveLength(3)
    // Everything once more, with nothing new in it.
    one.db.exec('DELETE FROM outbox')
    one.lrs.sendEarlier(ADMINISTRATOR)
    one.lrs.sendNow()
    await one.drain()
    expect(one.lrs.state()).toMatchObject({
      waiting: 0,
      refused: 0,
      sender: { phase: 'idle', problem: null },
    })
  })

  it.each([
    ['nothing', { status: 204 }],
    ['an empty list', { status: 200, body: '[]' }],
    ['other ids', { status: 200, body: '["00000000-0000-4000-8000-000000000000"]' }],
    ['202 and no ids', { status: 202 }],
  ])('asks for each statement when the store says %s', async (_what, says) => {
    const one = make()
    one.connect(proxy.address)
    proxy.behave(({ method }) => (method === 'POST' ? { says } : 'pass'))
    one.play(1, 'one')
    await one.drain()
    await expectAllOnce(one, 3)
    expect(gets()).toHaveLength(3)
  })

  it('sets a statement aside that a store says to have taken and never has, and sends the others', async () => {
    const one = make()
    one.connect(proxy.address)
    let lost: string | undefined
    proxy.behave(({ method, ids }) => {
      if (method !== 'POST') return 'pass'
      lost ??= ids[1]
      // Alone, and as the whole of a batch, this store drops it and says that all is well.
      return ids.includes(lost!) ? { status: 204 } : 'pass'
    })
    one.play(1, 'one')
    await one.tick()
    expect(one.lrs.state().sender).toMatchObject({ phase: 'waiting', problem: { code: 'not-held' } })
    await one.drain()
    expect(one.lrs.state()).toMatchObject({ waiting: 0 })
    expect(one.lrs.refused(0, 10).map(({ statementId }) => statementId)).toContain(lost)
  })

  it('takes the word of a store whose key may not read', async () => {
    const one = make()
    one.connect(proxy.address)
    proxy.behave(({ method }) => (method === 'POST' ? { says: { status: 204 } } : { status: 403 }))
    one.play(1, 'one')
    await one.drain()
    expect(one.lrs.state()).toMatchObject({ waiting: 0, refused: 0, sender: { problem: null } })
    // Of one with the same id nobody here can tell whether it says the same; the others go on.
    proxy.behave(({ method, ids }) => {
      if (method !== 'POST') return { status: 403 }
      return ids.length === 1 ? { status: 204 } : { status: 409 }
    })
    one.play(2, 'one')
    await one.drain()
    expect(one.lrs.state()).toMatchObject({ waiting: 0, refused: 0 })
    proxy.behave(({ method }) => (method === 'POST' ? { status: 409 } : { status: 403 }))
    one.play(3, 'one')
    await one.drain()
    expect(one.lrs.state()).toMatchObject({ waiting: 0, refused: 3, sender: { problem: null } })
  })

  it('counts what somebody voided in the store as arrived', async () => {
    const one = make()
    one.connect(proxy.address)
    proxy.behave(({ method, path }) => {
      if (method === 'POST') return { says: { status: 204 } }
      return path.includes('?statementId=') ? { status: 404 } : { status: 200, body: bodyOfVoided(path) }
    })
    const bodyOfVoided = (path: string) => {
      const id = new URL(path, 'http://x').searchParams.get('voidedStatementId')
      return posts()
        .flatMap(({ body }) => JSON.parse(body) as { id: string }[])
        .filter((statement) => statement.id === id)
        .map((statement) => JSON.stringify(statement))[0]!
    }
    one.play(1, 'one')
    await one.drain()
    expect(one.lrs.state()).toMatchObject({ waiting: 0, refused: 0 })
  })

  it('never has two requests under way, and loses nothing that is written meanwhile', async () => {
    const one = make()
    one.connect(proxy.address)
    for (let i = 1; i <= 10; i += 1) one.play(i, 'one')
    const ticking = one.tick()
    for (let i = 11; i <= 20; i += 1) {
      one.play(i, 'one')
      one.lrs.sendNow()
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await ticking
    await one.drain()
    await expectAllOnce(one, 60)
    const sent = posts().flatMap(({ ids }) => ids)
    expect(sent).toEqual(one.queued())
  })

  it('sends nothing while it is paused, and everything afterwards', async () => {
    const one = make()
    one.connect(proxy.address)
    one.lrs.pause(true, 'someone')
    one.play(1, 'one')
    await one.drain()
    expect(posts()).toEqual([])
    expect(one.lrs.state()).toMatchObject({ waiting: 3, connection: { paused: true } })
    one.lrs.pause(false, 'someone')
    await one.drain()
    await expectAllOnce(one, 3)
  })
})
