import { at, selectedAt, type OutlineChoice, type OutlineScene, type Path, type Selected } from './outline'

export const keyOf = (path: Path): string => path.join('\n')

/** What is selected: the part that the form shows, and all that a command is about. */
export interface Selection {
  readonly main: Selected
  /** Keys of the scenes and choices that are selected, the main one among them. */
  readonly keys: ReadonlySet<string>
}

export const only = (main: Selected): Selection => ({
  main,
  keys: new Set(main.what === 'section' ? [] : [keyOf(main.path)]),
})

/** @param paths of scenes and choices; the last one is what the form shows */
export function several(paths: readonly Path[]): Selection {
  const last = paths.at(-1)
  if (!last) return only({ what: 'section', section: 'about' })
  return { main: selectedAt(last), keys: new Set(paths.map(keyOf)) }
}

/** What of a selection is still there. */
export function stillThere(
  document: unknown,
  selection: Selection,
  pathOf: (key: string) => Path | undefined,
): Path[] {
  const paths = [...selection.keys].map(pathOf)
  return paths.filter((path) => path !== undefined).filter((path) => at(document, path) !== undefined)
}

/** The place of the scene or choice that has this key. */
export function pathOfKey(
  scenes: readonly OutlineScene[],
  everywhere: readonly OutlineChoice[],
  key: string,
): Path | undefined {
  const choices = [...everywhere, ...scenes.flatMap((scene) => scene.choices)]
  return [...scenes, ...choices].find(({ path }) => keyOf(path) === key)?.path
}
