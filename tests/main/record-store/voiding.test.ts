/** Checks at a real record store that the statement of a round which a late contact changed counts no longer. */
import { expect, it } from 'vitest'
import { sealRow } from '../../../src/main/evidence/seal'
import { whenAttemptsArrive } from '../../../src/main/compose/attempt-end'
import { AUTHORIZATION, held } from '../../lrs/store'
import { atStore } from './at-store'

const at = atStore()

const asked = async (parameter: 'statementId' | 'voidedStatementId', id: string) =>
  (
    await fetch(`${at.store.address}/statements?${parameter}=${id}`, {
      headers: { Authorization: AUTHORIZATION, 'X-Experience-API-Version': '1.0.3' },
    })
  ).status

it.each([true, false])(
  'is voided at the store, delivered before or not (%s), and the new one counts',
  async (delivered) => {
    const one = at.make()
    one.connect(at.proxy.address)
    await one.drain()
    one.play(1, 'one', 'give')
    one.play(1, 'two')
    const rounds = () =>
      one.db
        .prepare(
          "SELECT statement_id AS id FROM outbox WHERE body LIKE '%extensions/detection%' ORDER BY outbox.id",
        )
        .all<{ id: string }>()
        .map(({ id }) => id)
    const [failed] = rounds()
    if (delivered) await one.drain()
    const late = one.play(1, 'one', 'report', 'practice')
    one.db
      .prepare(
        "UPDATE attempts SET mode = 'assessed', round = 1, started_at = '2020-01-01T00:00:00.000Z' WHERE id = ?",
      )
      .run(late)
    sealRow(one.db, one.seals, late)
    whenAttemptsArrive(one)(one.store.personByNumber('IND-1')!.id, 'short', [late])
    const passed = rounds().at(-1)!
    await one.drain()
    expect(one.recordStore.state()).toMatchObject({ waiting: 0, refused: 0 })
    expect(await asked('statementId', failed!)).toBe(404)
    expect(await asked('voidedStatementId', failed!)).toBe(200)
    expect(await asked('statementId', passed)).toBe(200)
    const own = new Set(one.queued())
    const courses = (await held(at.store.address)).filter(
      ({ id, verb, object }) =>
        own.has(id) && /passed|failed/.test(verb.id) && object.id.includes('/courses/'),
    )
    expect(courses.map(({ id }) => id)).toEqual([passed])
    // What the store voided is not sent again.
    one.recordStore.sendEarlier('someone')
    await one.drain()
    expect(one.recordStore.state()).toMatchObject({ waiting: 0, refused: 0 })
  },
)
