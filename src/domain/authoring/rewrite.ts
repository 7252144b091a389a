import { align } from './align'
import { namingOf, schemaUnder, type PartSchema } from './key-order'
import { memberOf } from './keyed'
import { namesOf, printJson, WIDTH, type Layout } from './print-json'
import { Spans, type Span } from './spans'
import { isMembers, type Members } from '../scenario/members'

/** The text of one entry of the new object or list. */
interface Entry {
  /** The index of the old entry that it continues. */
  readonly from: number | undefined
  /** `undefined` for an entry whose text stays as it is. */
  readonly text: string | undefined
}

/**
 * Finds the span of an old value. It is called only when something in the value changed, since the search takes time.
 */
type Find = () => Span

const LINE_BREAK = /\r\n|\n|\r/

/** Derives the layout from a text. What the text does not show has usual values, such as two spaces of indentation. */
function layoutOf(text: string): Layout {
  const lineBreak = LINE_BREAK.exec(text.trim())?.[0]
  const set = /[\r\n]([ \t]+)\S/.exec(text)?.[1]
  const oneLine = lineBreak === undefined && /\S/.test(text.replace(/^\ufeff?\s*(\{\s*\}|\[\s*\])?/, ''))
  return {
    unit: set ?? '  ',
    lineBreak: lineBreak ?? LINE_BREAK.exec(text)?.[0] ?? '\n',
    oneLine,
    colon: oneLine && !/": /.test(text) ? ':' : ': ',
    width: WIDTH,
  }
}

/** Returns the indentation of the line in which an offset lies. */
function indentAt(text: string, at: number): string {
  let start = at
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1
  let end = start
  while (text[end] === ' ' || text[end] === '\t') end += 1
  return text.slice(start, end)
}

const columnAt = (text: string, at: number): number =>
  at - Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) - 1

/**
 * Returns true if two values are the same, including the order of names. It needs no schema, so that it passes quickly
 * over most of a document.
 */
function identical(old: unknown, next: unknown): boolean {
  if (old === next) return true
  if (typeof old !== 'object' || typeof next !== 'object' || old === null || next === null) return false
  if (Array.isArray(old)) {
    if (!Array.isArray(next) || old.length !== next.length) return false
    for (let i = 0; i < old.length; i++) if (!identical(old[i], next[i])) return false
    return true
  }
  if (Array.isArray(next)) return false
  const names = Object.keys(old)
  const others = Object.keys(next)
  if (names.length !== others.length) return false
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!
    if (others[i] !== name || !identical((old as Members)[name], (next as Members)[name])) return false
  }
  return true
}

/** Returns true if two values say the same. The order of names counts only where it is the author's. */
export function same(old: unknown, next: unknown, schema: PartSchema): boolean {
  if (identical(old, next)) return true
  if (Array.isArray(old)) {
    if (!Array.isArray(next) || old.length !== next.length) return false
    const under = old.length > 0 ? schemaUnder(schema, old, 0) : undefined
    return old.every((own, i) => same(own, next[i], under))
  }
  if (!isMembers(old) || !isMembers(next)) return false
  const names = Object.keys(old)
  const others = Object.keys(next).filter((name) => next[name] !== undefined)
  if (names.length !== others.length) return false
  const ordered = namingOf(schema, next).kind === 'ordered'
  return names.every(
    (name, i) =>
      (ordered ? others[i] === name : Object.hasOwn(next, name)) &&
      same(old[name], next[name], schemaUnder(schema, next, name)),
  )
}

class Writer {
  constructor(
    private readonly text: string,
    private readonly spans: Spans,
    private readonly layout: Layout,
  ) {}

  /** Returns the new text of a value that stands in the old text; `undefined` where the text can stay. */
  write(find: Find, old: unknown, next: unknown, schema: PartSchema): string | undefined {
    if (old === next) return undefined
    if (Array.isArray(old) && Array.isArray(next)) return this.list(find, old, next, schema)
    if (isMembers(old) && isMembers(next)) return this.object(find, old, next, schema)
    const { value } = find()
    return this.print(next, schema, indentAt(this.text, value), columnAt(this.text, value))
  }

  private source(from: number, to: number): string {
    return this.text.slice(from, to)
  }

  private print(value: unknown, schema: PartSchema, indent: string, column = indent.length): string {
    return printJson(value, schema, this.layout, indent, Math.max(column - indent.length, 0))
  }

  private list(
    find: Find,
    old: readonly unknown[],
    next: readonly unknown[],
    schema: PartSchema,
  ): string | undefined {
    const from = align(old, next)
    const place = this.placed(find)
    const entries = next.map((value, j): Entry => {
      const i = from[j]
      if (i !== undefined && identical(old[i], value)) return { from: i, text: undefined }
      const under = schemaUnder(schema, next, j)
      return i === undefined
        ? { from: i, text: this.print(value, under, place().inner) }
        : { from: i, text: this.write(() => place().spans[i]!, old[i], value, under) }
    })
    return this.enclosed(place, old.length, entries, next.some(isMembers))
  }

  private object(find: Find, old: Members, next: Members, schema: PartSchema): string | undefined {
    const names = Object.keys(old)
    const place = this.placed(find)
    if (sameNames(names, next)) {
      let entries: Entry[] | undefined
      names.forEach((name, i) => {
        if (identical(old[name], next[name])) return
        const under = schemaUnder(schema, next, name)
        const text = this.write(() => place().byName(name), old[name], next[name], under)
        if (text !== undefined) (entries ??= names.map(() => KEPT))[i] = { from: undefined, text }
      })
      return entries && this.filledIn(place, names, entries)
    }
    const renamed = this.renamed(names, old, next, schema)
    const { layout } = this
    const entry = (name: string): Entry => {
      const was = renamed.get(name) ?? name
      const { inner, spans, numbers } = place()
      const i = numbers.get(was)
      if (i !== undefined && was === name && identical(old[name], next[name]))
        return { from: i, text: undefined }
      const under = schemaUnder(schema, next, name)
      if (i === undefined) {
        const label = `${JSON.stringify(name)}${layout.colon}`
        return { from: i, text: label + this.print(next[name], under, inner, inner.length + label.length) }
      }
      const span = spans[i]!
      const value = this.write(() => span, old[was], next[name], under)
      if (value === undefined && was === name) return { from: i, text: undefined }
      const label = was === name ? this.source(span.start, span.nameEnd) : JSON.stringify(name)
      const between = this.source(span.nameEnd, span.value)
      return { from: i, text: label + between + (value ?? this.source(span.value, span.end)) }
    }
    const order = this.order(place, names, next, renamed, schema)
    return this.enclosed(place, place().spans.length, order.map(entry), true)
  }

  /** Writes an object whose names stay, and keeps all text between its values. */
  private filledIn(place: () => Placed, names: readonly string[], entries: readonly Entry[]): string {
    const { span, byName } = place()
    const values = names
      .flatMap((name, i) =>
        entries[i]!.text === undefined ? [] : [{ ...byName(name), text: entries[i]!.text }],
      )
      .sort((a, b) => a.value - b.value)
    let written = ''
    let at = span.value
    for (const { value, end, text } of values) {
      written += this.source(at, value) + text
      at = end
    }
    return written + this.source(at, span.end)
  }

  /** Returns the names of the new object in the order in which they are written. */
  private order(
    place: () => Placed,
    old: readonly string[],
    next: Members,
    renamed: ReadonlyMap<string, string>,
    schema: PartSchema,
  ): string[] {
    const naming = namingOf(schema, next)
    const names = namesOf(next, naming.kind === 'known' ? schema : undefined)
    const was = (name: string) => renamed.get(name) ?? name
    const before = new Set(old)
    const staying = names.filter((name) => before.has(was(name)))
    if (naming.kind === 'ordered') {
      // JavaScript lists names that are integers first, whatever their order in the text.
      const stay = new Set(staying.map(was))
      const unmoved = old.filter((name) => stay.has(name)).join('\0') === staying.map(was).join('\0')
      if (!unmoved) return names
    }
    const { numbers } = place()
    const order = [...staying].sort((a, b) => numbers.get(was(a))! - numbers.get(was(b))!)
    names.forEach((name, i) => {
      if (before.has(was(name))) return
      const previous = i === 0 ? -1 : order.indexOf(names[i - 1]!)
      order.splice(previous + 1, 0, name)
    })
    return order
  }

  /** Finds members that only got another name, so that their text can stay. Returns old names by new ones. */
  private renamed(
    names: readonly string[],
    old: Members,
    next: Members,
    schema: PartSchema,
  ): ReadonlyMap<string, string> {
    const found = new Map<string, string>()
    if (namingOf(schema, next).kind === 'known') return found
    const others = namesOf(next, undefined)
    const gone = names.filter((name) => memberOf(next, name) === undefined)
    const left = new Set(gone)
    const come = gone.length === 0 ? [] : others.filter((name) => !Object.hasOwn(old, name))
    for (const name of come) {
      const under = schemaUnder(schema, next, name)
      const was = gone.find((own) => left.has(own) && same(old[own], next[name], under))
      if (was === undefined) continue
      found.set(name, was)
      left.delete(was)
    }
    for (const name of come) {
      if (found.has(name)) continue
      const previous = others[others.indexOf(name) - 1]
      const at = previous === undefined ? 0 : names.indexOf(found.get(previous) ?? previous) + 1
      const was = names[at]
      if (was === undefined || !left.has(was) || isMembers(old[was]) !== isMembers(next[name])) continue
      found.set(name, was)
      left.delete(was)
    }
    return found
  }

  private placed(find: Find): () => Placed {
    let found: Placed | undefined
    return () => (found ??= this.place(find()))
  }

  private place(span: Span): Placed {
    const spans = this.spans.in(span.value)
    const first = spans[0]
    const outer = indentAt(this.text, span.value)
    const inLines = first !== undefined && LINE_BREAK.test(this.source(span.value, first.start))
    const inner = inLines ? indentAt(this.text, first.start) : outer + this.layout.unit
    let numbers: Map<string, number> | undefined
    const byNumber = () =>
      // If a name occurs twice, the last one counts.
      (numbers ??= new Map(
        spans.map(({ start, nameEnd }, i) => [JSON.parse(this.source(start, nameEnd)) as string, i]),
      ))
    return {
      span,
      spans,
      outer,
      inner,
      inLines,
      get numbers() {
        return byNumber()
      },
      byName: (name) => spans[byNumber().get(name)!]!,
    }
  }

  /**
   * Writes a list or an object with other entries.
   * @param count the number of old entries
   * @param tall true if new entries stand in lines of their own
   * @returns `undefined` where the text can stay
   */
  private enclosed(
    place: () => Placed,
    count: number,
    entries: readonly Entry[],
    tall: boolean,
  ): string | undefined {
    const stays = ({ from, text }: Entry, i: number) => from === i && text === undefined
    if (entries.length === count && entries.every(stays)) return undefined
    const { span, spans, outer, inner, inLines } = place()
    const { lineBreak, oneLine, colon } = this.layout
    const [open, close] = [this.text[span.value]!, this.text[span.end - 1]!]
    if (entries.length === 0) return open + close
    const texts = entries.map(({ from, text }) => text ?? this.source(spans[from!]!.start, spans[from!]!.end))
    const first = spans[0]
    const grows = entries.some(({ from }) => from === undefined)
    const comma = `,${colon.slice(1)}`
    if (!inLines && !oneLine && grows && (tall || texts.some((text) => LINE_BREAK.test(text)))) {
      const body = texts.join(`,${lineBreak}${inner}`)
      return `${open}${lineBreak}${inner}${body}${lineBreak}${outer}${close}`
    }
    if (!first) return `${open}${texts.join(comma)}${close}`
    const usual = inLines ? `,${lineBreak}${inner}` : oneLine ? comma : ', '
    let written = this.source(span.value, first.start)
    entries.forEach(({ from }, j) => {
      if (j > 0) {
        written +=
          from === undefined || from === 0 ? usual : this.source(spans[from - 1]!.end, spans[from]!.start)
      }
      written += texts[j]!
    })
    return written + this.source(spans[spans.length - 1]!.end, span.end)
  }
}

/** Spans and layout of a list or an object in the old text. */
interface Placed {
  readonly span: Span
  readonly spans: readonly Span[]
  /** The indentation of the line in which it begins. `inner` is that of its entries. */
  readonly outer: string
  readonly inner: string
  /** True if its entries stand in lines of their own. */
  readonly inLines: boolean
  /** The index of the entry by its name; of the last one if a name occurs twice. */
  readonly numbers: ReadonlyMap<string, number>
  readonly byName: (name: string) => Span
}

const KEPT: Entry = { from: undefined, text: undefined }

function sameNames(names: readonly string[], next: Members): boolean {
  let i = 0
  for (const name in next) if (names[i++] !== name) return false
  return i === names.length && names.every((name) => next[name] !== undefined)
}

/**
 * Writes a document so that its text keeps the layout that its author gave it.
 * @param text the text so far; if it is no JSON, only its layout is kept
 * @param value the new content of the document; values that JSON can't write are left out as `JSON.stringify` does
 * @param schema the schema of the document: new properties stand in its order, one a line
 * @returns the same text where it says the same already. Otherwise a text that differs only where something changed:
 *   entries of a list are matched by their ids, scenes and choices by their names or, if they were renamed, by what
 *   they say.
 */
export function rewrite(text: string, value: unknown, schema: PartSchema): string {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  const plain = text.slice(mark.length)
  const layout = layoutOf(plain)
  let old: unknown
  try {
    old = JSON.parse(plain)
  } catch {
    const tall = { ...layout, oneLine: false, colon: ': ' }
    return `${mark}${printJson(value, schema, tall, '')}${layout.lineBreak}`
  }
  const spans = new Spans(plain)
  const { root } = spans
  const written = new Writer(plain, spans, layout).write(() => root, old, value, schema)
  return written === undefined ? text : mark + plain.slice(0, root.value) + written + plain.slice(root.end)
}
