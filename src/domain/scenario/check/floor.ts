import { error, warning, type Fault } from '../issue'
import { cuesShown, type PlacedNode, type PlacedTransition } from '../nodes'
import type { Scenario } from '../schema'
import type { World } from './world'

const LOOKS: ReadonlySet<string> = new Set(['open-policy', 'reveal-field'])

/** Whether a move costs what a verdict costs. */
function judges({ transition }: PlacedTransition, critical: ReadonlySet<string>): boolean {
  return (transition.actions ?? []).some(
    (action) =>
      (action.type === 'raise' && critical.has(action.params.flag)) ||
      (action.type === 'assess' && action.params.points < action.params.of),
  )
}

/** Whoever opens a rule or a field looks, stays where they are, and is not judged for it. */
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

/** A scene's own choices and those of the groups around it, by event. */
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

/** Scenes in which a trainee chooses have replies enough to choose from, and a report is heard in every one. */
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

/** The header's tactics are those that its cues carry. */
function checkTactics({ scenario, nodes }: World): Fault[] {
  if (!scenario.desk.floor) return []
  const shown = cuesShown(nodes)
  const faults: Fault[] = []
  const carried = new Set<string>()
  for (const [cue, { tactic }] of Object.entries(scenario.cues)) {
    if (tactic === undefined || !shown.has(cue)) continue
    carried.add(tactic)
    // A genuine contact may be pressing too, and has no tactics in its header.
    if (scenario.truth === 'attack' && !scenario.tactics.includes(tactic))
      faults.push(warning('cue-without-tactic', ['cues', cue, 'tactic'], { cue, tactic }))
  }
  scenario.tactics.forEach((tactic, i) => {
    if (!carried.has(tactic)) faults.push(warning('tactic-without-cue', ['tactics', i], { tactic }))
  })
  return faults
}

const namesOf = (set: object): string[] => Object.keys(set).sort()

/** All sets of variants have the same names, and each is used by some text. */
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

/** What a scenario owes to the floor on which it stands, and to the fairness of what it teaches. */
export const checkFairness = (world: World): Fault[] => [
  ...checkLooks(world),
  ...checkScenesOnFloor(world),
  ...checkTactics(world),
  ...checkVariants(world.scenario),
]
