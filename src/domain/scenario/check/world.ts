import type { PlacedNode } from '../nodes'
import type { Scenario } from '../schema'

/** What the checks of names look at. */
export interface World {
  readonly scenario: Scenario
  readonly nodes: readonly PlacedNode[]
  readonly byPath: ReadonlyMap<string, PlacedNode>
}
