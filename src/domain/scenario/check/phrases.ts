import { error, type Fault } from '../issue'
import { eachBeat, type PlacedNode } from '../nodes'
import { plainText } from '../text-language'

/** Checks that the phrase of a cue stands in the text of its beat, in each language. */
export function checkPhrases(nodes: readonly PlacedNode[]): Fault[] {
  const faults: Fault[] = []
  eachBeat(nodes, (beat, keys) =>
    beat.cues?.forEach((mark, j) => {
      if (typeof mark === 'string') return
      for (const [locale, phrase] of Object.entries(mark.phrase)) {
        if (beat.text[locale] === undefined || plainText(beat.text[locale]).includes(plainText(phrase)))
          continue
        faults.push(error('phrase-not-in-text', [...keys(), 'cues', j, 'phrase', locale], { phrase }))
      }
    }),
  )
  return faults
}
