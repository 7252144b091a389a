import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import validate from 'xapi-validation'
import {
  attemptStatements,
  certificateStatements,
  idOf,
  isoDuration,
  isVoiding,
  organisationHomePage,
  roundStatement,
  roundStatementIds,
  uuidOf,
  voidingId,
  voidingStatement,
  type Naming,
  type Statement,
} from '../../../src/domain/xapi'
import { EXTENSION_TERMS } from '../../../src/domain/xapi/extensions'
import { CMI5, EXTENSIONS, VERBS, XAPI_BASE, type ExtensionName } from '../../../src/domain/xapi/vocabulary'
import { attemptRecord, certificateRecord, named, pseudonymous, roundRecord, sha1 } from './records'

const warnings = (statement: Statement) => validate(JSON.parse(JSON.stringify(statement)))

const naming = fc.constantFrom<Naming>(named, pseudonymous('a key'))
const anyStatements = fc
  .tuple(attemptRecord, roundRecord, certificateRecord, naming)
  .map(([attempt, round, certificate, how]) => [
    ...attemptStatements(attempt, how),
    roundStatement(round, how),
    ...certificateStatements(certificate, how),
  ])

const ajv = new Ajv2020({ strict: false, validateFormats: false })
const shapes = new Map(
  (Object.keys(EXTENSIONS) as ExtensionName[]).map((name) => [
    EXTENSIONS[name] as string,
    { type: EXTENSION_TERMS[name].type, fits: ajv.compile(EXTENSION_TERMS[name].schema) },
  ]),
)

describe('statements', () => {
  it('are valid xAPI, whatever the record', () => {
    fc.assert(
      fc.property(anyStatements, (statements) => {
        for (const statement of statements) expect(warnings(statement)).toEqual([])
      }),
    )
  })

  it('would be refused with a part missing', () => {
    const [attempt] = fc.sample(attemptRecord, { numRuns: 1, seed: 1 })
    const [statement] = attemptStatements(attempt!, named)
    expect(warnings({ ...statement!, verb: {} as Statement['verb'] })).not.toEqual([])
  })

  it('use only extensions that the profile describes, in their place and shape', () => {
    fc.assert(
      fc.property(anyStatements, (statements) => {
        for (const { context, result, object } of statements) {
          const places = [
            ['ContextExtension', context.extensions],
            ['ResultExtension', result?.extensions],
            ['ActivityExtension', object.definition.extensions],
          ] as const
          for (const [place, values] of places) {
            for (const [iri, value] of Object.entries(values ?? {})) {
              if (!iri.startsWith(XAPI_BASE)) {
                expect(Object.values<string>(CMI5)).toContain(iri)
                continue
              }
              expect(shapes.get(iri)?.type).toBe(place)
              expect([iri, shapes.get(iri)?.fits(value)]).toEqual([iri, true])
            }
          }
        }
      }),
    )
  })

  it('come out the same to the byte, with ids that no other record has', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(attemptRecord, { selector: (a) => a.id, maxLength: 5 }),
        naming,
        (attempts, how) => {
          const once = attempts.flatMap((attempt) => attemptStatements(attempt, how))
          const again = attempts.flatMap((attempt) => attemptStatements({ ...attempt }, how))
          expect(JSON.stringify(again)).toBe(JSON.stringify(once))
          expect(new Set(once.map(({ id }) => id)).size).toBe(once.length)
        },
      ),
    )
  })

  it('say passed or failed of assessed attempts alone', () => {
    fc.assert(
      fc.property(attemptRecord, (attempt) => {
        const verbs = attemptStatements(attempt, named).map(({ verb }) => verb.id)
        expect(verbs).toEqual(
          attempt.mode === 'practice'
            ? [VERBS.initialized.id, VERBS.attempted.id]
            : [VERBS.initialized.id, VERBS.completed.id, attempt.passed ? VERBS.passed.id : VERBS.failed.id],
        )
      }),
    )
  })

  it('keep the rules of cmi5 for scores', () => {
    fc.assert(
      fc.property(attemptRecord, (attempt) => {
        for (const { verb, result, context } of attemptStatements(attempt, named)) {
          const mastery = context.extensions?.[CMI5.masteryScore] as number | undefined
          const ratio = attempt.earned / attempt.possible
          if (verb.id === VERBS.completed.id) expect(result?.score).toBeUndefined()
          if (verb.id === VERBS.passed.id) expect(ratio).toBeGreaterThanOrEqual(mastery!)
          if (verb.id === VERBS.failed.id && mastery !== undefined) expect(ratio).toBeLessThan(mastery)
        }
      }),
    )
  })

  it('hold no name, number or id of the records in pseudonymous mode', () => {
    fc.assert(
      fc.property(attemptRecord, roundRecord, certificateRecord, (attempt, round, certificate) => {
        const how = pseudonymous('a key')
        const text = JSON.stringify([
          attemptStatements(attempt, how),
          roundStatement(round, how),
          certificateStatements(certificate, how),
        ])
        for (const record of [attempt, round, certificate]) {
          expect(text).not.toContain(JSON.stringify(record.person.name).slice(1, -1))
          expect(text).not.toContain(JSON.stringify(record.person.number).slice(1, -1))
        }
        for (const id of [attempt.id, round.attemptId, certificate.id]) expect(text).not.toContain(id)
        // Nor can anyone compute the ids from those that HR sees.
        const ids = attemptStatements(attempt, how).map(({ id }) => id)
        const open = attemptStatements(attempt, named).map(({ id }) => id)
        expect(ids.filter((id) => open.includes(id))).toEqual([])
      }),
    )
  })

  it('give one person one pseudonym under one key, and another under another', () => {
    fc.assert(
      fc.property(attemptRecord, (attempt) => {
        const actor = (key: string, number: string) =>
          attemptStatements({ ...attempt, person: { name: 'x', number } }, pseudonymous(key))[0]!.actor
            .account.name
        const { number } = attempt.person
        expect(actor('one', number)).toBe(actor('one', number.toLowerCase()))
        expect(actor('one', number)).not.toBe(actor('two', number))
        expect(actor('one', number)).not.toBe(actor('one', `${number}0`))
      }),
    )
  })

  it('say of a round by which rule it was decided, which round it was, and its counts', () => {
    fc.assert(
      fc.property(roundRecord, naming, (round, how) => {
        const { context, result } = roundStatement(round, how)
        expect(context.revision).toBe(round.course.version)
        expect(context.extensions).toMatchObject({
          [EXTENSIONS.round]: round.round,
          [EXTENSIONS.rule]: round.rule,
        })
        const contacts = result!.extensions![EXTENSIONS.contacts] as Record<string, number>
        const wrong = round.attacks - round.hits + round.falseAlarms
        expect(contacts).toEqual({
          counted: round.contacts,
          right: round.contacts - wrong,
          reported: round.reported,
        })
      }),
    )
  })

  it('say by which version an attempt was scored, wherever they judge it', () => {
    fc.assert(
      fc.property(attemptRecord, (attempt) => {
        const judged = attemptStatements(attempt, named).filter(({ result }) => result?.success !== undefined)
        expect(judged.map(({ result }) => result!.extensions![EXTENSIONS.scoringVersion])).toEqual([
          attempt.scoringVersion,
        ])
      }),
    )
  })

  it('tie a certificate to the round that earned it', () => {
    fc.assert(
      fc.property(roundRecord, certificateRecord, (round, certificate) => {
        const { person, course, round: number } = round
        const [earned] = certificateStatements({ ...certificate, person, course, round: number }, named)
        expect(earned?.context.registration).toBe(roundStatement(round, named).context.registration)
      }),
    )
  })
})

describe('the statement of a round that is voided', () => {
  it('is named by another, valid one, which tells nothing of the person', () => {
    fc.assert(
      fc.property(roundRecord, naming, fc.nat(3), (round, how, revision) => {
        const { id } = roundStatement(round, how, revision)
        const voiding = voidingStatement(id, '2026-03-02T09:00:00.000Z', how)
        expect(validate(JSON.parse(JSON.stringify(voiding)))).toEqual([])
        expect([voiding.id, voiding.object.id]).toEqual([voidingId(id, how), id])
        expect(isVoiding(JSON.stringify(voiding))).toBe(true)
        expect(isVoiding(JSON.stringify(roundStatement(round, how)))).toBe(false)
        expect(JSON.stringify(voiding)).not.toContain(JSON.stringify(round.person.number))
      }),
    )
  })

  it('has an id of its own each time, the first as ever', () => {
    fc.assert(
      fc.property(roundRecord, naming, (round, how) => {
        const ids = [0, 1, 2].map((revision) => roundStatement(round, how, revision).id)
        expect(new Set(ids).size).toBe(3)
        expect(ids[0]).toBe(idOf(`course-${round.passed ? 'passed' : 'failed'}`, round.attemptId, how))
        for (const [revision, id] of ids.entries()) {
          const known = roundStatementIds([round.attemptId, 'other'], how, revision)
          expect(known.filter((one) => one.id === id)).toEqual([
            { id, attemptId: round.attemptId, passed: round.passed },
          ])
        }
      }),
    )
  })
})

describe('names', () => {
  // Computed by another implementation: Python's uuid5(NAMESPACE_URL, …).
  it.each([
    ['https://w3id.org/hold-the-line/xapi/example', '596a2f94-3eb9-58da-bfe0-7be690cd93fa'],
    ['100 % of Méridien: 🙂 ünïcode', '7a8620fd-532a-5f51-82f8-2c932f12f29b'],
    ['a%20b', '022c8e3f-7d94-50ee-a2f8-d7dd01b179a7'],
    ['', '1b4db7eb-4057-5ddf-91e0-36dec72071f5'],
  ])('are version 5 UUIDs as RFC 9562 makes them: %s', (name, uuid) => expect(uuidOf(name, sha1)).toBe(uuid))

  it('make an https address of an organisation, without regard to case and spaces', () => {
    const address = organisationHomePage('Méridien  Services', sha1)
    expect(address).toMatch(/^https:\/\/w3id\.org\/hold-the-line\/xapi\/organisations\/[0-9a-f-]{36}$/)
    expect(organisationHomePage(' méridien  services ', sha1)).toBe(address)
    expect(organisationHomePage('Other', sha1)).not.toBe(address)
  })
})

describe('durations', () => {
  it.each([
    [0, 'PT0S'],
    [-5, 'PT0S'],
    [1234, 'PT1.23S'],
    [61_000, 'PT1M1S'],
    [3_600_000, 'PT1H0S'],
    [90_061_005, 'PT25H1M1.01S'],
  ])('%i ms is %s', (ms, text) => expect(isoDuration(ms)).toBe(text))
})
