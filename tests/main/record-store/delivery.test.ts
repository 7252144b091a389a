/** Sends statements to a real record store, with everything that can go wrong on the way. */
import { describe, expect, it } from 'vitest'
import { startProxy, type Fault, type Seen } from '../../lrs/proxy'
import { held } from '../../lrs/store'
import { atStore } from './at-store'
import { stretched } from '../../time'

const at = atStore()

/** Causes a fault for some posts, and then none. */
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
    const one = at.make()
    expect(one.connect(at.proxy.address)).toBeUndefined()
    one.play(1, 'one')
    one.play(1, 'two')
    one.play(2, 'one', 'give')
    one.play(2, 'two')
    one.play(2, 'one', 'report', 'practice')
    await one.drain()
    // There are 4 assessed attempts of three statements, practice of two, two rounds, and one certificate.
    await at.expectAllOnce(one, 4 * 3 + 2 + 2 + 1)
    expect(at.posts().flatMap(({ ids }) => ids)).toEqual(one.queued())
    expect(at.posts()[0]!.headers).toMatchObject({
      'x-experience-api-version': '1.0.3',
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from('key:secret').toString('base64')}`,
    })
    const verbs = (await held(at.store.address)).map(({ verb }) => verb.id.split('/').pop())
    for (const verb of ['initialized', 'completed', 'passed', 'failed', 'attempted', 'earned'])
      expect(verbs).toContain(verb)
  })

  it('queues nothing without a store, and the earlier records when asked to', async () => {
    const one = at.make()
    for (let i = 1; i <= 130; i += 1) one.play(i, 'one')
    one.play(1, 'two')
    expect(one.queued()).toEqual([])
    one.connect(at.proxy.address, true)
    await one.drain()
    await at.expectAllOnce(one, 131 * 3 + 1 + 1)
    expect(one.recordStore.state().earlier).toBeNull()
    // A second time nothing is sent again.
    const before = at.posts().length
    one.recordStore.sendEarlier('someone')
    await one.drain()
    expect(at.posts()).toHaveLength(before)
  })

  it('keeps everything while the store is down, over restarts, and delivers it once', async () => {
    const first = at.make()
    first.connect('http://127.0.0.1:9/xAPI')
    for (let i = 1; i <= 5; i += 1) {
      first.play(i, 'one')
      await first.tick()
      expect(first.recordStore.state()).toMatchObject({
        waiting: i * 3,
        sender: { phase: 'waiting', problem: { code: 'unreachable' } },
      })
    }
    await first.close()
    at.closedByTest()
    const second = at.make({ folder: first.folder })
    second.recordStore.start()
    await second.tick()
    expect(second.recordStore.state()).toMatchObject({ waiting: 15, sender: { phase: 'waiting' } })
    second.connect(at.proxy.address)
    await second.drain()
    await at.expectAllOnce(second, 15)
  })

  it('backs off exponentially, to a quarter of an hour, and starts afresh after a success', async () => {
    const one = at.make()
    one.connect(at.proxy.address)
    at.proxy.behave(failing(14, { status: 502 }))
    one.play(1, 'one')
    one.waits.splice(0)
    for (let i = 0; i < 14; i += 1) await one.tick()
    // With full jitter these are the longest waits.
    const doubling = Array.from({ length: 14 }, (_, i) => Math.min(900_000, 2000 * 2 ** i))
    expect(one.waits).toEqual(doubling)
    await one.drain()
    await at.expectAllOnce(one, 3)
    at.proxy.behave(failing(1, { status: 500 }))
    one.play(2, 'one')
    await one.tick()
    expect(one.pending()).toBe(2000)
  })

  it('sends again what was cut off before and after the store had taken it', async () => {
    const one = at.make()
    one.connect(at.proxy.address)
    let cuts = 0
    at.proxy.behave(({ method }) => {
      if (method !== 'POST') return 'pass'
      cuts += 1
      return cuts % 3 === 1 ? 'cut-after' : cuts % 3 === 2 ? 'cut-before' : 'pass'
    })
    for (let i = 1; i <= 20; i += 1) one.play(i, 'one')
    await one.drain()
    expect(at.posts().length).toBeGreaterThan(12)
    await at.expectAllOnce(one, 60)
  })

  it('sends again after the program died in the middle of a batch', async () => {
    const first = at.make()
    first.connect(at.proxy.address)
    at.proxy.behave(failing(1, 'cut-after'))
    for (let i = 1; i <= 4; i += 1) first.play(i, 'one')
    await first.tick()
    // The store has ten of them, but this side does not know.
    expect(await at.arrived(first)).toHaveLength(10)
    expect(first.recordStore.state().waiting).toBe(12)
    await first.close()
    at.closedByTest()
    const second = at.make({ folder: first.folder })
    second.recordStore.start()
    await second.drain()
    await at.expectAllOnce(second, 12)
  })

  it('ends while a request is under way, and keeps what it carried', async () => {
    const one = at.make()
    one.connect(at.proxy.address)
    at.proxy.behave(failing(1, 'hang'))
    one.play(1, 'one')
    const ticking = one.tick()
    while (at.posts().length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    const began = Date.now()
    await one.recordStore.stop()
    expect(Date.now() - began).toBeLessThan(stretched(1000))
    await ticking
    expect(one.recordStore.outbox.counts().waiting).toBe(3)
  })

  it('splits a batch that is too large, and keeps to what the store can take', async () => {
    const one = at.make()
    one.connect(at.proxy.address)
    at.proxy.behave(({ method, body }) =>
      method === 'POST' && body.length > 9000 ? { status: 413 } : 'pass',
    )
    for (let i = 1; i <= 12; i += 1) one.play(i, 'one')
    await one.drain()
    await at.expectAllOnce(one, 36)
    const refused = at.posts().filter(({ body }) => body.length > 9000)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(4)
  })

  it.each([
    ['429 with seconds', 429, () => '120', 120_000],
    ['503 with a date', 503, (now: Date) => new Date(now.getTime() + 300_000).toUTCString(), 300_000],
    ['429 with a year', 429, () => '31536000', 86_400_000],
  ] as const)('waits as long as it is told: %s', async (_name, status, header, ms) => {
    const one = at.make()
    one.connect(at.proxy.address)
    one.play(1, 'one')
    const soon = new Date(one.system.now().getTime() + 1500)
    at.proxy.behave(failing(1, { status, headers: { 'Retry-After': header(soon) } }))
    await one.tick()
    expect(one.recordStore.state().sender).toMatchObject({ phase: 'waiting', problem: { code: 'busy' } })
    expect(Math.abs(one.pending()! - ms)).toBeLessThan(stretched(1600))
    // Another attempt does not cut the wait short.
    one.play(2, 'one')
    expect(Math.abs(one.pending()! - ms)).toBeLessThan(stretched(1600))
    await one.drain()
    await at.expectAllOnce(one, 6)
  })

  it.each([401, 403])(
    'stops at %i, also after a restart, until there are other credentials',
    async (status) => {
      const first = at.make()
      first.connect(at.proxy.address)
      at.proxy.behave(({ method }) => (method === 'POST' ? { status, body: 'No such key' } : 'pass'))
      first.play(1, 'one')
      await first.drain()
      const asked = at.posts().length
      expect(first.recordStore.state()).toMatchObject({
        waiting: 3,
        sender: { phase: 'stopped', problem: { code: 'credentials', detail: `${status}: No such key` } },
      })
      first.play(2, 'one')
      await first.drain()
      expect(at.posts()).toHaveLength(asked)
      await first.close()
      at.closedByTest()
      const second = at.make({ folder: first.folder })
      second.recordStore.start()
      await second.drain()
      expect(at.posts()).toHaveLength(asked)
      expect(second.recordStore.state().sender.phase).toBe('stopped')
      at.proxy.behave(() => 'pass')
      second.connect(at.proxy.address)
      await second.drain()
      await at.expectAllOnce(second, 6)
    },
  )

  it('gives up on an answer that does not come', async () => {
    const one = at.make({
      limits: { count: 10, bytes: 100_000, timeoutMs: 1000, firstWaitMs: 2000, longestWaitMs: 10_000 },
    })
    one.connect(at.proxy.address)
    at.proxy.behave(failing(2, 'hang'))
    one.play(1, 'one')
    await one.tick()
    expect(one.recordStore.state().sender.problem?.code).toBe('slow')
    await one.drain()
    await at.expectAllOnce(one, 3)
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
    const one = at.make()
    one.connect(at.proxy.address)
    at.proxy.behave(failing(3, fault))
    one.play(1, 'one')
    await one.tick()
    expect(one.recordStore.state()).toMatchObject({ waiting: 3, refused: 0, sender: { phase: 'waiting' } })
    expect(await at.arrived(one)).toEqual([])
    await one.drain()
    await at.expectAllOnce(one, 3)
  })

  it('does not follow a redirect, and sends the key nowhere else', async () => {
    const one = at.make()
    const other = await startProxy(at.store.address)
    one.connect(at.proxy.address)
    at.proxy.behave(failing(1, { status: 307, headers: { Location: `${other.address}/statements` } }))
    one.play(1, 'one')
    await one.tick()
    expect(one.recordStore.state()).toMatchObject({ waiting: 3, sender: { problem: { code: 'redirect' } } })
    expect(other.seen).toEqual([])
    await other.close()
    await one.drain()
    await at.expectAllOnce(one, 3)
  })

  it('sets the one bad statement aside, with the reason, and delivers the others', async () => {
    const one = at.make()
    one.connect(at.proxy.address)
    for (let i = 1; i <= 7; i += 1) one.play(i, 'one')
    const bad = one.queued()[12]!
    at.proxy.behave(({ method, ids }) =>
      method === 'POST' && ids.includes(bad) ? { status: 400, body: 'Bad  statement' } : 'pass',
    )
    await one.drain()
    expect(one.recordStore.state()).toMatchObject({
      waiting: 0,
      refused: 1,
      sender: { phase: 'idle', problem: null },
    })
    expect(one.recordStore.refused(0, 10)).toMatchObject([{ statementId: bad, reason: '400: Bad statement' }])
    expect(await at.arrived(one)).toHaveLength(20)
    at.proxy.behave(() => 'pass')
    one.recordStore.retry('all')
    await one.drain()
    await at.expectAllOnce(one, 21)
  })

  it('really is told by the store which statement it can’t take', async () => {
    const one = at.make()
    one.connect(at.proxy.address)
    await one.drain()
    for (let i = 1; i <= 3; i += 1) one.play(i, 'one')
    const bad = one.queued()[4]!
    one.db.prepare(`UPDATE outbox SET body = json_remove(body, '$.verb') WHERE statement_id = ?`).run(bad)
    await one.drain()
    expect(one.recordStore.refused(0, 10)).toMatchObject([{ statementId: bad }])
    expect(one.recordStore.refused(0, 10)[0]!.reason).toMatch(/^400: .*verb/)
    expect(await at.arrived(one)).toHaveLength(8)
  })

  it('sets nothing aside when the store refuses everything, itself included', async () => {
    const one = at.make()
    one.connect(at.proxy.address)
    at.proxy.behave(() => ({ status: 400, body: 'Proxy says no' }))
    for (let i = 1; i <= 4; i += 1) one.play(i, 'one')
    await one.tick()
    expect(one.recordStore.state()).toMatchObject({ waiting: 12, refused: 0, sender: { phase: 'waiting' } })
    at.proxy.behave(() => 'pass')
    await one.drain()
    await at.expectAllOnce(one, 12)
  })

  it('counts a statement that the store has already as delivered, and not one that differs', async () => {
    const one = at.make()
    one.connect(at.proxy.address)
    one.play(1, 'one')
    const [same, other] = one.queued()
    const bodies = one.db.prepare('SELECT body FROM outbox ORDER BY id').all() as { body: string }[]
    const put = async (body: string) =>
      expect(
        (
          await fetch(`${at.store.address}/statements`, {
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
    // This store answers 409 only for a differing statement; others do so for an equal one, too.
    at.proxy.behave(({ method, ids }) =>
      method === 'POST' && ids.includes(same!) ? { status: 409 } : 'pass',
    )
    await one.drain()
    expect(one.recordStore.state()).toMatchObject({ waiting: 0, refused: 1 })
    expect(one.recordStore.refused(0, 1)).toMatchObject([{ statementId: other }])
    expect((await at.arrived(one)).sort()).toEqual(one.queued().sort())
  })

  it('never has two requests under way, and loses nothing that is written meanwhile', async () => {
    const one = at.make()
    one.connect(at.proxy.address)
    for (let i = 1; i <= 10; i += 1) one.play(i, 'one')
    const ticking = one.tick()
    for (let i = 11; i <= 20; i += 1) {
      one.play(i, 'one')
      one.recordStore.sendNow()
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await ticking
    await one.drain()
    await at.expectAllOnce(one, 60)
    const sent = at.posts().flatMap(({ ids }) => ids)
    expect(sent).toEqual(one.queued())
  })

  it('sends nothing while it is paused, and everything afterwards', async () => {
    const one = at.make()
    one.connect(at.proxy.address)
    one.recordStore.pause(true, 'someone')
    one.play(1, 'one')
    await one.drain()
    expect(at.posts()).toEqual([])
    expect(one.recordStore.state()).toMatchObject({ waiting: 3, connection: { paused: true } })
    one.recordStore.pause(false, 'someone')
    await one.drain()
    await at.expectAllOnce(one, 3)
  })
})
