/** Turns a scenario into a script that a reviewer can read: scene by scene, with every branch. */
import { orderOfPlay } from '../document-texts'
import { listNodes, resolveTarget, type PlacedNode } from '../../scenario/nodes'
import type { Beat, Localized, Scenario, StateNode, Transition } from '../../scenario/schema'
import { eachText, type Text } from '../../scenario/texts'
import { ALWAYS_PLACE, choicePlaces, scenePlace } from './place-ids'

/** A text with the id to which comments are pinned. */
export interface ScriptText {
  readonly id: string
  readonly text: Text
}

export interface ScriptLine {
  readonly beat: Beat
  readonly text: ScriptText
  readonly subject: ScriptText | undefined
  readonly attachments: readonly ScriptText[]
  /** The description of a picture or a sound. */
  readonly media: ScriptText | undefined
  readonly cues: readonly { readonly cue: string; readonly phrase: Localized | undefined }[]
}

export interface ScriptPoints {
  readonly competency: string
  readonly points: number
  readonly of: number
  readonly why: ScriptText | undefined
}

export interface ScriptChoice {
  readonly id: string
  readonly kind: 'on' | 'after' | 'always'
  readonly event: string
  /** Seconds until the time limit takes this branch; `undefined` for other branches. */
  readonly seconds: number | undefined
  readonly transition: Transition
  readonly say: ScriptText | undefined
  readonly did: ScriptText | undefined
  readonly answer: readonly ScriptLine[]
  readonly points: readonly ScriptPoints[]
  /** The working time that it costs, with the reason. */
  readonly prices: readonly { readonly seconds: number | undefined; readonly why: ScriptText | undefined }[]
  /** Flags that it raises; `lowers` holds those that it lowers. */
  readonly raises: readonly string[]
  readonly lowers: readonly string[]
  /** True if it raises a flag that fails the contact. */
  readonly critical: boolean
  /** The path of the scene to which it leads; `undefined` where it leads nowhere else. */
  readonly leadsTo: string | undefined
}

export interface ScriptScene {
  readonly id: string
  /** The keys of the scene joined by dots. */
  readonly path: string
  readonly node: StateNode
  readonly title: ScriptText | undefined
  readonly place: ScriptText | undefined
  readonly lines: readonly ScriptLine[]
  readonly choices: readonly ScriptChoice[]
  readonly ending: boolean
  /** The debrief of an ending. */
  readonly debrief: ScriptText | undefined
}

export interface Script {
  /** The texts of the header: title, summary, what to keep, the incident. */
  readonly head: readonly (ScriptText & { readonly name: 'title' | 'summary' | 'keep' | 'incident' })[]
  readonly cues: readonly (ScriptText & { readonly cue: string })[]
  /** Choices that every scene offers. */
  readonly everywhere: readonly ScriptChoice[]
  /** Scenes in the order of play, endings last. */
  readonly scenes: readonly ScriptScene[]
  /** Texts of the desk and of the cast: rules, records, numbers and names. */
  readonly around: readonly ScriptText[]
}

/**
 * Lays a scenario out as a script.
 * @param scenario a scenario that can be played
 * @returns every text of it with its stable id; scenes stand in the order of play
 */
export function scriptOf(scenario: Scenario): Script {
  const texts = new Map<string, ScriptText>()
  const around: ScriptText[] = []
  const cueIds: (ScriptText & { readonly cue: string })[] = []
  eachText(scenario, (text, place) => {
    const { keys, id } = place
    const found = { id, text }
    texts.set(keys.join('\n'), found)
    if (keys[0] === 'cues') cueIds.push({ ...found, cue: String(keys[1]) })
    else if (keys[0] === 'desk' || keys[0] === 'cast') around.push(found)
  })
  const textAt = (keys: readonly PropertyKey[]) => texts.get(keys.join('\n'))
  const critical = new Set(scenario.scoring.critical)
  const nodes = listNodes(scenario)
  const byPath = new Map(nodes.map((node) => [node.path, node]))

  const lineAt = (beat: Beat, keys: readonly PropertyKey[]): ScriptLine => ({
    beat,
    text: textAt([...keys, 'text'])!,
    subject: textAt([...keys, 'subject']),
    attachments: (beat.attachments ?? []).flatMap((_, i) => textAt([...keys, 'attachments', i]) ?? []),
    media: textAt([...keys, 'media', 'words']),
    cues: (beat.cues ?? []).map((mark) =>
      typeof mark === 'string' ? { cue: mark, phrase: undefined } : { cue: mark.cue, phrase: mark.phrase },
    ),
  })

  const choicesOf = (from: PlacedNode): ScriptChoice[] =>
    choicePlaces({ ...from.node }, from.path ? scenePlace(from.path) : ALWAYS_PLACE).map(
      ({ id, keys, branch }) => {
        const transition = branch as Transition
        const place = [...from.keys, ...keys]
        const actions = transition.actions ?? []
        const whyAt = (i: number) => textAt([...place, 'actions', i, 'params', 'why'])
        const target =
          transition.target === undefined
            ? undefined
            : resolveTarget(from, transition.target, byPath, scenario.id)?.path
        return {
          id,
          kind: keys[0] as ScriptChoice['kind'],
          event: String(keys[1] ?? ''),
          seconds: keys[0] === 'after' ? Number(keys[1]) / 1000 : undefined,
          transition,
          say: textAt([...place, 'meta', 'say']),
          did: textAt([...place, 'meta', 'did']),
          answer: (transition.meta?.answer ?? []).map((beat, i) =>
            lineAt(beat, [...place, 'meta', 'answer', i]),
          ),
          points: actions.flatMap((action, i) =>
            action.type === 'assess'
              ? [
                  {
                    competency: action.params.competency,
                    points: action.params.points,
                    of: action.params.of,
                    why: whyAt(i),
                  },
                ]
              : [],
          ),
          prices: actions.flatMap((action, i) =>
            action.type === 'spend' ? [{ seconds: action.params.seconds, why: whyAt(i) }] : [],
          ),
          raises: actions.flatMap((action) => (action.type === 'raise' ? [action.params.flag] : [])),
          lowers: actions.flatMap((action) => (action.type === 'lower' ? [action.params.flag] : [])),
          critical: actions.some((action) => action.type === 'raise' && critical.has(action.params.flag)),
          leadsTo: target,
        }
      },
    )

  const sceneOf = (path: string): ScriptScene => {
    const placed = byPath.get(path)!
    const meta = [...placed.keys, 'meta']
    return {
      id: scenePlace(path),
      path,
      node: placed.node,
      title: textAt([...meta, 'title']),
      place: textAt([...meta, 'place']),
      lines: (placed.node.meta?.beats ?? []).map((beat, i) => lineAt(beat, [...meta, 'beats', i])),
      choices: choicesOf(placed),
      ending: placed.node.type === 'final',
      debrief: textAt([...meta, 'debrief']),
    }
  }

  return {
    head: (['title', 'summary', 'keep', 'incident'] as const).flatMap((name) => {
      const found = textAt([name])
      return found ? [{ ...found, name }] : []
    }),
    cues: cueIds,
    everywhere: choicesOf(nodes[0]!),
    scenes: orderOfPlay(scenario)
      .filter((path) => path !== '')
      .map(sceneOf),
    around,
  }
}
