import { expect, it } from 'vitest'
import { RECORD_TOOLS, TOOLS, toolRow } from '../../../src/domain/scenario/tools'

it('a choice must name no more than its tool is used on', () => {
  for (const tool of TOOLS) {
    const { on, needs } = toolRow(tool)
    expect(
      needs.filter((object) => !on.includes(object)),
      tool,
    ).toEqual([])
  }
})

it('no two tools have one key, and only those at hand have one', () => {
  const keys = TOOLS.map((tool) => toolRow(tool).key).filter((key) => key !== null)
  expect(new Set(keys).size).toBe(keys.length)
  for (const tool of TOOLS) {
    const atHand = ['first', 'last', 'mail'].includes(toolRow(tool).stands)
    expect(toolRow(tool).key !== null, tool).toBe(atHand)
  }
})

it('what stands on a record or on one of its fields is used on a record', () => {
  for (const tool of TOOLS) {
    const { stands, on } = toolRow(tool)
    expect(on.includes('customer'), tool).toBe(stands === 'record' || stands === 'field')
    expect(on.includes('field'), tool).toBe(stands === 'field')
    expect(on.includes('policy'), tool).toBe(stands === 'policies')
  }
  expect(RECORD_TOOLS).toContain('verify-identity')
})
