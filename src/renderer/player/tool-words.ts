import type { ChoiceMeta, Localized, Scenario } from '../../domain/scenario/schema'
import { toolName } from './Tools'
import { usePlayerText, useScenarioText } from './words'

/**
 * Finds the name of the entry of the desk on which a tool is used: of a field, else of its customer, a person of the
 * directory or a policy.
 * @param parts the ids in the order of an event: the customer and the field, or the contact or the policy
 */
export function objectOf(
  { desk }: Pick<Scenario, 'desk'>,
  parts: readonly string[],
): string | Localized | undefined {
  const customer = desk.customers?.find(({ id }) => id === parts[0])
  const field = customer?.fields.find(({ id }) => id === parts[1])
  if (field) return field.label
  if (customer) return customer.name
  const last = parts[parts.length - 1]
  return (
    desk.directory?.find(({ id }) => id === last)?.name ?? desk.policies?.find(({ id }) => id === last)?.title
  )
}

/** Returns a function that says which tool a choice uses, and on what: whom to call, which detail to show. */
export function useToolWords(
  scenario: Pick<Scenario, 'desk' | 'role'>,
): (use: Pick<ChoiceMeta, 'tool' | 'customer' | 'field' | 'contact' | 'policy'>) => string {
  const t = usePlayerText()
  const text = useScenarioText()
  return ({ tool: name, customer, field, contact, policy }) => {
    if (!name) return ''
    const tool = toolName(t, name, scenario.role === 'customer')
    const object = objectOf(
      scenario,
      [customer, field, contact, policy].filter((id) => id !== undefined),
    )
    return object === undefined ? tool : t('tool.on', { tool, object: text(object) })
  }
}
