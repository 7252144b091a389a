/**
 * Writes and reads texts as XLIFF 1.2. The library that writes it leaves out `state` and the facts about the document,
 * which are added here. Its reader does not report broken XML and loses states and white space, so that a strict XML
 * parser reads the file instead.
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import jsToXliff12 from 'xliff/jsToXliff12'
import { DOCUMENT_ENDINGS, DOCUMENT_KINDS } from '../authoring/document'
import {
  fault,
  refused,
  UNIT_STATES,
  type Outcome,
  type TextsFault,
  type TextsFile,
  type TextUnit,
  type UnitState,
} from './texts-file'

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:1.2'
/** In characters. Even the largest document has far fewer. */
const LARGEST = 64 * 1024 * 1024

const TOOL = 'hold-the-line'

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Adds what the library leaves out. In its output, text that looks like a tag is always a tag. */
function completed(xml: string, { seal, units }: TextsFile): string {
  let next = 0
  const states = xml.replaceAll(/<target(\/?)>/g, (_, empty: string) => {
    const unit = units[next]!
    next += 1
    return `<target state="${unit.state}"${empty}>`
  })
  if (next !== units.length) throw new Error('XLIFF: a text has no target')
  const facts = ` product-name="${TOOL}" build-num="${attribute(seal)}"`
  return states.replace(/<file /, (tag) => `${tag.trimEnd()}${facts} `)
}

/** The library does not escape an ampersand that looks escaped already. */
const asItIs = (text: string): string => text.replaceAll('&amp;', '&amp;amp;')

function written(file: TextsFile): string {
  const units = file.units.map(({ id, source, target, state, note, most }) => {
    const unit = {
      source: asItIs(source),
      target: asItIs(target),
      note: asItIs(note),
      additionalAttributes: {
        'xml:space': 'preserve',
        // Other programs take a translation without approval for a doubtful one.
        ...(state === 'translated' || state === 'final' || state === 'signed-off' ? { approved: 'yes' } : {}),
        ...(most === undefined ? {} : { maxwidth: String(most), 'size-unit': 'char' }),
      },
    }
    return [id, unit] as const
  })
  const resources = {
    [`${file.document}${DOCUMENT_ENDINGS[file.kind]}`]: Object.fromEntries(units),
  }
  let xml = ''
  const data = { resources, sourceLanguage: file.from, targetLanguage: file.to }
  jsToXliff12(data, { indent: '  ' }, (error, text) => {
    if (error) throw error
    xml = text
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${completed(xml, file)}\n`
}

/** Matches characters that XML 1.0 can't represent, or gives back as others. */
// oxlint-disable-next-line no-control-regex -- that is what is looked for
const UNFIT = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/u

/**
 * Writes texts as XLIFF 1.2.
 * @returns the text of the file, after it was read back with the same result; a refusal if XML can't represent a
 *   character
 */
export function writeXliff(file: TextsFile): Outcome<string> {
  const unfit = file.units.filter(({ source, target }) => UNFIT.test(source) || UNFIT.test(target))
  if (unfit.length > 0)
    return refused(fault('unwritable', { n: unfit.length }, { ids: unfit.map(({ id }) => id) }))
  const text = written(file)
  const read = readXliff(text)
  const there = new Map(read.ok ? read.value.units.map((unit) => [unit.id, unit]) : [])
  const lost = file.units.filter(({ id, source, target, state }) => {
    const unit = there.get(id)
    return !unit || unit.source !== source || unit.target !== target || unit.state !== state
  })
  if (read.ok && lost.length === 0 && read.value.units.length === file.units.length)
    return { ok: true, value: text }
  return refused(fault('unwritable', { n: lost.length }, { ids: lost.map(({ id }) => id) }))
}

/** A unit that is being read. */
interface Open {
  readonly id: string
  readonly line: number
  source: string | undefined
  target: string | undefined
  state: string | undefined
  approved: boolean
  note: string
  most: number | undefined
  /** True for the heading of a PO file. */
  readonly heading: boolean
  /** Ids that a program noted as the places of the text when it converted a PO file. */
  readonly places: string[]
}

/** Inline elements that only surround words. Translation programs insert them. */
const AROUND = new Set(['g', 'mrk'])
const INLINE = new Set(['x', 'bx', 'ex', 'bpt', 'ept', 'ph', 'it', 'sub'])
/** States that are kept as they are. */
const KNOWN_STATES: ReadonlySet<string> = new Set(UNIT_STATES)

function unitStateOf({ state, approved, target }: Open): UnitState {
  if (state !== undefined && KNOWN_STATES.has(state)) return state as UnitState
  if (state?.startsWith('needs-review')) return 'needs-review-translation'
  if (state?.startsWith('needs-')) return 'needs-translation'
  if (approved) return 'signed-off'
  return target ? 'translated' : 'new'
}

/** Ends the reading, because nothing after the fault can be relied on. */
class Stop extends Error {
  constructor(readonly found: TextsFault) {
    super(found.code)
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

class Reader {
  readonly parser = new SaxesParser({ xmlns: false, position: true })
  readonly units: TextUnit[] = []
  readonly faults: TextsFault[] = []
  readonly open: string[] = []
  file: Readonly<Record<string, string>> | undefined
  unit: Open | undefined
  /** The element whose text is being read. */
  part: 'source' | 'target' | 'note' | 'context' | undefined

  constructor() {
    const { parser } = this
    parser.on('error', (error) => {
      // The parser puts the position before its reason: "3:14: unclosed tag".
      const [, reason] = /^(?:\d+:\d+: )?(.*)$/s.exec(error.message)!
      throw new Stop(fault('not-xml', { reason: reason! }, { line: parser.line }))
    })
    // Document types are refused, so that a file can't define entities.
    parser.on('doctype', () => this.stop('document-type'))
    parser.on('opentag', (tag) => this.tag(tag))
    parser.on('closetag', (tag) => this.close(local(tag.name)))
    parser.on('text', (text) => this.text(text))
    parser.on('cdata', (text) => this.text(text))
  }

  private stop(code: TextsFault['code'], params: TextsFault['params'] = {}): never {
    throw new Stop(fault(code, params, { line: this.parser.line }))
  }

  private tag({ name: whole, attributes }: SaxesTagPlain): void {
    const name = local(whole)
    if (this.open.length === 0) {
      if (name !== 'xliff') this.stop('not-xliff', { root: name })
      const { version = '–', xmlns } = attributes
      if (version !== '1.2' || (xmlns !== undefined && xmlns !== NAMESPACE))
        this.stop('other-version', { version })
    }
    const parent = this.open.at(-1)
    this.open.push(name)
    if (name === 'file' && parent === 'xliff') {
      // Texts that come back by way of PO stand in a `file` element of their own, after the exported one.
      if (this.file && attributes['datatype'] !== 'po') this.stop('several-files')
      this.file ??= { ...attributes }
    } else if (name === 'trans-unit') {
      this.unit = {
        id: attributes['id'] ?? '',
        line: this.parser.line,
        source: undefined,
        target: undefined,
        state: undefined,
        approved: attributes['approved'] === 'yes',
        note: '',
        most: Number(attributes['maxwidth']) || undefined,
        heading: attributes['restype'] === 'x-gettext-domain-header',
        places: [],
      }
    } else if (name === 'context' && attributes['context-type'] === 'sourcefile') {
      this.part = 'context'
      this.unit?.places.push('')
    } else if (this.unit && parent === 'trans-unit') {
      if (name === 'source' || name === 'target' || name === 'note') {
        this.part = name
        if (name !== 'note') this.unit[name] = ''
        if (name === 'target') this.unit.state = attributes['state']
      }
    } else if (
      this.unit &&
      this.part &&
      (this.part === 'source' || this.part === 'target') &&
      !AROUND.has(name)
    ) {
      const what = INLINE.has(name) ? name : whole
      this.faults.push(
        fault('inline-element', { element: what }, { line: this.parser.line, ids: [this.unit.id] }),
      )
    }
  }

  private text(text: string): void {
    if (!this.unit || !this.part) return
    if (this.part === 'note') this.unit.note += text
    else if (this.part === 'context') this.unit.places.push(`${this.unit.places.pop() ?? ''}${text}`)
    else this.unit[this.part] += text
  }

  private close(name: string): void {
    this.open.pop()
    if (!this.unit) return
    if (name === this.part) this.part = undefined
    if (name !== 'trans-unit') return
    const { id, line, source, note, most } = this.unit
    if (id === '' || source === undefined) this.stop('not-xliff', { root: `trans-unit, ${line}` })
    const target = this.unit.target?.trim() ? this.unit.target : ''
    const unit = { id, source, target, state: unitStateOf(this.unit), note, most }
    if (!this.unit.heading && !this.replaces(unit)) this.units.push(unit)
    this.unit = undefined
  }

  /**
   * Puts a translation that came by way of PO into the unit with its id, which such programs note as a place. They
   * leave the exported units unchanged and append the translated ones.
   */
  private replaces(unit: TextUnit): boolean {
    const { places, approved } = this.unit!
    const found = places.flatMap((id) => {
      const i = this.units.findIndex((one) => one.id === id && one.source === unit.source)
      return i < 0 ? [] : [i]
    })
    const state = unit.target === '' ? 'new' : approved ? 'translated' : 'needs-review-translation'
    for (const i of found) this.units[i] = { ...this.units[i]!, target: unit.target, state }
    return found.length > 0
  }
}

/** Returns the document that a file's `original` names. A program may have added a folder. */
function documentOf(original: string): Pick<TextsFile, 'kind' | 'document'> | undefined {
  const name = original.replace(/^.*[/\\]/, '')
  const kind = DOCUMENT_KINDS.find((one) => name.endsWith(DOCUMENT_ENDINGS[one]))
  return kind && { kind, document: name.slice(0, -DOCUMENT_ENDINGS[kind].length) }
}

/**
 * Reads XLIFF 1.2.
 * @param text the text of the file
 * @returns its texts, or all its faults with their lines
 */
export function readXliff(text: string): Outcome<TextsFile> {
  if (text.length > LARGEST) return refused(fault('too-large'))
  const reader = new Reader()
  try {
    reader.parser.write(text.replace(/^\ufeff/, '')).close()
  } catch (error) {
    if (error instanceof Stop) return refused(error.found)
    throw error
  }
  const { file, units, faults } = reader
  if (!file) return refused(fault('not-xliff', { root: 'file' }))
  const document = documentOf(file['original'] ?? '')
  if (!document) return refused(fault('no-seal'))
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: {
      ...document,
      from: file['source-language'] ?? '',
      to: file['target-language'] ?? '',
      seal: file['build-num'] ?? '',
      units,
    },
  }
}
