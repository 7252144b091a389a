import { error, warning, type Fault } from '../issue'
import { cuesShown, eachAction, resolveTarget, type PlacedTransition } from '../nodes'
import type { Beat, Condition, Scenario } from '../schema'
import { NARRATOR } from '../vocabulary'
import { checkChoices } from './choices'
import type { World } from './world'

function checkInitials({ nodes }: World): Fault[] {
  const faults: Fault[] = []
  for (const at of nodes) {
    const { initial, states } = at.node
    const empty = !states || Object.keys(states).length === 0
    if (empty && !at.path) {
      faults.push(error('missing', [...at.keys, 'states'], { what: 'scenes' }))
    } else if (empty && initial !== undefined) {
      faults.push(error('dangling-initial', [...at.keys, 'initial'], { what: 'no-scenes' }))
    } else if (!empty && initial === undefined) {
      faults.push(error('missing', [...at.keys, 'initial'], { what: 'first-scene' }))
    } else if (initial !== undefined && !Object.hasOwn(states!, initial)) {
      faults.push(error('dangling-initial', [...at.keys, 'initial'], { what: 'unknown', initial }))
    }
  }
  return faults
}

function checkTargets({ scenario, nodes, byPath }: World): Fault[] {
  const faults: Fault[] = []
  for (const at of nodes) {
    for (const move of at.transitions) {
      const { target } = move.transition
      if (target === undefined || resolveTarget(at, target, byPath, scenario.id)) continue
      faults.push(
        error('dangling-target', [...move.keys, 'target'], {
          what: !at.parent && byPath.has(target) ? 'without-dot' : 'unknown',
          target,
        }),
      )
    }
  }
  return faults
}

/** Finds branches after a branch without a guard, which are never taken. */
function checkBranches({ nodes }: World): Fault[] {
  const faults: Fault[] = []
  for (const at of nodes) {
    let open: PlacedTransition | undefined
    for (const move of at.transitions) {
      if (open?.kind !== move.kind || open.name !== move.name) open = undefined
      if (open) {
        faults.push(error('branch-never-taken', move.keys))
      }
      if (!move.transition.guard) open = move
    }
  }
  return faults
}

/** Finds transitions without target and actions. XState forbids their event, so that they could not be taken. */
function checkEffects({ nodes }: World): Fault[] {
  const faults: Fault[] = []
  for (const at of nodes) {
    for (const move of at.transitions) {
      const { target, actions } = move.transition
      if (target !== undefined || actions?.length) continue
      faults.push(
        error('no-effect', move.keys, {
          what: move.transition.meta?.tool === 'open-policy' ? 'policy' : 'other',
        }),
      )
    }
  }
  return faults
}

function checkEndings({ nodes }: World): Fault[] {
  return nodes.flatMap((at) => {
    const { node, keys } = at
    const { meta } = node
    if (node.type !== 'final') {
      return meta?.disposition === undefined && meta?.debrief === undefined
        ? []
        : [error('not-an-ending', [...keys, 'meta'])]
    }
    const faults: Fault[] = []
    if (at.parent?.path) {
      faults.push(error('nested-ending', [...keys, 'type']))
    }
    if (node.on || node.after || node.always || node.states) {
      faults.push(error('ending-goes-on', keys))
    }
    if (!meta?.disposition) {
      faults.push(error('missing', [...keys, 'meta', 'disposition'], { what: 'disposition' }))
    }
    if (!meta?.debrief) {
      faults.push(error('missing', [...keys, 'meta', 'debrief'], { what: 'debrief' }))
    }
    return faults
  })
}

/** Returns the indexes of ids that stand earlier in the list too. */
function duplicates(ids: readonly string[]): number[] {
  if (ids.length < 2) return []
  const seen = new Set<string>()
  return ids.flatMap((id, i) => {
    if (seen.has(id)) return [i]
    seen.add(id)
    return []
  })
}

/** @param keys the path of the list */
function checkBeats(scenario: Scenario, beats: readonly Beat[], keys: readonly PropertyKey[]): Fault[] {
  const faults: Fault[] = []
  for (const i of duplicates(beats.map((beat) => beat.id))) {
    faults.push(error('duplicate-id', [...keys, i, 'id'], { what: 'beat', id: beats[i]!.id }))
  }
  beats.forEach((beat, i) => {
    if (beat.from !== NARRATOR && !scenario.cast[beat.from]) {
      faults.push(error('unknown-cast', [...keys, i, 'from'], { what: 'speaker', id: beat.from }))
    }
    beat.cues?.forEach((mark, j) => {
      const cue = typeof mark === 'string' ? mark : mark.cue
      if (scenario.cues[cue]) return
      faults.push(error('unknown-cue', [...keys, i, 'cues', j], { cue }))
    })
  })
  return faults
}

function checkScenes({ scenario, nodes }: World): Fault[] {
  const faults: Fault[] = []
  for (const at of nodes) {
    const { node, keys } = at
    const { meta, after } = node
    for (const { transition, keys: branch } of at.transitions) {
      if (!transition.meta?.answer) continue
      faults.push(...checkBeats(scenario, transition.meta.answer, [...branch, 'meta', 'answer']))
    }
    if (after && Object.keys(after).length > 1) {
      faults.push(error('several-time-limits', [...keys, 'after']))
    }
    if (!at.path) continue
    if (!node.states && !node.always) {
      if (!meta) {
        faults.push(error('missing', [...keys, 'meta'], { what: 'meta' }))
      }
      if (!node.type && !meta?.beats?.length) {
        faults.push(error('nothing-to-show', [...keys, 'meta', 'beats']))
      }
    }
    if (meta?.beats) faults.push(...checkBeats(scenario, meta.beats, [...keys, 'meta', 'beats']))
    if (meta?.contact !== undefined && !scenario.cast[meta.contact]) {
      faults.push(error('unknown-cast', [...keys, 'meta', 'contact'], { what: 'contact', id: meta.contact }))
    }
  }
  return faults
}

function flagsRead(condition: Condition): { flags: string[]; counters: string[] } {
  if ('all' in condition || 'any' in condition) {
    const parts = ('all' in condition ? condition.all : condition.any).map(flagsRead)
    return { flags: parts.flatMap((p) => p.flags), counters: parts.flatMap((p) => p.counters) }
  }
  if ('not' in condition) return flagsRead(condition.not)
  return 'flag' in condition
    ? { flags: [condition.flag], counters: [] }
    : { flags: [], counters: [condition.counter] }
}

/** Finds prices that cost nothing. */
function checkPrices({ nodes }: World): Fault[] {
  const faults: Fault[] = []
  eachAction(nodes, (action, _, keys) => {
    if (action.type !== 'spend') return
    const { seconds, queue, complaint } = action.params
    if (seconds === undefined && queue === undefined && complaint === undefined)
      faults.push(error('no-effect', [...keys(), 'params'], { what: 'price' }))
  })
  return faults
}

function checkFlags({ scenario, nodes }: World): Fault[] {
  const faults: Fault[] = []
  const raised = new Set<string>()
  const counted = new Set<string>()
  const critical = new Set(scenario.scoring.critical)
  eachAction(nodes, (action, _, keys) => {
    if (action.type === 'raise') raised.add(action.params.flag)
    if (action.type === 'count') counted.add(action.params.counter)
    if (action.type === 'lower' && critical.has(action.params.flag)) {
      faults.push(error('critical-lowered', keys(), { flag: action.params.flag }))
    }
    if (action.type === 'assess' && action.params.points > action.params.of) {
      faults.push(
        error('bad-value', [...keys(), 'params', 'points'], {
          what: 'points',
          points: action.params.points,
          of: action.params.of,
        }),
      )
    }
    if (action.type === 'disclose') {
      const { customer, field } = action.params
      const record = scenario.desk.customers?.find((entry) => entry.id === customer)
      if (!record?.fields.some((entry) => entry.id === field)) {
        faults.push(error('unknown-field', keys(), { what: 'disclosed', customer, field }))
      }
    }
  })
  scenario.scoring.critical.forEach((flag, i) => {
    if (!raised.has(flag)) {
      faults.push(error('flag-never-raised', ['scoring', 'critical', i], { what: 'critical', flag }))
    }
  })
  for (const at of nodes) {
    for (const move of at.transitions) {
      const { guard } = move.transition
      if (!guard) continue
      const read = flagsRead(guard.params)
      for (const flag of read.flags.filter((name) => !raised.has(name))) {
        faults.push(error('flag-never-raised', [...move.keys, 'guard'], { what: 'guard', flag }))
      }
      for (const counter of read.counters.filter((name) => !counted.has(name))) {
        faults.push(error('counter-never-counted', [...move.keys, 'guard'], { counter }))
      }
    }
  }
  return faults
}

function checkHeader({ scenario, nodes }: World): Fault[] {
  const faults: Fault[] = []
  const { machine, desk } = scenario
  if (machine.id !== undefined && machine.id !== scenario.id) {
    faults.push(
      error('bad-id', ['machine', 'id'], { what: 'machine', id: machine.id, scenario: scenario.id }),
    )
  }
  for (const list of ['customers', 'directory', 'policies'] as const) {
    for (const i of duplicates((desk[list] ?? []).map((entry) => entry.id))) {
      faults.push(error('duplicate-id', ['desk', list, i, 'id'], { what: 'desk', id: desk[list]![i]!.id }))
    }
  }
  desk.customers?.forEach((customer, c) => {
    for (const i of duplicates(customer.fields.map((field) => field.id))) {
      faults.push(
        error('duplicate-id', ['desk', 'customers', c, 'fields', i, 'id'], {
          what: 'field',
          id: customer.fields[i]!.id,
          customer: customer.id,
        }),
      )
    }
  })
  const shown = cuesShown(nodes)
  for (const cue of Object.keys(scenario.cues)) {
    if (!shown.has(cue)) faults.push(warning('cue-never-shown', ['cues', cue], { cue }))
  }
  if (scenario.truth === 'attack') {
    if (scenario.tactics.length === 0) {
      faults.push(error('missing', ['tactics'], { what: 'tactics' }))
    }
    if (![...shown].some((cue) => scenario.cues[cue]?.kind === 'warning')) {
      faults.push(error('no-warning-cue', ['cues']))
    }
  }
  if (!nodes.some(({ node }) => node.type === 'final')) {
    faults.push(error('no-ending', ['machine', 'states']))
  }
  return faults
}

/** Checks that names refer to something, that endings end, and that choices can be taken. */
export function checkStructure(world: World): Fault[] {
  return [
    checkHeader,
    checkInitials,
    checkTargets,
    checkBranches,
    checkEffects,
    checkEndings,
    checkScenes,
    checkChoices,
    checkFlags,
    checkPrices,
  ].flatMap((check) => check(world))
}
