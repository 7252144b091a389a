/** Writes and reads texts as a table, for translators who work in a spreadsheet. */
import { DOCUMENT_ENDINGS, DOCUMENT_KINDS } from '../authoring/document'
import { CSV_BYTE_ORDER_MARK, csvCell, unguarded } from '../records/csv'
import { readDelimited, SEPARATORS } from '../records/delimited'
import { LOCALE_PATTERN } from '../scenario/schema'
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

/** In most of Europe, spreadsheets take a comma for a part of a number. */
const SEPARATOR = ';'
/** The heading of the ids is no code of a language, as `id` is, which was their heading before. */
const ID = 'text-id'
const ID_BEFORE = 'id'
const FIRST = [ID, 'place'] as const
const LAST = ['state', 'longest', 'export'] as const

/** Writes a cell in quotation marks, guarded against being run as a formula like every export. */
function quoted(text: string): string {
  const cell = csvCell(text, false)
  return /[",\r\n]/.test(cell) ? cell : `"${cell}"`
}

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(SEPARATOR)}\r\n`

/**
 * Writes texts as CSV: UTF-8 with a byte order mark, semicolons, every cell in quotation marks.
 * @returns a refusal if a cell would not be read back unchanged, because its text begins like a guard
 */
export function writeTextsCsv(file: TextsFile): Outcome<string> {
  const mark = `${file.document}${DOCUMENT_ENDINGS[file.kind]} ${file.seal}`
  const rows = file.units.map(({ id, note, source, target, state, most }) =>
    line([id, note, source, target, state, most === undefined ? '' : String(most), mark]),
  )
  const text = `${CSV_BYTE_ORDER_MARK}${line([...FIRST, file.from, file.to, ...LAST])}${rows.join('')}`
  const read = readTextsCsv(text)
  const there = new Map(read.ok ? read.value.units.map((unit) => [unit.id, unit]) : [])
  const lost = file.units.filter(({ id, source, target }) => {
    const unit = there.get(id)
    return !unit || unit.source !== source || unit.target !== target
  })
  if (lost.length > 0)
    return refused(fault('unwritable', { n: lost.length }, { ids: lost.map(({ id }) => id) }))
  return { ok: true, value: text }
}

interface Columns {
  readonly id: number
  readonly source: number
  readonly target: number
  readonly from: string
  readonly to: string
  readonly note: number
  readonly state: number
  readonly mark: number
}

/** Finds the columns of a heading, in any order. The first language is the source. */
function columnsOf(cells: readonly string[]): Columns | undefined {
  const names = cells.map((cell) => cell.trim())
  const at = (name: string) => names.findIndex((own) => own.toLowerCase() === name)
  const id = at(ID) < 0 ? at(ID_BEFORE) : at(ID)
  const own = new Set<string>([...FIRST, ...LAST])
  const languages = names.flatMap((name, i) =>
    i !== id && !own.has(name.toLowerCase()) && LOCALE_PATTERN.test(name) ? [i] : [],
  )
  const [source, target, ...more] = languages
  if (id < 0 || at('export') < 0 || source === undefined || target === undefined || more.length > 0)
    return undefined
  return {
    id,
    source,
    target,
    from: names[source]!,
    to: names[target]!,
    note: at('place'),
    state: at('state'),
    mark: at('export'),
  }
}

const KNOWN_STATES: ReadonlySet<string> = new Set(UNIT_STATES)
const cleaned = (cell: string | undefined): string =>
  unguarded((cell ?? '').replaceAll(/\r\n?/g, '\n'), false)

/** Returns the export that all rows name; `undefined` if they name none, or several. */
function exportOf(marks: readonly string[]): Pick<TextsFile, 'kind' | 'document' | 'seal'> | undefined {
  const [mark, ...others] = [...new Set(marks)]
  const [name, seal, ...more] = (mark ?? '').split(' ')
  const kind = DOCUMENT_KINDS.find((one) => name?.endsWith(DOCUMENT_ENDINGS[one]))
  if (!kind || !name || !seal || more.length > 0 || others.length > 0) return undefined
  return { kind, document: name.slice(0, -DOCUMENT_ENDINGS[kind].length), seal }
}

/**
 * Reads texts from CSV as spreadsheets save it: with commas, semicolons, tabs or bars, cells in quotation marks with
 * line breaks in them, and columns in any order.
 * @param text the decoded text of the file
 */
export function readTextsCsv(text: string): Outcome<TextsFile> {
  const plain = text.replace(/^\ufeff/, '').replace(/^"?sep=.?"?\r?\n/i, '')
  if (plain.includes('\ufffd')) return refused(fault('not-text'))
  const tried = SEPARATORS.map((separator) => {
    const first = readDelimited(plain, separator).next()
    return { separator, columns: first.done ? undefined : columnsOf(first.value.cells) }
  })
  const known = tried.find(({ columns }) => columns)
  if (!known?.columns) return refused(fault('no-columns', {}, { line: 1 }))
  const { separator, columns } = known
  const units: TextUnit[] = []
  const marks: string[] = []
  const faults: TextsFault[] = []
  let heading = true
  for (const { line: number, cells, fault: broken } of readDelimited(plain, separator)) {
    if (broken) faults.push(fault('broken-row', { what: broken }, { line: number }))
    else if (heading) heading = false
    else if (cells.some((cell) => cell.trim() !== '')) {
      const id = cells[columns.id]?.trim() ?? ''
      if (id === '') faults.push(fault('broken-row', { what: 'no-id' }, { line: number }))
      const state = cells[columns.state]?.trim() ?? ''
      const target = cleaned(cells[columns.target])
      marks.push(cells[columns.mark]?.trim() ?? '')
      units.push({
        id,
        source: cleaned(cells[columns.source]),
        target: target.trim() === '' ? '' : target,
        state: KNOWN_STATES.has(state) ? (state as UnitState) : 'translated',
        note: cleaned(cells[columns.note]),
        most: undefined,
      })
    }
  }
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, 20) }
  const exported = exportOf(marks)
  if (!exported) return refused(fault('no-seal'))
  return { ok: true, value: { ...exported, from: columns.from, to: columns.to, units } }
}
