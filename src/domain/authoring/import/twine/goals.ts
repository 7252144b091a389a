/** Where links and jumps lead that name a variable in place of a passage. */
import { constantOf, fold } from '../expression'
import { literal, operation, type Expr, type Goal, type Item, type Notes, type Value } from '../story'
import { MOST_VALUES, setsIn } from '../variables'

type Jump = Extract<Item, { kind: 'goto' }>
/** The passages to which variables lead here. */
type Pinned = ReadonlyMap<string, Expr>
type Choice = Extract<Item, { kind: 'choice' }>

/** Replaces the goals of jumps by passages, as far as it is known where they can lead. The others are noted. */
export class Goals {
  /** All values of the variables that have known values alone. */
  readonly #values = new Map<string, Set<Value> | undefined>()

  /**
   * @param items all items of the story
   * @param initial the values of variables at the start
   */
  constructor(
    items: readonly Item[],
    initial: ReadonlyMap<string, Value>,
    private readonly notes: Notes,
  ) {
    for (const [name, value] of initial) this.#values.set(name, new Set([value]))
    for (const { name, value } of setsIn(items)) {
      const known = this.#values.has(name) ? this.#values.get(name) : new Set<Value>()
      const one = constantOf(value)
      this.#values.set(name, one === undefined ? undefined : known?.add(one))
    }
  }

  /** Returns items in which each jump names a passage. */
  resolved(items: readonly Item[], pinned: Pinned = new Map(), inChoice = false): Item[] {
    return items.flatMap((item): Item[] => {
      if (item.kind === 'goto') return this.#jump(item, pinned, inChoice)
      if (item.kind === 'choice') return this.#choice(item, pinned)
      if (item.kind !== 'if') return [item]
      const branches = item.branches.map((branch) => ({
        ...branch,
        items: this.resolved(branch.items, pinned, inChoice),
      }))
      return [{ ...item, branches }]
    })
  }

  /** Returns the passages to which a variable can lead; an empty list where that is not known. */
  #passagesOf({ value }: Goal): readonly string[] {
    const values = value.kind === 'variable' ? [...(this.#values.get(value.name) ?? [])] : []
    const names = values.filter((one) => typeof one === 'string' && one !== '')
    // Before it names a passage, a variable is often set to nothing.
    const others = values.filter((one) => one !== false && one !== 0 && one !== '')
    return names.length === others.length && names.length <= MOST_VALUES ? (names as string[]) : []
  }

  #jump({ goal, ...jump }: Jump, pinned: Pinned, inChoice: boolean): Item[] {
    if (!goal) return [jump]
    const fixed = constantOf(fold(goal.value, pinned))
    if (typeof fixed === 'string' && fixed !== '') return [{ ...jump, to: fixed }]
    const names = this.#passagesOf(goal)
    if (names.length === 1) return [{ ...jump, to: names[0]! }]
    if (names.length === 0) {
      this.notes.add(inChoice ? 'open-link' : 'open-jump', goal.place, goal.text)
      return []
    }
    const branches = names.map((name) => ({
      when: operation('==', goal.value, literal(name)),
      items: [{ ...jump, to: name }],
    }))
    return [{ kind: 'if', branches, text: goal.text }]
  }

  /** A link that is called like the passage to which it leads is a link for each passage. */
  #choice(choice: Choice, pinned: Pinned): Item[] {
    const said = choice.words?.flatMap((word) => (word.kind === 'print' ? [word.value] : [])) ?? []
    const goal = choice.body.find(
      (item): item is Jump => item.kind === 'goto' && said.some((value) => isSame(value, item.goal?.value)),
    )?.goal
    const names = goal ? this.#passagesOf(goal) : []
    if (goal?.value.kind !== 'variable' || names.length === 0)
      return [{ ...choice, body: this.resolved(choice.body, pinned, true) }]
    const { value } = goal
    const called = names.map((name): Choice => {
      const now = new Map([...pinned, [value.name, literal(name)] as const])
      const words = choice.words!.map((word) =>
        word.kind === 'print' && isSame(word.value, value) ? ({ kind: 'text', text: name } as const) : word,
      )
      return { ...choice, words, body: this.resolved(choice.body, now, true) }
    })
    if (called.length === 1) return called
    const branches = called.map((one, i) => ({
      when: operation('==', value, literal(names[i]!)),
      items: [one],
    }))
    return [{ kind: 'if', branches, text: goal.text }]
  }
}

const isSame = (a: Expr, b: Expr | undefined): boolean =>
  a.kind === 'variable' && b?.kind === 'variable' && a.name === b.name
