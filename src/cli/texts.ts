import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { DOCUMENT_ENDINGS, DOCUMENT_KINDS, type DocumentKind } from '../domain/authoring/document'
import { documentTexts, type DocumentText } from '../domain/authoring/document-texts'
import { rewrite } from '../domain/authoring/rewrite'
import { courseSchema } from '../domain/course/schema'
import { floorSchema } from '../domain/scenario/floor'
import { jsonPath } from '../domain/scenario/json-path'
import { parseScenario } from '../domain/scenario/parse'
import { LOCALE_PATTERN, scenarioSchema } from '../domain/scenario/schema'
import { listTexts, type ScenarioText } from '../domain/scenario/texts'
import { putTexts } from '../domain/translation/put-texts'
import { readTexts } from '../domain/translation/read-texts'
import { countMarks, translationRows } from '../domain/translation/rows'
import { planTaking } from '../domain/translation/take-texts'
import { textsFileOf, type TextsFault } from '../domain/translation/texts-file'
import { readRecord, type TranslationRecord } from '../domain/translation/wordings'
import { writeTexts } from '../domain/translation/write-texts'
import { textsFaultSayer } from '../texts/texts-fault-words'
import { loadTexts } from '../texts/translate'
import { onlyFile, PLAN, readText, readWhole, TRANSLATIONS, UsageError } from './files'
import { documentOr, lines, told, type Answer, type Language } from './told'
import { writeAll } from './write-all'

const SCHEMAS = { scenario: scenarioSchema, course: courseSchema, floor: floorSchema } as const

export interface TextsOptions {
  /** The language whose missing translations are listed. */
  readonly locale?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** A file for a translator; with `in`, the document with the translations. */
  readonly out?: string | undefined
  /** The file that a translator gave back. */
  readonly in?: string | undefined
}

interface TextsDocument {
  readonly kind: DocumentKind
  readonly id: string
  readonly text: string
  readonly value: unknown
}

const kindOf = (file: string): DocumentKind =>
  DOCUMENT_KINDS.find((kind) => file.endsWith(DOCUMENT_ENDINGS[kind])) ?? 'scenario'

function readDocument(file: string, say: Language): TextsDocument {
  const { text, value } = documentOr(file, say)
  const { id } = value
  return { kind: kindOf(file), id: typeof id === 'string' ? id : basename(file).split('.')[0]!, text, value }
}

/**
 * Reads the record of translations that the Studio keeps beside a draft, or that `htl unpack` wrote beside a scenario. A
 * document elsewhere has none.
 */
function recordBeside(file: string, id: string): TranslationRecord {
  const names = [`${id}${TRANSLATIONS}`, 'translations.json']
  const path = names.map((name) => join(dirname(file), name)).find((place) => existsSync(place))
  if (path === undefined) return {}
  const text = readText(path)
  try {
    return readRecord(JSON.parse(text))
  } catch {
    return {}
  }
}

const languageOr = (language: string | undefined): string | undefined => {
  if (language !== undefined && !LOCALE_PATTERN.test(language))
    throw new UsageError((t) => t('no-code', { language }))
  return language
}

async function refusal(file: string, faults: readonly TextsFault[], say: Language): Promise<Answer> {
  const t = await loadTexts(say.locale, 'translations')
  const sentence = textsFaultSayer(t)
  const text = faults.map((fault) =>
    [`  ${fault.code}`, `    ${sentence(fault)}`, ...(fault.ids ?? []).map((id) => `    ${id}`)].join('\n'),
  )
  return {
    code: 1,
    json: { ok: false, file, faults: faults.map((fault) => ({ ...fault, message: sentence(fault) })) },
    text: [t('cli.refused', { file }), ...text].join('\n'),
  }
}

/** Returns the languages of a document, those of its title first. */
const languagesOf = (texts: readonly DocumentText[]): string[] => [
  ...new Set(texts.flatMap(({ words }) => Object.keys(words ?? {}))),
]

async function save(file: string, { from, to, out }: TextsOptions, say: Language): Promise<Answer> {
  const format = ({ '.xliff': 'xliff', '.xlf': 'xliff', '.csv': 'csv' } as const)[extname(out!).toLowerCase()]
  if (!format) throw new UsageError((t) => t('texts.format', { file: out! }))
  if (to === undefined) throw new UsageError((t) => t('texts.to'))
  const { kind, id, value } = readDocument(file, say)
  const texts = documentTexts(kind, value)
  const languages = languagesOf(texts)
  const source = from ?? languages.find((language) => language !== to)
  if (source === undefined || source === to || !languages.includes(source))
    throw new UsageError((t) =>
      t('texts.from', { language: source ?? to, known: languages.join(', ') || '–' }),
    )
  const rows = translationRows(texts, source, to, recordBeside(file, id))
  const labels = await loadTexts(say.locale, 'studio-fields')
  const labelOf = (name: string): string =>
    labels.has(`label.${name}`) ? (labels as unknown as (key: string) => string)(`label.${name}`) : name
  const note = ({ scene, path, name, speaker }: DocumentText): string =>
    [scene || String(path[0]), labelOf(name), speaker].filter((part) => part !== undefined).join(' · ')
  const made = textsFileOf({ kind, document: id, from: source, to }, rows, note)
  const written = writeTexts(made, format)
  if (!written.ok) return refusal(out!, written.faults, say)
  writeAll([{ path: out!, content: written.value }], [])
  const counts = countMarks(rows)
  const t = await loadTexts(say.locale, 'translations')
  const sum = {
    file: out!,
    from: source,
    to,
    count: made.units.length,
    missing: counts.missing,
    outdated: counts.outdated,
    long: counts['too-long'],
  }
  return { code: 0, json: { ok: true, document: id, ...sum }, text: t('cli.saved', sum) }
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

async function take(
  file: string,
  { in: taken, out, from, to }: TextsOptions,
  say: Language,
): Promise<Answer> {
  const document = readDocument(file, say)
  const read = readTexts(readWhole(taken!), decode)
  if (!read.ok) return refusal(taken!, read.faults, say)
  const other = (from ?? read.value.from) !== read.value.from || (to ?? read.value.to) !== read.value.to
  const planned = planTaking(document, read.value, recordBeside(file, document.id))
  if (other || !planned.ok) {
    const params = {
      from: read.value.from,
      to: read.value.to,
      known: `${from ?? read.value.from}, ${to ?? read.value.to}`,
    }
    const faults = planned.ok || other ? [{ code: 'other-languages' as const, params }] : planned.faults
    return refusal(taken!, faults, say)
  }
  const plan = planned.value
  if (out !== undefined) {
    const content = rewrite(document.text, putTexts(document.value, plan), SCHEMAS[document.kind])
    writeAll([{ path: out, content }], [])
  }
  const t = await loadTexts(say.locale, 'translations')
  const counts = {
    added: plan.added.length,
    changed: plan.changed.length,
    same: plan.same,
    empty: plan.empty,
  }
  const texts = [...plan.added, ...plan.changed].map(({ id, before, after }) => ({ id, before, after }))
  return {
    code: 0,
    json: {
      ok: true,
      file: taken,
      from: plan.from,
      to: plan.to,
      ...counts,
      moved: plan.moved,
      since: plan.since,
      texts,
      ...(out === undefined ? {} : { out }),
    },
    text: [
      ...texts.flatMap(({ id, before, after }) => [
        id,
        ...(before === '' ? [] : [`  - ${before}`]),
        `  + ${after}`,
      ]),
      t('cli.taken', { file: taken!, ...counts }),
      ...(out === undefined ? [] : [t('cli.written', { file: out })]),
    ].join('\n'),
  }
}

type Listed = {
  readonly id: string
  readonly texts: readonly ScenarioText[]
  readonly locales: readonly string[]
}

/** Returns the texts of a document that fits its schema, or its faults. */
function listed(file: string, say: Language): Listed | Answer {
  const kind = kindOf(file)
  if (kind === 'scenario') {
    const parsed = parseScenario(readText(file))
    if (parsed.ok) {
      const { scenario } = parsed
      return { id: scenario.id, texts: listTexts(scenario), locales: Object.keys(scenario.title) }
    }
    return {
      code: 1,
      json: { ok: false, file, issues: told(parsed.issues, say) },
      text: `${say.t('file.bad', { file })}\n${lines(parsed.issues, say)}`,
    }
  }
  const { id, value } = readDocument(file, say)
  const all = documentTexts(kind, value)
  return {
    id,
    texts: all.map((text) => ({
      id: text.id,
      path: jsonPath(text.path),
      locales: Object.keys(text.words ?? {}),
      text: text.words ?? text.plain ?? '',
    })),
    locales: Object.keys(all.find((text) => text.id === 'title')?.words ?? {}),
  }
}

/** Lists the texts as a translator needs them. The document may be only half translated. */
function list(file: string, locale: string | undefined, say: Language): Answer {
  const found = listed(file, say)
  if ('code' in found) return found
  const wanted = new Set([...found.locales, ...(locale === undefined ? [] : [locale])])
  const texts = found.texts.map((entry) => {
    const missing =
      typeof entry.text === 'string' ? [] : [...wanted].filter((name) => !entry.locales.includes(name))
    return { ...entry, missing }
  })
  const lacking = texts.filter(({ missing }) => missing.length > 0).length
  const ok = lacking === 0
  const rows = texts.map(({ id, text, missing }) => {
    const versions = typeof text === 'string' ? [['  ', text]] : Object.entries(text)
    return [
      id,
      ...versions.map(([name, words]) => `  ${name}  ${words}`),
      ...missing.map((name) => `  ${name}  – ${say.t('texts.missing')}`),
    ].join('\n')
  })
  const counted = { count: texts.length, languages: [...wanted].join(', ') }
  const sum = ok ? say.t('texts.whole', counted) : say.t('texts.lacking', { ...counted, lacking })
  return {
    code: ok ? 0 : 1,
    json: { ok, scenario: found.id, locales: [...wanted], texts },
    text: `${rows.join('\n')}\n\n${sum}`,
  }
}

/** Lists the texts of a document, writes them into a file for a translator, or takes such a file back. */
export async function textsOfFile(
  files: readonly string[],
  options: TextsOptions,
  say: Language,
): Promise<Answer> {
  const file = onlyFile(files, 'texts', 'name.document')
  if (file.endsWith(PLAN)) onlyFile([], 'texts', 'name.document')
  const [locale, from, to] = [options.locale, options.from, options.to].map(languageOr)
  if (options.in !== undefined) return take(file, { ...options, from, to }, say)
  if (options.out !== undefined) return save(file, { ...options, from, to: to ?? locale }, say)
  if (to !== undefined || from !== undefined) throw new UsageError((t) => t('texts.out'))
  return list(file, locale, say)
}
