import { fold, isFalse, isTrue, shown } from '../expression'
import {
  operation,
  unknown,
  literal,
  variable,
  visitsOf,
  type Expr,
  type Item,
  type Notes,
  type Passage,
} from '../story'
import { Gathered } from '../twine/scan'
import {
  argumentsOf,
  copy,
  endThread,
  giveBack,
  leave,
  moveTo,
  PassageQueue,
  tempsOf,
  type Frame,
  type InkStory,
  type State,
} from './state'
import { bounded, CHANCE, exprOf, operate, type Held } from './operate'
import { DEEPEST_CALL, DEEPEST_CHOICE, Limits } from './limits'
import { GLUE, nameOf, tidied, tidyText, withoutEcho } from './words'
import { isContainer, placeAt, type Container, type Leaf, type Pointer } from './container'

/** Walks through a compiled story as its runtime does, and follows every branch that can’t be decided beforehand. */
export class InkWalk {
  /** Containers that the walk has entered so far. */
  readonly entered = new Set<Container>()
  readonly #queue = new PassageQueue()
  #place = ''
  readonly #limits = new Limits()

  constructor(
    private readonly story: InkStory,
    private readonly notes: Notes,
  ) {}

  /** Queues the passage that begins with these frames. @returns its key */
  passage(frames: readonly Frame[], stack: readonly Held[]): string {
    const { key, often } = this.#queue.ask(frames, stack)
    if (often) this.notes.add('ways', this.#place, key)
    return key
  }

  /** Builds the next passage of the queue; `undefined` when the queue is empty. */
  next(): Passage | undefined {
    const waiting = this.#queue.next()
    if (!waiting) return undefined
    const { key, state } = waiting
    const name = nameOf(state.frames.at(-1)!.container, this.story.root)
    this.#place = name
    this.#limits.passage()
    const found = new Gathered()
    const { container } = state.frames.at(-1)!
    this.#enter(container, found)
    return { key, name, items: tidied(this.#walk(state, found, 0)) }
  }

  #enter(container: Container, found: Gathered): void {
    this.entered.add(container)
    if (!this.story.counted.has(container)) return
    const name = visitsOf(container.path)
    found.add({ kind: 'set', name, value: operation('+', variable(name), literal(1)), text: '' })
  }

  #walk(state: State, found: Gathered, depth: number): Item[] {
    for (;;) {
      if (!this.#limits.step()) {
        this.notes.add('ways', this.#place)
        return [...found.items, { kind: 'end' }]
      }
      const top = state.frames.at(-1)!
      const { content } = top.container
      const part = content[top.index]
      if (top.index >= content.length) {
        if (!leave(state)) return this.#ended(state, found)
        continue
      }
      moveTo(state, { container: top.container, index: top.index + 1 })
      if (isContainer(part)) {
        const goto = this.#divert({ container: part, index: 0 }, state, found)
        if (goto) return [...found.items, goto]
        continue
      }
      const done = this.#step(part!, state, found, depth)
      if (done) return done
    }
  }

  /** Continues at another place. @returns a `goto` if that place is a scene of its own */
  #divert(to: Pointer, state: State, found: Gathered): Item | undefined {
    const { container, index } = to
    if (
      index === 0 &&
      this.story.passages.has(container) &&
      state.choices === 0 &&
      state.threads.length === 0
    ) {
      const frames = [...state.frames]
      frames[frames.length - 1] = {
        ...frames.at(-1)!,
        container,
        index: 0,
        temps: tempsOf(container, frames.at(-1)!),
      }
      return { kind: 'goto', to: this.passage(frames, argumentsOf(container, state.stack)) }
    }
    moveTo(state, to)
    if (index === 0) this.#enter(container, found)
    return undefined
  }

  /** @returns the items if the walk has come to its end */
  #step(part: Leaf, state: State, found: Gathered, depth: number): Item[] | undefined {
    if (typeof part === 'string') return this.#word(part, state, found, depth)
    if (typeof part === 'object') return part === null ? undefined : this.#object(part, state, found, depth)
    state.stack.push(literal(part))
    return undefined
  }

  #say(text: string, state: State, found: Gathered): void {
    if (state.tag !== undefined) state.tag += text
    else if (state.strings.length > 0) state.strings[state.strings.length - 1] += text
    else found.text(text)
  }

  #word(word: string, state: State, found: Gathered, depth: number): Item[] | undefined {
    if (word.startsWith('^')) {
      this.#say(word.slice(1), state, found)
      return undefined
    }
    if (operate(word, state.stack, this.story.constants)) {
      if (CHANCE.has(word)) this.notes.add('chance', this.#place, word === 'seq' ? 'shuffle' : 'RANDOM')
      return undefined
    }
    return this.#command(word, state, found, depth)
  }

  #command(word: string, state: State, found: Gathered, depth: number): Item[] | undefined {
    switch (word) {
      case '\n':
        this.#say('\n\n', state, found)
        break
      case '<>':
        this.#say(GLUE, state, found)
        break
      case 'ev':
        state.eval += 1
        break
      case '/ev':
        state.eval = Math.max(0, state.eval - 1)
        break
      case 'out': {
        const value = fold(exprOf(state.stack.pop()), this.story.constants)
        if (value.kind === 'value') this.#say(String(value.value), state, found)
        else if (state.strings.length > 0 || state.tag !== undefined) {
          this.notes.add('print', this.#place, `{${shown(value)}}`)
          this.#say('…', state, found)
        } else found.add({ kind: 'print', value, text: `{${shown(value)}}` })
        break
      }
      case 'str':
        state.strings.push('')
        break
      case '/str':
        state.stack.push(bounded(literal(tidyText(state.strings.pop() ?? ''))))
        break
      case '#':
        state.tag = ''
        break
      case '/#':
        this.#tag(state.tag ?? '')
        state.tag = undefined
        break
      case 'du': {
        const last = state.stack.at(-1)
        if (last) state.stack.push(last)
        break
      }
      case 'pop':
        state.stack.pop()
        break
      case 'void':
        state.stack.push({ kind: 'void' })
        break
      case 'visit': {
        const { container } = state.frames.at(-1)!
        state.stack.push(operation('-', variable(visitsOf(container.path)), literal(1)))
        break
      }
      case 'readc': {
        const target = state.stack.pop()
        state.stack.push(
          target?.kind === 'target' ? variable(visitsOf(target.to.path)) : unknown('READ_COUNT'),
        )
        break
      }
      case 'turn':
      case 'choiceCnt':
        state.stack.push(unknown(word === 'turn' ? 'TURNS' : 'CHOICE_COUNT'))
        break
      case 'srnd':
        state.stack.pop()
        state.stack.push({ kind: 'void' })
        break
      case '~ret':
        if (state.frames.length > 1) giveBack(state, state.stack.pop() ?? { kind: 'void' })
        break
      case '->->': {
        const value = state.stack.pop()
        const at = state.frames.findLastIndex(({ kind }) => kind === 'tunnel')
        if (at > 0) state.frames.length = at
        else if (value?.kind !== 'target') return this.#ended(state, found)
        if (value?.kind === 'target') {
          const goto = this.#divert({ container: value.to, index: 0 }, state, found)
          if (goto) return [...found.items, goto]
        }
        break
      }
      case 'thread': {
        const top = state.frames.at(-1)!
        state.threads.push([...state.frames.slice(0, -1), { ...top, index: top.index + 1 }])
        break
      }
      case 'done':
        if (!endThread(state)) return this.#ended(state, found)
        break
      case 'end':
        return this.#ended(state, found)
    }
    return depth > DEEPEST_CHOICE ? this.#ended(state, found) : undefined
  }

  #ended(state: State, found: Gathered): Item[] {
    if (state.choices === 0) found.add({ kind: 'end' })
    return found.items
  }

  #tag(text: string): void {
    if (/^(?:title|lang|language|author)\s*:/i.test(text.trim())) return
    this.notes.add('tag', this.#place, `# ${text.trim()}`)
  }

  #read(name: string, state: State): Held {
    const temp = state.frames.at(-1)!.temps.get(name)
    if (temp) return temp
    return this.story.constants.get(name) ?? variable(name)
  }

  #object(
    part: Readonly<Record<string, unknown>>,
    state: State,
    found: Gathered,
    depth: number,
  ): Item[] | undefined {
    const text = (key: string): string | undefined => (typeof part[key] === 'string' ? part[key] : undefined)
    const { container } = state.frames.at(-1)!
    const target = text('^->')
    if (target !== undefined) {
      const to = placeAt(target, container)
      state.stack.push(to ? { kind: 'target', to: to.container } : unknown(`-> ${target}`))
      return undefined
    }
    const read = text('VAR?')
    if (read !== undefined) {
      state.stack.push(this.#read(read, state))
      return undefined
    }
    const count = text('CNT?')
    if (count !== undefined) {
      const to = placeAt(count, container)?.container
      state.stack.push(to ? variable(visitsOf(to.path)) : unknown(count))
      return undefined
    }
    const temp = text('temp=')
    if (temp !== undefined) {
      const top = state.frames.at(-1)!
      const temps = new Map(top.temps).set(temp, state.stack.pop() ?? { kind: 'void' })
      state.frames[state.frames.length - 1] = { ...top, temps }
      return undefined
    }
    const set = text('VAR=')
    if (set !== undefined) {
      const value = exprOf(state.stack.pop())
      const top = state.frames.at(-1)!
      if (top.temps.has(set) && !this.story.globals.has(set)) {
        state.frames[state.frames.length - 1] = { ...top, temps: new Map(top.temps).set(set, value) }
      } else found.add({ kind: 'set', name: set, value, text: `~ ${set} = ${shown(value)}` })
      return undefined
    }
    if (text('*') !== undefined)
      return this.#choice(text('*')!, Number(part['flg'] ?? 0), state, found, depth)
    if (text('#') !== undefined) {
      this.#tag(text('#')!)
      return undefined
    }
    const outer = text('x()')
    if (outer !== undefined) {
      state.stack.splice(state.stack.length - Number(part['exArgs'] ?? 0))
      this.notes.add('outer-function', this.#place, outer)
      state.stack.push(unknown(`${outer}()`))
      return undefined
    }
    if (text('^var') !== undefined) state.stack.push(this.#read(text('^var')!, state))
    else if (part['list'] !== undefined) state.stack.push(unknown(Object.keys(part['list'] ?? {}).join(', ')))
    return this.#leads(part, container, state, found, depth)
  }

  #leads(
    part: Readonly<Record<string, unknown>>,
    container: Container,
    state: State,
    found: Gathered,
    depth: number,
  ): Item[] | undefined {
    const kinds = { '->': 'flow', '->t->': 'tunnel', 'f()': 'function' } as const
    const key = (['->', '->t->', 'f()'] as const).find((name) => typeof part[name] === 'string')
    if (!key) return undefined
    const path = part[key] as string
    let to = placeAt(path, container)
    if (part['var'] === true) {
      const held = this.#read(path, state)
      to = held.kind === 'target' ? { container: held.to, index: 0 } : undefined
    }
    if (part['c'] === true) {
      const test = fold(exprOf(state.stack.pop()), this.story.constants)
      if (isFalse(test)) return undefined
      if (!isTrue(test) && to) return this.#branch(test, to, state, found, depth)
    }
    if (!to) {
      this.notes.add('dead-link', this.#place, path)
      return this.#ended(state, found)
    }
    if (kinds[key] !== 'flow') {
      if (state.frames.length > DEEPEST_CALL) {
        this.notes.add('ways', this.#place, path)
        return this.#ended(state, found)
      }
      state.frames.push({ ...to, kind: kinds[key], temps: new Map(), eval: state.eval })
      if (key === 'f()') {
        state.eval = 0
        this.#enter(to.container, found)
        return undefined
      }
    }
    const goto = this.#divert(to, state, found)
    return goto ? [...found.items, goto] : undefined
  }

  #branch(test: Expr, to: Pointer, state: State, found: Gathered, depth: number): Item[] | undefined {
    if (!this.#limits.branch()) {
      // Past the limit the walk simply follows the branch, for in a story with a loop this recursion would
      // not end.
      this.notes.add('ways', this.#place, `{${shown(test)}}`)
      const goto = this.#divert(to, state, found)
      return goto && [...found.items, goto]
    }
    const follow = (next: State): Item[] => {
      const inner = new Gathered()
      const goto = this.#divert(to, next, inner)
      return goto ? [...inner.items, goto] : this.#walk(next, inner, depth)
    }
    const branches = [
      { when: test, items: follow(copy(state)) },
      { items: this.#walk(copy(state), new Gathered(), depth) },
    ]
    return [...found.items, { kind: 'if', branches, text: `{${shown(test)}}` }]
  }

  #choice(path: string, flags: number, state: State, found: Gathered, depth: number): Item[] | undefined {
    const { container } = state.frames.at(-1)!
    const when = (flags & 1) > 0 ? fold(exprOf(state.stack.pop()), this.story.constants) : undefined
    const only = (flags & 4) > 0 ? exprOf(state.stack.pop()) : undefined
    const start = (flags & 2) > 0 ? exprOf(state.stack.pop()) : undefined
    const words = (expr: Expr | undefined) => (expr?.kind === 'value' ? String(expr.value) : '')
    const say = `${words(start)}${words(only)}`.replaceAll(/\s+/g, ' ').trim()
    const to = placeAt(path, container)
    if (!to || (when && isFalse(when))) return undefined
    const next = copy(state)
    next.choices = 0
    next.threads = []
    if ((flags & 8) > 0) {
      // This is a fallback choice: the story takes it by itself when no other choice is left.
      moveTo(next, to)
      if (state.choices === 0) {
        Object.assign(state, next)
        return undefined
      }
      return [...found.items, { kind: 'goto', to: this.passage(next.frames, next.stack) }]
    }
    if (!this.#limits.choice(depth)) {
      this.notes.add('ways', this.#place, say)
      return undefined
    }
    state.choices += 1
    const inner = new Gathered()
    const goto = this.#divert(to, next, inner)
    const body = goto ? [goto] : this.#walk(next, inner, depth + 1)
    found.add({
      kind: 'choice',
      say,
      body: withoutEcho(body, say),
      ...(when && !isTrue(when) ? { when } : {}),
      ...((flags & 16) > 0 ? { once: true } : {}),
    })
    return undefined
  }
}
