import { error, type Issue } from '../issue'
import type { PlacedNode } from '../nodes'
import { plainText } from '../text-language'

/** The phrase that a cue marks must stand in the beat's text, in each language. */
export function checkPhrases(nodes: readonly PlacedNode[]): Issue[] {
  const issues: Issue[] = []
  for (const { node, keys, path } of nodes) {
    node.meta?.beats?.forEach((beat, i) =>
      beat.cues?.forEach((mark, j) => {
        if (typeof mark === 'string') return
        for (const [locale, phrase] of Object.entries(mark.phrase)) {
          if (beat.text[locale] === undefined || plainText(beat.text[locale]).includes(plainText(phrase)))
            continue
          issues.push(
            error(
              'phrase-not-in-text',
              [...keys, 'meta', 'beats', i, 'cues', j, 'phrase', locale],
              `Scene ‘${path}’: the text of beat ‘${beat.id}’ does not contain ‘${phrase}’ (${locale}).`,
            ),
          )
        }
      }),
    )
  }
  return issues
}
