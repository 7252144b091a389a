import {
  TIME_LIMIT_PATTERN,
  type Action,
  type Beat,
  type Localized,
  type Scenario,
  type StateNode,
  type Transition,
} from '../../scenario/schema'
import { cut } from '../../scenario/cut'
import { FORMAT } from '../../scenario/vocabulary'
import { allOf, shown, type Environment } from './expression'
import { Ids } from './ids'
import { beatsOf, speakersIn } from './speech'
import {
  literal,
  Notes,
  targetsOf,
  type Choice,
  type Expr,
  type ImportNote,
  type Item,
  type Passage,
  type Story,
} from './story'
import { Variables } from './variables'
import { waysThrough, type Way } from './ways'
import { forScenario } from './written'

/** A placeholder for words that the author has to write. */
const TO_WRITE = '…'
/** In characters: a title fits on a line. */
const LONGEST_TITLE = 120
/** A choice earns at most this many points. A larger scale is scaled down to it. */
const MOST_POINTS = 100

/** Words in the author’s language that a draft needs and that no source contains. */
export interface DraftWords {
  /** The reply that leads on from a passage that had no reply of its own. */
  readonly goOn: string
  /** The title of anything that has none. */
  readonly untitled: string
}

export interface ImportedDraft {
  readonly document: Scenario
  /** List what the draft leaves out of the source, or represents in another way. */
  readonly notes: readonly ImportNote[]
}

function* textsIn(items: readonly Item[]): Generator<string> {
  for (const item of items) {
    if (item.kind === 'text') yield item.text
    if (item.kind === 'choice') yield* textsIn(item.body)
    if (item.kind === 'if') for (const branch of item.branches) yield* textsIn(branch.items)
  }
}

/** Builds one scenario from a story. */
class Drafting {
  readonly notes = new Notes()
  readonly states: Record<string, StateNode> = Object.create(null) as Record<string, StateNode>
  readonly cast = new Map<string, string>()
  readonly #variables: Variables
  readonly #ids = new Ids()
  readonly #sceneOf = new Map<string, string>()
  readonly #once: { scene: string; say: string; place: string; transitions: Transition[] }[] = []
  /** The values of variables in the first passage, if nothing leads back to it. */
  readonly #atFirst: Environment | undefined
  endings = 0

  constructor(
    private readonly story: Story,
    private readonly language: string,
    private readonly words: DraftWords,
  ) {
    this.#variables = new Variables(story, this.notes)
    const isLedTo = targetsOf(story.passages.flatMap(({ items }) => items)).has(story.start)
    if (!isLedTo) this.#atFirst = new Map([...story.initial].map(([name, value]) => [name, literal(value)]))
    const castIds = new Ids(['narrator'])
    const speakers = speakersIn(story.passages.flatMap(({ items }) => [...textsIn(items)]))
    for (const name of speakers) this.cast.set(name, castIds.of(name, 'person'))
    if (speakers.length > 0) this.notes.add('speakers', '', speakers.join(', '))
    for (const { key, name } of story.passages) this.#sceneOf.set(key, this.#ids.of(name, 'scene'))
  }

  readonly localized = (text: string): Localized => ({
    [this.language]: /\S/.test(text) ? forScenario(text.trim()) : TO_WRITE,
  })

  all(): string {
    for (const passage of this.story.passages) this.#passage(passage)
    this.#holdOnce()
    return this.#target(this.story.start, '')
  }

  #ways(items: readonly Item[], place: string, atFirst?: Environment): Way[] {
    const never = (when: Expr) => this.#variables.never(when)
    return waysThrough(items, this.#variables.constants, this.notes, place, { never, atFirst })
  }

  #passage({ key, name, items, debrief }: Passage): void {
    const id = this.#sceneOf.get(key)!
    const ways = this.#ways(items, name, key === this.story.start ? this.#atFirst : undefined)
    if (ways.length === 1) {
      this.#scene(id, name, ways[0]!, { place: name, key, debrief })
      return
    }
    const open = this.#open(ways, name)
    if (open.length === 1) {
      this.#scene(id, name, open[0]!.way, { place: name, key, debrief })
      return
    }
    const always: Transition[] = []
    for (const [i, { way, guard }] of open.entries()) {
      const own = this.#ids.of(`${name} ${i + 1}`, 'scene')
      always.push({ target: own, ...(guard && i < open.length - 1 ? { guard } : {}) })
      this.#scene(own, name, way, { place: name, key, debrief })
    }
    this.states[id] = { meta: { title: this.#title(name) }, always }
  }

  /** Returns the ways that can be taken, in their order. The last one needs no guard: it is taken when no other is. */
  #open(ways: readonly Way[], place: string): { way: Way; guard: Transition['guard'] }[] {
    const open: { way: Way; guard: Transition['guard'] }[] = []
    for (const [i, way] of ways.entries()) {
      // The guard of the last way is never written, so that it may be one that guards can't express. The way
      // is left out only if its condition can never hold.
      const last = i === ways.length - 1
      const never = last && way.when && this.#variables.never(way.when)
      const guard = last ? undefined : this.#guard(way.when, place, way.text)
      if (never || guard === null) continue
      open.push({ way, guard })
      if (guard === undefined) break
    }
    return open
  }

  /** @returns `undefined` for a condition that always holds, `null` for one that never does */
  #guard(when: Expr | undefined, place: string, text: string): Transition['guard'] | null {
    if (!when) return undefined
    const condition = this.#variables.condition(when, place, text || shown(when))
    if (condition === false) {
      this.notes.add('condition', place, text || shown(when))
      return null
    }
    return condition === true ? undefined : { type: 'when', params: condition }
  }

  #title(name: string): Localized {
    return this.localized(cut(name.replaceAll(/\s+/g, ' ').trim() || this.words.untitled, LONGEST_TITLE))
  }

  /** Returns the scene of a passage. A passage that does not exist gets an ending of its own, and a note. */
  #target(key: string, place: string): string {
    const known = this.#sceneOf.get(key)
    if (known !== undefined) return known
    const id = this.#ids.of(key, 'scene')
    this.#sceneOf.set(key, id)
    this.notes.add('dead-link', place, key, id)
    this.states[id] = this.#ending(key, [], undefined)
    return id
  }

  #ending(title: string, beats: readonly Beat[], debrief: string | undefined): StateNode {
    this.endings += 1
    return {
      type: 'final',
      meta: {
        title: this.#title(title),
        ...(beats.length > 0 ? { beats: [...beats] } : {}),
        disposition: 'served',
        debrief: this.localized(debrief ?? ''),
      },
    }
  }

  #actions(done: Way['done'], place: string): Action[] {
    return done.flatMap((item): Action[] => {
      if (item.kind === 'set') return this.#variables.actions(item, place)
      const scale = Math.min(1, MOST_POINTS / Math.max(item.of, 1))
      const of = Math.max(Math.round(item.of * scale), 1)
      const points = Math.min(Math.max(Math.round(item.points * scale), 0), of)
      return [
        {
          type: 'assess',
          params: { competency: 'verification', points, of, why: this.localized(item.why) },
        },
      ]
    })
  }

  #scene(
    id: string,
    title: string,
    way: Way,
    { place, key, debrief }: { place: string; key: string | undefined; debrief: string | undefined },
  ): void {
    const beats = beatsOf(way.told, this.cast, this.localized)
    const entry = this.#actions(way.done, place)
    const doing = entry.length > 0 ? { entry } : {}
    const to = way.to ?? this.#leftTo(way, place)
    if (way.choices.length === 0 && to === undefined) {
      this.states[id] = { ...this.#ending(title, beats, debrief), ...doing }
      return
    }
    if (way.choices.length === 0 && beats.length === 0) {
      const target = this.#target(to!, place)
      this.states[id] = { meta: { title: this.#title(title) }, ...doing, always: { target } }
      return
    }
    if (beats.length === 0) {
      this.notes.add('no-text', place, title, id)
      beats.push({ id: 'b1', from: 'narrator', text: this.localized('') })
    }
    const on: Record<string, Transition | Transition[]> = {}
    const node: StateNode = { meta: { title: this.#title(title), beats }, ...doing, on }
    this.states[id] = node
    const events = new Ids()
    for (const choice of way.choices) {
      const transitions = this.#choice(choice, id, { place, key })
      if (transitions.length === 0) continue
      on[events.of(cut(choice.say, 32), 'reply')] = transitions.length === 1 ? transitions[0]! : transitions
      if (choice.once === true) this.#once.push({ scene: id, say: choice.say, place, transitions })
    }
    if (to !== undefined) {
      this.notes.add('continue', place, '', id)
      const target = this.#target(to, place)
      const say = this.localized(this.words.goOn)
      on[events.of('go-on', 'reply')] = {
        target,
        ...(to === key ? { reenter: true } : {}),
        meta: { say },
      }
    }
    if (Object.keys(on).length > 0) {
      if (to === undefined) Object.assign(node, this.#limit(way, { place, key }))
      return
    }
    // None of its replies can ever be given, so that the scene is an ending.
    this.states[id] = { ...this.#ending(title, beats, debrief), ...doing }
  }

  /**
   * Returns where a way leads at last by itself. If nothing else leads on, it is where the trainee would be after a
   * while.
   */
  #leftTo({ choices, ends, later }: Way, place: string): string | undefined {
    const [first] = later
    if (choices.length > 0 || ends || !first) return undefined
    this.#missing(later.slice(1), place)
    return first.to
  }

  /** Makes the time limit of a scene of the jumps that wait for nothing but time. The others are noted. */
  #limit(
    { later }: Way,
    { place, key }: { place: string; key: string | undefined },
  ): Pick<StateNode, 'after'> {
    const timed = later.filter((jump) => TIME_LIMIT_PATTERN.test(String(jump.later?.ms)))
    this.#missing(
      later.filter((jump) => !timed.includes(jump)),
      place,
    )
    const [first] = timed.sort((a, b) => a.later!.ms! - b.later!.ms!)
    if (!first) return {}
    const target = this.#target(first.to, place)
    return { after: { [first.later!.ms!]: { target, ...(first.to === key ? { reenter: true } : {}) } } }
  }

  #missing(jumps: Way['later'], place: string): void {
    for (const { later, to } of jumps) this.notes.add('macro', place, `${later!.text} → ${to}`)
  }

  #choice(
    { say, body, when }: Choice,
    scene: string,
    { place, key }: { place: string; key: string | undefined },
  ): Transition[] {
    const ways = this.#ways(body, place)
    const words = cut(say.replaceAll(/\s+/g, ' ').trim() || TO_WRITE, 600)
    return ways.flatMap((way, i) => {
      const last = i === ways.length - 1
      const own = last ? when : allOf([when, way.when])
      const guard = this.#guard(own, place, way.text || words)
      if (guard === null) return []
      const goesOn = way.choices.length > 0 || way.ends
      const actions = this.#actions(way.done, place)
      // What follows an answer after some seconds follows it here at once.
      const soon = way.later.find((jump) => jump.later?.ms !== undefined)
      const to = goesOn ? undefined : (way.to ?? soon?.to)
      if (!goesOn && to === undefined) this.#missing(way.later, place)
      const stays = !goesOn && to === undefined
      // If the choice leads to a new scene, that scene shows the texts. Otherwise they are the answer to the
      // choice.
      const answer = goesOn ? [] : beatsOf(way.told, this.cast, this.localized)
      let target = scene
      if (goesOn) {
        target = this.#ids.of(`${place} ${cut(words, 24)}`, 'scene')
        this.#scene(target, words, { ...way, done: [] }, { place, key: undefined, debrief: undefined })
      } else if (to !== undefined) target = this.#target(to, place)
      const again = to !== undefined && to === key
      const silent = stays && answer.length === 0 && actions.length === 0
      return [
        {
          target,
          ...(again || silent ? { reenter: true } : {}),
          ...(guard ? { guard } : {}),
          ...(actions.length > 0 ? { actions } : {}),
          meta: {
            ...(i === 0 || answer.length === 0 ? { say: this.localized(words) } : {}),
            ...(answer.length > 0 ? { ...(i > 0 ? { say: this.localized(words) } : {}), answer } : {}),
          },
        },
      ]
    })
  }

  /** Gives a flag to each choice that can be made only once, if its scene can be reached again after it. */
  #holdOnce(): void {
    const flags = new Map<string, string>()
    for (const { scene, say, place, transitions } of this.#once) {
      if (!transitions.some(({ target }) => this.#leads(target, scene))) continue
      // One choice may stand in several scenes that were made from one passage.
      const choice = JSON.stringify([place, say])
      const flag = flags.get(choice) ?? this.#variables.flag(`chosen ${cut(say, 24)}`)
      flags.set(choice, flag)
      for (const transition of transitions) {
        const not = { not: { flag } }
        const before = transition.guard?.params
        transition.guard = { type: 'when', params: before ? { all: [not, before] } : not }
        transition.actions = [...(transition.actions ?? []), { type: 'raise', params: { flag } }]
      }
    }
  }

  #leads(from: string | undefined, to: string): boolean {
    const seen = new Set<string>()
    const open = [from]
    while (open.length > 0) {
      const id = open.pop()
      if (id === undefined || seen.has(id)) continue
      if (id === to) return true
      seen.add(id)
      const { on = {}, after = {}, always } = this.states[id] ?? {}
      for (const move of [
        ...Object.values(on).flat(),
        ...Object.values(after).flat(),
        ...(always ? [always].flat() : []),
      ])
        open.push(move.target)
    }
    return false
  }
}

const MINUTES = { least: 1, most: 60, words: 150 } as const

/**
 * Builds a scenario from a story. Values that the source does not contain get defaults, and a note tells the author to
 * decide them.
 * @param id the id of the scenario
 * @param language the code of the language in which the story is written
 * @param words placeholders in that language
 */
export function draftFrom(story: Story, id: string, language: string, words: DraftWords): ImportedDraft {
  const drafting = new Drafting(story, language, words)
  const { localized, notes, cast } = drafting
  const initial = drafting.all()
  const count = story.passages
    .flatMap(({ items }) => [...textsIn(items)])
    .reduce((sum, text) => sum + text.split(/\s+/).length, 0)
  notes.add('header', '')
  if (drafting.endings > 0) notes.add('endings', '', '', String(drafting.endings))
  const document: Scenario = {
    format: FORMAT,
    id,
    version: '1.0.0',
    title: localized(cut(story.title || words.untitled, LONGEST_TITLE)),
    summary: localized(''),
    role: 'agent',
    truth: 'legitimate',
    tactics: [],
    minutes: Math.min(Math.max(Math.round(count / MINUTES.words), MINUTES.least), MINUTES.most),
    difficulty: { cues: 'some', premise: 'medium' },
    keep: localized(''),
    sources: [],
    cast: Object.fromEntries(
      cast.size > 0
        ? [...cast].map(([name, member]) => [member, { name, channel: 'chat' as const }])
        : [['contact', { name: TO_WRITE, channel: 'chat' as const }]],
    ),
    cues: {},
    desk: {},
    scoring: { pass: 0.7, critical: [] },
    machine: { initial, states: { ...drafting.states } },
  }
  return { document, notes: [...story.notes, ...notes.all] }
}
