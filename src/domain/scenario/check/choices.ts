import { error, type Issue } from '../issue'
import type { PlacedNode } from '../nodes'
import type { ChoiceMeta, Scenario } from '../schema'
import { TOOL_NEEDS, TOOL_OBJECTS, TOOL_USED_ON } from '../tools'
import { named, type World } from './world'

function checkChoiceMeta(
  scenario: Scenario,
  at: PlacedNode,
  event: string,
  meta: ChoiceMeta,
  keys: readonly PropertyKey[],
): Issue[] {
  const issues: Issue[] = []
  const place = `${named(at)}: the choice ‘${event}’`
  const { customers = [], directory = [], policies = [] } = scenario.desk
  for (const need of (meta.tool && TOOL_NEEDS[meta.tool]) || []) {
    if (meta[need] === undefined) {
      issues.push(
        error(
          'missing',
          [...keys, need],
          `${place} uses the tool ‘${meta.tool}’ and must say with which ${need}.`,
        ),
      )
    }
  }
  for (const object of TOOL_OBJECTS) {
    if (!meta.tool || meta[object] === undefined || TOOL_USED_ON[meta.tool]?.includes(object)) continue
    issues.push(
      error(
        'unused-object',
        [...keys, object],
        `${place} names a ${object}, but the tool ‘${meta.tool}’ is not used on one, so nobody could take this choice. Remove ‘${object}’.`,
      ),
    )
  }
  const customer = customers.find((entry) => entry.id === meta.customer)
  if (meta.customer !== undefined && !customer) {
    issues.push(
      error(
        'unknown-customer',
        [...keys, 'customer'],
        `${place} names the record ‘${meta.customer}’, which is not on the desk.`,
      ),
    )
  }
  if (meta.field !== undefined && customer && !customer.fields.some((field) => field.id === meta.field)) {
    issues.push(
      error(
        'unknown-field',
        [...keys, 'field'],
        `${place} names the field ‘${meta.field}’, which ‘${customer.id}’ does not have.`,
      ),
    )
  }
  const opened = meta.tool === 'reveal-field' && customer?.fields.find((field) => field.id === meta.field)
  if (opened && opened.masked === undefined) {
    issues.push(
      error(
        'field-not-masked',
        [...keys, 'field'],
        `${place} reveals the field ‘${opened.id}’, which is open from the start. Give the field a ‘masked’ text.`,
      ),
    )
  }
  if (meta.contact !== undefined && !directory.some((entry) => entry.id === meta.contact)) {
    issues.push(
      error(
        'unknown-contact',
        [...keys, 'contact'],
        `${place} names ‘${meta.contact}’, who is not in the directory.`,
      ),
    )
  }
  if (meta.policy !== undefined && !policies.some((entry) => entry.id === meta.policy)) {
    issues.push(
      error(
        'unknown-policy',
        [...keys, 'policy'],
        `${place} names the policy ‘${meta.policy}’, which is not in the policy book.`,
      ),
    )
  }
  return issues
}

/** Choices that can be taken, with tools whose objects are on the desk. */
export function checkChoices({ scenario, nodes }: World): Issue[] {
  const issues: Issue[] = []
  for (const at of nodes) {
    const { on } = at.node
    for (const event in on) {
      const branches = on[event]!
      const list = Array.isArray(branches) ? branches : [branches]
      if (!list.some(({ meta }) => meta?.say || meta?.tool)) {
        issues.push(
          error(
            'choice-invisible',
            [...at.keys, 'on', event],
            `${named(at)}: the choice ‘${event}’ has neither words (‘say’) nor a tool, so nobody could take it.`,
          ),
        )
      }
      list.forEach(({ meta }, i) => {
        const needs = meta?.tool && TOOL_NEEDS[meta.tool]
        if (!meta || !(needs || meta.customer || meta.field || meta.contact || meta.policy)) return
        const keys = [...at.keys, 'on', event, ...(Array.isArray(branches) ? [i] : []), 'meta']
        issues.push(...checkChoiceMeta(scenario, at, event, meta, keys))
      })
    }
  }
  return issues
}
