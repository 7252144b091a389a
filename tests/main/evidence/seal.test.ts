import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logText } from '../../../src/domain/records'
import { openDatabase } from '../../../src/main/store/database'
import { alteredAmong, sealRow, Seals } from '../../../src/main/evidence/seal'
import { LOG_TEXT_SQL, sealedText, sealedTextSql } from '../../../src/main/store/sealed'
import { checkAttempt, documentOf, signCanonicalJson } from '../../../src/main/evidence/signed-attempt'
import { KEY, NOW, temporaryFolder } from '../helpers'
import { finish, installation, priya } from '../installation'

/** Generates texts without NUL, which SQLite can't hold. */
const noNul = fc
  .oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '\n', '"\\', 'é—'))
  .map((value) => value.replaceAll('\0', ' '))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

describe('the sealed text', () => {
  it('is the same as SQL and as a function', () => {
    const { db } = openDatabase(temporaryFolder(), KEY, NOW)
    db.exec('PRAGMA foreign_keys = OFF')
    const read = db.prepare(`SELECT a.*, ${sealedTextSql()} AS sealed_text FROM attempts a`)
    const write = db.prepare(
      `INSERT INTO attempts (id, person_id, course, round, mode, scenario, scenario_hash, started_at, earned, critical,
         course_version, outcome) VALUES (?, ?, ?, ?, 'practice', ?, ?, ?, ?, ?, ?, ?)`,
    )
    fc.assert(
      fc.property(
        fc.tuple(
          noNul,
          noNul,
          noNul,
          maybe(fc.integer({ min: 0, max: 2 ** 31 })),
          noNul,
          noNul,
          noNul,
          maybe(fc.integer({ min: -(2 ** 40), max: 2 ** 40 })),
          maybe(noNul),
          maybe(noNul),
          maybe(noNul),
        ),
        (values) => {
          db.exec('DELETE FROM attempts')
          write.run(...values)
          const row = read.get() as Record<string, unknown>
          expect(sealedText(row)).toBe(row['sealed_text'])
        },
      ),
    )
    db.close()
  })

  it('of a log is the same as SQL and as a function', () => {
    const { db } = openDatabase(temporaryFolder(), KEY, NOW)
    db.exec('PRAGMA foreign_keys = OFF')
    const write = db.prepare(
      "INSERT INTO decisions (attempt_id, seq, kind, event, at, elapsed_ms) VALUES ('a', ?, ?, ?, ?, ?)",
    )
    const read = db.prepare(`SELECT ${LOG_TEXT_SQL} AS text FROM decisions d GROUP BY d.attempt_id`)
    const entry = fc.record({
      kind: fc.constantFrom('decision' as const, 'desk' as const),
      event: noNul,
      at: fc.constant(NOW.toISOString()),
      elapsedMs: fc.nat(),
    })
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 12 }), (entries) => {
        db.exec('DELETE FROM decisions')
        const log = entries.map((value, i) => ({ ...value, seq: i + 1 }))
        for (const { seq, kind, event, at, elapsedMs } of [...log].reverse()) {
          write.run(seq, kind, event, at, elapsedMs)
        }
        expect((read.get() as { text: string }).text).toBe(logText(log))
      }),
    )
    db.close()
  })
})

describe('a finished attempt', () => {
  it('is signed and sealed in the transaction that ends it', () => {
    const here = installation()
    const id = finish(here, priya)
    expect(checkAttempt(here.db, here.seals, id)).toEqual({ integrity: 'whole', alteration: null })
    here.close()
  })

  const changes: readonly (readonly [string, string, string])[] = [
    ['a better score', "UPDATE attempts SET earned = earned + 1, outcome = 'hit'", 'record'],
    ['another person', "UPDATE attempts SET mode = 'practice'", 'record'],
    ['an end that is gone', 'UPDATE attempts SET ended_at = NULL', 'record'],
    ['an end and a seal that are gone', 'UPDATE attempts SET ended_at = NULL, seal = NULL', 'record'],
    ['a seal that is gone', 'UPDATE attempts SET seal = NULL, signature = NULL', 'record'],
    ['another signature', "UPDATE attempts SET signature = 'AAAA'", 'signature'],
    ['a decision changed', "UPDATE decisions SET event = 'report' WHERE seq = 1", 'log'],
    ['a time changed', 'UPDATE decisions SET elapsed_ms = 1 WHERE seq = 2', 'log'],
    ['a decision removed', 'DELETE FROM decisions WHERE seq = 1', 'log'],
    [
      'another scenario',
      `UPDATE scenarios SET content = replace(content, '"pass":0.8', '"pass":0.1')`,
      'scenario',
    ],
  ]
  it.each(changes)('shows %s', (_name, sql, alteration) => {
    const here = installation()
    const id = finish(here, priya)
    expect(here.db.prepare(sql).run().changes).toBeGreaterThan(0)
    expect(checkAttempt(here.db, here.seals, id)).toEqual({ integrity: 'altered', alteration })
    here.close()
  })

  it('shows a score that was changed by someone who holds the seal but not the device’s key', () => {
    const here = installation()
    const id = finish(here, priya)
    here.db.prepare('UPDATE attempts SET earned = 99 WHERE id = ?').run(id)
    sealRow(here.db, here.seals, id)
    expect(checkAttempt(here.db, here.seals, id)).toEqual({ integrity: 'altered', alteration: 'signature' })
    here.close()
  })

  it('shows a score that its own log does not give, whoever signed and sealed it', () => {
    const here = installation()
    const id = finish(here, priya)
    here.db.prepare('UPDATE attempts SET earned = 2 WHERE id = ?').run(id)
    const signature = signCanonicalJson(documentOf(here.db, id), here.deviceKey)
    here.db.prepare('UPDATE attempts SET signature = ? WHERE id = ?').run(signature, id)
    sealRow(here.db, here.seals, id)
    expect(checkAttempt(here.db, here.seals, id)).toEqual({ integrity: 'altered', alteration: 'score' })
    here.close()
  })

  it('counts as unsealed when it is from before there were seals, and only then', () => {
    const here = installation()
    const id = finish(here, priya)
    here.db.prepare('UPDATE attempts SET seal = NULL, signature = NULL WHERE id = ?').run(id)
    const later = new Seals(KEY, '2027-01-01T00:00:00.000Z')
    expect(checkAttempt(here.db, later, id)).toEqual({ integrity: 'unsealed', alteration: null })
    here.close()
  })

  it('is told from the others of its page', () => {
    const here = installation()
    const [first, second, third] = [1, 2, 3].map(() => finish(here, priya, { mode: 'practice' }))
    here.db.prepare('UPDATE attempts SET earned = 0 WHERE id = ?').run(first)
    here.db.prepare("UPDATE decisions SET event = 'stop' WHERE attempt_id = ? AND seq = 1").run(second)
    expect(alteredAmong(here.db, here.seals, [first!, second!, third!])).toEqual(new Set([first, second]))
    here.close()
  })

  it('is open while it runs', () => {
    const here = installation()
    const { id } = here.attempts.start(priya, 'short', 'drill', 'practice')
    here.attempts.commit(priya, id, 1, 'decision', 'ask')
    expect(checkAttempt(here.db, here.seals, id)).toEqual({ integrity: 'open', alteration: null })
    here.close()
  })
})
