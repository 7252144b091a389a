import { at, selectedAt, type OutlineChoice, type OutlineScene, type Path, type Selected } from './outline'

export const keyOf = (path: Path): string => path.join('\n')

/** The selected parts: one that the form shows, and all that a command applies to. */
export interface Selection {
  readonly main: Selected
  /** Keys of the selected scenes and choices, including the main one. */
  readonly keys: ReadonlySet<string>
}

export const only = (main: Selected): Selection => ({
  main,
  keys: new Set(main.what === 'section' ? [] : [keyOf(main.path)]),
})

/** @param paths of scenes and choices; the form shows the last one */
export function several(paths: readonly Path[]): Selection {
  const last = paths.at(-1)
  if (!last) return only({ what: 'section', section: 'about' })
  return { main: selectedAt(last), keys: new Set(paths.map(keyOf)) }
}

/** Returns the selected parts that still exist. */
export function stillThere(
  document: unknown,
  selection: Selection,
  pathOf: (key: string) => Path | undefined,
): Path[] {
  const paths = [...selection.keys].map(pathOf)
  return paths.filter((path) => path !== undefined).filter((path) => at(document, path) !== undefined)
}

/** Returns the path of the scene or choice that has this key. */
export function pathOfKey(
  scenes: readonly OutlineScene[],
  everywhere: readonly OutlineChoice[],
  key: string,
): Path | undefined {
  const choices = [...everywhere, ...scenes.flatMap((scene) => scene.choices)]
  return [...scenes, ...choices].find(({ path }) => keyOf(path) === key)?.path
}
