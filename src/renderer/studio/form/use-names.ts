import { useFieldText } from '../words'

/** Returns the label of a field, its help sentence, and labels for the words that it can hold. */
export function useNames(name: string) {
  const t = useFieldText()
  const read = (key: string): string | undefined =>
    t.has(key) ? (t as unknown as (key: string) => string)(key) : undefined
  return {
    label: read(`label.${name}`) ?? name,
    labelOf: (other: string): string => read(`label.${other}`) ?? other,
    help: read(`help.${name}`),
    /** The label of the button that adds an entry to a list. */
    adds: read(`add.${name}`),
    wordFor: (word: string): string => read(`word.${word}`) ?? word,
  }
}
