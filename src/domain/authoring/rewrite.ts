import { align } from './align'
import { namingOf, schemaUnder, type PartSchema } from './key-order'
import { memberOf } from './keyed'
import { namesOf, printJson, WIDTH, type Layout } from './print-json'
import { Spans, type Span } from './spans'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What an entry of a new object or list is made of. */
interface Entry {
  /** Number of the old one that it continues. */
  readonly from: number | undefined
  /** Nothing for an entry that stays as it is. */
  readonly text: string | undefined
}

/** A part of the old text, looked for only when something in it changed. */
type Find = () => Span

const LINE_BREAK = /\r\n|\n|\r/

/** How a text is laid out, as far as it says. */
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

/** The space that begins the line in which something stands. */
function indentAt(text: string, at: number): string {
  let start = at
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1
  let end = start
  while (text[end] === ' ' || text[end] === '\t') end += 1
  return text.slice(start, end)
}

const columnAt = (text: string, at: number): number =>
  at - Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) - 1

/** Whether two values are the same in the same order: the quick answer, for nearly all of a document. */
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
    if (others[i] !== name || !identical((old as Json)[name], (next as Json)[name])) return false
  }
  return true
}

/** Whether two values say the same; the order of names counts where it is the author's. */
export function same(old: unknown, next: unknown, schema: PartSchema): boolean {
  if (identical(old, next)) return true
  if (Array.isArray(old)) {
    if (!Array.isArray(next) || old.length !== next.length) return false
    const under = old.length > 0 ? schemaUnder(schema, old, 0) : undefined
    return old.every((own, i) => same(own, next[i], under))
  }
  if (!isObject(old) || !isObject(next)) return false
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

  /** The new text of a value that stands in the old text; nothing where it says the same. */
  write(find: Find, old: unknown, next: unknown, schema: PartSchema): string | undefined {
    if (old === next) return undefined
    if (Array.isArray(old) && Array.isArray(next)) return this.list(find, old, next, schema)
    if (isObject(old) && isObject(next)) return this.object(find, old, next, schema)
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
    return this.enclosed(place, old.length, entries, next.some(isObject))
  }

  private object(find: Find, old: Json, next: Json, schema: PartSchema): string | undefined {
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

  /** An object whose names stay: what stands between the values stays too. */
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

  /** The names of the new object in the order in which they are written. */
  private order(
    place: () => Placed,
    old: readonly string[],
    next: Json,
    renamed: ReadonlyMap<string, string>,
    schema: PartSchema,
  ): string[] {
    const naming = namingOf(schema, next)
    const names = namesOf(next, naming.kind === 'known' ? schema : undefined)
    const was = (name: string) => renamed.get(name) ?? name
    const before = new Set(old)
    const staying = names.filter((name) => before.has(was(name)))
    if (naming.kind === 'ordered') {
      // JavaScript puts names that are numbers first, whatever the text says.
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

  /** New names of what only got another name: its text stays. */
  private renamed(
    names: readonly string[],
    old: Json,
    next: Json,
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
      if (was === undefined || !left.has(was) || isObject(old[was]) !== isObject(next[name])) continue
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
      // Of a name that stands twice the last one counts.
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
   * @param count how many entries there were
   * @param tall whether new entries stand in lines of their own
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

/** A list or an object of the old text. */
interface Placed {
  readonly span: Span
  readonly spans: readonly Span[]
  /** What the line is set in by in which it begins, and those of its entries. */
  readonly outer: string
  readonly inner: string
  /** Whether its entries stand in lines of their own. */
  readonly inLines: boolean
  /** The number of the entry that counts for a name. */
  readonly numbers: ReadonlyMap<string, number>
  readonly byName: (name: string) => Span
}

const KEPT: Entry = { from: undefined, text: undefined }

function sameNames(names: readonly string[], next: Json): boolean {
  let i = 0
  for (const name in next) if (names[i++] !== name) return false
  return i === names.length && names.every((name) => next[name] !== undefined)
}

/**
 * Writes a document so that its text keeps the layout that its author gave it.
 * @param text the text so far; of one that is no JSON only the way it is laid out is kept
 * @param value what the document is to say; what JSON can't write is left out as `JSON.stringify` does
 * @param schema the schema of the document: new properties stand in its order, one a line
 * @returns the same text where it says the same already. Else a text in which only what changed differs: entries of a
 *   list are found again by their id, scenes and choices by their name or, where they got another, by what they say.
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
