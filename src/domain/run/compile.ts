import { assign, createMachine, type AnyStateMachine } from 'xstate'
import type { AssessParams, Condition, Machine, Scenario, SpendParams, StateNode } from '../scenario/schema'
import { withVariant } from '../scenario/variants'
import { TIMEOUT_EVENT } from '../scenario/vocabulary'
import { EMPTY_CONTEXT, holds, type Disclosure, type RunContext } from './context'

export interface CompiledScenario {
  readonly scenario: Scenario
  readonly machine: AnyStateMachine
}

type Args = { context: RunContext }

/**
 * Returns the vocabulary's actions and guard as XState implementations. @param critical the scenario's critical flags
 */
function implementations(critical: ReadonlySet<string>) {
  return {
    actions: {
      assess: assign(({ context }: Args, params: AssessParams) => ({
        assessments: [...context.assessments, params],
      })),
      raise: assign(({ context }: Args, { flag }: { flag: string }) => ({
        flags: context.flags.includes(flag) ? context.flags : [...context.flags, flag],
        critical:
          critical.has(flag) && !context.critical.includes(flag)
            ? [...context.critical, flag]
            : context.critical,
      })),
      lower: assign(({ context }: Args, { flag }: { flag: string }) => ({
        flags: context.flags.filter((raised) => raised !== flag),
      })),
      count: assign(({ context }: Args, { counter, by = 1 }: { counter: string; by?: number }) => ({
        counters: { ...context.counters, [counter]: (context.counters[counter] ?? 0) + by },
      })),
      disclose: assign(({ context }: Args, what: Disclosure) => ({
        disclosures: context.disclosures.some((d) => d.customer === what.customer && d.field === what.field)
          ? context.disclosures
          : [...context.disclosures, { customer: what.customer, field: what.field }],
      })),
      spend: assign(({ context }: Args, price: SpendParams) => ({ spent: [...context.spent, price] })),
    },
    guards: { when: ({ context }: Args, condition: Condition) => holds(condition, context) },
  }
}

/** Turns `after` into the event `timeout`. The player runs the clock, so that a replay needs no time. */
function withoutDelays(node: StateNode): StateNode {
  if (!node.after && !node.states) return node
  const { after, states, ...rest } = node
  const timeout = after && Object.values(after)[0]
  return {
    ...rest,
    ...(timeout ? { on: { ...rest.on, [TIMEOUT_EVENT]: timeout } } : {}),
    ...(states ? { states: mapStates(states) } : {}),
  }
}

function mapStates(states: Record<string, StateNode>): Record<string, StateNode> {
  const mapped: Record<string, StateNode> = {}
  for (const key of Object.keys(states)) mapped[key] = withoutDelays(states[key]!)
  return mapped
}

/** The number of automatic steps after which XState gives up. A checked scenario comes to rest sooner. */
const MOST_STEPS = 10_000

/**
 * Turns the machine of a scenario into XState's plain configuration without delays.
 * @param machine a parsed machine
 * @param id becomes the machine's id, so that targets like `#<scenario id>.<path>` resolve
 */
export function machineConfig(machine: Machine, id: string) {
  return { ...withoutDelays(machine), id, context: EMPTY_CONTEXT, options: { maxIterations: MOST_STEPS } }
}

/**
 * Compiles a scenario into an XState machine.
 * @param scenario a scenario that `parseScenario` and `checkScenario` found free of errors
 * @returns the machine, with `after` turned into the event `timeout`
 * @throws what XState throws for a target that does not exist; a checked scenario has none
 */
export function compileScenario(scenario: Scenario): CompiledScenario {
  const config = machineConfig(scenario.machine, scenario.id)
  const machine = createMachine(
    config as Parameters<typeof createMachine>[0],
    implementations(new Set(scenario.scoring.critical)) as unknown as NonNullable<
      Parameters<typeof createMachine>[1]
    >,
  ) as unknown as AnyStateMachine
  return { scenario, machine }
}

/**
 * Returns a scenario as somebody sees it, with the names and amounts of its first set of variants: whoever measures or
 * shows its words would otherwise read the placeholders.
 */
export const withFirstVariant = (compiled: CompiledScenario): CompiledScenario =>
  compiled.scenario.variants ? compileScenario(withVariant(compiled.scenario, undefined)) : compiled
