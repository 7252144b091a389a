import { error, warning, type Issue } from '../issue'
import { eachAction, resolveTarget, type PlacedNode, type PlacedTransition } from '../nodes'
import type { Beat, Condition, Scenario } from '../schema'
import { NARRATOR } from '../vocabulary'
import { checkChoices } from './choices'
import { named, type World } from './world'

const moveName = ({ event }: PlacedTransition): string =>
  event === undefined
    ? 'the automatic step'
    : event === 'timeout'
      ? 'the time limit'
      : `the choice ‘${event}’`

function checkInitials({ nodes }: World): Issue[] {
  const issues: Issue[] = []
  for (const at of nodes) {
    const { initial, states } = at.node
    const empty = !states || Object.keys(states).length === 0
    if (empty && !at.path) {
      issues.push(error('missing', [...at.keys, 'states'], 'The scenario has no scenes.'))
    } else if (empty && initial !== undefined) {
      issues.push(
        error(
          'dangling-initial',
          [...at.keys, 'initial'],
          `${named(at)} names a first scene but has no scenes inside.`,
        ),
      )
    } else if (!empty && initial === undefined) {
      issues.push(
        error(
          'missing',
          [...at.keys, 'initial'],
          `${named(at)} holds scenes but does not say which comes first (‘initial’).`,
        ),
      )
    } else if (initial !== undefined && !Object.hasOwn(states!, initial)) {
      issues.push(
        error(
          'dangling-initial',
          [...at.keys, 'initial'],
          `${named(at)} begins with ‘${initial}’, which does not exist.`,
        ),
      )
    }
  }
  return issues
}

function checkTargets({ scenario, nodes, byPath }: World): Issue[] {
  const issues: Issue[] = []
  for (const at of nodes) {
    for (const move of at.transitions) {
      const { target } = move.transition
      if (target === undefined || resolveTarget(at, target, byPath, scenario.id)) continue
      issues.push(
        error(
          'dangling-target',
          [...move.keys, 'target'],
          `${named(at)}: ${moveName(move)} leads to ‘${target}’, ${
            !at.parent && byPath.has(target)
              ? `but what is offered everywhere names a scene with a dot in front: ‘.${target}’.`
              : 'which does not exist.'
          }`,
        ),
      )
    }
  }
  return issues
}

/** The first branch without a guard is taken; what stands after it never is. */
function checkBranches({ nodes }: World): Issue[] {
  const issues: Issue[] = []
  for (const at of nodes) {
    let open: PlacedTransition | undefined
    for (const move of at.transitions) {
      if (open?.kind !== move.kind || open.name !== move.name) open = undefined
      if (open) {
        issues.push(
          error(
            'branch-never-taken',
            move.keys,
            `${named(at)}: ${moveName(move)} has a branch that is never taken, because one before it has no guard. Put the one without a guard last.`,
          ),
        )
      }
      if (!move.transition.guard) open = move
    }
  }
  return issues
}

/** XState forbids an event whose branch goes nowhere and does nothing: nobody could take it. */
function checkEffects({ nodes }: World): Issue[] {
  const issues: Issue[] = []
  for (const at of nodes) {
    for (const move of at.transitions) {
      const { target, actions } = move.transition
      if (target !== undefined || actions?.length) continue
      issues.push(
        error(
          'no-effect',
          move.keys,
          `${named(at)}: ${moveName(move)} leads nowhere and does nothing. ${
            move.transition.meta?.tool === 'open-policy'
              ? 'Remove it: a policy can always be opened, and that it was is noted.'
              : 'Give it a ‘target’ or ‘actions’, or remove it.'
          }`,
        ),
      )
    }
  }
  return issues
}

function checkEndings({ nodes }: World): Issue[] {
  return nodes.flatMap((at) => {
    const { node, keys } = at
    const { meta } = node
    if (node.type !== 'final') {
      return meta?.disposition === undefined && meta?.debrief === undefined
        ? []
        : [
            error(
              'not-an-ending',
              [...keys, 'meta'],
              `${named(at)} has a disposition or a debrief, but is no ending (“type”: “final”).`,
            ),
          ]
    }
    const issues: Issue[] = []
    if (at.parent?.path) {
      issues.push(
        error(
          'nested-ending',
          [...keys, 'type'],
          `${named(at)} is an ending inside a group. Move it to the top level.`,
        ),
      )
    }
    if (node.on || node.after || node.always || node.states) {
      issues.push(error('ending-goes-on', keys, `${named(at)} is an ending, yet something follows it.`))
    }
    if (!meta?.disposition) {
      issues.push(
        error(
          'missing',
          [...keys, 'meta', 'disposition'],
          `${named(at)} is an ending without a disposition.`,
        ),
      )
    }
    if (!meta?.debrief) {
      issues.push(
        error('missing', [...keys, 'meta', 'debrief'], `${named(at)} is an ending without a debrief.`),
      )
    }
    return issues
  })
}

/** Places of what stands earlier in the list already. */
function duplicates(ids: readonly string[]): number[] {
  if (ids.length < 2) return []
  const seen = new Set<string>()
  return ids.flatMap((id, i) => {
    if (seen.has(id)) return [i]
    seen.add(id)
    return []
  })
}

function checkBeats(scenario: Scenario, at: PlacedNode, beats: readonly Beat[]): Issue[] {
  const issues: Issue[] = []
  for (const i of duplicates(beats.map((beat) => beat.id))) {
    issues.push(
      error(
        'duplicate-id',
        [...at.keys, 'meta', 'beats', i, 'id'],
        `${named(at)}: two beats are called ‘${beats[i]!.id}’.`,
      ),
    )
  }
  beats.forEach((beat, i) => {
    if (beat.from !== NARRATOR && !scenario.cast[beat.from]) {
      issues.push(
        error(
          'unknown-cast',
          [...at.keys, 'meta', 'beats', i, 'from'],
          `${named(at)}: ‘${beat.from}’ speaks, but is not in the cast.`,
        ),
      )
    }
    beat.cues?.forEach((mark, j) => {
      const cue = typeof mark === 'string' ? mark : mark.cue
      if (scenario.cues[cue]) return
      issues.push(
        error(
          'unknown-cue',
          [...at.keys, 'meta', 'beats', i, 'cues', j],
          `${named(at)}: the cue ‘${cue}’ is not in the list of cues.`,
        ),
      )
    })
  })
  return issues
}

function checkScenes({ scenario, nodes }: World): Issue[] {
  const issues: Issue[] = []
  for (const at of nodes) {
    const { node, keys } = at
    const { meta, after } = node
    if (after && Object.keys(after).length > 1) {
      issues.push(
        error(
          'several-time-limits',
          [...keys, 'after'],
          `${named(at)} has more than one time limit. Keep one.`,
        ),
      )
    }
    if (!at.path) continue
    if (!node.states && !node.always) {
      if (!meta) {
        issues.push(
          error('missing', [...keys, 'meta'], `${named(at)} has no title and nothing to show (‘meta’).`),
        )
      }
      if (!node.type && !meta?.beats?.length) {
        issues.push(
          error(
            'nothing-to-show',
            [...keys, 'meta', 'beats'],
            `${named(at)} shows nothing: it has no beats.`,
          ),
        )
      }
    }
    if (meta?.beats) issues.push(...checkBeats(scenario, at, meta.beats))
    if (meta?.contact !== undefined && !scenario.cast[meta.contact]) {
      issues.push(
        error(
          'unknown-cast',
          [...keys, 'meta', 'contact'],
          `${named(at)}: the contact ‘${meta.contact}’ is not in the cast.`,
        ),
      )
    }
  }
  return issues
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

function checkFlags({ scenario, nodes }: World): Issue[] {
  const issues: Issue[] = []
  const raised = new Set<string>()
  const counted = new Set<string>()
  const critical = new Set(scenario.scoring.critical)
  eachAction(nodes, (action, from, keys) => {
    if (action.type === 'raise') raised.add(action.params.flag)
    if (action.type === 'count') counted.add(action.params.counter)
    if (action.type === 'lower' && critical.has(action.params.flag)) {
      issues.push(
        error(
          'critical-lowered',
          keys(),
          `${named(from)} lowers the critical flag ‘${action.params.flag}’. What was critical stays so.`,
        ),
      )
    }
    if (action.type === 'assess' && action.params.points > action.params.of) {
      issues.push(
        error(
          'bad-value',
          [...keys(), 'params', 'points'],
          `${named(from)} gives ${action.params.points} points of ${action.params.of}.`,
        ),
      )
    }
    if (action.type === 'disclose') {
      const { customer, field } = action.params
      const record = scenario.desk.customers?.find((entry) => entry.id === customer)
      if (!record?.fields.some((entry) => entry.id === field)) {
        issues.push(
          error(
            'unknown-field',
            keys(),
            `${named(from)} discloses ‘${field}’ of ‘${customer}’, which is not on the desk.`,
          ),
        )
      }
    }
  })
  scenario.scoring.critical.forEach((flag, i) => {
    if (!raised.has(flag)) {
      issues.push(
        error(
          'flag-never-raised',
          ['scoring', 'critical', i],
          `The critical flag ‘${flag}’ is never raised.`,
        ),
      )
    }
  })
  for (const at of nodes) {
    for (const move of at.transitions) {
      const { guard } = move.transition
      if (!guard) continue
      const read = flagsRead(guard.params)
      for (const flag of read.flags.filter((name) => !raised.has(name))) {
        issues.push(
          error(
            'flag-never-raised',
            [...move.keys, 'guard'],
            `${named(at)} waits for the flag ‘${flag}’, which nothing raises.`,
          ),
        )
      }
      for (const counter of read.counters.filter((name) => !counted.has(name))) {
        issues.push(
          error(
            'counter-never-counted',
            [...move.keys, 'guard'],
            `${named(at)} looks at the counter ‘${counter}’, which nothing counts.`,
          ),
        )
      }
    }
  }
  return issues
}

function checkHeader({ scenario, nodes }: World): Issue[] {
  const issues: Issue[] = []
  const { machine, desk } = scenario
  if (machine.id !== undefined && machine.id !== scenario.id) {
    issues.push(
      error(
        'bad-id',
        ['machine', 'id'],
        `The machine is called ‘${machine.id}’; it must be called ‘${scenario.id}’ or nothing.`,
      ),
    )
  }
  for (const list of ['customers', 'directory', 'policies'] as const) {
    for (const i of duplicates((desk[list] ?? []).map((entry) => entry.id))) {
      issues.push(
        error('duplicate-id', ['desk', list, i, 'id'], `‘${desk[list]![i]!.id}’ stands twice on the desk.`),
      )
    }
  }
  desk.customers?.forEach((customer, c) => {
    for (const i of duplicates(customer.fields.map((field) => field.id))) {
      issues.push(
        error(
          'duplicate-id',
          ['desk', 'customers', c, 'fields', i, 'id'],
          `‘${customer.id}’ has the field ‘${customer.fields[i]!.id}’ twice.`,
        ),
      )
    }
  })
  const shown = new Set<string>()
  for (const { node } of nodes) {
    for (const beat of node.meta?.beats ?? []) {
      for (const mark of beat.cues ?? []) shown.add(typeof mark === 'string' ? mark : mark.cue)
    }
  }
  for (const cue of Object.keys(scenario.cues)) {
    if (!shown.has(cue))
      issues.push(warning('cue-never-shown', ['cues', cue], `The cue ‘${cue}’ is shown in no scene.`))
  }
  if (scenario.truth === 'attack') {
    if (scenario.tactics.length === 0) {
      issues.push(error('missing', ['tactics'], 'An attack names at least one tactic.'))
    }
    if (![...shown].some((cue) => scenario.cues[cue]?.kind === 'warning')) {
      issues.push(
        error(
          'no-warning-cue',
          ['cues'],
          'An attack shows at least one warning cue, or nobody could recognise it.',
        ),
      )
    }
  }
  if (!nodes.some(({ node }) => node.type === 'final')) {
    issues.push(error('no-ending', ['machine', 'states'], 'The scenario has no ending.'))
  }
  return issues
}

/** Names that point at something that is there, endings that end, choices that can be taken. */
export function checkStructure(world: World): Issue[] {
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
  ].flatMap((check) => check(world))
}
