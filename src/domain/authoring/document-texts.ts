/** Lists the texts of a document while it is being written, however broken it is. Each text has an id that stays. */
import { isUnwritten } from '../scenario/unwritten'
import { courseSchema, type Course } from '../course/schema'
import { floorSchema, type Floor } from '../scenario/floor'
import { eachFloorText } from '../scenario/floor-texts'
import { mend } from '../scenario/mend'
import { listNodes, resolveTarget, type PlacedNode } from '../scenario/nodes'
import { readScenario } from '../scenario/parse'
import { scenarioSchema, type Scenario } from '../scenario/schema'
import { eachText, TextPlace, visitTexts, type VisitText } from '../scenario/texts'
import { NARRATOR, type Channel } from '../scenario/vocabulary'
import type { DocumentKind } from './document'
import { isMembers } from '../scenario/members'

/** A text of a document, its place, and its speaker. */
export interface DocumentText {
  /**
   * Identifies the text in the document, such as `scenes/offer/beats/hello/text`. It is made of the ids in the file, so
   * that it stays when scenes, choices, lines, cues, cast or entries of the desk are moved, added or taken away around
   * it. Entries of a list without ids of their own (attachments, sources, lines of a tool's answer, one of several
   * branches) are counted; `followTexts` finds such a text again. The id is unique in the document. In a document that
   * fits its schema it holds only small letters, digits, `-`, `.` and `/`.
   */
  readonly id: string
  /** Keys and indexes from the root of the document. */
  readonly path: readonly (string | number)[]
  /** The name of its property, such as `title`, `say`, `text`, `why`. */
  readonly name: string
  /** Its words by language; `undefined` for a text that is the same in every language, such as a name or a number. */
  readonly words: Readonly<Record<string, string>> | undefined
  /** The text itself where it is the same in every language; otherwise `undefined`. */
  readonly plain: string | undefined
  /**
   * The scene in which it stands, its keys joined by dots; `undefined` outside the machine, `''` for texts that belong
   * to the machine's root and so to every scene.
   */
  readonly scene: string | undefined
  /**
   * The speaker: the id of a member of the cast, `narrator`, or `trainee` for a reply. `undefined` where nobody speaks,
   * as in a title or a rule.
   */
  readonly speaker: string | undefined
  /** The channel on which the words reach a trainee, where the speaker or the scene tells it. */
  readonly channel: Channel | undefined
}

/** Stands as the speaker of replies, so that no cast member has to play the trainee. */
export const TRAINEE_SPEAKS = 'trainee'

function valueAt(document: unknown, path: readonly (string | number)[]): unknown {
  let value = document
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined
  }
  return value
}

/** A text below these properties is named by them: authors choose the names there, or `title` would say too little. */
const GIVEN_BELOW = ['variants', 'presence', 'certificate']

const nameOf = (path: readonly (string | number)[]): string =>
  GIVEN_BELOW.find((name) => path.includes(name)) ??
  String(path.findLast((key) => typeof key === 'string') ?? '')

/** Returns the scene of a path, its keys joined by dots; `undefined` outside the machine. */
function sceneOf(path: readonly (string | number)[]): string | undefined {
  if (path[0] !== 'machine') return undefined
  const names: string[] = []
  for (let i = 1; path[i] === 'states' && i + 1 < path.length; i += 2) names.push(String(path[i + 1]))
  return names.join('.')
}

/** Returns the speaker of a text: the trainee for a reply, otherwise the `from` of the nearest object around it. */
function speakerAt(document: unknown, path: readonly (string | number)[]): string | undefined {
  if (path.at(-1) === 'say') return TRAINEE_SPEAKS
  for (let length = path.length - 1; length > 0; length -= 1) {
    const around = valueAt(document, path.slice(0, length))
    if (isMembers(around) && typeof around['from'] === 'string') return around['from']
  }
  return undefined
}

/**
 * Returns a function that finds the channel of a text by its scene and speaker: the channel of the speaker, else that
 * of the scene's contact or first speaker, else the first known channel of the scenario.
 */
function channelsOf(
  scenario: Scenario,
): (scene: string | undefined, speaker: string | undefined) => Channel | undefined {
  const of = (member: string | undefined): Channel | undefined =>
    member !== undefined && Object.hasOwn(scenario.cast, member) ? scenario.cast[member]!.channel : undefined
  const byScene = new Map<string, Channel | undefined>()
  let first: Channel | undefined
  for (const { path, node } of listNodes(scenario)) {
    const said = node.meta?.beats?.find(({ from }) => from !== NARRATOR && of(from))?.from
    const channel = of(node.meta?.contact) ?? of(said)
    byScene.set(path, channel)
    first ??= channel
  }
  return (scene, speaker) => {
    if (scene === undefined) return undefined
    return (speaker === TRAINEE_SPEAKS ? undefined : of(speaker)) ?? byScene.get(scene) ?? first
  }
}

type Walk = (visit: VisitText) => void

function walkOf(kind: DocumentKind, document: unknown): { walk: Walk; scenario: Scenario | undefined } {
  if (kind === 'floor') {
    const floor = mend(floorSchema, document).value as Floor
    return { walk: (visit) => eachFloorText(floor, visit), scenario: undefined }
  }
  if (kind === 'course') {
    const course = mend(courseSchema, document).value as Course
    const root = new TextPlace()
    const walk: Walk = (visit) => {
      visitTexts(course, ['title', 'summary'], root, visit)
      if (course.certificate) visitTexts(course.certificate, ['title'], root.at('certificate'), visit)
    }
    return { walk, scenario: undefined }
  }
  const read = readScenario(document)
  if (!read.scenario && read.document === undefined) return { walk: () => {}, scenario: undefined }
  const scenario = (
    read.scenario && !read.migrated ? read.scenario : mend(scenarioSchema, document).value
  ) as Scenario
  return { walk: (visit) => eachText(scenario, visit), scenario }
}

/** Returns the scenes to which the transitions of a scene can lead, in the order in which they are offered. */
function nextOf(node: PlacedNode, byPath: ReadonlyMap<string, PlacedNode>, id: string): PlacedNode[] {
  return node.transitions.flatMap(({ transition }) => {
    const found =
      transition.target === undefined ? undefined : resolveTarget(node, transition.target, byPath, id)
    return found ? [found] : []
  })
}

/**
 * Orders the scenes of a scenario as a trainee meets them: breadth-first from the first scene, then the scenes that
 * nothing leads to. Endings come last.
 * @param scenario each value in it must have the right type; it may have issues
 * @returns paths of scenes, their keys joined by dots; the last one is `''`, for what every scene offers
 */
export function orderOfPlay(scenario: Pick<Scenario, 'machine' | 'id'>): string[] {
  const nodes = listNodes(scenario)
  const byPath = new Map(nodes.map((node) => [node.path, node]))
  const root = nodes[0]!
  const seen = new Set<PlacedNode>()
  const waiting: PlacedNode[] = []
  const meet = (node: PlacedNode | undefined) => {
    if (!node || seen.has(node) || node === root) return
    seen.add(node)
    waiting.push(node)
  }
  const enter = (node: PlacedNode) => {
    const { initial } = node.node
    if (initial !== undefined) meet(byPath.get(node.path ? `${node.path}.${initial}` : initial))
  }
  enter(root)
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    enter(next)
    for (const one of nextOf(next, byPath, scenario.id)) meet(one)
    // The choices of a group are offered in each of its scenes.
    for (let up = next.parent; up; up = up.parent)
      for (const one of nextOf(up, byPath, scenario.id)) meet(one)
  }
  const order = [...seen, ...nodes.filter((node) => node !== root && !seen.has(node))]
  const isEnd = ({ node }: PlacedNode) => node.type === 'final'
  return [...order.filter((node) => !isEnd(node)), ...order.filter(isEnd)].map(({ path }) => path).concat('')
}

/**
 * Lists every text of a document that a reader meets, in the order in which they meet it: the header, the scenes in the
 * order of play, then cast, cues, desk and the rest.
 * @param document any JSON value; texts are left out where it does not fit the schema
 * @returns texts with unique ids. Never throws.
 */
export function documentTexts(kind: DocumentKind, document: unknown): DocumentText[] {
  const { walk, scenario } = walkOf(kind, document)
  const channelOf = scenario ? channelsOf(scenario) : () => undefined
  const texts: DocumentText[] = []
  walk((_, place) => {
    const path = place.keys.map((key) => (typeof key === 'number' ? key : String(key)))
    // A broken document is walked with stand-ins. Only the author's own values are listed.
    const value = valueAt(document, path)
    if (typeof value !== 'string' && !isMembers(value)) return
    const scene = sceneOf(path)
    const speaker = speakerAt(document, path)
    texts.push({
      id: place.id,
      path,
      name: nameOf(path),
      words: isMembers(value)
        ? Object.fromEntries(
            Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
          )
        : undefined,
      plain: typeof value === 'string' ? value : undefined,
      scene,
      speaker,
      channel: channelOf(scene, speaker),
    })
  })
  if (!scenario) return texts
  const order = new Map(orderOfPlay(scenario).map((path, i) => [path, i]))
  const header = (text: DocumentText) => text.path.length === 1
  const rank = (text: DocumentText) =>
    header(text) ? -1 : text.scene === undefined ? order.size : (order.get(text.scene) ?? order.size)
  return texts
    .map((text, i) => ({ text, i, rank: rank(text) }))
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .map(({ text }) => text)
}

const isWritten = ({ words, plain }: DocumentText): boolean =>
  (words ? Object.values(words) : [plain ?? '']).some((said) => said.trim() !== '' && !isUnwritten(said))

const wordsKey = (one: DocumentText): string => JSON.stringify([one.name, one.words ?? one.plain])

/**
 * Finds the texts of an earlier state of a document again in a later one. A text is found by its id. Where its id is
 * gone or has other words, it is found by its words, as after a scene was renamed or an attachment was put before
 * another one.
 * @param before texts of the earlier state, as `documentTexts` lists them
 * @param after texts of the later state
 * @returns a map from the id of an earlier text to its id in the later state, for each text that is still there; no
 *   later text is used twice
 */
export function followTexts(
  before: readonly DocumentText[],
  after: readonly DocumentText[],
): ReadonlyMap<string, string> {
  const now = new Map(after.map((text) => [text.id, text]))
  const found = new Map<string, string>()
  const taken = new Set<string>()
  const settle = (from: DocumentText, to: string) => {
    found.set(from.id, to)
    taken.add(to)
  }
  for (const text of before) {
    const same = now.get(text.id)
    if (same && wordsKey(same) === wordsKey(text)) settle(text, text.id)
  }
  const free = new Map<string, string[]>()
  for (const text of after) {
    if (taken.has(text.id)) continue
    const said = wordsKey(text)
    free.set(said, [...(free.get(said) ?? []), text.id])
  }
  for (const text of before) {
    if (found.has(text.id) || !isWritten(text)) continue
    const to = free.get(wordsKey(text))?.shift()
    if (to !== undefined) settle(text, to)
  }
  for (const text of before) {
    if (!found.has(text.id) && now.has(text.id) && !taken.has(text.id)) settle(text, text.id)
  }
  return found
}
