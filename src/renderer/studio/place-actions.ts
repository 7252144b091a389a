import type { Request } from '../../bridge'
import type { Actions, CommandId } from './commands'
import type { SideKey } from './compare/sides'
import type { MapActs } from './map/Map'
import { SECTIONS, type Section } from './outline'
import type { Pane } from './panes'

type MenuCommand = Request<'app.menu'>['command']

const MENU = [
  ['zoom-in', 'zoomIn'],
  ['zoom-out', 'zoomOut'],
  ['zoom-reset', 'resetZoom'],
  ['full-screen', 'togglefullscreen'],
] as const satisfies readonly (readonly [CommandId, MenuCommand])[]

/** The commands that lead to a place, and those of the window's menu. */
export type PlaceCommand =
  | `pane-${Pane}`
  | `section-${Section}`
  | 'map-fit'
  | 'map-arrange'
  | 'compare'
  | 'compare-file'
  | 'guide'
  | (typeof MENU)[number][0]

interface Places {
  /** The panes of this kind of document. */
  readonly panes: readonly Pane[]
  readonly isScenario: boolean
  readonly readOnly: boolean
  /** What the map can do; missing while it is not shown. */
  readonly map: () => MapActs | null
  readonly onPane: (pane: Pane) => void
  readonly onSection: (section: Section) => void
  /** Shows the map. */
  readonly onMap: () => void
  readonly onGuide: () => void
  /** The newest version, with which the draft is compared first. */
  readonly published: { readonly number: number } | null
  readonly onCompare: (side: SideKey) => void
  /** Does what an item of the window's menu does. */
  readonly onMenu: (command: MenuCommand) => void
}

/** The commands that lead to a place of the Studio: a pane, a part of the form, the map, a comparison, the guide. */
export function placeActions(places: Places): Actions {
  const { panes, isScenario, readOnly, map, published } = places
  const found: [CommandId, () => void][] = [
    ...MENU.map(([id, command]): [CommandId, () => void] => [id, () => places.onMenu(command)]),
    ...panes.map((pane): [CommandId, () => void] => [`pane-${pane}`, () => places.onPane(pane)]),
    ['compare', () => places.onCompare(published ? `version:${published.number}` : 'moment:0')],
    ['compare-file', () => places.onCompare('file')],
  ]
  if (isScenario) {
    found.push(
      ...SECTIONS.map((section): [CommandId, () => void] => [
        `section-${section}`,
        () => places.onSection(section),
      ]),
      // A map that was not in sight is fitted when it comes.
      ['map-fit', () => (map()?.fit ?? places.onMap)()],
    )
    if (!readOnly) {
      found.push(['map-arrange', () => (map()?.arrange ?? places.onMap)()], ['guide', places.onGuide])
    }
  }
  return Object.fromEntries(found)
}
