import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compileScenario,
  contextOf,
  decide,
  startSession,
  viewOf,
  type Choice,
  type CompiledScenario,
  type LogEntry,
  type Session,
} from '../../../src/domain/run'
import { readScenario } from '../../../src/cli/files'
import { parseScenario } from '../../../src/domain/scenario/parse'
import { checkScenario } from '../../../src/domain/scenario/check'
import { toolRow } from '../../../src/domain/scenario/tools'
import { endsRight } from '../../../src/domain/scoring/score'
import { debriefOf, scoreSession, searchBetter, type Better } from '../../../src/domain/scoring'
import { picksArbitrary, scenarioArbitrary } from '../helpers'

const ROOT = join(__dirname, '../../..')

function compiledFrom(file: string): CompiledScenario {
  const parsed = parseScenario(readFileSync(file, 'utf8'))
  const compiled = readScenario(file).compiled ?? (parsed.ok ? compileScenario(parsed.scenario) : undefined)
  if (!compiled) throw new Error(file)
  return compiled
}

/** Plays these picks among the choices of each scene, and returns the log with its sessions. */
function played(compiled: CompiledScenario, picks: readonly number[], start = startSession(compiled)) {
  const log: LogEntry[] = []
  const sessions = [start]
  for (const pick of picks) {
    const session = sessions[sessions.length - 1]!
    const { choices } = viewOf(session)
    if (choices.length === 0) break
    const { event } = choices[pick % choices.length]!
    sessions.push(decide(session, event)!)
    const at = '2026-01-05T09:00:00.000Z'
    log.push({ seq: log.length + 1, kind: 'decision', event, at, elapsedMs: 1 })
  }
  return { log, sessions }
}

function search(compiled: CompiledScenario, log: readonly LogEntry[], limit?: number) {
  const steps = searchBetter(compiled, log, limit)
  let looked = 0
  for (;;) {
    const { done, value } = steps.next()
    if (done) return { better: value as readonly Better[], looked }
    looked += 1
  }
}

/**
 * Finds the best final share of the points by trying every path. Paths that do not differ in anything that counts are
 * one.
 */
function bestByAllWays(
  session: Session,
  known = new Map<string, number>(),
  stayed: readonly string[] = [],
): number {
  const score = scoreSession(session)
  if (score) {
    const good = score.critical.length === 0 && endsRight(session.compiled.scenario.truth, score.disposition)
    return good ? (score.ratio ?? 0) : -1
  }
  const { critical, flags, counters, assessments } = contextOf(session)
  if (critical.length > 0) return -1
  const sum = (of: 'points' | 'of') => assessments.reduce((total, one) => total + one[of], 0)
  const key = JSON.stringify([
    viewOf(session).path,
    [...flags].sort(),
    counters,
    sum('points'),
    sum('of'),
    stayed,
  ])
  const before = known.get(key)
  if (before !== undefined) return before
  const ways = viewOf(session).choices.flatMap(({ event }) => {
    const next = decide(session, event)!
    // Somebody who stays in a scene gains nothing by repeating a choice.
    if (!next.entered && stayed.includes(event)) return []
    return [bestByAllWays(next, known, next.entered ? [] : [...stayed, event].sort())]
  })
  const best = Math.max(-1, ...ways)
  known.set(key, best)
  return best
}

/** Tells whether a choice may be advised. In an attack, a choice that only keeps the talk going may not. */
const isSafe = ({ scenario }: CompiledScenario, { meta }: Choice): boolean =>
  scenario.truth !== 'attack' ||
  ['refuse', 'verify'].includes((meta.tool ? toolRow(meta.tool).stance : meta.stance) ?? '')

describe('what would have been better', () => {
  it.each(['audit-thursday', 'knows-the-customer', 'scared-customer'])(
    'is what comparing all ways of %s says',
    (name) => {
      const compiled = compiledFrom(join(ROOT, 'scenarios', `${name}.scenario.json`))
      for (const picks of [
        [0, 0, 0, 0, 0],
        [1, 2, 1, 0, 1, 2],
      ]) {
        const { log, sessions } = played(compiled, picks)
        const passed = scoreSession(sessions[sessions.length - 1]!)?.passed ?? false
        expect(passed && compiled.scenario.truth === 'attack').toBe(false)
        const expected = log.map(({ event }, i) => {
          if (passed) return { event: undefined, searched: true }
          let best: string | undefined
          let within = bestByAllWays(decide(sessions[i]!, event)!)
          for (const choice of viewOf(sessions[i]!).choices) {
            const reach = bestByAllWays(decide(sessions[i]!, choice.event)!)
            if (reach <= within + 1e-9 || !isSafe(compiled, choice)) continue
            best = choice.event
            within = reach
          }
          return { event: best, searched: true }
        })
        const { better } = search(compiled, log)
        expect(better.map(({ choice, searched }) => ({ event: choice?.event, searched }))).toEqual(expected)
      }
    },
  )

  it('is never named wrongly by a search that stops early, and the search stops where it is told to', () => {
    let cut = 0
    fc.assert(
      fc.property(scenarioArbitrary, picksArbitrary, fc.nat(20), (scenario, picks, limit) => {
        const compiled = compileScenario(scenario)
        const { log } = played(compiled, picks.slice(0, 8))
        const short = search(compiled, log, limit)
        expect(short.looked).toBeLessThanOrEqual(limit)
        expect(short.better).toHaveLength(log.length)
        if (short.better.every(({ searched }) => searched)) return
        cut += 1
        const long = search(compiled, log, 3000)
        short.better.forEach(({ choice, searched }, i) => {
          if (choice && long.better[i]!.searched) expect(long.better[i]!.choice).toBeDefined()
          if (searched) expect(long.better[i]).toEqual(short.better[i])
        })
      }),
      { numRuns: 60 },
    )
    expect(cut).toBeGreaterThan(5)
  })
})

describe('a scenario that counts', () => {
  const compiled = compiledFrom(join(ROOT, 'tests/fixtures/counts-for-ever-in-debrief.scenario.json'))

  it('is a sound one', () => {
    expect(checkScenario(compiled.scenario)).toEqual([])
  })

  it('is searched within a bound, and says where it was not searched to its end', () => {
    const { choices } = viewOf(startSession(compiled))
    const go = choices.findIndex(({ event }) => event === 'go')
    const report = choices.findIndex(({ event }) => event === 'report')
    const { log } = played(compiled, [...Array<number>(30).fill(go), report])
    const first = debriefOf(compiled, log, 0)!
    expect(first.steps.map(({ better, searched }) => [better, searched])).toEqual(
      log.map(() => [undefined, false]),
    )
    const short = search(compiled, log, 200)
    expect(short.looked).toBe(200)
    expect(short.better[0]).toEqual({ choice: undefined, searched: false })
    expect(debriefOf(compiled, log)!.score).toEqual(first.score)
    expect(search(compiled, log).better.every(({ searched }) => searched)).toBe(true)
  })
})
