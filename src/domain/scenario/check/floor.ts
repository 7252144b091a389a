import { error, warning, type Fault } from '../issue'
import { cuesShown, type PlacedNode, type PlacedTransition } from '../nodes'
import type { Scenario } from '../schema'
import type { World } from './world'

const LOOKS: ReadonlySet<string> = new Set(['open-policy', 'reveal-field'])

/** Returns true if a transition judges the trainee: it raises a critical flag or gives less than full points. */
function judges({ transition }: PlacedTransition, critical: ReadonlySet<string>): boolean {
  return (transition.actions ?? []).some(
    (action) =>
      (action.type === 'raise' && critical.has(action.params.flag)) ||
      (action.type === 'assess' && action.params.points < action.params.of),
  )
}

/** Opening a policy or revealing a field is only a look: it must not lead to another scene and must not be judged. */
function checkLooks({ scenario, nodes }: World): Fault[] {
  if (!scenario.desk.floor) return []
  const critical = new Set(scenario.scoring.critical)
  return nodes.flatMap((at) =>
    at.transitions.flatMap((move) => {
      const tool = move.transition.meta?.tool
      if (!tool || !LOOKS.has(tool)) return []
      if (move.transition.target !== undefined)
        return [error('look-decides', move.keys, { what: 'leads', tool })]
      return judges(move, critical) ? [error('look-decides', move.keys, { what: 'judges', tool })] : []
    }),
  )
}

/** Returns the choices of a scene and of the groups around it, by event. */
function choicesAt(at: PlacedNode): Map<string, PlacedTransition[]> {
  const found = new Map<string, PlacedTransition[]>()
  for (let node: PlacedNode | undefined = at; node; node = node.parent) {
    for (const move of node.transitions) {
      if (move.kind !== 'on') continue
      found.set(move.name, [...(found.get(move.name) ?? []), move])
    }
  }
  return found
}

const FEWEST = 3
const MOST = 5

/**
 * Checks that scenes with choices have enough replies and not too many, and that every scene of an attack handles a
 * report.
 */
function checkScenesOnFloor({ scenario, nodes }: World): Fault[] {
  if (!scenario.desk.floor) return []
  const faults: Fault[] = []
  for (const at of nodes) {
    const { node, keys } = at
    if (!at.path || node.states || node.always || node.type === 'final') continue
    const choices = [...choicesAt(at).values()]
    const replies = choices.filter((moves) => moves.some(({ transition }) => transition.meta?.say)).length
    if (replies < FEWEST) faults.push(warning('few-replies', keys, { replies, least: FEWEST }))
    if (replies > MOST) faults.push(warning('many-replies', keys, { replies, most: MOST }))
    const heard = choices.some((moves) => moves.some(({ transition }) => transition.meta?.tool === 'report'))
    if (scenario.truth === 'attack' && !heard) faults.push(error('report-unheard', keys))
  }
  return faults
}

/** Compares the header's tactics with those of the cues that are shown. */
function checkTactics({ scenario, nodes }: World): Fault[] {
  if (!scenario.desk.floor) return []
  const shown = cuesShown(nodes)
  const faults: Fault[] = []
  const carried = new Set<string>()
  for (const [cue, { tactic }] of Object.entries(scenario.cues)) {
    if (tactic === undefined || !shown.has(cue)) continue
    carried.add(tactic)
    // A genuine contact may put pressure on the trainee too, but its header has no tactics.
    if (scenario.truth === 'attack' && !scenario.tactics.includes(tactic))
      faults.push(warning('cue-without-tactic', ['cues', cue, 'tactic'], { cue, tactic }))
  }
  scenario.tactics.forEach((tactic, i) => {
    if (!carried.has(tactic)) faults.push(warning('tactic-without-cue', ['tactics', i], { tactic }))
  })
  return faults
}

const namesOf = (set: object): string[] => Object.keys(set).sort()

/** Checks that all sets of variants have the same names, and that texts use each name. */
function checkVariants({ variants, ...rest }: Scenario): Fault[] {
  if (!variants) return []
  const wanted = namesOf(variants[0]!)
  const faults = variants.flatMap((set, i): Fault[] => {
    const names = namesOf(set)
    return names.join() === wanted.join() ? [] : [error('variant-names', ['variants', i], { names, wanted })]
  })
  const text = JSON.stringify(rest)
  for (const name of wanted) {
    if (!text.includes(`{${name}}`)) faults.push(warning('variant-unused', ['variants', 0, name], { name }))
  }
  return faults
}

/** Runs the checks for scenarios on a floor: rules of the floor, and rules that keep the training fair. */
export const checkFairness = (world: World): Fault[] => [
  ...checkLooks(world),
  ...checkScenesOnFloor(world),
  ...checkTactics(world),
  ...checkVariants(world.scenario),
]
