import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileScenario, contextOf, decide, scenePath, startSession } from '../../../../src/domain/run'
import { actionsAlong, actionsAtStart, flowOf } from '../../../../src/domain/scenario/check/flow'
import { listNodes } from '../../../../src/domain/scenario/nodes'
import type { Action, Scenario, StateNode } from '../../../../src/domain/scenario/schema'
import { ending, reply, scenarioOf, scene } from '../../helpers'

/** Makes an action that names its owner. */
const mark = (what: string): Action => ({
  type: 'assess',
  params: { competency: 'verification', points: 1, of: 1, why: { en: what } },
})
const marksOf = (actions: readonly Action[]) =>
  actions.map((action) => (action.type === 'assess' ? action.params.why['en'] : action.type))

const marked = (path: string, node: StateNode): StateNode => ({
  ...node,
  entry: [mark(`into ${path}`)],
  exit: [mark(`out of ${path}`)],
})

/** Makes two groups, one inside the other, beside a scene, with choices that lead anywhere, at every level. */
function nested(moves: readonly { from: string; target: string; reenter: boolean }[]): Scenario {
  const on = (from: string) => {
    const own = moves.flatMap((move, i) =>
      move.from === from
        ? [
            [
              `move-${i}`,
              reply('Go.', {
                ...(move.target === '' ? {} : { target: move.target }),
                ...(move.reenter ? { reenter: true } : {}),
                actions: [mark(`move ${i}`)],
              }),
            ] as const,
          ]
        : [],
    )
    return own.length > 0 ? { on: Object.fromEntries(own) } : {}
  }
  const leaf = (path: string) => marked(path, scene(on(path)))
  const group = (path: string, states: Record<string, StateNode>) =>
    marked(path, { initial: Object.keys(states)[0]!, states, ...on(path) })
  return scenarioOf(
    {
      outer: group('outer', {
        inner: group('outer.inner', { a: leaf('outer.inner.a'), b: leaf('outer.inner.b') }),
        c: leaf('outer.c'),
      }),
      d: leaf('d'),
      end: ending('refused'),
    },
    { on: on('').on },
  )
}

const PATHS = ['outer', 'outer.inner', 'outer.inner.a', 'outer.inner.b', 'outer.c', 'd']
const moveArbitrary = fc.record({
  from: fc.constantFrom('', ...PATHS),
  target: fc.oneof(
    fc.constant(''),
    fc.constantFrom(...PATHS, 'end').map((path) => `#small.${path}`),
  ),
  reenter: fc.boolean(),
})

describe('what a step does on its way', () => {
  it('is what XState does: out of scenes and groups, the move, into groups and scenes', () => {
    let steps = 0
    fc.assert(
      fc.property(fc.array(moveArbitrary, { minLength: 4, maxLength: 12 }), (moves) => {
        const scenario = nested(moves)
        const nodes = listNodes(scenario)
        const flow = flowOf(scenario, nodes, new Map(nodes.map((node) => [node.path, node])))
        const start = startSession(compileScenario(scenario))
        expect(marksOf(actionsAtStart(flow))).toEqual(
          contextOf(start).assessments.map(({ why }) => why['en']),
        )
        const seen = new Map([[scenePath(start), start]])
        for (const [path, session] of seen) {
          const from = flow.leaves.findIndex((leaf) => leaf.path === path)
          const before = contextOf(session).assessments.length
          for (const edge of flow.edges[from]!) {
            const next = decide(session, edge.move.event!)!
            expect(scenePath(next)).toBe(flow.leaves[edge.to]!.path)
            expect(marksOf(actionsAlong(flow, from, edge))).toEqual(
              contextOf(next)
                .assessments.slice(before)
                .map(({ why }) => why['en']),
            )
            steps += 1
            if (!seen.has(scenePath(next))) seen.set(scenePath(next), next)
          }
        }
      }),
      { numRuns: 150 },
    )
    expect(steps).toBeGreaterThan(300)
  })
})
