/** Generates records for statements, and the naming that tests use. */
import { createHash, createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import {
  organisationHomePage,
  type AttemptRecord,
  type CertificateRecord,
  type Naming,
  type RoundRecord,
} from '../../../src/domain/xapi'
import {
  CHANNELS,
  COMPETENCIES,
  DISPOSITIONS,
  TACTICS,
  TRUTHS,
} from '../../../src/domain/scenario/vocabulary'
import { endsRight, outcomeOf } from '../../../src/domain/scoring'

export const sha1: Naming['sha1'] = (bytes) => new Uint8Array(createHash('sha1').update(bytes).digest())

export const named: Naming = { homePage: organisationHomePage('Meridian', sha1), sha1, pseudonym: null }
export const pseudonymous = (key: string): Naming => ({
  ...named,
  pseudonym: (text) => createHmac('sha256', key).update(text).digest('hex'),
})

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const title = fc.record({
  en: fc.string({ minLength: 1, unit: 'binary' }),
  fr: fc.string({ minLength: 1, unit: 'grapheme' }),
})
// The texts are long and uncommon, so that they can't appear anywhere by chance.
const person = fc.record({
  name: fc.string({ minLength: 8, maxLength: 40 }).map((name) => `Name ${name}`),
  number: fc.stringMatching(/^[A-Za-zÀ-ÿ0-9][A-Za-z0-9 ._/-]{6,30}$/).map((number) => `№${number}`),
})
const course = fc.record({ id, title })
const points = fc
  .tuple(fc.nat({ max: 100 }), fc.nat({ max: 100 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

export const attemptRecord: fc.Arbitrary<AttemptRecord> = fc
  .record({
    id: fc.uuid(),
    person,
    course,
    round: fc.integer({ min: 1, max: 50 }),
    practice: fc.boolean(),
    scenario: fc.record({
      id,
      version: fc.constant('1.2.3'),
      hash: fc.stringMatching(/^[0-9a-f]{64}$/),
      title,
      truth: fc.constantFrom(...TRUTHS),
      tactics: fc.uniqueArray(fc.constantFrom(...TACTICS)),
      channel: fc.constantFrom(...CHANNELS),
      pass: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    locale: fc.constantFrom('en', 'fr'),
    startedAt: instant,
    endedAt: instant,
    engagedMs: fc.nat({ max: 2 ** 31 - 1 }),
    points,
    passed: fc.boolean(),
    disposition: fc.constantFrom(...DISPOSITIONS),
    flags: fc.uniqueArray(id, { maxLength: 5 }),
    competencies: fc.dictionary(fc.constantFrom(...COMPETENCIES), points),
    scoringVersion: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ practice, points: [earned, possible], round, disposition, ...rest }) => ({
    ...rest,
    disposition,
    outcome: outcomeOf(rest.scenario.truth, endsRight(rest.scenario.truth, disposition)),
    mode: practice ? 'practice' : 'assessed',
    round: practice ? null : round,
    earned,
    possible,
    passed: rest.passed && possible > 0 && earned / possible >= rest.scenario.pass,
  }))

export const roundRecord: fc.Arbitrary<RoundRecord> = fc
  .record({
    attemptId: fc.uuid(),
    person,
    course: fc.record({ id, title, version: fc.constant('1.2.3') }),
    rule: fc.record({
      kind: fc.constantFrom('fixed', 'sequential'),
      version: fc.integer({ min: 1, max: 9 }),
      most: fc.integer({ min: 1, max: 100 }),
      days: fc.integer({ min: 1, max: 3650 }),
    }),
    round: fc.integer({ min: 1, max: 50 }),
    completedAt: instant,
    ratio: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    passed: fc.boolean(),
    attacks: fc.nat(20),
    hits: fc.nat(20),
    reported: fc.nat(20),
    legitimate: fc.nat(20),
    falseAlarms: fc.nat(20),
    flags: fc.uniqueArray(id, { maxLength: 5 }),
  })
  .map((round) => ({
    ...round,
    contacts: round.attacks + round.legitimate,
    hits: Math.min(round.hits, round.attacks),
    reported: Math.min(round.reported, round.attacks),
    falseAlarms: Math.min(round.falseAlarms, round.legitimate),
  }))

export const certificateRecord: fc.Arbitrary<CertificateRecord> = fc.record({
  id: fc.stringMatching(/^HTL-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
  person,
  course,
  title,
  round: fc.integer({ min: 1, max: 50 }),
  issuedAt: instant,
  validUntil: instant,
  scorePercent: fc.integer({ min: 0, max: 100 }),
  replaces: fc.option(fc.stringMatching(/^HTL-[0-9A-Z]{4}-[0-9A-Z]{4}$/)),
  ended: fc.option(fc.record({ how: fc.constantFrom('revoked', 'superseded'), at: instant })),
})
