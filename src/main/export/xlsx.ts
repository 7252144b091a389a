import { Zip, ZipDeflate } from 'fflate'
import { mayRunAsFormula, type RecordColumn } from '../../domain/records'
import { beginningOf } from '../../domain/scenario/cut'
import { Refused } from '../refused'
import type { TableWriter } from './formats'
import type { Reader, Rows } from './read'
import type { Source } from '../store/export-source'

/** A sheet has 1,048,576 rows, including the header. */
export const XLSX_MOST_ROWS = 1_048_575
/** The most characters in one cell. */
const LONGEST_CELL = 32_767
/** The largest size of a part without the 64-bit form of a zip file. */
const LARGEST_PART = 0xffff_ffff

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The numbers of the cell styles in `STYLES`. */
const HEADER = 1
const INSTANT = 2
const QUOTED = 3

/** A quoted cell stays a text after somebody has edited it, even if it begins like a formula. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="4"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/>
<xf xfId="0" quotePrefix="1"/></cellXfs></styleSheet>`

/** Characters that XML can't hold, not even escaped. */
// oxlint-disable-next-line eslint/no-control-regex
const NOT_IN_XML = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu
const NEEDS_ESCAPE = /[&<>"\r]/g
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

function xmlText(text: string): string {
  const short = beginningOf(text, LONGEST_CELL)
  return (
    short
      .replaceAll(NOT_IN_XML, '\ufffd')
      .replaceAll(NEEDS_ESCAPE, (sign) => ESCAPES[sign]!)
      // Excel takes `_x0041_` for a character given by its number.
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  )
}

/** Returns the name of a column: `A`, `B` … `Z`, `AA` … */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (index % 26))
}

const DAY_MS = 86_400_000
/** The days from the beginning of Excel's calendar to 1970. */
const EPOCH_DAYS = 25_569

function cellXml(reference: string, text: string, kind: RecordColumn['kind']): string {
  if (text === '') return ''
  if (kind === 'integer' && /^-?\d{1,15}$/.test(text)) return `<c r="${reference}"><v>${text}</v></c>`
  if (kind === 'instant') {
    const ms = Date.parse(text)
    if (!Number.isNaN(ms)) {
      return `<c r="${reference}" s="${INSTANT}"><v>${ms / DAY_MS + EPOCH_DAYS}</v></c>`
    }
  }
  const style = mayRunAsFormula(text) ? ` s="${QUOTED}"` : ''
  return `<c r="${reference}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}

/** Writes one sheet with real dates (UTC) and numbers, a header that stays in sight, and a filter on each column. */
export function xlsxWriter(source: Source, reader: Reader): TableWriter<Rows> {
  const { columns, subject } = source
  const letters = columns.map((_, i) => columnName(i))
  let ready: Uint8Array[] = []
  const zip = new Zip((error, data) => {
    if (error) throw error
    ready.push(data)
  })
  const take = () => {
    const taken = ready
    ready = []
    return taken
  }
  const encoder = new TextEncoder()
  const part = (name: string, content: string) => {
    const file = new ZipDeflate(name)
    zip.add(file)
    file.push(encoder.encode(DECLARATION + content), true)
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 3 })
  let size = 0
  let rows = 0
  const push = (xml: string, last = false) => {
    const bytes = encoder.encode(xml)
    size += bytes.length
    if (size > LARGEST_PART) throw tooMany()
    sheet.push(bytes, last)
  }
  return {
    begin: () => {
      zip.add(sheet)
      const widths = columns.map(
        ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
      )
      const header = columns.map(
        ({ name }, i) => `<c r="${letters[i]}1" s="${HEADER}" t="inlineStr"><is><t>${name}</t></is></c>`,
      )
      push(
        `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
          `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
          `<cols>${widths.join('')}</cols><sheetData><row r="1">${header.join('')}</row>`,
      )
      return take()
    },
    read: (piece) => reader.rows(piece),
    write: (read) => {
      if (rows + read.count > XLSX_MOST_ROWS) throw tooMany()
      let xml = ''
      for (const cells of read.cells()) {
        rows += 1
        const number = rows + 1
        let line = ''
        for (let i = 0; i < cells.length; i += 1) {
          line += cellXml(`${letters[i]}${number}`, cells[i]!, columns[i]!.kind)
        }
        xml += `<row r="${number}">${line}</row>`
      }
      if (xml !== '') push(xml)
      return { bytes: take(), rows: read.count }
    },
    end: () => {
      const last = letters[letters.length - 1]
      push(`</sheetData><autoFilter ref="A1:${last}${rows + 1}"/></worksheet>`, true)
      part('[Content_Types].xml', CONTENT_TYPES)
      part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]))
      part(
        'xl/_rels/workbook.xml.rels',
        relations([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['styles', 'styles.xml'],
        ]),
      )
      part('xl/styles.xml', STYLES)
      part(
        'xl/workbook.xml',
        `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${subject}" sheetId="1" r:id="rId1"/></sheets>` +
          `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">` +
          `${subject}!$A$1:$${last}$${rows + 1}</definedName></definedNames></workbook>`,
      )
      zip.end()
      return take()
    },
  }
}

const tooMany = () =>
  new Refused(
    'too-many-rows',
    `An Excel sheet holds ${XLSX_MOST_ROWS.toLocaleString('en')} records at most. Export these as CSV, or choose fewer.`,
  )

const CONTENT_TYPES =
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${DOCUMENT}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${DOCUMENT}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${DOCUMENT}.styles+xml"/></Types>`

const relations = (list: readonly (readonly [type: string, target: string])[]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(
      ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`
