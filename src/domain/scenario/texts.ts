import { jsonPath } from './json-path'
import type { Action, Beat, Desk, Localized, Scenario, StateNode, Transition } from './schema'
import { TOOLS } from './tools'
import { TIMEOUT_EVENT } from './vocabulary'

/** A text that a trainee reads. A plain string (a name, a number) is the same in every language. */
export type Text = Localized | string

/** The place of a text. Its id and path are computed on demand, since nearly no text of a file has a fault. */
export class TextPlace {
  constructor(
    private readonly up: TextPlace | undefined = undefined,
    readonly key: PropertyKey = '',
    private readonly part: string = '',
  ) {}

  /** Returns the place of a key in this one. @param part is added to the id; empty for a key that does not name it */
  at(key: PropertyKey, part: string = String(key)): TextPlace {
    return new TextPlace(this, key, part)
  }

  /** Returns the keys from the root of the file. */
  get keys(): PropertyKey[] {
    if (!this.up) return []
    const keys = this.up.keys
    keys.push(this.key)
    return keys
  }

  /** Returns the names joined by `/`, unique in the scenario: `scenes/offer/beats/hello/text`. */
  get id(): string {
    const before = this.up?.id ?? ''
    return before && this.part ? `${before}/${this.part}` : before || this.part
  }
}

/** Stands for every place in a walk that only asks whether there is a fault, and so needs no places. */
class Nowhere extends TextPlace {
  override at(): TextPlace {
    return this
  }
}
export const NOWHERE: TextPlace = new Nowhere()

export type VisitText = (text: Text, place: TextPlace) => void
type Visit = VisitText

/** Numbers repeated names, so that ids differ in any file. The first one keeps the plain name. */
class Names {
  private first: string | undefined
  private later: Map<string, number> | undefined

  next(name: string): string {
    // Very many lists have a single entry, which needs no map.
    if (this.first === undefined) {
      this.first = name
      return name
    }
    this.later ??= new Map([[this.first, 1]])
    const times = (this.later.get(name) ?? 0) + 1
    this.later.set(name, times)
    if (times === 1) return name
    return name ? `${name}/${times}` : String(times)
  }
}

/** Visits the texts that an object has under some keys. */
export function visitTexts<Key extends string>(
  of: { readonly [key in Key]?: Text | undefined },
  keys: readonly Key[],
  place: TextPlace,
  visit: Visit,
): void {
  for (const key of keys) {
    const text = of[key]
    if (text !== undefined) visit(text, place.at(key))
  }
}

/** Visits the entries of a list whose entries have ids. */
export function visitEntries<Entry extends { readonly id: string }>(
  list: readonly Entry[] | undefined,
  place: TextPlace,
  each: (entry: Entry, place: TextPlace) => void,
): void {
  if (!list) return
  const names = new Names()
  list.forEach((entry, i) => each(entry, place.at(i, names.next(entry.id))))
}

const CHOICE_TEXTS = ['say', 'did'] as const
const SCENE_TEXTS = ['title', 'place', 'debrief'] as const
const BEAT_TEXTS = ['subject', 'text'] as const

function deskTexts(desk: Desk, place: TextPlace, visit: Visit): void {
  if (desk.lead && 'name' in desk.lead) visitTexts(desk.lead, ['name', 'presence'], place.at('lead'), visit)
  visitTexts(desk, ['hours'], place, visit)
  for (const tool of TOOLS) {
    const at = place.at('tools').at(tool).at('answer', '')
    desk.tools?.[tool]?.answer.forEach(({ text }, i) => visit(text, at.at(i, String(i + 1)).at('text')))
  }
  visitEntries(desk.customers, place.at('customers'), (customer, at) => {
    visitTexts(customer, ['name', 'number', 'status', 'identity', 'note'], at, visit)
    visitEntries(customer.fields, at.at('fields'), (field, own) =>
      visitTexts(field, ['label', 'value', 'masked'], own, visit),
    )
  })
  visitEntries(desk.directory, place.at('directory'), (entry, at) =>
    visitTexts(entry, ['name', 'role', 'phone', 'mail', 'note'], at, visit),
  )
  visitEntries(desk.policies, place.at('policies'), (policy, at) =>
    visitTexts(policy, ['title', 'text'], at, visit),
  )
}

function actionTexts(actions: readonly Action[], place: TextPlace, visit: Visit): void {
  const names = new Names()
  actions.forEach((action, i) => {
    if (action.type !== 'assess' && action.type !== 'spend') return
    const { why } = action.params
    const name =
      action.type === 'assess' ? `why/${names.next(action.params.competency)}` : names.next('price')
    visit(why, place.at(i, '').at('params', '').at('why', name))
  })
}

function branchText({ meta, actions }: Transition, place: TextPlace, visit: Visit): void {
  if (meta) {
    const at = place.at('meta', '')
    visitTexts(meta, CHOICE_TEXTS, at, visit)
    visitEntries(meta.answer, at.at('answer'), (beat, own) => beatTexts(beat, own, visit))
  }
  if (actions) actionTexts(actions, place.at('actions', ''), visit)
}

/** @param names numbers the branches; if left out, a list of branches is numbered by itself */
function branchTexts(
  branches: Transition | readonly Transition[],
  place: (part: string) => TextPlace,
  visit: Visit,
  names?: Names,
): void {
  if (!Array.isArray(branches)) {
    branchText(branches as Transition, place(names?.next('') ?? ''), visit)
    return
  }
  const all = place('')
  const numbers = names ?? new Names()
  branches.forEach((branch: Transition, i) => branchText(branch, all.at(i, numbers.next('')), visit))
}

function beatTexts(beat: Beat, place: TextPlace, visit: Visit): void {
  visitTexts(beat, BEAT_TEXTS, place, visit)
  if (beat.media) visitTexts(beat.media, ['words'], place.at('media'), visit)
  beat.attachments?.forEach((text, i) => visit(text, place.at('attachments').at(i, String(i + 1))))
  if (!beat.cues) return
  const cues = place.at('cues')
  const names = new Names()
  beat.cues.forEach((mark, i) => {
    if (typeof mark !== 'string') visit(mark.phrase, cues.at(i, names.next(mark.cue)).at('phrase'))
  })
}

function nodeTexts(node: StateNode, place: TextPlace, visit: Visit): void {
  const { meta, on, after } = node
  if (meta) {
    const at = place.at('meta', '')
    visitTexts(meta, SCENE_TEXTS, at, visit)
    if (meta.beats) visitEntries(meta.beats, at.at('beats'), (beat, own) => beatTexts(beat, own, visit))
  }
  if (node.entry) actionTexts(node.entry, place.at('entry'), visit)
  if (node.exit) actionTexts(node.exit, place.at('exit'), visit)
  if (on) {
    const choices = place.at('on', 'choices')
    for (const event in on) branchTexts(on[event]!, () => choices.at(event), visit)
  }
  if (after) {
    const names = new Names()
    const clock = place.at('after', TIMEOUT_EVENT)
    for (const delay in after) branchTexts(after[delay]!, (part) => clock.at(delay, part), visit, names)
  }
  if (node.always) branchTexts(node.always, () => place.at('always'), visit)
}

/**
 * Visits every text of a scenario that a trainee reads.
 * @param scenario a parsed scenario; it need not be free of issues
 * @param visit gets each text once with its place: first the header, then the desk, then the scenes
 * @param root the place where the walk begins; with `NOWHERE` the walk is faster, and the places that `visit` gets are
 *   empty
 */
export function eachText(scenario: Scenario, visit: Visit, root: TextPlace = new TextPlace()): void {
  visitTexts(scenario, ['title', 'summary', 'keep', 'incident'], root, visit)
  scenario.sources.forEach((source, i) =>
    visitTexts(source, ['title', 'publisher'], root.at('sources').at(i, String(i + 1)), visit),
  )
  for (const [id, member] of Object.entries(scenario.cast)) {
    visitTexts(member, ['name', 'handle', 'relation'], root.at('cast').at(id), visit)
  }
  for (const [id, cue] of Object.entries(scenario.cues))
    visitTexts(cue, ['label'], root.at('cues').at(id), visit)
  scenario.variants?.forEach((set, i) => {
    const at = root.at('variants').at(i, String(i + 1))
    for (const [name, value] of Object.entries(set)) visit(value, at.at(name))
  })
  deskTexts(scenario.desk, root.at('desk'), visit)
  nodeTexts(scenario.machine, root.at('machine'), visit)
  // The id of a scene is its path alone, whatever the keys in between.
  const open = [{ node: scenario.machine as StateNode, within: root.at('machine', ''), path: '' }]
  for (let next = open.shift(); next; next = open.shift()) {
    const { states } = next.node
    const within = next.within.at('states', '')
    for (const key in states) {
      const node = states[key]!
      const path = next.path ? `${next.path}.${key}` : key
      nodeTexts(node, within.at(key, `scenes/${path}`), visit)
      if (node.states) open.push({ node, within: within.at(key, ''), path })
    }
  }
}

/** A text with the facts that a translator, a voice studio or a statistic needs. */
export interface ScenarioText {
  /** Stays when lists are put in another order, as long as the ids in the file stay. */
  readonly id: string
  /** The JSON path of the text. */
  readonly path: string
  /** The languages of the text; empty for a plain string, which is the same in every language. */
  readonly locales: readonly string[]
  readonly text: Text
}

/**
 * Lists every text of a scenario that a trainee reads.
 * @returns the texts in the order of `eachText`; their ids are unique
 */
export function listTexts(scenario: Scenario): ScenarioText[] {
  const found: ScenarioText[] = []
  eachText(scenario, (text, place) =>
    found.push({
      id: place.id,
      path: jsonPath(place.keys),
      locales: typeof text === 'string' ? [] : Object.keys(text),
      text,
    }),
  )
  return found
}
