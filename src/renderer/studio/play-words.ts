import { useChoiceWords } from './OutlineTree'
import type { OutlineChoice, OutlineScene } from './outline'
import { useWords } from './words'

export interface PlayedParts {
  readonly scenes: readonly OutlineScene[]
  /** The choices that every scene offers. */
  readonly everywhere: readonly OutlineChoice[]
}

/** Names the scenes and choices of a play as the outline does. */
export function usePlayWords({ scenes, everywhere }: PlayedParts) {
  const words = useWords()
  const choiceWords = useChoiceWords()
  return {
    titleOf: (path: string): string => words(scenes.find(({ name }) => name === path)?.title) || path,
    /**
     * Names the choice that was made in a scene. It is looked for in the scene, then in its groups, then among the
     * choices of every scene.
     */
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
