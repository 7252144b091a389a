import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readScenario as readFile } from '../../src/cli/files'
import {
  decide,
  startSession,
  viewOf,
  type CompiledScenario,
  type SceneView,
  type Session,
} from '../../src/domain/run'
import { scoreSession, type Score } from '../../src/domain/scoring'
import type { Channel } from '../../src/domain/scenario/vocabulary'
import type { Course } from '../../src/domain/course'
import { ROOT } from './launch'

export function readScenario(id: string): CompiledScenario {
  const { compiled, issues } = readFile(join(ROOT, 'scenarios', `${id}.scenario.json`))
  if (!compiled) throw new Error(`${id}: ${issues[0]?.code}`)
  return compiled
}

export function readCourse(id: string): Course {
  return JSON.parse(readFileSync(join(ROOT, 'scenarios/courses', `${id}.course.json`), 'utf8')) as Course
}

const DEEPEST = 14

/**
 * Returns the choices that lead to the ending which `better` prefers, by walking over all choices, without any time
 * running out.
 * @param through only paths with a scene for which this is true
 */
function bestBy(
  compiled: CompiledScenario,
  better: (a: Score, b: Score) => boolean,
  through: (view: SceneView) => boolean = () => true,
): string[] {
  let best: { score: Score; events: string[] } | undefined
  let budget = 20_000
  const walk = (session: Session, events: string[], before: boolean): void => {
    if (budget-- <= 0 || events.length > DEEPEST) return
    const view = viewOf(session)
    const been = before || through(view)
    const score = scoreSession(session)
    if (score) {
      const shorter = best && events.length < best.events.length && !better(best.score, score)
      if (been && (!best || better(score, best.score) || shorter)) best = { score, events }
      return
    }
    for (const { event } of view.choices) {
      const next = decide(session, event)
      // Somebody who stays in a scene gains nothing by repeating a choice.
      if (!next || (!next.entered && events.includes(event))) continue
      walk(next, [...events, event], been)
    }
  }
  walk(startSession(compiled), [], false)
  if (!best) throw new Error(`${compiled.scenario.id}: no ending found`)
  return best.events
}

const rank = (score: Score): number => (score.passed ? 1000 : 0) + (score.ratio ?? 0) * 100

/** Returns a run that passes with the most points. */
export const bestRun = (compiled: CompiledScenario, through?: (view: SceneView) => boolean): string[] =>
  bestBy(compiled, (a, b) => rank(a) > rank(b), through)

/**
 * Returns a run that ends badly: for an attack a miss, if possible with a critical act; for a customer a false alarm.
 */
export const worstRun = (compiled: CompiledScenario): string[] =>
  bestBy(compiled, (a, b) => {
    const badness = (s: Score) =>
      s.critical.length * 200 + (s.outcome === 'miss' || s.outcome === 'false-alarm' ? 100 : 0) - rank(s)
    return badness(a) > badness(b)
  })

/** Returns the fewest choices that lead to such a scene, without any time running out on the way. */
export function pathTo(compiled: CompiledScenario, wanted: (view: SceneView) => boolean): string[] {
  const seen = new Set<string>()
  const waiting = [{ session: startSession(compiled), events: [] as string[] }]
  for (const { session, events } of waiting) {
    const view = viewOf(session)
    if (wanted(view)) return events
    if (seen.has(view.path)) continue
    seen.add(view.path)
    for (const { event } of view.choices) {
      const next = decide(session, event)
      if (next) waiting.push({ session: next, events: [...events, event] })
    }
  }
  throw new Error(`${compiled.scenario.id}: no such scene`)
}

/** Tells whether a scene's contact is on this channel and can be answered. */
export const onChannel =
  ({ scenario }: CompiledScenario, channel: Channel, { pressed = false } = {}) =>
  ({ contact, choices, ending, timeLimit }: SceneView): boolean =>
    !ending &&
    contact !== undefined &&
    scenario.cast[contact]?.channel === channel &&
    choices.some(({ meta }) => meta.say && !meta.tool) &&
    (!pressed || timeLimit !== undefined)
