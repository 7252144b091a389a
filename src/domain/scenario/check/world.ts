import type { PlacedNode } from '../nodes'
import type { Scenario } from '../schema'

/** What the checks of names look at. */
export interface World {
  readonly scenario: Scenario
  readonly nodes: readonly PlacedNode[]
  readonly byPath: ReadonlyMap<string, PlacedNode>
}

/** A scene as messages call it. */
export const named = (node: PlacedNode): string => (node.path ? `Scene ‘${node.path}’` : 'The scenario')
