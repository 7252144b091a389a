import { valueAt } from '../../scenario/json-path'
import { cuesShown, resolveTarget, type PlacedNode } from '../../scenario/nodes'
import type { Action, Transition } from '../../scenario/schema'
import { toolRow } from '../../scenario/tools'
import type { Disposition } from '../../scenario/vocabulary'
import { put, without, type Path } from '../change'
import {
  everywhere,
  freeName,
  proposal,
  withoutAction,
  wordsOf,
  type At,
  type Fixes,
  type Proposal,
} from './at'

/**
 * Returns the document without a choice, a time limit or one of their branches, and without the objects that become
 * empty.
 */
function withoutMove(document: unknown, path: Path): unknown {
  let after = without(document, path)
  for (
    let outer = path.slice(0, -1);
    /^(?:on|after|always)$/.test(slotOf(outer));
    outer = outer.slice(0, -1)
  ) {
    if (Object.keys(valueAt(after, outer) as object).length > 0) break
    after = without(after, outer)
  }
  return after
}

/** Returns the property of a scene in which a path lies, such as `on` or `meta`; `''` for the scene itself. */
function slotOf(path: Path): string {
  let at = 1
  while (path[at] === 'states' && at + 1 < path.length) at += 2
  return String(path[at] ?? '')
}

/** Names a transition by its choice. Without one it is a step, which is named `always`. */
const moveName = (at: At): string => at.issue.keys.choice ?? 'always'

/** Proposes that a choice leads back to the scene in which it is made. */
function stay(at: At): Proposal[] {
  const name = at.node?.path.split('.').pop()
  return name ? [proposal('fix.stay', { scene: name }, at.put([...at.path, 'target'], name))] : []
}

const removeMove = (at: At): Proposal =>
  proposal('fix.remove-choice', { choice: moveName(at) }, withoutMove(at.document, at.path))

/**
 * Guesses the disposition of an ending that names none. It takes the one that most of the choices leading there suggest
 * by their tool and stance.
 */
function dispositionOf(at: At): Disposition {
  const { nodes, node, scenario } = at
  const byPath = new Map(nodes.map((own) => [own.path, own]))
  const counts = new Map<Disposition, number>()
  for (const from of nodes) {
    for (const { transition } of from.transitions) {
      if (!transition.target || resolveTarget(from, transition.target, byPath, scenario.id) !== node) continue
      const found = byMove(transition, scenario.truth === 'attack')
      counts.set(found, (counts.get(found) ?? 0) + 1)
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? 'abandoned'
}

function byMove({ meta }: Transition, attack: boolean): Disposition {
  if (meta?.tool === 'report') return 'reported'
  const stance = meta?.stance ?? (meta?.tool && toolRow(meta.tool).stance)
  if (stance === 'comply') return attack ? 'complied' : 'served'
  if (stance === 'verify') return 'verified'
  return stance === 'refuse' ? 'refused' : 'abandoned'
}

/**
 * Proposes a report that every scene hears. It leads to the first ending found that was reported, refused or verified,
 * in this order.
 */
function reportEverywhere(at: At): Proposal[] {
  const { machine } = at.scenario
  const endings = Object.entries(machine.states).filter(([, { type }]) => type === 'final')
  const found = (['reported', 'refused', 'verified'] as const)
    .map((wanted) => endings.find(([, { meta }]) => meta?.disposition === wanted)?.[0])
    .find((name) => name !== undefined)
  if (found === undefined) return []
  const taken = Object.keys(machine.on ?? {})
  const event = taken.includes('report') ? freeName('report', taken) : 'report'
  const choice = { target: `.${found}`, meta: { tool: 'report' } }
  return [proposal('fix.report-everywhere', { scene: found }, at.put(['machine', 'on', event], choice))]
}

/** Proposes to move the branch without a guard to the end. A second branch without a guard is removed instead. */
function openBranchLast(at: At): Proposal[] {
  const outer = at.around()
  const branches = valueAt(at.document, outer) as Transition[]
  if (!(at.value as Transition).guard) {
    return [proposal('fix.remove-branch', {}, withoutBranch(at, outer, branches))]
  }
  const open = branches.findIndex(({ guard }) => !guard)
  const order = branches.toSpliced(open, 1)
  order.push(branches[open]!)
  return [proposal('fix.open-last', {}, at.put(outer, order))]
}

function withoutBranch(at: At, outer: Path, branches: readonly Transition[]): unknown {
  const left = branches.toSpliced(Number(at.name), 1)
  return at.put(outer, left.length === 1 ? left[0] : left)
}

/** Proposes to remove a scene that nothing leads to, and the cues that only it shows. */
function withoutScene(at: At): Proposal[] {
  const { node, nodes, scenario } = at
  if (!node?.path || Object.keys(node.parent?.node.states ?? {}).length < 2) return []
  const byPath = new Map(nodes.map((own) => [own.path, own]))
  const within = (own: PlacedNode) => own === node || own.path.startsWith(`${node.path}.`)
  const leads = nodes.some(
    (from) =>
      !within(from) &&
      (from.node.initial === node.path.split('.').pop() && node.parent === from
        ? true
        : from.transitions.some(({ transition: { target } }) => {
            const there = target === undefined ? undefined : resolveTarget(from, target, byPath, scenario.id)
            return there !== undefined && within(there)
          })),
  )
  if (leads) return []
  const after = at.without(node.keys)
  const still = cuesShown(nodes.filter((own) => !within(own)))
  const shown = cuesShown(nodes.filter(within))
  const left = [...shown]
    .filter((cue) => !still.has(cue) && Object.hasOwn(scenario.cues, cue))
    .reduce((document, cue) => without(document, ['cues', cue]), after)
  return [proposal('fix.remove-scene', { scene: node.path }, left)]
}

/** Proposes to move an ending out of its group to the root of the machine, and points all targets at its new place. */
function movedUp(at: At): Proposal[] {
  const { node, nodes, scenario } = at
  const name = node?.path.split('.').pop()
  if (!node || !name || Object.hasOwn(scenario.machine.states, name)) return []
  if (node.parent?.node.initial === name || Object.keys(node.parent?.node.states ?? {}).length < 2) return []
  const byPath = new Map(nodes.map((own) => [own.path, own]))
  let after = at.document
  for (const from of nodes) {
    for (const { keys, transition } of from.transitions) {
      if (transition.target === undefined) continue
      if (resolveTarget(from, transition.target, byPath, scenario.id) !== node) continue
      after = put(after, [...keys, 'target'], `#${scenario.id}.${name}`)
    }
  }
  const value = valueAt(after, node.keys)
  after = put(without(after, node.keys), ['machine', 'states', name], value)
  if (scenario.machine.id === undefined) after = put(after, ['machine', 'id'], scenario.id)
  return [proposal('fix.move-up', { scene: name }, after)]
}

/**
 * Proposes to take from a look at the desk what it must not do: lead somewhere, or be judged. A look that would then do
 * nothing is removed, which leaves it to the floor.
 */
function onlyALook(at: At, what: 'leads' | 'judges'): Proposal[] {
  const move = at.value as Transition
  const critical = new Set(at.scenario.scoring.critical)
  const judges = (action: Action) =>
    (action.type === 'raise' && critical.has(action.params.flag)) ||
    (action.type === 'assess' && action.params.points < action.params.of)
  const left = (move.actions ?? []).filter((action) => !judges(action))
  if (left.length === 0) return [removeMove(at)]
  return what === 'leads'
    ? [proposal('fix.remove', { name: 'target' }, at.without([...at.path, 'target']))]
    : [proposal('fix.remove-action', { action: 'assess' }, at.put([...at.path, 'actions'], left))]
}

/** Fixes of scenes, choices and endings. */
export const FLOW_FIXES: Fixes = {
  missing: (at, params) => {
    if (params.what === 'disposition') {
      const disposition = dispositionOf(at)
      return [proposal('fix.disposition', { disposition }, at.put(at.path, disposition))]
    }
    if (params.what === 'debrief') {
      const title = at.node?.node.meta?.title
      const text = title && Object.values(title)[0]
      return text ? [proposal('fix.title-as-text', { text }, at.put(at.path, title))] : []
    }
    if (params.what !== 'first-scene') return []
    const [scene] = Object.keys(at.node?.node.states ?? {})
    return scene === undefined ? [] : [proposal('fix.first-scene', { scene }, at.put(at.path, scene))]
  },
  'look-decides': (at, { what }) => onlyALook(at, what),
  'report-unheard': reportEverywhere,
  'branch-never-taken': openBranchLast,
  'no-effect': (at, { what }) =>
    what === 'price'
      ? [proposal('fix.remove-action', { action: 'spend' }, withoutAction(at, at.around()))]
      : [...stay(at), removeMove(at)],
  'choice-invisible': (at) => {
    const text = wordsOf(at.name)
    const first = Array.isArray(at.value) ? [...at.path, 0] : at.path
    return [
      proposal('fix.say-name', { text }, at.put([...first, 'meta', 'say'], everywhere(at, text))),
      removeMove(at),
    ]
  },
  'not-an-ending': (at) => {
    const scene = valueAt(at.document, at.around()) as Record<string, unknown>
    const goesOn = ['on', 'after', 'always', 'states'].some((slot) => scene[slot] !== undefined)
    const { disposition: _disposition, debrief: _debrief, ...meta } = at.value as Record<string, unknown>
    const ending = proposal('fix.make-ending', {}, at.put([...at.around(), 'type'], 'final'))
    const plain = proposal('fix.no-ending', {}, at.put(at.path, meta))
    return goesOn ? [plain] : [ending, plain]
  },
  'nested-ending': movedUp,
  'ending-goes-on': (at) => {
    const {
      on: _on,
      after: _after,
      always: _always,
      states: _states,
      initial: _initial,
      ...rest
    } = at.value as Record<string, unknown>
    const { type: _type, ...scene } = at.value as Record<string, unknown>
    const { disposition: _disposition, debrief: _debrief, ...meta } = scene['meta'] as Record<string, unknown>
    return [
      proposal('fix.ending-stops', {}, at.put(at.path, rest)),
      proposal('fix.no-ending', {}, at.put(at.path, { ...scene, meta })),
    ]
  },
  'nothing-to-show': (at) => {
    const title = at.node?.node.meta?.title
    const text = title && Object.values(title)[0]
    if (!text) return []
    const beats = [{ id: 'narration', from: 'narrator', text: title }]
    return [proposal('fix.narrate-title', { text }, at.put(at.path, beats))]
  },
  'several-time-limits': (at) =>
    Object.entries(at.value as object).map(([delay, move]) =>
      proposal(
        'fix.one-time-limit',
        { seconds: Number(delay) / 1000 },
        at.put(at.path, { [delay]: move as unknown }),
      ),
    ),
  'critical-lowered': (at) => [
    proposal('fix.remove-action', { action: 'lower' }, withoutAction(at, at.path)),
  ],
  'unreachable-scene': (at, { what }) => (what === 'no-way' ? withoutScene(at) : []),
}
