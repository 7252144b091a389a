import { drawnNumber } from './seed'
import type { Scenario } from './schema'

type Value = string | Readonly<Record<string, string>>

/** Matches a placeholder, which a set of names, amounts and times or the program fills in. */
export const PLACEHOLDER = /\{([a-z][a-z0-9-]*)\}/
const EVERY_PLACEHOLDER = new RegExp(PLACEHOLDER, 'g')

function filled(text: string, key: string, values: Readonly<Record<string, Value>>): string {
  if (!text.includes('{')) return text
  return text.replace(EVERY_PLACEHOLDER, (whole, name: string) => {
    if (!Object.hasOwn(values, name)) return whole
    const value = values[name]!
    return typeof value === 'string' ? value : (value[key] ?? Object.values(value)[0] ?? whole)
  })
}

function fill(value: unknown, key: string, values: Readonly<Record<string, Value>>): unknown {
  if (typeof value === 'string') return filled(value, key, values)
  if (Array.isArray(value)) return value.map((entry) => fill(entry, key, values))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, fill(own, name, values)]))
}

/**
 * Returns the scenario as an attempt shows it: with the names, amounts and times of one of its sets, which the seed
 * draws. Scenes, choices and targets are the same in all of them.
 * @param seed the seed of the attempt; without one the first set is used
 * @returns the same scenario if it has no variants
 */
export function withVariant(scenario: Scenario, seed: number | undefined): Scenario {
  const { variants, ...rest } = scenario
  if (!variants) return scenario
  const drawn = seed === undefined ? 0 : drawnNumber(seed, 'variant') % variants.length
  return { ...(fill(rest, '', variants[drawn] ?? {}) as Scenario), variants }
}
