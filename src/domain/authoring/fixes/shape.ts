import { floorSchema } from '../../scenario/floor'
import { valueAt } from '../../scenario/json-path'
import { LOCALE_PATTERN, scenarioSchema } from '../../scenario/schema'
import { ACTIONS, FORMAT, ID_PATTERN, RESERVED_IDS } from '../../scenario/vocabulary'
import { mapped, put, renamed, without, type Path } from '../change'
import { namingOf, schemaUnder, type PartSchema } from '../key-order'
import { withSceneRenamed } from '../keyed'
import { everywhere, freeName, meant, proposal, similar, type At, type Fixes, type Proposal } from './at'

/** Returns the names that the schema knows for the object around the place and that the object lacks. */
function missingNames(at: At): string[] {
  const isFloor = valueAt(at.document, ['leads']) !== undefined
  let schema: PartSchema = isFloor ? floorSchema : scenarioSchema
  let value = at.document
  for (const key of at.around()) {
    schema = schemaUnder(schema, value, key)
    value = valueAt(value, [key])
  }
  const naming = namingOf(schema, value)
  return naming.kind === 'known'
    ? naming.names.filter((name) => typeof value === 'object' && !Object.hasOwn(value!, name))
    : []
}

/** Turns a name into a valid id: small letters, digits and hyphens, without accents. */
function asId(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const id = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .replace(/^(?=\d)/, 'n')
  return ID_PATTERN.test(id) && !RESERVED_IDS.has(id) ? id : `${id || 'name'}-1`.replace(/^(?![a-z])/, 'n')
}

/**
 * For each kind of name, the properties whose values refer to it. The kind is the property that holds the named things.
 */
const POINTERS: Readonly<Record<string, readonly string[]>> = {
  cast: ['from', 'contact'],
  cues: ['cue'],
  customers: ['customer'],
  fields: ['field'],
  directory: ['contact'],
  policies: ['policy'],
  leads: ['lead'],
}

/**
 * Returns the property that holds a named thing: `cast` for a member of the cast, `customers` for the id of an entry in
 * that list.
 */
const holderOf = (path: Path): string =>
  String(path[path.length - 1] === 'id' ? path[path.length - 3] : path[path.length - 2])

/** Returns the document with every reference to one name changed to another. */
function pointedAt(document: unknown, path: Path, was: string, name: string): unknown {
  const holder = holderOf(path)
  const last = String(path[path.length - 1])
  const keys =
    POINTERS[holder] ?? (last === 'flag' || last === 'counter' || holder === 'critical' ? [last] : [])
  return mapped(document, (value, own) => {
    if (value !== was) return value
    const key = String(own[own.length - 1])
    const mark =
      holder === 'cues' && typeof own[own.length - 1] === 'number' && own[own.length - 2] === 'cues'
    const flag =
      (last === 'flag' || holder === 'critical') && (key === 'flag' || own[own.length - 2] === 'critical')
    return keys.includes(key) || mark || flag ? name : value
  })
}

/** Proposes a valid id instead of an invalid one and changes every reference to it. */
function renameId(at: At, id: string): Proposal[] {
  const { path } = at
  const isKey = at.value !== id
  const taken = isKey ? Object.keys(valueAt(at.document, at.around()) as object) : []
  const plain = asId(id)
  const name = taken.includes(plain) ? freeName(plain, taken) : plain
  const told = { was: id, name }
  if (isKey && holderOf(path) === 'states')
    return [proposal('fix.rename', told, withSceneRenamed(at.document, path, name))]
  const after = isKey ? renamed(at.document, path, name) : at.put(path, name)
  return [proposal('fix.rename', told, pointedAt(after, path, id, name))]
}

/** Usual values for missing properties. A property that is not listed here gets no fix. */
const USUAL: Readonly<Record<string, unknown>> = {
  version: '1.0.0',
  tactics: [],
  minutes: 5,
  difficulty: { cues: 'some', premise: 'medium' },
  sources: [],
  cast: {},
  cues: {},
  desk: {},
  scoring: { pass: 0.7, critical: [] },
  pass: 0.7,
  critical: [],
  premise: 'medium',
  strength: 2,
  kind: 'warning',
  channel: 'chat',
  competency: 'verification',
  of: 2,
  points: 0,
  from: 'narrator',
}

function asExpected(at: At, what: string): Proposal[] {
  const { value, name } = at
  switch (what) {
    case 'number':
    case 'int': {
      const text = typeof value === 'string' ? value.trim().replace(',', '.') : value
      const number = what === 'int' ? Math.round(Number(text)) : Number(text)
      return typeof text === 'boolean' || text === '' || text === null || !Number.isFinite(number)
        ? []
        : [proposal('fix.as-number', { value: String(number) }, at.put(at.path, number))]
    }
    case 'boolean':
      return value === 'true' || value === 'false' ? [at.set(value === 'true')] : []
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean'
        ? [proposal('fix.as-text', { value: String(value) }, at.put(at.path, String(value)))]
        : []
    case 'array':
      return value === null ? [] : [proposal('fix.as-list', { name }, at.put(at.path, [value]))]
    case 'object':
      return typeof value === 'string' && value.trim() !== '' && name !== 'title'
        ? [proposal('fix.all-languages', { text: value }, at.put(at.path, everywhere(at, value)))]
        : []
    default:
      return []
  }
}

const asLanguage = (name: string): string =>
  name
    .trim()
    .replaceAll('_', '-')
    .replace(/^[^-]+/, (first) => first.toLowerCase())

function asDate(value: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(value.trim()) ?? []
  if (year === undefined) return undefined
  const two = (number: string) => number.padStart(2, '0')
  return [year, two(month!), ...(day === undefined ? [] : [two(day)])].join('-')
}

function asVersion(value: string): string {
  const numbers = value.match(/\d+/g) ?? ['1']
  return [...numbers, '0', '0'].slice(0, 3).map(Number).join('.')
}

/**
 * Proposes similar names. The one that was meant stands alone; without one there are up to three. Only the name counts,
 * for values that are refused together with what hangs on them (such as `type`) tell no more.
 */
const nearest = (at: At, was: string, names: readonly string[]): Proposal[] =>
  similar(was, names, meant(was, names) === undefined ? 3 : 1).map((name) =>
    proposal('fix.use', { was, name }, at.put(at.path, name)),
  )

/** Fixes of what does not fit the schema. */
export const SHAPE_FIXES: Fixes = {
  'bad-id': (at, params) =>
    params.what === 'machine'
      ? [proposal('fix.use', { was: params.id, name: params.scenario }, at.put(at.path, params.scenario))]
      : renameId(at, params.id),
  'reserved-id': (at, { id }) => (id === '__proto__' ? [] : renameId(at, id)),
  missing: (at, params) => {
    if (params.what === 'format') {
      return [proposal('fix.set', { name: 'format', value: String(FORMAT) }, at.put(['format'], FORMAT))]
    }
    if (params.what !== 'key' || !Object.hasOwn(USUAL, params.name)) return []
    return [proposal('fix.add', { name: params.name }, at.put(at.path, USUAL[params.name]))]
  },
  'unknown-key': (at, { key }) => {
    const name = meant(key, missingNames(at))
    return [
      ...(name === undefined
        ? []
        : [proposal('fix.rename', { was: key, name }, renamed(at.document, at.path, name))]),
      at.remove(),
    ]
  },
  'unknown-action': (at, { action }) => [
    ...nearest(at, action, meant(action, ACTIONS) === undefined ? [] : ACTIONS),
    proposal('fix.remove-action', { action }, without(at.document, at.around())),
  ],
  'unknown-guard': (at, { guard }) => [
    proposal('fix.use', { was: guard, name: 'when' }, at.put(at.path, 'when')),
  ],
  'wrong-type': (at, { what }) => asExpected(at, what),
  'bad-value': (at, params) => {
    switch (params.what) {
      case 'delay-unit':
        return [
          proposal(
            'fix.rename',
            { was: params.delay, name: params.meant },
            renamed(at.document, at.path, params.meant),
          ),
        ]
      case 'language': {
        const name = asLanguage(params.language)
        const holder = valueAt(at.document, at.around()) as object
        return LOCALE_PATTERN.test(name) && !Object.hasOwn(holder, name)
          ? [proposal('fix.rename', { was: params.language, name }, renamed(at.document, at.path, name))]
          : [at.remove()]
      }
      case 'choice': {
        // `complaint` and `format` allow only a value that is no text, so that no similar text can be
        // proposed.
        return typeof at.value === 'string' && at.name !== 'complaint' && at.name !== 'format'
          ? nearest(at, params.value, params.possible)
          : [at.remove()]
      }
      case 'version':
        return [at.set(asVersion(params.value))]
      case 'date': {
        const date = asDate(params.value)
        return date === undefined ? [] : [at.set(date)]
      }
      case 'too-small':
        return [at.set(params.least)]
      case 'too-large':
        return [at.set(params.most)]
      case 'points':
        return [
          proposal('fix.points', { points: params.of }, at.put(at.path, params.of)),
          proposal(
            'fix.points',
            { points: params.points },
            put(at.document, [...at.around(), 'of'], params.points),
          ),
        ]
      case 'empty':
        return Array.isArray(at.value) ? [at.remove()] : []
      default:
        return []
    }
  },
  'id-differs': (at, { id }) => {
    const name = at.file?.split('.')[0]
    if (name === undefined || !ID_PATTERN.test(name)) return []
    const after = mapped(at.put(['id'], name), (value, path) => {
      const key = path[path.length - 1]
      if (key === 'id' && path.length === 2 && path[0] === 'machine' && value === id) return name
      const outside = key === 'target' && typeof value === 'string' && value.startsWith(`#${id}.`)
      return outside ? `#${name}${value.slice(id.length + 1)}` : value
    })
    return [proposal('fix.rename', { was: id, name }, after)]
  },
}
