import { useChoiceWords } from './OutlineTree'
import type { OutlineChoice, OutlineScene } from './outline'
import { useWords } from './words'

export interface PlayedParts {
  readonly scenes: readonly OutlineScene[]
  /** What can be done in every scene. */
  readonly everywhere: readonly OutlineChoice[]
}

/** What scenes and choices of a play are called, as the outline calls them. */
export function usePlayWords({ scenes, everywhere }: PlayedParts) {
  const words = useWords()
  const choiceWords = useChoiceWords()
  return {
    titleOf: (path: string): string => words(scenes.find(({ name }) => name === path)?.title) || path,
    /** What was chosen in a scene; what its groups and every scene offer is looked for behind its own. */
    chosenWords: (path: string | undefined, event: string): string => {
      const keys = path?.split('.') ?? []
      const around = keys.map((_, i) => keys.slice(0, keys.length - i).join('.'))
      const own = around.flatMap((name) => scenes.find((scene) => scene.name === name)?.choices ?? [])
      const choice = [...own, ...everywhere].find((known) => known.event === event)
      return choice ? choiceWords(choice) : event
    },
    choiceWords,
  }
}
