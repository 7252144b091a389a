import { error, type Fault } from '../issue'
import type { ChoiceMeta, Scenario } from '../schema'
import { TOOL_OBJECTS, toolRow } from '../tools'
import type { World } from './world'

function checkChoiceMeta(scenario: Scenario, meta: ChoiceMeta, keys: readonly PropertyKey[]): Fault[] {
  const faults: Fault[] = []
  const { customers = [], directory = [], policies = [] } = scenario.desk
  const { tool } = meta
  for (const need of tool ? toolRow(tool).needs : []) {
    if (meta[need] !== undefined) continue
    faults.push(error('missing', [...keys, need], { what: 'tool-object', tool: tool!, object: need }))
  }
  for (const object of TOOL_OBJECTS) {
    if (!tool || meta[object] === undefined || toolRow(tool).on.includes(object)) continue
    faults.push(error('unused-object', [...keys, object], { tool, object }))
  }
  const customer = customers.find((entry) => entry.id === meta.customer)
  if (meta.customer !== undefined && !customer) {
    faults.push(error('unknown-customer', [...keys, 'customer'], { customer: meta.customer }))
  }
  if (meta.field !== undefined && customer && !customer.fields.some((field) => field.id === meta.field)) {
    const named = { what: 'named', customer: customer.id, field: meta.field } as const
    faults.push(error('unknown-field', [...keys, 'field'], named))
  }
  const opened = tool === 'reveal-field' && customer?.fields.find((field) => field.id === meta.field)
  if (opened && opened.masked === undefined) {
    faults.push(error('field-not-masked', [...keys, 'field'], { field: opened.id }))
  }
  if (meta.contact !== undefined && !directory.some((entry) => entry.id === meta.contact)) {
    faults.push(error('unknown-contact', [...keys, 'contact'], { contact: meta.contact }))
  }
  if (meta.policy !== undefined && !policies.some((entry) => entry.id === meta.policy)) {
    faults.push(error('unknown-policy', [...keys, 'policy'], { policy: meta.policy }))
  }
  return faults
}

/** Finds choices that nobody can see, and choices whose tool needs an object that is not on the desk. */
export function checkChoices({ scenario, nodes }: World): Fault[] {
  const faults: Fault[] = []
  for (const at of nodes) {
    const { on } = at.node
    for (const event in on) {
      const branches = on[event]!
      const list = Array.isArray(branches) ? branches : [branches]
      if (!list.some(({ meta }) => meta?.say || meta?.tool)) {
        faults.push(error('choice-invisible', [...at.keys, 'on', event]))
      }
      list.forEach(({ meta }, i) => {
        if (
          !meta ||
          !(
            (meta.tool && toolRow(meta.tool).needs.length > 0) ||
            meta.customer ||
            meta.field ||
            meta.contact ||
            meta.policy
          )
        )
          return
        const keys = [...at.keys, 'on', event, ...(Array.isArray(branches) ? [i] : []), 'meta']
        faults.push(...checkChoiceMeta(scenario, meta, keys))
      })
    }
  }
  return faults
}
