/** Makes a twin of an existing scenario: a new scenario that begins with the same words and has the other truth. */
import { FORMAT, NARRATOR, type Competency, type Tactic } from '../scenario/vocabulary'
import type { Action, Beat, Localized, Scenario, StateNode, Transition } from '../scenario/schema'
import { toolRow } from '../scenario/tools'
import type { Stance } from '../scenario/stances'
import type { NewScenario, TemplateKey } from './templates'

type Moves = Transition | Transition[]
type On = Readonly<Record<string, Moves>>

/** The tactic of a new attack until its author chooses one. The genuine contact from which it is made has none. */
const SOME_TACTIC: Tactic = 'pretext'

const listOf = (moves: Moves): Transition[] => (Array.isArray(moves) ? moves : [moves])

/** Returns the nodes from the machine to the first scene, each with its name. */
function wayToFirst({ machine }: Scenario): { readonly name: string; readonly node: StateNode }[] {
  const way: { name: string; node: StateNode }[] = [{ name: '', node: machine }]
  for (let at: StateNode | undefined = machine; at?.initial !== undefined;) {
    const name: string = at.initial
    at = at.states?.[name]
    if (at) way.push({ name, node: at })
  }
  return way
}

/** Returns a name that is not taken yet: the base, or the base with a number. */
function freeName(taken: ReadonlySet<string>, base: string): string {
  let name = base
  for (let n = 2; taken.has(name); n += 1) name = `${base}-${n}`
  return name
}

const stanceOf = ({ meta }: Transition): Stance =>
  meta?.stance ?? (meta?.tool === undefined ? 'ask' : toolRow(meta.tool).stance)

const toolsIn = (on: On): string[] =>
  Object.values(on).flatMap((moves) => listOf(moves).flatMap(({ meta }) => meta?.tool ?? []))

/** Builds the twin of one scenario. */
class TwinMaker {
  private readonly attack: boolean
  private readonly way
  private readonly names

  constructor(
    private readonly of: Scenario,
    private readonly id: string,
    private readonly say: NewScenario['say'],
  ) {
    this.attack = of.truth !== 'attack'
    this.way = wayToFirst(of)
    const taken = new Set(this.way.map(({ name }) => name))
    const free = (base: string) => freeName(taken, base)
    this.names = {
      next: free('pressed'),
      reported: free('reported'),
      stopped: free(this.attack ? 'stopped' : 'turned-away'),
      served: this.attack ? free('stopped') : free('served'),
      complied: free('complied'),
    }
  }

  private words(key: TemplateKey): Localized {
    return Object.fromEntries(
      Object.keys(this.of.title).map((language) => [language, this.say(key, language)]),
    )
  }

  private assess(points: number, why: 'good' | 'fair' | 'bad', competency: Competency): Action {
    return { type: 'assess', params: { competency, points, of: 4, why: this.words(`why.${why}`) } }
  }

  /** Returns the actions of a choice with this stance, under the truth of the twin. */
  private earned(stance: Stance): Action[] {
    const skill = this.attack ? 'verification' : 'customer-care'
    switch (stance) {
      case 'comply':
        return [{ type: 'raise', params: { flag: 'gave-in' } }, this.assess(0, 'bad', 'data-protection')]
      case 'refuse':
        return this.attack ? [this.assess(3, 'fair', 'integrity')] : [this.assess(0, 'bad', 'customer-care')]
      default:
        return [this.assess(4, 'good', skill)]
    }
  }

  /**
   * Returns the target of a choice. A choice of the machine, which every scene offers, leads to an ending instead of
   * the next scene, so that no run goes in a circle.
   * @param depth the depth of the node that has the choice; 0 for the machine
   */
  private leadsTo(stance: Stance, tool: string | undefined, depth: number): string {
    const { next, reported, stopped, served, complied } = this.names
    const name =
      tool === 'report'
        ? reported
        : stance === 'comply'
          ? complied
          : stance === 'refuse'
            ? stopped
            : depth === 0
              ? served
              : next
    if (depth === 0) return `.${name}`
    return depth === 1 ? name : `#${this.id}.${name}`
  }

  private unwrittenBeat({ id, from }: Beat): Beat {
    return { id, from, text: this.words('twin.answer') }
  }

  /**
   * Returns a choice of the other scenario with the same words; its consequences are left for the author to write.
   * Returns `undefined` for a look without an answer.
   */
  private move(before: Transition, depth: number): Transition | undefined {
    const { meta, target } = before
    const { answer, ...shown } = meta ?? {}
    const look = meta?.tool === 'open-policy' || meta?.tool === 'reveal-field'
    if (look || (target === undefined && answer)) {
      if (!answer) return undefined
      return {
        actions: [{ type: 'spend', params: { seconds: 60, why: this.words('twin.price') } }],
        meta: { ...shown, answer: answer.map((beat) => this.unwrittenBeat(beat)) },
      }
    }
    const stance = stanceOf(before)
    const reported = meta?.tool === 'report'
    return {
      target: this.leadsTo(stance, meta?.tool, depth),
      actions: reported ? [this.reporting()] : this.earned(stance),
      meta: shown,
    }
  }

  private reporting(): Action {
    return this.attack ? this.assess(4, 'good', 'reporting') : this.assess(0, 'bad', 'customer-care')
  }

  private moves(on: On, depth: number): Record<string, Moves> {
    return Object.fromEntries(
      Object.entries(on).flatMap(([name, moves]) => {
        // At the first decision nothing has happened on which branches could depend. Only branches with different words
        // are kept.
        const shown = new Map(listOf(moves).map((one) => [JSON.stringify(one.meta?.say), one]))
        const kept = [...shown.values()].flatMap((one) => this.move(one, depth) ?? [])
        return kept.length === 0 ? [] : [[name, kept.length === 1 ? kept[0]! : kept] as const]
      }),
    )
  }

  private after(node: StateNode, depth: number): StateNode['after'] {
    const [limit] = Object.keys(node.after ?? {})
    if (limit === undefined) return undefined
    return { [limit]: { target: this.leadsTo(depth === 0 ? 'refuse' : 'ask', undefined, depth) } }
  }

  /**
   * Returns the second scene, which the author has to write. It has three replies and the tools that later scenes of
   * the other scenario use.
   */
  private next(): StateNode {
    const first = this.way.at(-1)!.node.meta
    const from =
      first?.contact ??
      first?.beats?.find((beat) => beat.from !== NARRATOR)?.from ??
      Object.keys(this.of.cast)[0] ??
      NARRATOR
    const reply = (key: TemplateKey, stance: Stance, target: string): Transition => ({
      target,
      actions: this.earned(stance),
      meta: { say: this.words(key), stance },
    })
    const { served, stopped, complied } = this.names
    return {
      meta: {
        title: this.words('scene.pressed'),
        beats: [
          {
            id: 'b1',
            from,
            text: this.words(this.attack ? 'twin.attack' : 'twin.genuine'),
            cues: [this.cueName()],
          },
        ],
        ...(first?.contact === undefined ? {} : { contact: first.contact }),
      },
      on: {
        verify: reply('reply.verify', 'verify', served),
        stop: reply(this.attack ? 'reply.refuse' : 'reply.rude', 'refuse', stopped),
        comply: reply('reply.comply', 'comply', complied),
        ...this.laterTools(),
      },
    }
  }

  /**
   * Returns choices for tools that are at hand from the beginning because a later scene of the other scenario uses
   * them.
   */
  private laterTools(): Record<string, Transition> {
    const early = new Set(this.way.flatMap(({ node }) => toolsIn(node.on ?? {})))
    const found: Record<string, Transition> = {}
    const look = (node: StateNode): void => {
      for (const move of Object.values(node.on ?? {}).flatMap(listOf)) {
        const tool = move.meta?.tool
        if (tool === undefined || early.has(tool) || Object.hasOwn(found, tool)) continue
        const { stands } = toolRow(tool)
        if (stands !== 'mail' && stands !== 'record' && stands !== 'field') continue
        const made = this.move({ ...move, target: 'later' }, 1)
        // A scene that leads back to itself would earn points without end.
        if (made)
          found[tool] = made.target === this.names.next ? { ...made, target: this.names.served } : made
      }
      Object.values(node.states ?? {}).forEach(look)
    }
    look(this.of.machine)
    return found
  }

  private cueName(): string {
    return freeName(new Set(Object.keys(this.of.cues)), 'other-sign')
  }

  private ending(name: keyof TwinMaker['names']): StateNode {
    const key = this.names[name]
    if (name === 'reported') return this.end('reported', 'reported')
    if (name === 'complied') return this.end('complied', 'complied')
    if (this.attack) return this.end('stopped', 'refused')
    return key === this.names.served ? this.end('served', 'served') : this.end('turned-away', 'refused')
  }

  private end(
    word: 'reported' | 'stopped' | 'complied' | 'served' | 'turned-away',
    disposition: NonNullable<NonNullable<StateNode['meta']>['disposition']>,
  ): StateNode {
    const meta = { title: this.words(`ending.${word}`), disposition, debrief: this.words(`debrief.${word}`) }
    return { type: 'final', meta }
  }

  private states(): Record<string, StateNode> {
    const { next, reported, stopped, served, complied } = this.names
    return {
      [next]: this.next(),
      [reported]: this.ending('reported'),
      [stopped]: this.ending('stopped'),
      ...(served === stopped ? {} : { [served]: this.ending('served') }),
      [complied]: this.ending('complied'),
    }
  }

  /** Returns the node at this depth with the nodes inside it, down to the first scene. */
  private node(depth: number): StateNode {
    const { node } = this.way[depth]!
    const inner = this.way[depth + 1]
    const on = this.moves(node.on ?? {}, depth)
    const after = this.after(node, depth)
    return {
      ...(node.meta === undefined ? {} : { meta: node.meta }),
      ...(Object.keys(on).length === 0 ? {} : { on }),
      ...(after === undefined ? {} : { after }),
      ...(inner === undefined ? {} : { initial: inner.name, states: { [inner.name]: this.node(depth + 1) } }),
    }
  }

  private machine(): Scenario['machine'] {
    const { on = {}, after, initial, states } = this.node(0)
    const report: Transition = {
      target: `.${this.names.reported}`,
      actions: [this.reporting()],
      meta: { tool: 'report', did: this.words('did.report') },
    }
    const everywhere = toolsIn(this.of.machine.on ?? {}).includes('report')
    return {
      id: this.id,
      initial: initial!,
      on: everywhere ? on : { ...on, [freeName(new Set(Object.keys(on)), 'report')]: report },
      ...(after === undefined ? {} : { after }),
      states: { ...states, ...this.states() },
    }
  }

  make(): Scenario {
    const { of, attack } = this
    const machine = this.machine()
    const text = JSON.stringify(machine)
    const used = new Set(
      [...text.matchAll(/"(?:cue|from|contact)":"([a-z][a-z0-9-]*)"/g)].map(([, name]) => name!),
    )
    const shown = new Set(
      this.way
        .at(-1)!
        .node.meta?.beats?.flatMap(({ cues = [] }) =>
          cues.map((mark) => (typeof mark === 'string' ? mark : mark.cue)),
        ),
    )
    const cues: Scenario['cues'] = Object.fromEntries(
      Object.entries(of.cues).filter(([name]) => shown.has(name)),
    )
    const carried = [...new Set(Object.values(cues).flatMap(({ tactic }) => tactic ?? []))]
    cues[this.cueName()] = {
      label: this.words(attack ? 'twin.cue.attack' : 'twin.cue.genuine'),
      kind: attack ? 'warning' : 'reassuring',
      strength: 2,
      ...(attack ? { tactic: carried[0] ?? SOME_TACTIC } : {}),
    }
    const made: Scenario = {
      ...(of.$schema === undefined ? {} : { $schema: of.$schema }),
      format: FORMAT,
      id: this.id,
      version: '1.0.0',
      title: of.title,
      summary: of.summary,
      role: of.role,
      truth: attack ? 'attack' : 'legitimate',
      tactics: !attack ? [] : carried.length > 0 ? carried : [SOME_TACTIC],
      minutes: of.minutes,
      difficulty: of.difficulty,
      keep: this.words('keep'),
      sources: [],
      cast: Object.fromEntries(Object.entries(of.cast).filter(([name]) => used.has(name))),
      cues,
      ...(of.floor === undefined ? {} : { floor: of.floor }),
      twin: of.id,
      desk: of.desk,
      scoring: { pass: of.scoring.pass, critical: ['gave-in'] },
      machine,
    }
    return { ...made, ...this.variants(made) }
  }

  /** Returns the sets of variants without the names that no text of the twin uses. */
  private variants(made: Scenario): Pick<Scenario, 'variants'> {
    const text = JSON.stringify(made)
    const sets = (this.of.variants ?? []).map((set) =>
      Object.fromEntries(Object.entries(set).filter(([name]) => text.includes(`{${name}}`))),
    )
    return sets.some((set) => Object.keys(set).length > 0) ? { variants: sets } : {}
  }
}

/**
 * Builds the twin of a scenario. Everything on screen before the first decision is copied word for word, the truth is
 * the opposite, and the rest is left for the author to write. The twin plays as it is.
 * @param of the other scenario, as it stands in its file
 */
export const twinOf = (of: Scenario, { id, say }: Pick<NewScenario, 'id' | 'say'>): Scenario =>
  new TwinMaker(of, id, say).make()
