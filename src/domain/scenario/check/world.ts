import type { PlacedNode } from '../nodes'
import type { Scenario } from '../schema'

/** A scenario with its nodes, which are listed once for all checks. */
export interface World {
  readonly scenario: Scenario
  readonly nodes: readonly PlacedNode[]
  readonly byPath: ReadonlyMap<string, PlacedNode>
}
