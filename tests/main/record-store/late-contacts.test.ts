/** Checks what becomes of the statement of a round when a contact that comes late changes what the round came to. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { sealRow } from '../../../src/main/evidence/seal'
import { whenAttemptsArrive } from '../../../src/main/compose/attempt-end'
import type { Fetch } from '../../../src/main/record-store/http'
import { StatementSource } from '../../../src/main/record-store/source'
import { ADMINISTRATOR, course, installation, library, type Installation } from './installation'

const open: Installation[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(open.splice(0).map((one) => one.close()))
})

/** A store that keeps what it takes. */
function keeping() {
  const requests: string[][] = []
  const fetch: Fetch = (_url, init) => {
    const ids = (JSON.parse(init.body ?? '[]') as { id: string }[]).map(({ id }) => id)
    requests.push(ids)
    return Promise.resolve(Response.json(ids))
  }
  return { requests, fetch }
}

function make(options: Parameters<typeof installation>[0] = { fetch: keeping().fetch }): Installation {
  const one = installation(options)
  open.push(one)
  return one
}

interface Queued {
  readonly id: string
  readonly body: string
  readonly refused: number
}

/**
 * Returns what was queued about rounds: `passed`, `failed`, and `not passed` or `not failed` where that was voided. Read it
 * before anything is delivered.
 */
function told({ db }: Installation): string[] {
  const rows = db
    .prepare(
      "SELECT statement_id AS id, body, refused_at IS NOT NULL AS refused FROM outbox WHERE body <> '' ORDER BY outbox.id",
    )
    .all<Queued>()
    .map(({ id, body }) => ({
      id,
      ...(JSON.parse(body) as { verb: { id: string }; object: { id: string; objectType: string } }),
    }))
  const word = ({ verb }: { verb: { id: string } }) => verb.id.split('/').pop()!
  return rows.flatMap((row) => {
    if (row.object.objectType === 'StatementRef')
      return [`not ${word(rows.find(({ id }) => id === row.object.id)!)}`]
    return row.object.id.includes('/courses/') && ['passed', 'failed'].includes(word(row)) ? [word(row)] : []
  })
}

/** Has an attempt come that was played on another computer, in the first round and before all others. */
function come(
  one: Installation,
  id: string,
  year: number,
  columns: Readonly<Record<string, unknown>> = {},
): void {
  const all = { mode: 'assessed', round: 1, started_at: `${year}-01-01T00:00:00.000Z`, ...columns }
  const names = Object.keys(all).map((name) => `${name} = ?`)
  one.db.prepare(`UPDATE attempts SET ${names.join(', ')} WHERE id = ?`).run(...Object.values(all), id)
  sealRow(one.db, one.seals, id)
  whenAttemptsArrive(one)(one.store.personByNumber('IND-1')!.id, 'short', [id])
}

/** Connects a store, and has a round reported that was failed or passed; later contacts are played as practice. */
async function reported(first: 'give' | 'report', { certified = true } = {}) {
  const one = make()
  await one.connect('https://lrs.example.org/xapi')
  await one.drain()
  one.play(1, 'one', first)
  one.play(1, 'two')
  if (!certified) one.db.exec('DELETE FROM credentials')
  return one
}

const late = (one: Installation, event: 'give' | 'report') => one.play(1, 'one', event, 'practice')

describe('a late contact that counts in place of another', () => {
  it('has a failed round voided and told as passed, with its certificate', async () => {
    const one = await reported('give')
    expect(told(one)).toEqual(['failed'])
    come(one, late(one, 'report'), 2020)
    expect(told(one)).toEqual(['failed', 'not failed', 'passed'])
    expect(one.db.prepare('SELECT id FROM credentials').all()).toHaveLength(1)
    // The program says so, and not the person.
    const voiding = one.db
      .prepare("SELECT body FROM outbox WHERE body LIKE '%StatementRef%'")
      .get<{ body: string }>()!.body
    expect(JSON.parse(voiding)).toMatchObject({ actor: { account: { name: 'hold-the-line' } } })
    expect(Object.keys(JSON.parse(voiding) as object).sort()).toEqual([
      'actor',
      'id',
      'object',
      'timestamp',
      'verb',
    ])
    one.recordStore.sendEarlier(ADMINISTRATOR)
    await one.drain()
    expect(one.recordStore.state()).toMatchObject({ waiting: 0, refused: 0 })
    expect(told(one)).toEqual([])
    expect(one.queued()).toHaveLength(3 * 3 + 1 + 3 + 1)
  })

  it('has a passed round voided and told as failed, unless it earned a certificate, which stays in force', async () => {
    const certified = await reported('report')
    come(certified, late(certified, 'give'), 2020)
    expect(told(certified)).toEqual(['passed'])
    const one = await reported('report', { certified: false })
    come(one, late(one, 'give'), 2020)
    expect(told(one)).toEqual(['passed', 'not passed', 'failed'])
  })

  it('never uses an id again, however often it changes', async () => {
    const one = await reported('report', { certified: false })
    const events = ['give', 'report', 'give', 'report'] as const
    for (const [i, event] of events.entries()) {
      const id = late(one, event)
      one.db.exec('DELETE FROM credentials')
      come(one, id, 2020 - i)
    }
    const changes = ['not passed', 'failed', 'not failed', 'passed']
    expect(told(one)).toEqual(['passed', ...changes, ...changes])
    expect(new Set(one.queued()).size).toBe(one.queued().length)
  })

  it('has a round voided that goes on again, and told once it is over', async () => {
    const one = await reported('give')
    const spy = vi.spyOn(StatementSource.prototype, 'completeRoundOf').mockReturnValue(undefined)
    come(one, late(one, 'report'), 2020)
    expect(told(one)).toEqual(['failed', 'not failed'])
    spy.mockRestore()
    come(one, late(one, 'report'), 2019)
    expect(told(one)).toEqual(['failed', 'not failed', 'passed'])
  })

  it('changes nothing where the round comes to the same', async () => {
    const one = await reported('give')
    come(one, late(one, 'give'), 2020)
    expect(told(one)).toEqual(['failed'])
  })

  it('changes nothing where the course has another rule since, or another round was begun', async () => {
    const changed = await reported('give')
    const lenient = { ...course, rule: { ...course.rule, hitRate: 0, reportShare: 0 } }
    const spy = vi.spyOn(library, 'course').mockImplementation(() => lenient as typeof course)
    come(changed, late(changed, 'give'), 2020)
    expect(told(changed)).toEqual(['failed'])
    spy.mockRestore()
    const one = await reported('give')
    const again = late(one, 'report')
    one.play(1, 'two')
    come(one, again, 2020)
    expect(told(one)).toEqual(['failed'])
  })

  it('changes nothing where any attempt of the round was changed outside the program', async () => {
    const one = await reported('give')
    const other = one.db.prepare("SELECT id FROM attempts WHERE scenario = 'two'").get<{ id: string }>()!
    one.db.prepare('UPDATE attempts SET earned = 1 WHERE id = ?').run(other.id)
    come(one, late(one, 'report'), 2020)
    expect(told(one)).toEqual(['failed'])
  })

  it('takes the place of a statement that the store refused, which needs no voiding', async () => {
    const one = await reported('give')
    one.db.exec("UPDATE outbox SET refused_at = 'x', error = 'x' WHERE body LIKE '%extensions/detection%'")
    expect(one.recordStore.state().refused).toBe(1)
    come(one, late(one, 'report'), 2020)
    expect(told(one)).toEqual(['passed'])
    expect(one.recordStore.state().refused).toBe(0)
  })
})

describe('the statement that voids another', () => {
  it('goes alone, after what it voids', async () => {
    const { requests, fetch } = keeping()
    const one = make({ fetch })
    await one.connect('https://lrs.example.org/xapi')
    await one.drain()
    one.play(1, 'one', 'give')
    one.play(1, 'two')
    come(one, late(one, 'report'), 2020)
    const queued = one.queued()
    const [voiding] = one.db
      .prepare("SELECT statement_id AS id FROM outbox WHERE body LIKE '%StatementRef%'")
      .all<{ id: string }>()
    await one.drain()
    expect(requests.flat()).toEqual(queued)
    expect(requests.filter((ids) => ids.includes(voiding!.id))).toEqual([[voiding!.id]])
  })

  it.each([403, 404, 405, 501])('holds up nothing where the store does not void (%s)', async (status) => {
    const one = make({
      fetch: (url, { body }) => {
        if (url.endsWith('/about')) return Promise.resolve(Response.json({ version: ['1.0.3'] }))
        if (body?.includes('StatementRef')) return Promise.resolve(new Response('No.', { status }))
        return Promise.resolve(
          Response.json((JSON.parse(body ?? '[]') as { id: string }[]).map(({ id }) => id)),
        )
      },
    })
    await one.connect('https://lrs.example.org/xapi')
    await one.drain()
    one.play(1, 'one', 'give')
    one.play(1, 'two')
    come(one, late(one, 'report'), 2020)
    await one.drain()
    expect(one.recordStore.state()).toMatchObject({ waiting: 0, refused: 1, sender: { phase: 'idle' } })
    expect(one.recordStore.refused(0, 9)[0]!.reason).toContain(`${status}: No.`)
  })

  it('still goes when names become pseudonyms, and to no store that never had what it voids', async () => {
    const one = await reported('give')
    await one.drain()
    come(one, late(one, 'report'), 2020)
    const voiding = one.db
      .prepare("SELECT statement_id AS id FROM outbox WHERE body LIKE '%StatementRef%'")
      .get<{ id: string }>()!.id
    one.organisation.change({ privacy: 'pseudonymous' }, one.system.now().toISOString(), null)
    await one.drain()
    expect(one.recordStore.state()).toMatchObject({ waiting: 0, refused: 0 })
    expect(one.queued()).toContain(voiding)
    const other = await reported('give')
    await other.drain()
    come(other, late(other, 'report'), 2020)
    await other.connect('https://other.example.org/xapi')
    expect(other.db.prepare("SELECT 1 FROM outbox WHERE body LIKE '%StatementRef%'").all()).toEqual([])
  })
})
