import { useFieldText } from '../words'

/** What a field is called, a sentence about it, and what the words that it can hold are called. */
export function useNames(name: string) {
  const t = useFieldText()
  const read = (key: string): string | undefined =>
    t.has(key) ? (t as unknown as (key: string) => string)(key) : undefined
  return {
    label: read(`label.${name}`) ?? name,
    labelOf: (other: string): string => read(`label.${other}`) ?? other,
    help: read(`help.${name}`),
    /** What the button says that adds one more to a list. */
    adds: read(`add.${name}`),
    wordFor: (word: string): string => read(`word.${word}`) ?? word,
  }
}
