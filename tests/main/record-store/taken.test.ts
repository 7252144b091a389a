/** Checks the answers of stores that have taken statements. Not every store names all of them. */
import { describe, expect, it } from 'vitest'
import type { Fault, Seen } from '../../lrs/proxy'
import { atStore } from './at-store'
import { ADMINISTRATOR } from './installation'

const at = atStore()

describe('what a store says that it has taken', () => {
  /** Answers like a store that already knows a statement: with the new ids only, or with nothing if none is new. */
  function namingOnlyNew(): (seen: Seen) => Fault {
    const known = new Set<string>()
    return ({ method, ids }) => {
      if (method !== 'POST') return 'pass'
      const fresh = ids.filter((id) => !known.has(id))
      for (const id of ids) known.add(id)
      return { says: fresh.length === 0 ? { status: 204 } : { status: 200, body: JSON.stringify(fresh) } }
    }
  }
  const gets = () =>
    at.proxy.seen.filter(({ method, path }) => method === 'GET' && path.includes('tatementId='))

  it('goes on when a store names only what is new to it, or answers a repeated post with nothing', async () => {
    const one = at.make()
    one.connect(at.proxy.address)
    const naming = namingOnlyNew()
    let cuts = 0
    at.proxy.behave((seen) => {
      const fault = naming(seen)
      // The first answer is lost on the way, so that everything is sent again, with what was written meanwhile.
      if (seen.method === 'POST' && (cuts += 1) === 1) return 'cut-after'
      return fault
    })
    one.play(1, 'one')
    await one.tick()
    expect(one.recordStore.state()).toMatchObject({ waiting: 3 })
    one.play(2, 'one')
    await one.drain()
    await at.expectAllOnce(one, 6)
    expect(new Set(gets().map(({ path }) => path)).size).toBe(3)
    // Everything is sent once more, with nothing new in it.
    one.db.exec('DELETE FROM outbox')
    one.recordStore.sendEarlier(ADMINISTRATOR)
    one.recordStore.sendNow()
    await one.drain()
    expect(one.recordStore.state()).toMatchObject({
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
    const one = at.make()
    one.connect(at.proxy.address)
    at.proxy.behave(({ method }) => (method === 'POST' ? { says } : 'pass'))
    one.play(1, 'one')
    await one.drain()
    await at.expectAllOnce(one, 3)
    expect(gets()).toHaveLength(3)
  })

  it('sets a statement aside that a store says to have taken and never has, and sends the others', async () => {
    const one = at.make()
    one.connect(at.proxy.address)
    let lost: string | undefined
    at.proxy.behave(({ method, ids }) => {
      if (method !== 'POST') return 'pass'
      lost ??= ids[1]
      // This store drops the statement, alone or in a batch, and reports success.
      return ids.includes(lost!) ? { status: 204 } : 'pass'
    })
    one.play(1, 'one')
    await one.tick()
    expect(one.recordStore.state().sender).toMatchObject({ phase: 'waiting', problem: { code: 'not-held' } })
    await one.drain()
    expect(one.recordStore.state()).toMatchObject({ waiting: 0 })
    expect(one.recordStore.refused(0, 10).map(({ statementId }) => statementId)).toContain(lost)
  })

  it('takes the word of a store whose key may not read', async () => {
    const one = at.make()
    one.connect(at.proxy.address)
    at.proxy.behave(({ method }) => (method === 'POST' ? { says: { status: 204 } } : { status: 403 }))
    one.play(1, 'one')
    await one.drain()
    expect(one.recordStore.state()).toMatchObject({ waiting: 0, refused: 0, sender: { problem: null } })
    // Nobody here can tell whether the statement with the same id is equal; the others continue.
    at.proxy.behave(({ method, ids }) => {
      if (method !== 'POST') return { status: 403 }
      return ids.length === 1 ? { status: 204 } : { status: 409 }
    })
    one.play(2, 'one')
    await one.drain()
    expect(one.recordStore.state()).toMatchObject({ waiting: 0, refused: 0 })
    at.proxy.behave(({ method }) => (method === 'POST' ? { status: 409 } : { status: 403 }))
    one.play(3, 'one')
    await one.drain()
    expect(one.recordStore.state()).toMatchObject({ waiting: 0, refused: 3, sender: { problem: null } })
  })

  it('counts what somebody voided in the store as arrived', async () => {
    const one = at.make()
    one.connect(at.proxy.address)
    at.proxy.behave(({ method, path }) => {
      if (method === 'POST') return { says: { status: 204 } }
      return path.includes('?statementId=') ? { status: 404 } : { status: 200, body: bodyOfVoided(path) }
    })
    const bodyOfVoided = (path: string) => {
      const id = new URL(path, 'http://x').searchParams.get('voidedStatementId')
      return at
        .posts()
        .flatMap(({ body }) => JSON.parse(body) as { id: string }[])
        .filter((statement) => statement.id === id)
        .map((statement) => JSON.stringify(statement))[0]!
    }
    one.play(1, 'one')
    await one.drain()
    expect(one.recordStore.state()).toMatchObject({ waiting: 0, refused: 0 })
  })
})
