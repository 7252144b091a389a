/** Tests the queue against answers that no real store gives on request. */
import { describe, expect, it } from 'vitest'
import type { Fetch } from '../../../src/main/record-store/http'
import { LIMITS, Sender } from '../../../src/main/record-store/sender'
import type { Outbox, Waiting } from '../../../src/main/store/tables/outbox'

const NOW = new Date('2026-11-29T12:00:00Z')

interface Asked {
  readonly method: string
  readonly path: string
  readonly ids: readonly string[]
}

/** Returns a sender with statements of the given size in its queue, and what became of them. */
function queue(answer: (asked: Asked) => Response | Error, { count = 4, size = 100 } = {}) {
  const waiting: Waiting[] = Array.from({ length: count }, (_, id) => ({
    id,
    statementId: `s${id}`,
    body: JSON.stringify({ id: `s${id}`, text: 'x'.repeat(size) }),
  }))
  const delivered: string[] = []
  const refused: string[] = []
  const sizes: number[] = []
  const take = (one: Waiting) => waiting.splice(waiting.indexOf(one), 1)
  const outbox = {
    next(most: number, bytes: number) {
      const batch: Waiting[] = []
      let length = 2
      for (const one of waiting.slice(0, most)) {
        length += one.body.length + 1
        if (batch.length > 0 && length > bytes) break
        batch.push(one)
      }
      return batch
    },
    delivered(batch: readonly Waiting[]) {
      for (const one of batch) delivered.push(take(one)[0]!.statementId)
    },
    refuse(one: Waiting) {
      refused.push(take(one)[0]!.statementId)
    },
  } as unknown as Outbox
  const fetch: Fetch = async (url, { method, body }) => {
    const ids = body ? (JSON.parse(body) as { id: string }[]).map(({ id }) => id) : []
    if (body) sizes.push(body.length)
    const answered = answer({ method, path: url.replace('https://store', ''), ids })
    if (answered instanceof Error) throw answered
    return answered
  }
  const waits: number[] = []
  const clock = {
    now: () => NOW,
    random: () => 0,
    later: (_call: () => void, ms: number) => {
      waits.push(ms)
      return () => {}
    },
  }
  const connection = { address: 'https://store', authorization: 'Basic x' }
  const sender = new Sender(
    outbox,
    () => connection,
    fetch,
    clock,
    () => false,
    () => {},
    (error) => {
      throw error
    },
    LIMITS,
  )
  return { sender, waiting, delivered, refused, sizes, waits }
}

const says = (status: number, body: unknown = undefined, headers: Record<string, string> = {}) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers })
const named = ({ ids }: Asked) => says(200, ids)

describe('what a store answers', () => {
  it('a statement that it can’t process (422) holds up no other', async () => {
    const all = queue((asked) => {
      if (asked.path === '/about') return says(200, { version: ['1.0.3'] })
      return asked.ids.includes('s2') ? says(422, { error: 'no' }) : named(asked)
    })
    await all.sender.run()
    expect(all.delivered).toEqual(['s0', 's1', 's3'])
    expect(all.refused).toEqual(['s2'])
  })

  it('a statement at which it fails each time (500) holds up no other for long', async () => {
    const all = queue(
      (asked) => (asked.ids.some((id) => ['s2', 's5'].includes(id)) ? says(500) : named(asked)),
      {
        count: 9,
      },
    )
    for (let run = 0; run < 5; run += 1) {
      await all.sender.run()
      expect(all.sender.state()).toMatchObject({ phase: 'waiting', problem: { code: 'server-fault' } })
    }
    expect(all.refused).toEqual([])
    await all.sender.run()
    expect(all.sender.state().phase).toBe('idle')
    expect(all.delivered).toEqual(['s0', 's1', 's3', 's4', 's6', 's7', 's8'])
    expect(all.refused).toEqual(['s2', 's5'])
  })

  it.each([
    ['everything', () => says(500)],
    ['for a time that it names', () => says(500, undefined, { 'Retry-After': '60' })],
    ['in between', ({ ids }: Asked) => says(ids.length > 1 ? 500 : 503)],
  ])('a store that fails at %s is waited for, and is asked little', async (_, answer) => {
    const all = queue(answer, { count: 100 })
    for (let run = 0; run < 20; run += 1) await all.sender.run()
    expect([all.delivered, all.refused, all.waiting.length]).toEqual([[], [], 100])
    expect(all.sizes.length).toBeLessThan(20 * 16)
  })

  it.each([[{ ids: ['s0'] }], ['s0'], [{ stored: true }], [null]])(
    'other JSON than a list of ids (%j) is no reason to send what it has for ever',
    async (body) => {
      const statement = { id: 's0', text: 'x'.repeat(100) }
      const all = queue(({ method }) => (method === 'POST' ? says(200, body) : says(200, statement)), {
        count: 1,
      })
      await all.sender.run()
      expect(all.sizes).toHaveLength(1)
      expect(all.delivered).toEqual(['s0'])
    },
  )

  it('a page in place of JSON delivers nothing', async () => {
    const all = queue(() => new Response('<html>Sign in</html>', { status: 200 }))
    await all.sender.run()
    expect(all.delivered).toEqual([])
    expect(all.sender.state()).toMatchObject({ phase: 'waiting', problem: { code: 'not-understood' } })
  })

  it('a store that knows of no voiding is told what it does not have, and nothing waits for that', async () => {
    let posts = 0
    const all = queue(
      (asked) => {
        if (asked.method === 'POST') return (posts += 1) === 1 ? says(204) : named(asked)
        return says(asked.path.includes('voided') ? 400 : 404)
      },
      { count: 1 },
    )
    await all.sender.run()
    expect(all.sender.state().problem).toMatchObject({ code: 'not-held' })
    await all.sender.run()
    expect(all.delivered).toEqual(['s0'])
  })

  it('a date in Retry-After is one of the store’s clock', async () => {
    const at = (clock: string) =>
      says(429, undefined, { 'Retry-After': 'Sun, 29 Nov 2026 20:02:00 GMT', Date: clock })
    const all = queue(() => at('Sun, 29 Nov 2026 20:00:00 GMT'))
    await all.sender.run()
    expect(all.waits.at(-1)).toBe(120_000)
    const without = queue(() => at('soon'))
    await without.sender.run()
    expect(without.waits.at(-1)).toBe(8 * 3_600_000 + 120_000)
  })

  it('an answer that does not come in time makes requests smaller, until some come, and larger again', async () => {
    let line = 6000
    const all = queue(
      (asked) => {
        const slow = Object.assign(new Error('No answer.'), { name: 'TimeoutError' })
        return asked.ids.length * 1030 > line ? slow : named(asked)
      },
      { count: 120, size: 1000 },
    )
    for (let tries = 0; tries < 12; tries += 1) await all.sender.run()
    expect(all.delivered.length).toBeGreaterThan(0)
    line = Infinity
    await all.sender.run()
    expect(all.waiting).toEqual([])
    expect(Math.max(...all.sizes.slice(-6))).toBeGreaterThan(20_000)
  })
})
