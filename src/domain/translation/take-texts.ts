/** Plans what a translator's file would change in a document, or finds the reasons why it can't be taken. */
import type { DocumentKind } from '../authoring/document'
import { documentTexts, type DocumentText } from '../authoring/document-texts'
import { lineOfPhrase, lostPhrase, lostPlaceholders, writtenIn } from './rows'
import {
  fault,
  readSeal,
  refused,
  sealOf,
  type Outcome,
  type TextsFault,
  type TextsFile,
  type TextUnit,
} from './texts-file'
import { confirmWordings, doubtWordings, isOutdated, isWritten, type TranslationRecord } from './wordings'

/** A translation from a file. */
export interface TakenText {
  /** The current id of the text; the file may have it under an earlier one. */
  readonly id: string
  readonly path: readonly (string | number)[]
  readonly source: string
  /** Empty if there was no translation. */
  readonly before: string
  readonly after: string
}

/** The changes that a file would make. */
export interface TakePlan {
  readonly to: string
  readonly from: string
  /** Texts that had no translation. */
  readonly added: readonly TakenText[]
  /** Texts that get another translation. */
  readonly changed: readonly TakenText[]
  /** The number of translations that stay the same. */
  readonly same: number
  /** The number of texts that the translator left empty. Their translations in the document stay. */
  readonly empty: number
  /** The number of texts that have another id since the export. */
  readonly moved: number
  /** Ids of texts that were added to the document since the export. */
  readonly since: readonly string[]
  /** Ids of texts whose translation the translator confirmed for the current source. */
  readonly confirmed: readonly string[]
  /** Ids of texts whose translation the translator wants to be reviewed. */
  readonly doubted: readonly string[]
}

/** A fault names at most this many texts. */
const NAMED = 20

const listed = (code: TextsFault['code'], ids: readonly string[], params: TextsFault['params'] = {}) =>
  ids.length === 0 ? [] : [fault(code, { ...params, n: ids.length }, { ids: ids.slice(0, NAMED) })]

/** Finds faults of the file itself, apart from later changes of the document. */
function faultsOfFile(file: TextsFile, texts: readonly DocumentText[]): TextsFault[] {
  const seal = readSeal(file.seal)
  if (!seal) return [fault('no-seal')]
  const ids = file.units.map(({ id }) => id)
  const there = new Set<string>()
  const twice = ids.filter((id) => there.size === there.add(id).size)
  if (twice.length > 0) return listed('twice', twice)
  const now = readSeal(sealOf(file.units))!
  if (now.ids !== seal.ids) {
    const known = new Set(texts.filter((text) => writtenIn(text, file.from) !== '').map(({ id }) => id))
    const foreign = ids.filter((id) => !known.has(id))
    const lost = [...known].filter((id) => !there.has(id))
    const counts = { there: ids.length, exported: seal.count }
    // Texts can be both lost and added. If none of them can be named, the counts are given.
    const named = [...listed('texts-lost', lost, counts), ...listed('texts-foreign', foreign, counts)]
    return named.length > 0
      ? named
      : [fault('texts-lost', { ...counts, n: Math.abs(seal.count - ids.length) })]
  }
  if (now.sources !== seal.sources) {
    const byId = new Map(texts.map((text) => [text.id, text]))
    const altered = file.units.filter(({ id, source }) => {
      const text = byId.get(id)
      return text !== undefined && writtenIn(text, file.from) !== source
    })
    const counted = { n: altered.length }
    return altered.length > 0
      ? listed(
          'source-altered',
          altered.map(({ id }) => id),
        )
      : [fault('source-altered', counted)]
  }
  return []
}

interface Placed {
  readonly unit: TextUnit
  readonly text: DocumentText
}

/**
 * Finds the current texts for the units of a file: by their ids, or by their words if the text with that id has other
 * words.
 */
function placed(
  file: TextsFile,
  texts: readonly DocumentText[],
): { found: Placed[]; faults: TextsFault[]; moved: number } {
  const byId = new Map(texts.map((text) => [text.id, text]))
  const found: Placed[] = []
  const rest: TextUnit[] = []
  const taken = new Set<string>()
  for (const unit of file.units) {
    const text = byId.get(unit.id)
    if (text && writtenIn(text, file.from) === unit.source) {
      found.push({ unit, text })
      taken.add(text.id)
    } else rest.push(unit)
  }
  const known = new Set(file.units.map(({ id }) => id))
  const free = new Map<string, DocumentText[]>()
  for (const text of texts) {
    // A text that was found by its id stands for no other unit.
    if (taken.has(text.id)) continue
    const said = writtenIn(text, file.from)
    if (said !== '') free.set(said, [...(free.get(said) ?? []), text])
  }
  const counted = new Map<string, number>()
  for (const { source } of rest) counted.set(source, (counted.get(source) ?? 0) + 1)
  const settled = new Set(
    [...free].filter(([said, there]) => there.length === counted.get(said)).map(([said]) => said),
  )
  let moved = 0
  const [changed, gone]: [string[], string[]] = [[], []]
  for (const unit of rest) {
    const there = free.get(unit.source)
    const text = there?.[0]
    // If two places have the same words, it is unknown which one is meant, unless all of them moved.
    if (text && (settled.has(unit.source) || there.length === 1 || known.has(text.id))) {
      there.shift()
      moved += 1
      found.push({ unit, text })
    } else if (unit.target !== '') (byId.has(unit.id) ? changed : gone).push(unit.id)
  }
  return { found, moved, faults: [...listed('changed-since', changed), ...listed('gone-since', gone)] }
}

/** Finds placeholders and phrases that translations lost, in the document as it would be afterwards. */
function faultsOfWords(
  all: readonly Placed[],
  texts: readonly DocumentText[],
  { to }: TextsFile,
): TextsFault[] {
  const faults: TextsFault[] = []
  const next = new Map(
    all.filter(({ unit }) => unit.target !== '').map(({ unit, text }) => [text.id, unit.target]),
  )
  const said = (text: DocumentText): string => next.get(text.id) ?? writtenIn(text, to)
  const altered = (text: DocumentText | undefined): boolean =>
    text !== undefined && next.has(text.id) && next.get(text.id) !== writtenIn(text, to)
  for (const { unit, text } of all) {
    if (!altered(text)) continue
    const lost = lostPlaceholders(unit.source, unit.target)
    if (lost?.what === 'placeholder') {
      faults.push(
        fault(
          'placeholder-lost',
          { lost: lost.lost.join(' ') || '–', foreign: lost.foreign.join(' ') || '–' },
          { ids: [unit.id] },
        ),
      )
    }
  }
  const byId = new Map(texts.map((text) => [text.id, text]))
  for (const text of texts) {
    const line = byId.get(lineOfPhrase(text.id) ?? '')
    if (!line || !text.words || !(altered(text) || altered(line))) continue
    const phrase = said(text)
    const lost = phrase === '' ? undefined : lostPhrase(phrase, said(line) || undefined)
    if (lost) faults.push(fault('phrase-lost', { phrase }, { ids: [line.id] }))
  }
  return faults
}

/**
 * Plans what a translator's file would change in a document. A file is taken as a whole or not at all.
 * @param document the current document, its kind and its id
 * @param file the file as it was read
 * @param record the record of how the translations came about
 * @returns the changes, or all reasons against taking the file
 */
export function planTaking(
  document: { readonly kind: DocumentKind; readonly id: string; readonly value: unknown },
  file: TextsFile,
  record: TranslationRecord,
): Outcome<TakePlan> {
  const { kind, id, value } = document
  if (file.kind !== kind || file.document !== id)
    return refused(
      fault('other-document', { file: `${file.document} (${file.kind})`, document: `${id} (${kind})` }),
    )
  const texts = documentTexts(kind, value).filter(({ words }) => words)
  const languages = new Set(texts.flatMap(({ words }) => Object.keys(words!)))
  if (file.from === file.to || !languages.has(file.from))
    return refused(
      fault('other-languages', { from: file.from, to: file.to, known: [...languages].join(', ') }),
    )
  const own = faultsOfFile(file, texts)
  if (own.length > 0) return { ok: false, faults: own }
  const { found, moved, faults } = placed(file, texts)
  const all = [...faults, ...faultsOfWords(found, texts, file)]
  if (all.length > 0) return { ok: false, faults: all }
  return { ok: true, value: { from: file.from, to: file.to, moved, ...sorted(found, texts, file, record) } }
}

/**
 * Returns true if the translator wants a translation to be reviewed. The state of an export that was left unchanged
 * does not count, because we had set it ourselves.
 */
function isDoubted({ unit, text }: Placed, { from, to }: TextsFile, record: TranslationRecord): boolean {
  if (unit.state !== 'needs-review-translation') return false
  return unit.target === writtenIn(text, to) || !isOutdated(record, text, from, to)
}

function sorted(
  found: readonly Placed[],
  texts: readonly DocumentText[],
  file: TextsFile,
  record: TranslationRecord,
) {
  const { from, to } = file
  const taken = found.filter(({ unit }) => unit.target !== '')
  const words = taken.map(({ unit, text }): TakenText => {
    const before = writtenIn(text, to)
    return { id: text.id, path: text.path, source: unit.source, before, after: unit.target }
  })
  const differs = words.filter(({ before, after }) => before !== after)
  const placedIds = new Set(found.map(({ text }) => text.id))
  const idsWhere = (doubted: boolean) =>
    taken.filter((one) => isDoubted(one, file, record) === doubted).map(({ text }) => text.id)
  return {
    added: differs.filter(({ before }) => before === ''),
    changed: differs.filter(({ before }) => before !== ''),
    same: words.length - differs.length,
    empty: file.units.filter(({ target }) => target === '').length,
    since: texts
      .filter((text) => !placedIds.has(text.id) && isWritten(text.words?.[from]))
      .map(({ id }) => id),
    confirmed: idsWhere(false),
    doubted: idsWhere(true),
  }
}

/** Returns true if two plans bring the same to the same texts, wherever in the document these stand. */
export function sameTaking(one: TakePlan, other: TakePlan): boolean {
  const told = (plan: TakePlan) =>
    JSON.stringify(plan, (key, value: unknown) => (key === 'path' ? undefined : value))
  return told(one) === told(other)
}

/**
 * Returns the record of translations after a file is taken.
 * @param texts the texts of the document after the change
 */
export function recordAfter(
  record: TranslationRecord,
  texts: readonly DocumentText[],
  plan: TakePlan,
): TranslationRecord {
  const among = (ids: readonly string[]) => {
    const wanted = new Set(ids)
    return texts.filter(({ id }) => wanted.has(id))
  }
  return doubtWordings(
    confirmWordings(record, among(plan.confirmed), plan.to),
    among(plan.doubted),
    plan.from,
    plan.to,
  )
}
