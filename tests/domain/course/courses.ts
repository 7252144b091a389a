import { COURSE_FORMAT, type Course } from '../../../src/domain/course'
import { compileScenario, type CompiledScenario } from '../../../src/domain/run'
import { drawnNumber } from '../../../src/domain/scenario/seed'
import type { Scenario, StateNode } from '../../../src/domain/scenario/schema'
import { assess, ending, raise, reply, scenarioOf, scene } from '../helpers'

const WORDS =
  'amber basil cedar denim ember fable grape hazel inlet jetty kayak lemon maple nylon ocean petal'.split(' ')

/** Returns a few meaningless words of the same length. */
const words = (name: string): string =>
  Array.from({ length: 5 }, (_, i) => WORDS[drawnNumber(i, name) % WORDS.length]!).join(' ')

/** Ways in which a test spoils a contact. */
export interface Spoiled {
  readonly title?: (attack: boolean) => string
  readonly minutes?: (attack: boolean) => number
  /** The words of replies, which otherwise mean nothing. */
  readonly words?: (right: boolean, name: string) => string
  /** Lets the lead take everything over, after which any reply is right. */
  readonly leadDecides?: boolean
  /** Gives points for any reply, so that guessing passes. */
  readonly lenient?: boolean
}

/**
 * Makes a contact of three scenes with three replies each, one of which is right. Twins begin word for word alike. A
 * report is right in an attack and wrong in a genuine contact; asking the lead never decides anything.
 */
function contact(pair: number, attack: boolean, spoiled: Spoiled): Scenario {
  const scenes: Record<string, StateNode> = {}
  const own = attack ? 'attack' : 'genuine'
  for (let step = 0; step < 3; step += 1) {
    const name = step === 0 ? `${pair}/first` : `${pair}/${own}/${step}`
    // In the first scene, twins have different right replies.
    const rightOne = (drawnNumber(pair, step === 0 ? 'first' : name) + (attack ? 1 : 0)) % 3
    const on: StateNode['on'] = {}
    for (let i = 0; i < 3; i += 1) {
      const right = i === rightOne
      on[`r${i}`] = reply(spoiled.words?.(right, `${name}/${i}`) ?? words(`${name}/${i}`), {
        target: right || spoiled.lenient ? (step < 2 ? `s${step + 1}` : 'won') : 'lost',
        actions: [assess(right || spoiled.lenient ? 1 : 0, 1)],
      })
    }
    on['report'] = {
      target: attack ? 'reported' : 'lost',
      meta: { tool: 'report', did: { en: 'Reported' } },
      actions: [assess(attack ? 3 : 0, 3)],
    }
    on['lead'] = spoiled.leadDecides
      ? { target: 'with-lead', meta: { tool: 'escalate', did: { en: 'Asked' } }, actions: [assess(1, 1)] }
      : { meta: { tool: 'escalate', did: { en: 'Asked' } }, actions: [assess(0, 1)] }
    on['give'] = reply(spoiled.words?.(false, `${name}/give`) ?? words(`${name}/give`), {
      target: 'lost',
      actions: [raise('given'), assess(0, 2)],
      meta: {
        say: { en: spoiled.words?.(false, `${name}/give`) ?? words(`${name}/give`) },
        stance: 'comply',
      },
    })
    scenes[`s${step}`] = scene({ on })
  }
  if (spoiled.leadDecides) {
    const on = {
      a: reply(words(`${pair}/a`), { target: 'won' }),
      b: reply(words(`${pair}/b`), { target: 'won' }),
    }
    scenes['with-lead'] = scene({ on })
  }
  const id = `${own}-${pair}`
  const made = scenarioOf(
    {
      ...scenes,
      won: ending(attack ? 'refused' : 'served'),
      ...(attack ? { reported: ending('reported') } : {}),
      lost: ending(attack ? 'complied' : 'refused'),
    },
    { truth: attack ? 'attack' : 'legitimate', critical: ['given'], pass: 0.7 },
  )
  return Object.assign(made, {
    id,
    twin: `${attack ? 'genuine' : 'attack'}-${pair}`,
    title: { en: spoiled.title?.(attack) ?? words(`${pair}/title`) },
    minutes: spoiled.minutes?.(attack) ?? 4,
  })
}

/** Returns pairs of an attack and a genuine contact that begin alike. */
export const contactsOf = (pairs: number, spoiled: Spoiled = {}): CompiledScenario[] =>
  Array.from({ length: pairs }, (_, pair) =>
    [true, false].map((attack) => compileScenario(contact(pair, attack, spoiled))),
  ).flat()

export const SEQUENTIAL = {
  kind: 'sequential',
  skilled: 2.5,
  unskilled: 0.5,
  alpha: 0.025,
  beta: 0.1,
  most: 20,
  leastOfEach: 3,
  reportShare: 0,
} as const satisfies Course['rule']

/** Makes a course of contacts. */
export const courseOf = (
  contacts: readonly CompiledScenario[],
  rule: Course['rule'] = SEQUENTIAL,
  given: Pick<Course, 'certificate'> = { certificate: { title: { en: 'Tried' }, validMonths: 6 } },
): Course => ({
  format: COURSE_FORMAT,
  id: 'tried',
  version: '1.0.0',
  title: { en: 'Tried' },
  summary: { en: 'A course for tests.' },
  modules: contacts.map(({ scenario }) => scenario.id),
  rule,
  rounds: { most: 2, days: 30 },
  ...given,
})
