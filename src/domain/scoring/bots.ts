import { decide, startSession, viewOf, type Choice, type CompiledScenario } from '../run'
import { toolRow } from '../scenario/tools'
import { TIMEOUT_EVENT, type Stance } from '../scenario/vocabulary'
import { scoreSession, type Score } from './score'

/** Strategies that must not pass a course. A course that they pass would measure a habit instead of judgement. */
export const BOTS = [
  'refuse-everything',
  'comply-with-everything',
  'always-first',
  'longest-reply',
  'politest-reply',
  'random',
] as const
export type Bot = (typeof BOTS)[number]

/** Words of courtesy in the languages of the first scenarios. */
const POLITE =
  /please|thank|sorry|glad|happy to|of course|kind|good day|afraid|merci|s’il vous|désolé|volontiers|bien sûr|bonne journée|avec plaisir/gi

const stanceOf = ({ meta }: Choice): Stance | undefined =>
  meta.stance ?? (meta.tool && toolRow(meta.tool).stance)
const wordsOf = ({ meta }: Choice): string => Object.values(meta.say ?? {})[0] ?? ''

function most(choices: readonly Choice[], weight: (choice: Choice) => number): Choice | undefined {
  return choices.reduce<Choice | undefined>(
    (best, choice) => (best && weight(best) >= weight(choice) ? best : choice),
    undefined,
  )
}

/** Returns a generator of numbers from 0 to 1 that a seed determines (mulberry32), so that a proof can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function chooser(bot: Bot, random: () => number): (choices: readonly Choice[]) => Choice | undefined {
  const replies = (choices: readonly Choice[]) => choices.filter((choice) => choice.meta.say)
  const first = (choices: readonly Choice[]) => replies(choices)[0] ?? choices[0]
  const byStance =
    (...order: Stance[]) =>
    (choices: readonly Choice[]) =>
      order.flatMap((stance) => choices.filter((choice) => stanceOf(choice) === stance))[0] ?? first(choices)
  switch (bot) {
    case 'refuse-everything':
      return byStance('refuse')
    case 'comply-with-everything':
      return byStance('comply', 'care')
    case 'always-first':
      return first
    case 'longest-reply':
      return (choices) => most(replies(choices), (choice) => wordsOf(choice).length) ?? choices[0]
    case 'politest-reply':
      return (choices) =>
        most(replies(choices), (choice) => wordsOf(choice).match(POLITE)?.length ?? 0) ?? choices[0]
    case 'random':
      return (choices) => choices[Math.floor(random() * choices.length)]
  }
}

const LONGEST = 500

/**
 * Plays a scenario by one strategy.
 * @param seed the seed for `random`
 * @returns the score; `undefined` if the strategy finds no ending within 500 decisions
 */
export function playBot(compiled: CompiledScenario, bot: Bot, seed = 1): Score | undefined {
  const choose = chooser(bot, seeded(seed))
  let session = startSession(compiled)
  for (let i = 0; i < LONGEST; i++) {
    const score = scoreSession(session)
    if (score) return score
    const event = choose(viewOf(session).choices)?.event ?? TIMEOUT_EVENT
    const next = decide(session, event)
    if (!next) return undefined
    session = next
  }
  return undefined
}
