import { error, issuesOf, type Fault, type Issue } from './issue'
import type { Beat, Scenario, StateNode } from './schema'
import { toolsAtHand } from './tools-at-hand'
import { NARRATOR } from './vocabulary'

/** Returns the speaker of a beat as the screen shows them. */
const speakerOf = ({ cast }: Scenario, from: string): unknown => {
  const member = cast[from]
  return member ? [member.name, member.channel, member.handle, member.relation] : from
}

const said = (scenario: Scenario, { from, text, subject, attachments, media }: Beat): unknown => [
  speakerOf(scenario, from),
  text,
  subject,
  attachments,
  media && [media.file, media.words],
]

/** Returns the first scene and the groups around it, the innermost first. */
function firstNodes({ machine }: Scenario): StateNode[] {
  const nodes: StateNode[] = [machine]
  for (let at: StateNode | undefined = machine; at?.initial !== undefined;) {
    at = at.states?.[at.initial]
    if (at) nodes.unshift(at)
  }
  return nodes
}

/**
 * Returns the words of the replies in the first scene in alphabetical order, since seeds put them in different orders.
 */
function repliesOf(nodes: readonly StateNode[]): string[] {
  return nodes
    .flatMap(({ on = {} }) => Object.values(on))
    .flatMap((branches) => (Array.isArray(branches) ? branches : [branches]))
    .flatMap(({ meta }) => (meta?.say ? [JSON.stringify(meta.say)] : []))
    .sort()
}

const limitOf = (nodes: readonly StateNode[]) => nodes.flatMap(({ after }) => Object.keys(after ?? {}))[0]

/** Collects everything that a trainee sees before the first decision, part by part. */
function firstSight(scenario: Scenario) {
  const nodes = firstNodes(scenario)
  const scene = nodes[0]?.meta
  const { kind, lead, customers, directory, policies, targets } = scenario.desk
  const from = scene?.contact ?? scene?.beats?.find((beat) => beat.from !== NARRATOR)?.from
  const channel = (from !== undefined && scenario.cast[from]?.channel) || 'desk'
  return {
    title: scenario.title,
    summary: scenario.summary,
    minutes: scenario.minutes,
    role: scenario.role,
    said: [scene?.place, (scene?.beats ?? []).map((beat) => said(scenario, beat))],
    replies: repliesOf(nodes),
    time: limitOf(nodes),
    desk: [kind, lead, customers, directory, policies, targets],
    tools: toolsAtHand(scenario, channel).sort(),
  }
}

/**
 * Compares a scenario with the one that it names as its twin. Everything on screen before the first decision must be
 * the same, and the truth must differ.
 * @param scenario the scenario that names its twin, on its floor
 * @param twin the other scenario, on its floor; `undefined` if there is none
 * @returns issues of the first scenario; an empty list if a trainee can't tell the two apart
 */
export function checkTwin(scenario: Scenario, twin: Scenario | undefined): Issue[] {
  const name = scenario.twin
  if (name === undefined) return []
  if (!twin) return issuesOf([error('twin-not-there', ['twin'], { twin: name })], scenario)
  const faults: Fault[] = []
  if (twin.twin !== scenario.id) faults.push(error('twin-not-mutual', ['twin'], { twin: name }))
  if (twin.truth === scenario.truth) faults.push(error('twin-same-truth', ['twin'], { twin: name }))
  const [own, other] = [firstSight(scenario), firstSight(twin)]
  for (const what of Object.keys(own) as (keyof typeof own)[]) {
    if (JSON.stringify(own[what]) === JSON.stringify(other[what])) continue
    faults.push(error('twin-differs', ['twin'], { what, twin: name }))
  }
  return issuesOf(faults, scenario)
}
