import { valueAt } from '../../scenario/json-path'
import { cuesShown, eachAction, resolveTarget } from '../../scenario/nodes'
import type { Customer } from '../../scenario/schema'
import { NARRATOR } from '../../scenario/vocabulary'
import { mapped, without, type Path } from '../change'
import { freeName, proposal, withoutAction, type At, type Fixes, type Proposal } from './at'

const idsOf = (list: readonly { readonly id: string }[] | undefined): string[] =>
  (list ?? []).map(({ id }) => id)

const castOf = (at: At): string[] => [...Object.keys(at.scenario.cast), ...Object.keys(at.floor?.cast ?? {})]

const customerOf = (at: At, id: string | undefined): Customer | undefined =>
  at.scenario.desk.customers?.find((entry) => entry.id === id)

/** Returns the targets that the scene of the issue can name: its inner scenes and its siblings. */
function targetsFrom(at: At): string[] {
  const { node, nodes } = at
  if (!node) return []
  const byPath = new Map(nodes.map((own) => [own.path, own]))
  const inner = Object.keys(node.node.states ?? {}).map((name) => `.${name}`)
  const beside = Object.keys(node.parent?.node.states ?? {})
  return [...inner, ...beside].filter((name) => resolveTarget(node, name, byPath, at.scenario.id))
}

/** Returns all flags that any action raises, or all counters that any action counts. */
function namesDone(at: At, type: 'raise' | 'count'): string[] {
  const found = new Set<string>()
  eachAction(at.nodes, (action) => {
    if (action.type !== type) return
    found.add('flag' in action.params ? action.params.flag : (action.params as { counter: string }).counter)
  })
  return [...found]
}

/** Proposes existing names for a name in a condition, and replaces each occurrence in the guard. */
function asksInstead(at: At, key: 'flag' | 'counter', was: string, names: readonly string[]): Proposal[] {
  const guard = at.value
  return at.useInstead(was, names, 2).map((found) => {
    const { name } = found.label.params as { name: string }
    const changed = mapped(guard, (value, path) =>
      value === was && path[path.length - 1] === key ? name : value,
    )
    return { ...found, after: at.put(at.path, changed) }
  })
}

/**
 * Proposes to remove the condition of a choice or step. There is no proposal if branches follow it, since these could
 * then never be taken.
 */
function withoutCondition(at: At): Proposal[] {
  const branch = at.around()
  const number = branch[branch.length - 1]
  const list =
    typeof number === 'number' ? (valueAt(at.document, branch.slice(0, -1)) as unknown[]) : undefined
  return list && Number(number) < list.length - 1
    ? []
    : [proposal('fix.remove-condition', {}, at.without(at.path))]
}

const removeEntry = (at: At, path: Path, name: string): Proposal =>
  proposal('fix.remove-entry', { name }, at.without(path))

function withoutVariantName(at: At, name: string): unknown {
  const sets = at.scenario.variants!.map((set) =>
    Object.fromEntries(Object.entries(set).filter(([own]) => own !== name)),
  )
  const empty = sets.every((set) => Object.keys(set).length === 0)
  return empty ? at.without(['variants']) : at.put(['variants'], sets)
}

/** Fixes of references that name nothing, and of names that nothing uses. */
export const NAME_FIXES: Fixes = {
  'dangling-initial': (at, params) => {
    if (params.what === 'no-scenes') return at.path.length > 2 ? [at.remove()] : []
    const scenes = Object.keys((valueAt(at.document, [...at.around(), 'states']) ?? {}) as object)
    return at.useInstead(params.initial, scenes)
  },
  'dangling-target': (at, { what, target }) =>
    what === 'without-dot'
      ? [proposal('fix.use', { was: target, name: `.${target}` }, at.put(at.path, `.${target}`))]
      : at.useInstead(target, targetsFrom(at)),
  'duplicate-id': (at, params) => {
    if (at.path[0] === 'cast') return [at.remove()]
    const list = valueAt(at.document, at.around(2)) as { readonly id: string }[] | undefined
    if (!Array.isArray(list)) return []
    const taken = [...idsOf(list), ...idsOf(at.floor?.directory), ...idsOf(at.floor?.policies)]
    const name = freeName(params.id, taken)
    return [proposal('fix.rename', { was: params.id, name }, at.put(at.path, name))]
  },
  'unknown-cast': (at, { what, id }) => [
    ...(what === 'contact' ? [at.remove()] : []),
    ...at.useInstead(id, what === 'speaker' ? [...castOf(at), NARRATOR] : castOf(at), 4),
  ],
  'unknown-cue': (at, { cue }) => [
    ...at.useInstead(cue, Object.keys(at.scenario.cues), 2).map((found) => {
      // A mark is the name of a cue, or an object with that name and the marked phrase.
      const place = typeof at.value === 'string' ? at.path : [...at.path, 'cue']
      return { ...found, after: at.put(place, (found.label.params as { name: string }).name) }
    }),
    removeEntry(at, at.path, cue),
  ],
  'unknown-customer': (at, { customer }) => at.useInstead(customer, idsOf(at.scenario.desk.customers)),
  'unknown-field': (at, params) => {
    if (params.what === 'named')
      return at.useInstead(params.field, idsOf(customerOf(at, params.customer)?.fields))
    const customer = customerOf(at, params.customer) ?? at.scenario.desk.customers?.[0]
    const named = idsOf(customer?.fields)
    const fields = named.includes(params.field)
      ? [params.field]
      : at.useInstead(params.field, named, 2).map(({ label }) => String(label.params['name']))
    return [
      ...fields.map((name) => {
        const after = at.put([...at.path, 'params'], { customer: customer!.id, field: name })
        return proposal(
          'fix.use',
          { was: `${params.customer} ${params.field}`, name: `${customer!.id} ${name}` },
          after,
        )
      }),
      proposal('fix.remove-action', { action: 'disclose' }, withoutAction(at, at.path)),
    ]
  },
  'unknown-contact': (at, { contact }) => [
    ...at.useInstead(contact, [...idsOf(at.scenario.desk.directory), ...idsOf(at.floor?.directory)], 2),
    at.remove(),
  ],
  'unknown-policy': (at, { policy }) =>
    at.useInstead(policy, at.floor ? idsOf(at.floor.policies) : idsOf(at.scenario.desk.policies)),
  'unknown-lead': (at, { lead }) => at.useInstead(lead, idsOf(at.floor?.leads)),
  'own-policy': (at) => [at.remove()],
  'flag-never-raised': (at, { what, flag }) =>
    what === 'critical'
      ? [
          ...at.useInstead(
            flag,
            namesDone(at, 'raise').filter((name) => !at.scenario.scoring.critical.includes(name)),
            2,
          ),
          removeEntry(at, at.path, flag),
        ]
      : [...asksInstead(at, 'flag', flag, namesDone(at, 'raise')), ...withoutCondition(at)],
  'counter-never-counted': (at, { counter }) => [
    ...asksInstead(at, 'counter', counter, namesDone(at, 'count')),
    ...withoutCondition(at),
  ],
  'cue-never-shown': (at) => [at.remove()],
  'field-not-masked': (at, { field }) => {
    const { customer } = (valueAt(at.document, at.around()) ?? {}) as { customer?: string }
    const { customers = [] } = at.scenario.desk
    const number = customers.findIndex(({ id }) => id === customer)
    const place = customers[number]?.fields.findIndex(({ id }) => id === field) ?? -1
    if (place < 0) return []
    const path = ['desk', 'customers', number, 'fields', place, 'masked']
    return [proposal('fix.mask', { field }, at.put(path, '••••••'))]
  },
  'unused-object': (at) => [at.remove()],
  'tactic-without-cue': (at, { tactic }) => [removeEntry(at, at.path, tactic)],
  'cue-without-tactic': (at, { tactic }) => [
    proposal('fix.add-tactic', { tactic }, at.put(['tactics'], [...at.scenario.tactics, tactic])),
  ],
  missing: (at, params) => {
    const { cues } = at.scenario
    if (params.what === 'tactics') {
      const carried = [...cuesShown(at.nodes)].flatMap((cue) => cues[cue]?.tactic ?? [])
      const tactics = [...new Set(carried)]
      return tactics.length === 0
        ? []
        : [proposal('fix.tactics-of-cues', { tactics: tactics.join(', ') }, at.put(['tactics'], tactics))]
    }
    if (params.what !== 'tool-object') return []
    const { customers = [], policies = [] } = at.scenario.desk
    const meta = valueAt(at.document, at.around()) as { customer?: string }
    const names = {
      customer: idsOf(customers),
      field: idsOf(customerOf(at, meta.customer)?.fields.filter(({ masked }) => masked !== undefined)),
      policy: idsOf(at.floor?.policies ?? policies),
    }[params.object as 'customer' | 'field' | 'policy']
    return names.map((name) =>
      proposal('fix.set', { name: params.object, value: name }, at.put(at.path, name)),
    )
  },
  'variant-names': (at, { wanted }) => {
    const [first, own] = [at.scenario.variants![0]!, at.value as Record<string, unknown>]
    const set = Object.fromEntries(wanted.map((name) => [name, own[name] ?? first[name]]))
    return [proposal('fix.same-names', {}, at.put(at.path, set))]
  },
  'variant-unused': (at, { name }) => [proposal('fix.remove-entry', { name }, withoutVariantName(at, name))],
  'twin-not-there': (at) => [at.remove()],
  'unknown-scenario': (at, { what, scenario }) =>
    what === 'module' ? [removeEntry(at, at.path, scenario)] : [],
  'bad-rule': (at, { what }) =>
    what === 'twice' ? [at.set([...new Set(at.value as readonly string[])])] : [],
  'media-changed': (at) => [at.remove()],
  'media-kind': (at) => [proposal('fix.remove', { name: 'media' }, without(at.document, at.around()))],
  'unknown-media': (at) => [proposal('fix.remove', { name: 'media' }, without(at.document, at.around()))],
  'media-too-large': (at) => [proposal('fix.remove', { name: 'media' }, without(at.document, at.around()))],
  'media-content': (at) => [proposal('fix.remove', { name: 'media' }, without(at.document, at.around()))],
}
