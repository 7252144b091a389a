import type { CompiledScenario } from '../run'
import { flowOf } from '../scenario/check/flow'
import { checkSafeExit } from '../scenario/check/reach'
import { countCues, difficultyOf, type CountedCues } from '../scenario/difficulty'
import { error, issuesOf, warning, type Fault, type Issue } from '../scenario/issue'
import { jsonPath } from '../scenario/json-path'
import { listNodes } from '../scenario/nodes'
import type { Disposition } from '../scenario/vocabulary'
import { atOnce } from './at-once'
import { BOTS, playBot, type Bot } from './bots'
import { exploring, withoutLoops, type Situation } from './explore'
import { endsRight, percent, type Score } from './score'

export interface EndingProof {
  readonly scene: string
  readonly disposition: Disposition
  /**
   * The lowest score in percent over all ways to this ending; `highest` is the highest. `null` if nothing is assessed
   * on them.
   */
  readonly lowest: number | null
  readonly highest: number | null
  readonly canPass: boolean
}

export interface BotResult {
  readonly bot: Bot
  readonly score: number | null
  readonly disposition: Disposition | null
  readonly passed: boolean
}

export interface Proof {
  readonly scenario: string
  /** From 1 (easy to recognise) to 5. */
  readonly difficulty: number
  /** The cues that tell the truth, to be compared with the header's `difficulty.cues`. */
  readonly cues: CountedCues
  readonly scenes: number
  readonly reachable: number
  readonly unreachable: readonly string[]
  /** The number of ways from the start to an ending without loops, as a decimal number of any length. */
  readonly paths: string
  readonly loops: boolean
  readonly lowest: number | null
  readonly highest: number | null
  readonly endings: readonly EndingProof[]
  readonly passAttainable: boolean
  /** The number of ways through a critical act that would pass; it must be 0. */
  readonly criticalPathsThatPass: number
  readonly withoutSafeExit: readonly string[]
  readonly bots: readonly BotResult[]
  readonly whole: boolean
  readonly issues: readonly Issue[]
}

const ROUNDS = 30

/**
 * Computes the best or worst ratio of earned to possible points over all ways to some endings, by Dinkelbach's method
 * with one longest-path pass a round (W. Dinkelbach, On Nonlinear Fractional Programming, 1967).
 * @param endings numbers of the situations that count as one ending
 * @param sign 1 for the highest, −1 for the lowest
 * @returns the ratio; `null` if nothing is assessed on any way to them
 */
function extreme(
  {
    order,
    kept,
  }: {
    order: readonly number[]
    kept: readonly (readonly { to: number; earned: number; possible: number }[])[]
  },
  count: number,
  endings: readonly number[],
  sign: 1 | -1,
): number | null {
  let ratio = sign === 1 ? 0 : 1
  let found: number | null = null
  for (let round = 0; round < ROUNDS; round++) {
    const value = new Float64Array(count).fill(Number.NEGATIVE_INFINITY)
    const earned = new Float64Array(count)
    const possible = new Float64Array(count)
    value[0] = 0
    for (const at of order) {
      if (value[at] === Number.NEGATIVE_INFINITY) continue
      for (const move of kept[at]!) {
        const worth = value[at]! + sign * (move.earned - ratio * move.possible)
        const more = possible[at]! + move.possible
        const better = worth > value[move.to]! + 1e-9
        const same = Math.abs(worth - value[move.to]!) <= 1e-9 && possible[move.to] === 0 && more > 0
        if (!better && !same) continue
        value[move.to] = worth
        earned[move.to] = earned[at]! + move.earned
        possible[move.to] = more
      }
    }
    let ending: number | undefined
    for (const at of endings) {
      if (possible[at]! > 0 && (ending === undefined || value[at]! > value[ending]!)) ending = at
    }
    if (ending === undefined) return found
    const next = earned[ending]! / possible[ending]!
    if (found !== null && Math.abs(next - found) < 1e-12) break
    found = next
    ratio = next
  }
  return found
}

function countPaths(
  order: readonly number[],
  kept: readonly (readonly { to: number }[])[],
  situations: readonly Situation[],
): bigint {
  const ways = situations.map(() => 0n)
  if (ways.length > 0) ways[0] = 1n
  let total = 0n
  for (const at of order) {
    if (situations[at]!.ending) total += ways[at]!
    for (const { to } of kept[at]!) ways[to]! += ways[at]!
  }
  return total
}

/**
 * Proves properties of a scenario that need a walk: the scenes that runs reach with their guards, the number of ways,
 * their scores, whether a pass is possible, whether a critical act can be passed, and the scores of the bots.
 * @param compiled a checked scenario
 * @param limit the greatest number of situations to walk; `whole` tells whether it was enough
 */
export function prove(compiled: CompiledScenario, limit?: number): Proof {
  return atOnce(proving(compiled, limit))
}

/** Does the same as `prove` step by step, so that callers can do something else in between. */
export function* proving(compiled: CompiledScenario, limit?: number): Generator<undefined, Proof> {
  const { scenario } = compiled
  const { situations, whole: complete } = yield* exploring(compiled, limit)
  const walk = withoutLoops(situations)
  const nodes = listNodes(scenario)
  const scenes = nodes
    .filter(({ node, path }) => path && !node.states && !node.always)
    .map(({ path }) => path)
  const reached = new Set(situations.map(({ scene }) => scene))
  const unreachable = scenes.filter((scene) => !reached.has(scene))

  // Situations of one ending differ only in flags and counters. They form one group unless critical acts differ.
  const groups = new Map<string, { members: number[]; scene: string; critical: boolean; ending: Score }>()
  situations.forEach(({ scene, ending, critical }, at) => {
    if (!ending) return
    const key = `${critical ? '!' : ''}${scene}`
    const group = groups.get(key)
    if (group) group.members.push(at)
    else groups.set(key, { members: [at], scene, critical, ending })
  })
  const byScene = new Map<string, EndingProof>()
  let criticalPathsThatPass = 0
  for (const { members, scene, critical, ending } of groups.values()) {
    yield undefined
    const low = extreme(walk, situations.length, members, -1)
    const high = extreme(walk, situations.length, members, 1)
    const { disposition } = ending
    const good = endsRight(scenario.truth, disposition)
    const canPass = good && ending.critical.length === 0 && high !== null && high >= scenario.scoring.pass
    if (critical && canPass) criticalPathsThatPass += 1
    const known = byScene.get(scene)
    const least = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b))
    const greatest = (a: number | null, b: number | null) =>
      a === null ? b : b === null ? a : Math.max(a, b)
    byScene.set(scene, {
      scene,
      disposition,
      lowest: least(known?.lowest ?? null, percent(low)),
      highest: greatest(known?.highest ?? null, percent(high)),
      canPass: canPass || (known?.canPass ?? false),
    })
  }
  const endings = [...byScene.values()]
  const scores = endings.flatMap(({ lowest, highest }) => [lowest, highest]).filter((score) => score !== null)
  const passAttainable = endings.some((ending) => ending.canPass)
  const byPath = new Map(nodes.map((node) => [node.path, node]))
  const exits = checkSafeExit(scenario, flowOf(scenario, nodes, byPath))
  const bots = BOTS.map((bot): BotResult => {
    const score = playBot(compiled, bot)
    return {
      bot,
      score: percent(score?.ratio ?? null),
      disposition: score?.disposition ?? null,
      passed: score?.passed ?? false,
    }
  })
  const faults: Fault[] = [
    ...(complete
      ? []
      : [warning('too-many-situations', ['machine'], { what: 'for-all', most: situations.length })]),
    ...(complete ? unreachable : []).map((scene) =>
      error('unreachable-scene', byPath.get(scene)?.keys ?? [], { what: 'guards' }),
    ),
    ...(complete && !passAttainable ? [error('pass-unattainable', ['scoring', 'pass'])] : []),
    ...(criticalPathsThatPass > 0 ? [error('critical-passes', ['scoring', 'critical'])] : []),
    ...situations.flatMap(({ scene, ending, moves }, at) =>
      !ending && moves.length === 0 && at < situations.length
        ? [error('no-way-out', byPath.get(scene)?.keys ?? [], { what: 'stuck' })]
        : [],
    ),
  ]
  return {
    scenario: scenario.id,
    difficulty: difficultyOf(scenario.difficulty),
    cues: countCues(scenario),
    scenes: scenes.length,
    reachable: scenes.length - unreachable.length,
    unreachable,
    paths: countPaths(walk.order, walk.kept, situations).toString(),
    loops: walk.loops,
    lowest: scores.length > 0 ? Math.min(...scores) : null,
    highest: scores.length > 0 ? Math.max(...scores) : null,
    endings,
    passAttainable,
    criticalPathsThatPass,
    withoutSafeExit: exits.map((exit) => jsonPath(exit.path)),
    bots,
    whole: complete,
    issues: issuesOf([...faults, ...exits], scenario),
  }
}
