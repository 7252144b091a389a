import type { Fault, IssueCode } from '../issue'
import { LOCALE_PATTERN, scenarioSchema } from '../schema'

type Path = readonly PropertyKey[]

/** A part of a scenario that a hole in the document leaves unknown. */
type Area =
  /** The set of scenes. */
  | 'scenes'
  /** Targets, conditions and actions. */
  | 'flow'
  /** The words or the tool of a choice. */
  | 'choice'
  | 'ending'
  /** The speakers, and the cues that are shown. */
  | 'beats'
  | 'cast'
  | 'cues'
  | 'customers'
  | 'directory'
  | 'policies'
  | 'scoring'
  | 'truth'
  /** The languages of the scenario. */
  | 'languages'
  | 'id'
  /** Words alone, to which nothing refers. */
  | 'text'

const DESK: readonly Area[] = ['customers', 'directory', 'policies']

const HEADER: Readonly<Record<string, readonly Area[]>> = {
  id: ['id'],
  truth: ['truth'],
  tactics: ['truth'],
  scoring: ['scoring'],
  cast: ['cast'],
  floor: ['cast', 'directory', 'policies'],
  cues: ['cues'],
}

const SCENE_WORDS: ReadonlySet<PropertyKey> = new Set(['title', 'place', 'debrief'])
const BEAT_WORDS: ReadonlySet<PropertyKey> = new Set(['text', 'subject', 'attachments', 'media', 'delay'])

/** Splits a path in the machine into the keys of its scene and the rest. */
function inScene(path: Path): { scene: Path; rest: Path } {
  let at = 1
  while (path[at] === 'states' && at + 1 < path.length) at += 2
  return { scene: path.slice(0, at), rest: path.slice(at) }
}

function areasInMeta([, slot, , part, , mark]: Path): readonly Area[] {
  if (slot === undefined) return ['beats', 'ending']
  if (SCENE_WORDS.has(slot)) return ['text']
  if (slot === 'disposition') return ['ending']
  if (slot !== 'beats' || part === undefined) return ['beats']
  return isWords(part, mark) ? ['text'] : ['beats']
}

/** Returns true for a part of a beat that consists of words alone. */
const isWords = (part: PropertyKey, mark: PropertyKey | undefined): boolean =>
  BEAT_WORDS.has(part) || (part === 'cues' && mark === 'phrase')

/** Parts of a choice that hold no beats. */
const FLOW_PARTS: ReadonlySet<PropertyKey> = new Set(['target', 'reenter', 'guard', 'actions', 'description'])

const SLOTS: ReadonlySet<PropertyKey> = new Set(['type', 'initial', 'on', 'after', 'always', 'entry', 'exit'])

function areasInMachine(path: Path): readonly Area[] {
  const { rest } = inScene(path)
  const [slot] = rest
  if (slot === undefined || slot === 'states') return ['scenes']
  if (slot === 'description') return ['text']
  if (slot === 'id') return ['id']
  if (slot === 'meta') return areasInMeta(rest)
  // The value under an unknown name may be anything that a scene has.
  if (!SLOTS.has(slot)) return ['scenes', 'flow', 'choice', 'beats', 'ending']
  const meta = rest.indexOf('meta', 1)
  if (meta > 0) {
    const [part, , word, , mark] = rest.slice(meta + 1)
    if (part === 'answer' && word !== undefined && isWords(word, mark)) return ['text']
    // The answer to a choice consists of beats, as a scene does.
    return part === 'did'
      ? ['text']
      : part === undefined || part === 'answer'
        ? ['choice', 'beats']
        : ['choice']
  }
  // The value that is missing here may have been a choice with an answer.
  if (rest.length <= 3 && (slot === 'on' || slot === 'after') && !FLOW_PARTS.has(rest[rest.length - 1]!)) {
    return ['flow', 'beats']
  }
  return rest.lastIndexOf('why') > 1 || rest.lastIndexOf('description') > 1 ? ['text'] : ['flow']
}

function areasOf(path: Path): readonly Area[] {
  const [first, second] = path
  if (first === 'machine') return areasInMachine(path)
  // A language without a valid code may be one that other texts have under its code.
  if (first === 'title') {
    return second !== undefined && LOCALE_PATTERN.test(String(second)) ? ['text'] : ['languages']
  }
  if (first === 'desk') {
    if (second === 'lead' || second === 'kind') return ['text']
    return DESK.includes(second as Area) ? [second as Area] : DESK
  }
  const name = String(first)
  // An unknown name may be a misspelt `floor`. If any other part of the header were missing, there would be an issue
  // about that.
  if (!Object.hasOwn(scenarioSchema.shape, name)) return HEADER['floor']!
  return Object.hasOwn(HEADER, name) ? HEADER[name]! : ['text']
}

const WAY: readonly Area[] = ['scenes', 'flow']

/**
 * The areas on which a finding depends, besides the part of the document in which it is found. A hole in one of them
 * makes the finding doubtful, and it is left out.
 */
const RESTS_ON: Partial<Record<IssueCode, readonly Area[]>> = {
  'dangling-initial': ['scenes'],
  'dangling-target': ['scenes', 'id'],
  'bad-id': ['id'],
  'flag-never-raised': [...WAY, 'scoring'],
  'counter-never-counted': WAY,
  'critical-lowered': ['scoring'],
  'cue-never-shown': ['scenes', 'beats', 'cues'],
  'no-warning-cue': ['scenes', 'beats', 'cues', 'truth'],
  'no-ending': WAY,
  'unknown-cast': ['cast'],
  'unknown-cue': ['cues'],
  'unknown-customer': ['customers'],
  'unknown-field': ['customers'],
  'field-not-masked': ['customers'],
  'unknown-contact': ['directory'],
  'unknown-policy': ['policies'],
  'missing-translation': ['languages'],
  'stray-translation': ['languages'],
  'unreachable-scene': WAY,
  'no-way-out': WAY,
  'no-safe-exit': [...WAY, 'choice', 'ending', 'beats', 'cues', 'scoring', 'truth'],
  'endless-steps': WAY,
  'endless-points': WAY,
  'too-many-situations': WAY,
}

/** Checks with these codes look at a choice, an action or a scene as a whole. */
const OF_PARTS: ReadonlySet<IssueCode> = new Set([
  'missing',
  'bad-value',
  'branch-never-taken',
  'no-effect',
  'choice-invisible',
  'unused-object',
  'unknown-field',
  'field-not-masked',
  'not-an-ending',
  'nested-ending',
  'ending-goes-on',
  'nothing-to-show',
  'several-time-limits',
  'dangling-initial',
])

const isWithin = (path: Path, outer: Path): boolean =>
  path.length >= outer.length && outer.every((key, i) => path[i] === key)

/**
 * Returns true if a hole lies in the part that is checked together with a path: the same choice, the same beat, or
 * otherwise the same scene without its inner scenes.
 */
function isInSamePart(hole: Path, path: Path): boolean {
  if (path[0] !== 'machine' || hole[0] !== 'machine') return false
  const { scene, rest } = inScene(path)
  const [slot, name, number] = rest
  const own = inScene(hole)
  if (own.scene.length !== scene.length || !isWithin(hole, scene)) return false
  if (slot === 'meta' && name === 'beats' && number !== undefined) {
    return isWithin(own.rest, [slot, name, number])
  }
  if (slot === 'on' || slot === 'after') return isWithin(own.rest, [slot, name!])
  return slot === 'always' ? own.rest[0] === slot : true
}

/**
 * Returns a test for findings in a document with holes. It is true for a finding that holds whatever stood in the
 * holes.
 * @param holes the places of unknown values
 */
export function certainWith(holes: readonly Path[]): (fault: Fault) => boolean {
  const known = holes.map((hole) => ({ hole, words: areasOf(hole).includes('text') }))
  const areas = new Set(holes.flatMap(areasOf))
  return ({ code, path, params }) => {
    if (RESTS_ON[code]?.some((area) => areas.has(area))) return false
    if (code === 'missing' && 'what' in params && params.what === 'tactics') return !areas.has('truth')
    return !known.some(({ hole, words }) => {
      if (isWithin(path, hole)) return true
      if (code === 'missing-translation') return isOtherName(hole, path)
      // Missing words hide only findings about words.
      if (words) return code === 'phrase-not-in-text' && isInSamePart(hole, path)
      return isWithin(hole, path) || (OF_PARTS.has(code) && isInSamePart(hole, path))
    })
  }
}

/** Returns true if a hole is a version of the same text under a name that is no language code. */
const isOtherName = (hole: Path, path: Path): boolean =>
  hole.length === path.length &&
  isWithin(hole, path.slice(0, -1)) &&
  !LOCALE_PATTERN.test(String(hole[hole.length - 1]))
