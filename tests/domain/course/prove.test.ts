import { describe, expect, it } from 'vitest'
import { proveCourse, SHORT_PROOF, type Course } from '../../../src/domain/course'
import { compileScenario, type CompiledScenario } from '../../../src/domain/run'
import { contactsOf, courseOf, SEQUENTIAL, type Spoiled } from './courses'

const EFFORT = { ...SHORT_PROOF, rounds: 20, orders: 2 }
const proofOf = (
  contacts: readonly CompiledScenario[],
  rule?: Course['rule'],
  given?: Pick<Course, 'certificate'>,
) => proveCourse(courseOf(contacts, rule, given), contacts, EFFORT)
const spoiltProof = (spoiled: Spoiled) => proofOf(contactsOf(11, spoiled))
const codes = ({ issues }: ReturnType<typeof proofOf>) => issues.map(({ code }) => code)

const sound = proofOf(contactsOf(11))

describe('a course that is sound', () => {
  it('meets every bar', () => {
    expect(sound.issues).toEqual([])
    expect(sound.grid.passing).toBe(0)
    expect(sound.grid.habits).toBe(4112)
    expect(sound.guess.anything).toBeLessThan(0.05)
  })

  it('has the numbers of its rule', () => {
    const by = new Map(sound.table.skills.map((skill) => [skill.dPrime, skill]))
    expect(by.get(0.5)!.allRounds).toBeLessThan(0.05)
    expect(by.get(2.5)!.oneRound).toBeCloseTo(0.74, 1)
    expect(by.get(2.5)!.allRounds).toBeGreaterThan(0.9)
    // Remembering contacts only helps if there is a second round.
    expect(by.get(0.5)!.remembering).toBeGreaterThanOrEqual(by.get(0.5)!.allRounds - 1e-9)
    expect(by.get(0.5)!.remembering).toBeLessThan(0.2)
  })

  it('tells nothing before the first decision: twins are told no better than by a coin', () => {
    expect(sound.leaks.twins).toBe(22)
    for (const { right } of sound.leaks.told) expect(right).toBe(0.5)
  })

  it('is proven the same twice', () => {
    expect(proofOf(contactsOf(11))).toEqual(sound)
  })
})

describe('a habit', () => {
  it('that asks the lead, else takes the last reply, is caught where the lead decides', () => {
    const proof = spoiltProof({ leadDecides: true })
    expect(codes(proof)).toContain('habit-passes')
    expect(codes(proof)).toContain('habit-close')
    expect(proof.grid.known[0]).toMatchObject({
      habit: { tools: ['escalate'], mode: 'everywhere', reply: 'last' },
      passed: 1,
      short: 0,
    })
  })

  it('that takes the longest reply is caught', () => {
    const proof = spoiltProof({
      words: (right, name) => (right ? `${name} with more words than the others` : name),
    })
    expect(proof.grid.best[0]).toMatchObject({ habit: { tools: [], reply: 'longest' }, passed: 1, right: 1 })
    expect(codes(proof)).toContain('habit-passes')
  })

  it('lacks as many outcomes as its rule has still to see', () => {
    const contacts = contactsOf(5)
    const proof = proofOf(contacts, { kind: 'fixed', hitRate: 0.8, falseAlarmRate: 0.2, reportShare: 0.4 })
    // Reports stop every attack and turn every genuine contact away, but four of five must be served.
    const reports = proof.grid.known.find(({ habit }) => habit.tools.join() === 'report')!
    expect(reports).toMatchObject({ right: 0.5, passed: 0, short: 4 })
  })

  it('of guessing is caught where anything goes', () => {
    const proof = spoiltProof({ lenient: true })
    expect(proof.guess.replies).toBeGreaterThan(0.9)
    expect(codes(proof)).toContain('guess-passes')
  })
})

describe('words', () => {
  it('are read with the first set of variants filled in', () => {
    const words = (right: boolean, name: string) => (right ? `${name} {more}` : name)
    const varied = contactsOf(11, { words }).map(({ scenario }) =>
      compileScenario({ ...scenario, variants: [{ more: 'with more words than the others' }] }),
    )
    expect(proofOf(varied).grid.best[0]).toMatchObject({ habit: { tools: [], reply: 'longest' }, passed: 1 })
    const empty = varied.map(({ scenario }) => compileScenario({ ...scenario, variants: [{ more: '' }] }))
    expect(proofOf(empty).grid.best[0]!.passed).toBeLessThan(1)
  })

  it('that right replies share are caught, where no habit of the grid passes', () => {
    const proof = spoiltProof({
      words: (right, name) => `${right ? 'record' : 'urgent'} ${name.replaceAll(/\W/g, ' ').padEnd(20, 'x')}`,
    })
    expect(proof.grid.passing).toBe(0)
    expect(proof.grid.words.best[0]).toMatchObject({ passed: 1 })
    expect(codes(proof)).toContain('words-pass')
  })
})

describe('what is visible before the first decision', () => {
  it.each([
    ['title', { title: (attack: boolean) => (attack ? 'A strange offer' : 'A usual wish') }, 'title'],
    ['minutes', { minutes: (attack: boolean) => (attack ? 7 : 5) }, 'minutes'],
  ])('is caught in the %s', (_, spoiled, what) => {
    const proof = spoiltProof(spoiled)
    expect(proof.leaks.told[0]).toMatchObject({ right: 1 })
    expect(proof.leaks.told.filter(({ right }) => right > 0.65).map((one) => one.what)).toContain(what)
    expect(codes(proof)).toEqual(['truth-leaks'])
  })
})

describe('the table', () => {
  it('is an error for a sequential rule that lets too many pass or too few, and a warning for a fixed one', () => {
    const contacts = contactsOf(4)
    const severities = (rule: Course['rule']) =>
      proofOf(contacts, rule).issues.map(({ code, severity }) => `${severity} ${code}`)
    expect(severities(SEQUENTIAL)).toContain('error fails-skilled')
    expect(severities({ ...SEQUENTIAL, alpha: 0.2 })).toContain('error passes-unskilled')
    const fixed = severities({ kind: 'fixed', hitRate: 0.5, falseAlarmRate: 0.5, reportShare: 0 })
    expect(fixed).toContain('warning passes-unskilled')
    expect(fixed.filter((code) => code.startsWith('error passes'))).toEqual([])
  })

  it('sets no bar where a pass gives no certificate, but habits are caught all the same', () => {
    const contacts = contactsOf(4)
    const rule = { kind: 'fixed', hitRate: 0, falseAlarmRate: 1, reportShare: 0 } as const
    const certified = proofOf(contacts, rule)
    const practice = proofOf(contacts, rule, {})
    const bars = (code: string) => code === 'passes-unskilled' || code === 'fails-skilled'
    expect(codes(certified).some(bars)).toBe(true)
    expect(codes(practice)).toEqual(codes(certified).filter((code) => !bars(code)))
    expect(codes(practice)).toContain('habit-passes')
    expect(practice.table).toEqual(certified.table)
    expect([certified.certified, practice.certified]).toEqual([true, false])
  })

  it('gives advice that helps against both bars where both are missed', () => {
    const found = (rule: Course['rule']) =>
      proofOf(contactsOf(4), rule).issues.flatMap(({ code, params }) =>
        code === 'passes-unskilled' || code === 'fails-skilled'
          ? [`${code} ${(params as { what: string }).what}`]
          : [],
      )
    expect(found(SEQUENTIAL)).toEqual(['fails-skilled alone'])
    expect(found({ kind: 'fixed', hitRate: 0.5, falseAlarmRate: 0.5, reportShare: 0 })).toEqual([
      'passes-unskilled alone',
    ])
    expect(found({ kind: 'fixed', hitRate: 1, falseAlarmRate: 0.25, reportShare: 0 })).toEqual([
      'passes-unskilled short-deck',
      'fails-skilled short-deck',
    ])
  })

  it('says what a small pool costs', () => {
    const { table } = proofOf(contactsOf(6))
    expect(table).toMatchObject({ pool: 12, most: 12, wanted: 20 })
    const skilled = table.skills.find(({ dPrime }) => dPrime === 2.5)!
    expect(skilled.oneRound).toBeLessThan(skilled.fullPool)
    expect(skilled.fullPool).toBeCloseTo(
      sound.table.skills.find(({ dPrime }) => dPrime === 2.5)!.oneRound,
      10,
    )
  })
})
