import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib'
import { operationsOf, type Operation } from './pdf-content'

/** The structure types of ISO 32000-1, 14.8.4, that our papers use. */
export type Role =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'

/** An element of a printed page, in reading order. */
export interface Element {
  readonly role: Role
  /** A description of a picture. */
  readonly alt?: string
  /**
   * The words of an element that holds only text. Some scripts place their letters on paper in another order than they
   * are read.
   */
  readonly text?: string
  /** The language, if it differs from the document's. */
  readonly lang?: string
  /** The direction of a header cell. */
  readonly scope?: 'Column' | 'Row'
  /** Pairs of colours, 24 bits each: the ink in which its own text was printed, and the final colour. */
  readonly inks?: readonly (readonly [ink: number, colour: number])[]
  /** The index of the picture that the element is, in the order of painting, from 0. */
  readonly picture?: number
  readonly children: readonly Element[]
}

interface Marked {
  readonly element: Element
  readonly colour: number
}

/** The elements of the paper while one of its pages is being tagged. */
interface Sheet {
  readonly inks: ReadonlyMap<number, Marked>
  readonly pictures: ReadonlyMap<number, Element>
  readonly isPicture: (name: string) => boolean
  /** Records a piece of content for an element. @returns its number on this page; `undefined` for a repetition */
  readonly keep: (element: Element) => number | undefined
}

const SHOWS_TEXT = new Set(['Tj', 'TJ', "'", '"'])
const CONSTRUCTS = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])
const FILLS = new Set(['f', 'F', 'f*'])
const PAINTS = new Set([...FILLS, 'S', 's', 'B', 'B*', 'b', 'b*'])

const inkOf = (operands: readonly string[]): number =>
  operands.slice(-3).reduce((ink, part) => ink * 256 + Math.round(Number(part) * 255), 0)

const written = (colour: number): string =>
  [16, 8, 0].map((shift) => String(Number((((colour >> shift) & 255) / 255).toFixed(4)))).join(' ')

/** Puts marks into a content stream around what each element painted. Everything else is marked as decoration. */
function markContent(text: string, sheet: Sheet, pictures: { painted: number }): string {
  const out: string[] = []
  let done = 0
  const copyTo = (offset: number) => {
    out.push(text.slice(done, offset))
    done = offset
  }
  let colours = { fill: 0, stroke: 0 }
  const stack: (typeof colours)[] = []
  let path = -1

  /** The element whose mark is still open, so that consecutive text of one element becomes one piece. */
  let open: { element: Element | undefined } | undefined
  const close = (offset: number) => {
    if (!open) return
    open = undefined
    copyTo(offset)
    out.push('\nEMC\n')
  }
  const showText = (start: number, end: number, element: Element | undefined) => {
    if (open?.element !== element) close(start)
    if (open) return
    copyTo(start)
    out.push(`\n${begin(element)}\n`)
    copyTo(end)
    open = { element }
  }
  const begin = (element: Element | undefined) => {
    const mark = element && sheet.keep(element)
    return mark === undefined ? '/Artifact BMC' : `/${element!.role} <</MCID ${mark}>> BDC`
  }
  const around = (start: number, end: number, element: Element | undefined) => {
    copyTo(start)
    out.push(`\n${begin(element)}\n`)
    copyTo(end)
    out.push('\nEMC\n')
  }
  const recolour = ({ operator, operands, start, end }: Operation) => {
    const ink = inkOf(operands)
    const marked = sheet.inks.get(ink)
    colours = operator === 'rg' ? { ...colours, fill: ink } : { ...colours, stroke: ink }
    if (!marked) return
    copyTo(start)
    out.push(`${written(marked.colour)} ${operator}`)
    done = end
  }
  for (const operation of operationsOf(text)) {
    const { operator, operands, start, end } = operation
    if (CONSTRUCTS.has(operator) && path < 0) path = start
    if (operator === 'q') stack.push(colours)
    else if (operator === 'Q') colours = stack.pop() ?? colours
    else if (operator === 'rg' || operator === 'RG') recolour(operation)
    else if (SHOWS_TEXT.has(operator)) showText(start, end, sheet.inks.get(colours.fill)?.element)
    else if (operator === 'ET') close(start)
    else if (operator === 'sh' || operator === 'BI') around(start, end, undefined)
    else if (operator === 'Do') {
      const name = operands[0] ?? ''
      const element = sheet.isPicture(name) ? sheet.pictures.get(pictures.painted++) : undefined
      around(start, end, element)
    } else if (operator === 'n') path = -1
    else if (PAINTS.has(operator)) {
      const ink = FILLS.has(operator) ? colours.fill : colours.stroke
      around(path < 0 ? start : path, end, sheet.inks.get(ink)?.element)
      path = -1
    }
  }
  copyTo(text.length)
  return out.join('')
}

/** Returns the content stream of a page, with one character for each byte. */
function contentOf(page: PDFPage): string {
  const contents = page.node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents]
  return streams
    .map((entry) => {
      const stream = page.doc.context.lookup(entry as PDFObject)
      if (!(stream instanceof PDFStream)) return ''
      const bytes =
        stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents()
      return latin1(bytes)
    })
    .join('\n')
}

function latin1(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  }
  return parts.join('')
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

type Piece = readonly [page: PDFRef, mark: number]

/** Writes an element and its children as structure elements. @returns `undefined` if nothing of it was painted */
function structure(
  context: PDFContext,
  element: Element,
  parent: PDFRef,
  pieces: ReadonlyMap<Element, readonly Piece[]>,
  owners: Map<Piece, PDFRef>,
): PDFRef | undefined {
  const ref = context.nextRef()
  const own = pieces.get(element) ?? []
  const kids: PDFObject[] = own.map((piece) => {
    owners.set(piece, ref)
    return context.obj({ Type: 'MCR', Pg: piece[0], MCID: piece[1] })
  })
  for (const child of element.children) {
    const kid = structure(context, child, ref, pieces, owners)
    if (kid) kids.push(kid)
  }
  // An empty cell has to keep its place in the row.
  if (kids.length === 0 && !['TD', 'TH', 'Document'].includes(element.role)) return undefined
  const dict = context.obj({ Type: 'StructElem', S: element.role, P: parent, K: kids }) as PDFDict
  if (element.alt !== undefined) dict.set(PDFName.of('Alt'), PDFHexString.fromText(element.alt))
  if (element.text !== undefined) dict.set(PDFName.of('ActualText'), PDFHexString.fromText(element.text))
  if (element.lang !== undefined) dict.set(PDFName.of('Lang'), PDFHexString.fromText(element.lang))
  if (element.scope) dict.set(PDFName.of('A'), context.obj({ O: 'Table', Scope: element.scope }))
  if (element.role === 'L') dict.set(PDFName.of('A'), context.obj({ O: 'List', ListNumbering: 'None' }))
  context.assign(ref, dict)
  return ref
}

function* all(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) yield* all(child)
}

/**
 * Tags a printed PDF (ISO 32000-1, 14.8). Each element was printed in an ink colour of its own, which tells what
 * belongs to it, however the page was laid out and broken. The inks are replaced by the final colours, and content that
 * belongs to no element is marked as decoration.
 * @throws Error when an element's ink was not found, so that no paper is handed out in wrong colours
 */
export function tagPages(file: PDFDocument, root: Element): void {
  const { context, catalog } = file
  const inks = new Map<number, Marked>()
  const pictures = new Map<number, Element>()
  for (const element of all(root)) {
    for (const [ink, colour] of element.inks ?? []) inks.set(ink, { element, colour })
    if (element.picture !== undefined) pictures.set(element.picture, element)
  }
  const pieces = new Map<Element, Piece[]>()
  const byPage: Piece[][] = []
  const painted = { painted: 0 }
  for (const [index, page] of file.getPages().entries()) {
    const marks: Piece[] = []
    const objects = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
    const subtype = (name: string) => {
      const object = objects?.lookup(PDFName.of(name.slice(1)))
      return object instanceof PDFStream ? object.dict.lookup(PDFName.of('Subtype'))?.toString() : undefined
    }
    const marked = markContent(
      contentOf(page),
      {
        inks,
        pictures,
        isPicture: (name) => subtype(name) === '/Image',
        keep: (element) => {
          // The head of a table is repeated on each of its pages, but it is to be read once.
          const first = pieces.get(element)?.[0]
          if (element.scope === 'Column' && first && first[0] !== page.ref) return undefined
          const piece: Piece = [page.ref, marks.length]
          marks.push(piece)
          const before = pieces.get(element)
          if (before) before.push(piece)
          else pieces.set(element, [piece])
          return piece[1]
        },
      },
      painted,
    )
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(bytesOf(marked))))
    page.node.set(PDFName.of('StructParents'), PDFNumber.of(index))
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
    byPage.push(marks)
  }
  for (const element of [...inks.values()].map((marked) => marked.element).concat(...pictures.values())) {
    if (!pieces.has(element)) throw new Error(`Of a printed ${element.role} nothing was found in its PDF.`)
  }
  const tree = context.nextRef()
  const owners = new Map<Piece, PDFRef>()
  const document = structure(context, root, tree, pieces, owners)!
  const nums = byPage.flatMap((marks, index) => [
    PDFNumber.of(index),
    context.register(context.obj(marks.map((piece) => owners.get(piece)!))),
  ])
  const parents = context.register(context.obj({ Nums: nums }))
  context.assign(
    tree,
    context.obj({
      Type: 'StructTreeRoot',
      K: [document],
      ParentTree: parents,
      ParentTreeNextKey: byPage.length,
    }),
  )
  catalog.set(PDFName.of('StructTreeRoot'), tree)
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
}
