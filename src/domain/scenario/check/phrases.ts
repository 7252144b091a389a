import { error, type Issue } from '../issue'
import type { PlacedNode } from '../nodes'

/** The phrase that a cue marks must stand in the beat's text, in each language. */
export function checkPhrases(nodes: readonly PlacedNode[]): Issue[] {
  return nodes.flatMap(({ node, keys, path }) =>
    (node.meta?.beats ?? []).flatMap((beat, i) =>
      (beat.cues ?? []).flatMap((mark, j) => {
        if (typeof mark === 'string') return []
        return Object.entries(mark.phrase).flatMap(([locale, phrase]) =>
          beat.text[locale] === undefined || beat.text[locale].includes(phrase)
            ? []
            : [
                error(
                  'phrase-not-in-text',
                  [...keys, 'meta', 'beats', i, 'cues', j, 'phrase', locale],
                  `Scene ‘${path}’: the text of beat ‘${beat.id}’ does not contain ‘${phrase}’ (${locale}).`,
                ),
              ],
        )
      }),
    ),
  )
}
